import { describe, expect, test } from 'vitest';
import type { Declaration, Facts, TextSite } from '../../../src/languages/facts.js';
import { MOST_ALTERNATIVES } from '../../../src/languages/facts.js';
import { readPython } from '../../../src/languages/python/read.js';
import { createSource } from '../../../src/references/source.js';
import { showPlace, showThing, showValues } from './reveal.js';

function read(code: string): Facts {
  return readPython(createSource('main.py', code), () => null);
}

function showDeclaration(declaration: Declaration, { source }: Facts): string {
  const { name, form, namePlace } = declaration;
  return `${form} ${name} ${showPlace(namePlace, source)} = ${showValues(declaration.values(), source)}`;
}

function declarations(code: string): readonly string[] {
  const facts = read(code);
  return facts.declarations.map((declaration) => showDeclaration(declaration, facts));
}

function showSite(site: TextSite, { source }: Facts): string {
  const { context } = site;
  const call = context.form === 'argument' ? ` of ${context.call.method}` : '';
  return `${showPlace(site.place, source)} ${context.form}${call}`;
}

function texts(code: string): readonly string[] {
  const facts = read(code);
  return facts.texts.map((site) => showSite(site, facts));
}

describe('calls', () => {
  test('give the paths of their callee and their arguments with keyword, position and values', () => {
    const facts = read('import boto3\ns3 = boto3.client("s3")\ns3.upload_file("a", Bucket="kol", *rest)\n');
    const call = facts.calls.find(({ method }) => method === 'upload_file');
    expect(call?.callees().map(showThing)).toEqual(['boto3.client().upload_file']);
    expect(call?.callees()[0]?.calls.map((inner) => inner.method)).toEqual(['client']);
    const given = call?.arguments.map((argument) => {
      const { keyword, position, spread, place } = argument;
      const form = `${keyword ?? '-'} ${position ?? '-'} ${spread ? 'spread' : 'plain'}`;
      return `${form} ${showPlace(place, facts.source)} ${showValues(argument.values(), facts.source)}`;
    });
    expect(given).toEqual([
      '- 0 plain 3:16 "a" 3:17',
      'Bucket - plain 3:28 "kol" 3:29',
      '- - spread 3:36 ~rest',
    ]);
  });

  test('behind a spread have no position', () => {
    const facts = read('f(*a, "x")\n');
    expect(facts.calls[0]?.arguments.map(({ position }) => position)).toEqual([null, null]);
  });

  test('have no method where the callee has no name', () => {
    expect(read('f()()\nx[0]()\n').calls.map(({ method }) => method)).toContain('');
  });

  test('in decorators, defaults, f-strings, comprehensions, lambdas and annotations are all there', () => {
    const code = [
      '@a()',
      'def f(x=b(), y: Annotated[str, c()] = 1) -> None:',
      '    return f"{d():>{e()}}" + [g() for _ in h()][0]',
      'class C(i()):',
      '    z = lambda: j()',
    ].join('\n');
    const methods = read(code).calls.map(({ method }) => method);
    expect([...methods].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'g', 'h', 'i', 'j']);
  });

  test('of one factory are told apart by what each call of it passes', () => {
    const facts = read(
      'import boto3\ndef make(name):\n    return boto3.client(name)\nmake("s3").x()\nmake("glue").y()\n',
    );
    const call = facts.calls.find(({ method }) => method === 'y');
    const inner = call?.callees()[0]?.calls[0];
    expect(showValues(inner?.arguments[0]?.values() ?? [], facts.source)).toBe('"glue" 5:7 argument');
  });
});

