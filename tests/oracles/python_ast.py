"""What CPython's own `ast` finds in Python files: every string and every call, as JSON lines.

Arguments: files, or folders to walk; without any, the interpreter's standard library. A file that this
interpreter cannot parse gives no line. Offsets are UTF-16 code units into the decoded text, a byte
order mark taken off, as the reader counts.

Before Python 3.12 the places of nodes inside f-strings are those of a copy of the expression, not of
the source: there only the whole f-string is told, with its decoded literal parts.
"""

import ast
import io
import json
import os
import re
import sys
import sysconfig
import tokenize
import warnings

F_STRINGS_HAVE_PLACES = sys.version_info >= (3, 12)
FORMATTED = tuple(getattr(ast, name) for name in ("JoinedStr", "TemplateStr") if hasattr(ast, name))
LINE_END = re.compile(r"\r\n|\r|\n")


class Places:
    """Turns lines and UTF-8 columns into UTF-16 offsets."""

    def __init__(self, text):
        self.starts = [0]
        self.lines = []
        begin = 0
        offset = 0
        for end in [match.end() for match in LINE_END.finditer(text)] + [len(text)]:
            line = text[begin:end]
            self.lines.append(None if line.isascii() else line.encode("utf-8"))
            offset += len(line) if line.isascii() else len(line.encode("utf-16-le")) // 2
            self.starts.append(offset)
            begin = end

    def offset(self, line, column):
        encoded = self.lines[line - 1]
        if encoded is not None:
            column = len(encoded[:column].decode("utf-8").encode("utf-16-le")) // 2
        return self.starts[line - 1] + column

    def of(self, node):
        return [
            self.offset(node.lineno, node.col_offset),
            self.offset(node.end_lineno, node.end_col_offset),
        ]


def parts_of(node):
    """The decoded literal parts of an f-string, and for each field its conversion and spec."""
    parts = []
    for value in node.values:
        if isinstance(value, ast.Constant):
            if parts and isinstance(parts[-1], str):
                parts[-1] += value.value
            elif value.value:
                parts.append(value.value)
        else:
            conversion = "" if value.conversion == -1 else chr(value.conversion)
            spec = None if value.format_spec is None else parts_of(value.format_spec)
            parts.append([conversion, spec])
    return parts


def found_in(tree, places):
    strings = []
    calls = []
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, FORMATTED):
            strings.append([*places.of(node), parts_of(node)])
            if F_STRINGS_HAVE_PLACES:
                stack.extend(expressions_in(node))
            continue
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                strings.append([*places.of(node), node.value])
            elif isinstance(node.value, bytes):
                strings.append([*places.of(node), node.value.decode("latin-1")])
        elif isinstance(node, ast.Call):
            arguments = [[*places.of(value), None] for value in node.args]
            arguments += [[*places.of(keyword.value), keyword.arg or "**"] for keyword in node.keywords]
            calls.append([*places.of(node), *places.of(node.func), sorted(arguments, key=lambda a: a[0])])
        for name, child in ast.iter_fields(node):
            # The reader leaves type parameters out.
            if name == "type_params":
                continue
            if isinstance(child, ast.AST):
                stack.append(child)
            elif isinstance(child, list):
                stack.extend(item for item in child if isinstance(item, ast.AST))
    return strings, calls


def expressions_in(node):
    """What is evaluated in an f-string, format specs included."""
    for value in node.values:
        if not isinstance(value, ast.Constant):
            yield value.value
            if value.format_spec is not None:
                yield from expressions_in(value.format_spec)


def read(path):
    with open(path, "rb") as file:
        content = file.read()
    encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
    text = content.decode(encoding)
    return text.lstrip("\ufeff"), encoding in ("utf-8", "utf-8-sig")


def files_in(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for folder, folders, files in os.walk(path):
            folders[:] = sorted(set(folders) - {"site-packages", "__pycache__"})
            for file in sorted(files):
                if file.endswith((".py", ".pyi")):
                    yield os.path.join(folder, file)


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20_000)
    for path in files_in(sys.argv[1:] or [sysconfig.get_path("stdlib")]):
        try:
            text, is_utf8 = read(path)
            tree = ast.parse(text)
        except (SyntaxError, ValueError, UnicodeDecodeError, RecursionError, MemoryError):
            continue
        strings, calls = found_in(tree, Places(text))
        found = {"path": path, "strings": strings, "calls": calls}
        if not is_utf8:
            found["text"] = text
        print(json.dumps(found, separators=(",", ":")))


main()
