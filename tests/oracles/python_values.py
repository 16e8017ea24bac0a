"""Runs programs and tells which texts reach their `reveal(...)` calls.

Reads a JSON list of programs from standard input, each {"files": {path: code}, "runs": [[bool, ...], ...]}
whose main.py is run once for each of its runs; `choose(i)` in it gives the i-th truth value of the run, the
variable KOL_CHOICE_i is set to "prod" where that is true, and
a name that nothing binds, or a module that is not installed, is something of which nothing is known. Prints
for each program {"seen": {"main.py:3": ["text", ...]}, "failed": ["NameError(...)", ...]}.
"""

import builtins
import enum
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import pathlib
import sys


class Unknown:
    """Something of which nothing is known but what an attribute or call of it would give: the same."""

    def __init__(self, truth):
        self.__dict__["truth"] = truth

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_, **__):
        return self

    def __getitem__(self, _):
        return self

    def __bool__(self):
        return self.truth

    def __iter__(self):
        return iter(())

    def __add__(self, other):
        return str(self) + other if isinstance(other, str) else self

    def __radd__(self, other):
        return other + str(self) if isinstance(other, str) else self

    def __format__(self, _):
        return "?"

    __str__ = __repr__ = lambda self: "?"


class Names(dict):
    """The builtins, and something unknown for every other name."""

    def __init__(self, unknown, reveal, choose):
        super().__init__(vars(builtins), reveal=reveal, choose=choose)
        self.unknown = unknown

    def __missing__(self, _):
        return self.unknown


class Modules(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """The modules of a program, and something unknown for those that are not installed."""

    def __init__(self, files, names):
        self.files = files
        self.names = names

    def find_spec(self, name, path=None, target=None):
        stem = name.replace(".", "/")
        for file, package in ((f"{stem}/__init__.py", True), (f"{stem}.py", False)):
            if file in self.files:
                spec = importlib.util.spec_from_loader(name, self, origin=file, is_package=package)
                spec.has_location = True
                return spec
        if any(file.startswith(f"{stem}/") for file in self.files):
            return importlib.util.spec_from_loader(name, self, origin=stem, is_package=True)
        return None

    def exec_module(self, module):
        run(module.__spec__.origin, self.files.get(module.__spec__.origin, ""), module.__dict__, self.names)


class Missing(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Asked last: something unknown for a module that is not installed."""

    def __init__(self, unknown):
        self.unknown = unknown

    def find_spec(self, name, path=None, target=None):
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def exec_module(self, module):
        module.__getattr__ = lambda name: self.unknown if not name.startswith("__") else fail(name)


def fail(name):
    raise AttributeError(name)


def run(file, code, space, names):
    space["__builtins__"] = names
    exec(compile(code, file, "exec"), space)


def text_of(value):
    """What is passed on as text: also of paths and of members of an enumeration that are text."""
    if isinstance(value, str):
        return value + ""
    return str(value) if isinstance(value, pathlib.PurePath) else None


def functions_without_arguments(space):
    for value in list(space.values()):
        code = getattr(value, "__code__", None)
        if code is None or not hasattr(value, "__defaults__"):
            continue
        taken = code.co_argcount - len(value.__defaults__ or ())
        if taken == 0 and not code.co_flags & 0x20:
            yield value


def seen_in(program):
    seen, failed = {}, []

    for choices in program["runs"]:
        environment, finders = dict(os.environ), list(sys.meta_path)

        def reveal(value=None, *_, **__):
            frame = sys._getframe(1)
            text = text_of(value)
            where = f"{frame.f_code.co_filename}:{frame.f_lineno}"
            texts = seen.setdefault(where, [])
            if text is not None and text not in texts:
                texts.append(text)
            return value

        for index, choice in enumerate(choices):
            if choice:
                os.environ[f"KOL_CHOICE_{index}"] = "prod"
        unknown = Unknown(choices[0] if choices else False)
        names = Names(unknown, reveal, lambda index: choices[index])
        sys.meta_path[:] = [Modules(program["files"], names), *finders, Missing(unknown)]
        space = {"__name__": "main", "__file__": "/repo/main.py", "__package__": ""}
        try:
            run("main.py", program["files"]["main.py"], space, names)
        except BaseException as error:
            failed.append(repr(error))
        for function in functions_without_arguments(space) if program.get("calls") else ():
            try:
                function()
            except BaseException as error:
                failed.append(repr(error))
        sys.meta_path[:] = finders
        for name, module in list(sys.modules.items()):
            if isinstance(getattr(module, "__loader__", None), (Modules, Missing)):
                del sys.modules[name]
        os.environ.clear()
        os.environ.update(environment)
    return {"seen": seen, "failed": failed}


def main():
    out, sys.stdout = sys.stdout, open(os.devnull, "w")
    sys.stderr = sys.stdout
    sys.argv = ["main.py"]
    json.dump([seen_in(program) for program in json.load(sys.stdin)], out)


main()