describe('declarations', () => {
  test('are constants at module, function and class level, fields and attributes', () => {
    expect(
      declarations(
        [
          'A = "a"',
          'class C:',
          '    b: str = "b"',
          '    def m(self):',
          '        self.c = "c"',
          '        d = "d"',
        ].join('\n'),
      ),
    ).toEqual([
      'constant A 1:1 = "a" 1:6',
      'field b 3:5 = "b" 3:15',
      'field c 5:14 = "c" 5:19',
      'constant d 6:9 = "d" 6:14',
    ]);
  });

  test('are the names of an unpacked tuple, each with its own value', () => {
    expect(declarations('A, (B, C) = "a", ("b", "c")\n')).toEqual([
      'constant A 1:1 = "a" 1:14',
      'constant B 1:5 = "b" 1:20',
      'constant C 1:8 = "c" 1:25',
    ]);
  });

  test('are parameter defaults, dictionary entries and keyword arguments', () => {
    expect(declarations('def f(bucket="a"): ...\nx({"schema": "b"}, table="c")\n')).toEqual([
      'parameter bucket 1:7 = "a" 1:15',
      'keyword table 2:20 = "c" 2:27',
      'entry schema 2:5 = "b" 2:15',
    ]);
  });

  test('are entries that are set, and variables of the environment that are', () => {
    expect(declarations('config["bucket"] = "a"\nimport os\nos.environ["TOPIC"] = "b"\n')).toEqual([
      'entry bucket 1:9 = "a" 1:21',
      'variable TOPIC 3:13 = "b" 3:24',
    ]);
  });

  test('are variables that are read, whatever they are put into', () => {
    expect(declarations('import os\nuse(os.getenv("BUCKET", "kol"))\nd.get("BUCKET", "x")\n')).toEqual([
      'variable BUCKET 2:16 = "kol" 2:26 env-default BUCKET',
    ]);
  });

  test('are options of the command line, by the name their value goes by', () => {
    expect(declarations('p.add_argument("-b", "--out-bucket", default="kol")\n')).toContain(
      'parameter out_bucket 1:16 = "kol" 1:47',
    );
  });

  test('of described fields and options hold the default that is described', () => {
    expect(
      declarations(
        [
          'class S(BaseSettings):',
          '    bucket: str = Field("kol", env="B")',
          'def f(schema=typer.Option("kol_bronze")): ...',
        ].join('\n'),
      ),
    ).toEqual([
      'keyword env 2:32 = "B" 2:37',
      'field bucket 2:5 = "kol" 2:26 field-default B',
      'parameter schema 3:7 = "kol_bronze" 3:28',
    ]);
  });

  test('show what is not known as such', () => {
    expect(declarations('A = compute()\n')).toEqual(['constant A 1:1 = ~compute()']);
  });
});

describe('text sites', () => {
  test('are outermost string expressions, each with the argument it is', () => {
    expect(texts('f("a", x="b")\nc = "c" + d\ne = f"{g}h"\n')).toEqual([
      '1:3 argument of f',
      '1:10 argument of f',
      '2:5 value',
      '3:5 value',
    ]);
  });

  test('are one where literals are put together, in whatever way', () => {
    expect(
      texts(
        'a = "x" "y"\nb = "x" + z + "y"\nc = "%s" % "y"\nd = "{}".format("y")\ne = "/".join(["x", "y"])\n',
      ),
    ).toEqual(['1:5 value', '2:5 value', '3:5 value', '4:5 value', '5:5 value']);
  });

  test('in lists, dictionaries, defaults and branches of an argument are arguments', () => {
    expect(texts('f(["a"], {"k": "b"}, x or "c", "d" if y else "e")\n')).toEqual([
      '1:4 argument of f',
      '1:16 argument of f',
      '1:27 argument of f',
      '1:32 argument of f',
      '1:46 argument of f',
    ]);
  });

  test('in raise and the message of assert only speak of things', () => {
    expect(texts('raise ValueError(f"no {x}", g("a"))\nassert y == "b", "c"\n')).toEqual([
      '1:18 message',
      '1:31 message',
      '2:13 test',
      '2:18 message',
    ]);
  });

  test('that are compared, looked for or taken off are tests', () => {
    const code = [
      'x.startswith("a")',
      'x.endswith(("b", "c"))',
      '"d" in x',
      'x == "e"',
      'x.replace("f", "")',
      'x.removeprefix("g")',
      'x.split("h")',
      'x.lstrip("i")',
    ];
    expect(texts(code.join('\n')).map((site) => site.split(' ')[1])).toEqual(new Array(10).fill('test'));
  });

  test('that are patterns of re and pandas are regexes', () => {
    const code =
      'import re\nfrom re import sub as s\nre.match("a", x)\ns("b", "c")\ndf.name.str.contains("d")\n';
    expect(texts(code)).toEqual(['3:10 regex', '4:3 regex', '4:8 argument of s', '5:22 regex']);
  });

  test('that stand alone are docstrings', () => {
    expect(texts('"""m"""\ndef f():\n    """f"""\n    "x"\nclass C:\n    """c"""\n')).toEqual([
      '1:1 docstring',
      '3:5 docstring',
      '4:5 docstring',
      '6:5 docstring',
    ]);
  });

  test('are not the keys that things are looked up by', () => {
    expect(texts('x["a"]["b"]\n')).toEqual([]);
  });

  test('inside a placeholder are a part of the longer text', () => {
    expect(
      texts('f"{x or \'a\'}"\nf"{g(\'b\')}"\n').map((site) => site.split(' ').slice(1).join(' ')),
    ).toEqual(['docstring', 'docstring', 'argument of g']);
  });

  test('give their values with what they hold', () => {
    const facts = read('A = "kol"\nuse(f"s3a://{A}/x")\n');
    const values = facts.texts.map((site) => showValues(site.values(), facts.source));
    expect(values).toEqual(['"kol" 1:6', '"s3a://" 2:7 + "kol" 1:6 constant + "/x" 2:16']);
  });
});

describe('imports', () => {
  test('are told as written, with the names taken, dynamic ones too', () => {
    const code = [
      'import a.b as c, d',
      'from ..x import y, z as w',
      'from . import *',
      'if TYPE_CHECKING:',
      '    from e import F',
      'def f():',
      '    import importlib',
      '    importlib.import_module("g.h")',
      '    __import__("i")',
      '    importlib.import_module(name)',
    ];
    expect(
      read(code.join('\n')).imports.map(({ specifier, names }) => `${specifier} [${names.join(' ')}]`),
    ).toEqual(['a.b []', 'd []', '..x [y z]', '. [*]', 'e [F]', 'importlib []', 'g.h []', 'i []']);
  });
});

test('comments are given without the number sign, with it in their range', () => {
  const facts = read('# a\nx = 1  # b\n');
  expect(facts.comments.map(({ text, place }) => `${text} ${showPlace(place, facts.source)}`)).toEqual([
    ' a 1:1',
    ' b 2:8',
  ]);
});

test('problems of the syntax are told, and the rest of the file is read', () => {
  const facts = read('x = = 1\nBUCKET = "kol"\n');
  expect(facts.problems.length).toBeGreaterThan(0);
  expect(showValues(facts.exported('BUCKET'), facts.source)).toBe('"kol" 2:11 constant');
});

test('a name that a module does not bind is not exported', () => {
  const facts = read('def f():\n    X = "a"\n');
  expect(facts.exported('X')).toEqual([]);
});

describe('evaluation is bounded', () => {
  test('to so many alternatives', () => {
    const items = Array.from({ length: 10 }, (_, index) => `"${index}"`).join(', ');
    const facts = read(`for a in [${items}]:\n    for b in [${items}]:\n        use(f"{a}{b}")\n`);
    const call = facts.calls.find(({ method }) => method === 'use');
    expect(call?.arguments[0]?.values()).toHaveLength(MOST_ALTERNATIVES);
  });

  test('in code that is nested or chained without end', () => {
    const deep = 1_000;
    const codes = [
      `x = ${'('.repeat(deep)}"a"${')'.repeat(deep)}\n`,
      `x = ${'"a" + '.repeat(deep)}"b"\n`,
      `x = a${'.b()'.repeat(deep)}\n`,
      `x = ${'f('.repeat(deep)}"a"${')'.repeat(deep)}\n`,
      `x = ${'[0, '.repeat(deep)}${']'.repeat(deep)}\n`,
      Array.from({ length: deep }, (_, index) => `x${index + 1} = x${index}\n`).join(''),
      Array.from({ length: deep }, (_, index) => `def f${index}(x): return f${index + 1}(x)\n`).join('') +
        'y = f0("a")\n',
      `x = f"${'{a}'.repeat(deep)}"\n`,
      `x = [${'"a", '.repeat(100 * deep)}]\nfor y in x: use(y)\n`,
      `x = ""\n${'x += "a"\n'.repeat(deep)}use(x)\n`,
      `x = ""\n${'if a: x += "a"\n'.repeat(deep)}use(x)\n`,
      `class A:\n${'  def m(self):\n    self.x = self.m()\n    return self.x\n'.repeat(100)}A().m()\n`,
      `if a: x = "a"\n${'elif b: x = "b"\n'.repeat(deep)}use(x)\n`,
      `x = ["a"]\n${'if a: x += ["b", c]\n'.repeat(deep)}use(x)\n`,
      `x = {"a"}\n${'if a: x |= {"b", c}\n'.repeat(deep)}use(x)\n`,
      `x = {"a": 1}\n${'if a: x = {**x, b: x}\n'.repeat(deep)}use(x)\n`,
      `x = {"a": {}}\n${'x[k][l] = x[l]\nx[k] = x[k] + [x]\n'.repeat(100)}for k, v in x.items(): use(v)\n`,
    ];
    for (const code of codes) {
      const facts = read(code);
      for (const call of facts.calls) {
        call.callees();
        for (const argument of call.arguments) argument.values();
      }
      for (const declaration of facts.declarations) declaration.values();
      for (const site of facts.texts) site.values();
    }
  });

  test('where a class is made of its own fields, and what is asked next is answered', () => {
    const facts = read(
      'from pydantic import BaseModel\nclass A(BaseModel):\n    x: str\n' +
        'def f(a: A):\n    return A(**a.model_dump())\ndef g(a: A):\n    use(a.x)\nuse("a")\n',
    );
    const [first, second] = facts.calls.filter(({ method }) => method === 'use');
    expect(first?.arguments[0]?.values().map(({ form }) => form)).not.toContain('text');
    expect(second?.arguments[0]?.values().map(({ form }) => form)).toEqual(['text']);
  });

  test('in classes that hand on whatever they are given', () => {
    const classes = Array.from(
      { length: 7 },
      (_, index) =>
        `class C${index}(Base):\n    def __init__(self, path_${index}, model, *args, **kwargs):\n        super().__init__(*args, **kwargs)\n` +
        `        self.path_${index} = path_${index}\n        self.model = model\n` +
        `    def execute(self, context):\n        use(self.uri, self.config(), self.model, self.path_${index})\n`,
    );
    const facts = read(
      'class Base(Operator):\n    def __init__(self, path=None, uri=None, *args, **kwargs):\n        super().__init__(*args, **kwargs)\n' +
        '        self.path = path or get("p")\n        self.uri = uri or get("u")\n    def config(self):\n        return parse(self.path)\n' +
        `${classes.join('')}def make(**context):\n    return C6(task="a", model=context["p"].get("n"), path_6="b").execute(context)\n`,
    );
    const used = facts.calls.filter(({ method }) => method === 'use').flatMap((call) => call.arguments);
    expect(used).toHaveLength(28);
    for (const argument of used) expect(argument.values().length).toBeLessThanOrEqual(MOST_ALTERNATIVES);
  });

  test('in functions that call each other many times over', () => {
    const code = Array.from(
      { length: 12 },
      (_, index) =>
        `def f${index}(x):\n    return f${index + 1}(x) + f${index + 1}(x + "a") + f${index + 1}("b")\n`,
    );
    const facts = read(`${code.join('')}use(f0("z"))\n`);
    const call = facts.calls.find(({ method }) => method === 'use');
    expect(call?.arguments[0]?.values().length).toBeLessThanOrEqual(MOST_ALTERNATIVES);
  });

  test('once for what takes all that is allowed, and what is asked later is answered', () => {
    const costly = Array.from(
      { length: 12 },
      (_, index) => `def f${index}(x):\n    return f${index + 1}(x + "a") + f${index + 1}(x + "b") + f${index + 1}("c")\n`,
    );
    const chain = Array.from({ length: 50 }, (_, index) => `x${index + 1} = x${index} + "a" + "" + "" + ""\n`);
    const facts = read(`${costly.join('')}y = f0("z")\n${'use(y)\n'.repeat(1_500)}x0 = "a"\n${chain.join('')}last(x50)\n`);
    for (const call of facts.calls) for (const argument of call.arguments) argument.values();
    const [value] = facts.calls.find(({ method }) => method === 'last')?.arguments[0]?.values() ?? [];
    expect(value?.form === 'text' && value.text.flat).toBe('a'.repeat(51));
  });
});
