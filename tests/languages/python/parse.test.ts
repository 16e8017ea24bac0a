import { describe, expect, it } from 'vitest';
import { parsePython } from '../../../src/languages/python/syntax/parse.js';
import { outline } from './outline.js';
import { walk } from './tree.js';
import type { AnyNode } from './tree.js';

/** The outline of a text that must be free of problems. */
function read(text: string): string[] {
  const module = parsePython(text);
  expect(module.problems).toEqual([]);
  return outline(module, text);
}

function readWithProblems(text: string): { lines: string[]; problems: string[] } {
  const module = parsePython(text);
  return {
    lines: outline(module, text),
    problems: module.problems.map(({ message, offset }) => `${offset}: ${message}`),
  };
}

/** What the source says at each node of a type, in source order. */
function written(text: string, type: AnyNode['type']): string[] {
  const nodes: AnyNode[] = [];
  walk(parsePython(text), (node) => {
    if (node.type === type) nodes.push(node);
  });
  return nodes.sort((a, b) => a.start - b.start || b.end - a.end).map((node) => text.slice(node.start, node.end));
}

describe('expressions', () => {
  it.each([
    ['a + b * c - d', '(- (+ a (* b c)) d)'],
    ['-a ** -b ** c', '(- (** a (- (** b c))))'],
    ['a or b and not c', '(or a (and b (not c)))'],
    ['not a == b', '(not (== a b))'],
    ['a < b <= c != d', '(<,<=,!= a b c d)'],
    ['a is not b not in c in d is e', '(is not,not in,in,is a b c d e)'],
    ['a | b ^ c & d << e >> f', '(| a (^ b (& c (>> (<< d e) f))))'],
    ['a @ b // c % d / ~e', '(/ (% (// (@ a b) c) d) (~ e))'],
    ['a if b else c if d else e', '(if b a (if d c e))'],
    ['lambda: a, lambda x, *y, z=1, **k: x if y else z', '(tuple (lambda [] a) (lambda [x *y =z=1 **k] (if y x z)))'],
    ['lambda a, /, b: {a: b}', '(lambda [/a b] (dict a:b))'],
    ['a.b(c)[d].e', '(a.b c)[d].e'],
    ['f(a, *b, k=c, **d)', '(f a *b k=c **d)'],
    ['f(x for x in y)', '(f (generator of x (for x y)))'],
    ['f(a, (b := c), d == e)', '(f a (:= b c) (== d e))'],
    ['f(a := b)', '(f (:= a b))'],
    ['x[a:b:c, ::d, :, *e, f:]', 'x[(tuple a:b:c _:_:d _:_:_ *e f:_:_)]'],
    ['x[lambda: a:b]', 'x[(lambda [] a):b:_]'],
    ['()', '(tuple)'],
    ['(a)', 'a'],
    ['(a,)', '(tuple a)'],
    ['a, *b', '(tuple a *b)'],
    ['[a, *b, c]', '(list a *b c)'],
    ['{a, b}', '(set a b)'],
    ['{}', '(dict)'],
    ['{a: b, **c, d: e if f else g,}', '(dict a:b **c d:(if f e g))'],
    ['[a for b, c in d if e if f for g in h]', '(list of a (for (tuple b c) d if e if f) (for g h))'],
    ['{a: b async for a in c}', '(dictionary of a:b (for a c))'],
    ['{a for a, in b}', '(set of a (for (tuple a) b))'],
    ['(yield)', '(yield)'],
    ['x = yield a, b', 'assign x = (yield (tuple a b))'],
    ['x = yield from a', 'assign x = (yield-from a)'],
    ['await a.b(c) ** d', '(** (await (a.b c)) d)'],
    ['1_000.5e-3j + 0xFF + 0o7 + .5 + 1.', '(+ (+ (+ (+ 1_000.5e-3j 0xFF) 0o7) .5) 1.)'],
    ['1if a else.5', '(if a 1 .5)'],
    ['...', '...'],
    ['None, True, False', '(tuple None True False)'],
    ['ｆｉne.é', 'fine.é'],
    ['async_ + awaiting + printer', '(+ (+ async_ awaiting) printer)'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('gives a node the range that CPython gives it', () => {
    expect(written('(a).b', 'Attribute')).toEqual(['(a).b']);
    expect(written('(a) + (b)', 'Binary')).toEqual(['(a) + (b)']);
    expect(written('(((a)))', 'Identifier')).toEqual(['a']);
    expect(written('x = (a, b)', 'Sequence')).toEqual(['(a, b)']);
    expect(written('x = a, b,', 'Sequence')).toEqual(['a, b,']);
    expect(written('f (x for x in y )', 'Comprehension')).toEqual(['(x for x in y )']);
    expect(written('f(a)(b)', 'Call')).toEqual(['f(a)(b)', 'f(a)']);
    expect(written('x[a, b]', 'Sequence')).toEqual(['a, b']);
    expect(written('(yield x)', 'Await')).toEqual(['yield x']);
  });

  it('gives an argument the range of what is written for it', () => {
    expect(written('f((a), key = (b), *c, ** d)', 'CallArgument')).toEqual(['(a)', 'key = (b)', '*c', '** d']);
  });
});

describe('statements', () => {
  it('reads assignments of every form', () => {
    expect(read('a = b = c\na: T = b\na: T\nx.y[0] += 1\nx **= 2\n*a, b = c\n(a): int = 1')).toEqual([
      'assign a = b = c',
      'assign a: T = b',
      'assign a: T',
      'assign x.y[0] += 1',
      'assign x **= 2',
      'assign (tuple *a b) = c',
      'assign a: int = 1',
    ]);
  });

  it('reads a type alias as an assignment, and type as a name elsewhere', () => {
    expect(read('type A = int\ntype B[T: (str, bytes), *Ts, **P] = list[T]\ntype(x)\ntype = 1\ntype\n')).toEqual([
      'assign A = int',
      'assign B = list[T]',
      '(type x)',
      'assign type = 1',
      'type',
    ]);
  });

  it('reads imports with their levels', () => {
    expect(
      read('import a.b as c, d\nfrom a . b import c as d, e\nfrom . import x\nfrom ....y import (z, w as v,)\nfrom m import *'),
    ).toEqual([
      'import a.b as c, d',
      'from a.b import c as d, e',
      'from . import x',
      'from ....y import z, w as v',
      'from m import *',
    ]);
  });

  it('tells where the module of an import stands, dots included', () => {
    const text = 'from ..a.b import c';
    const [statement] = parsePython(text).body;
    expect(statement).toMatchObject({ level: 2, module: 'a.b', moduleStart: 5, moduleEnd: 10 });
  });

  it('reads functions with all forms of parameters', () => {
    expect(
      read('def f(a, b: T = 1, /, c=2, *args: *Ts, d, e=3, **kwargs: U) -> R: pass\nasync def g(*, a): return\ndef h[T: int](x: T,): ...'),
    ).toEqual(['def f [/a /b:T=1 c=2 *args:*Ts =d =e=3 **kwargs:U] -> R', 'async def g [=a]', '  return', 'def h [x:T]', '  ...']);
  });

  it('reads classes, with bases and keywords, and decorators', () => {
    expect(read('@d\n@e.f(1)\nclass A[T](B, metaclass=M, **k):\n  x = 1\n  @property\n  async def p(self): pass\nclass C: pass')).toEqual([
      '@d @(e.f 1) class A [B metaclass=M **k]',
      '  assign x = 1',
      '  @property async def p [self]',
      'class C []',
    ]);
  });

  it('begins a decorated definition at its first decorator', () => {
    expect(written('@d\ndef f(): pass\n', 'FunctionDefinition')).toEqual(['@d\ndef f(): pass']);
  });

  it('reads if, elif and else as nested', () => {
    expect(read('if a:\n  b\nelif (c := d):\n  e\nelif f: g\nelse:\n  h\n')).toEqual([
      'if a',
      '  b',
      'else',
      '  if (:= c d)',
      '    e',
      '  else',
      '    if f',
      '      g',
      '    else',
      '      h',
    ]);
  });

  it('reads loops', () => {
    expect(read('for a, *b in c, d:\n  break\nelse:\n  e\nwhile x: continue\nasync def f():\n  async for y in z: pass')).toEqual([
      'for (tuple a *b) in (tuple c d)',
      '  break',
      'else',
      '  e',
      'while x',
      '  continue',
      'async def f []',
      '  for y in z',
    ]);
  });

  it('reads with, its items in parentheses or not', () => {
    expect(
      read('with a as b, c: pass\nwith (a as b, c as (d, e),): pass\nwith (a, b) as c: pass\nwith (a).b() as c: pass\nwith (a, b): pass\nwith (yield): pass'),
    ).toEqual([
      'with a as b, c',
      'with a as b, c as (tuple d e)',
      'with (tuple a b) as c',
      'with (a.b) as c',
      'with a, b',
      'with (yield)',
    ]);
  });

  it('reads try with every clause', () => {
    expect(read('try:\n  a\nexcept A: b\nexcept (B, C) as e: c\nexcept D, E: d\nexcept: f\nelse: g\nfinally: h\ntry: x\nexcept* G as g: y')).toEqual([
      'try',
      '  a',
      'except A',
      '  b',
      'except (tuple B C) as e',
      '  c',
      'except (tuple D E)',
      '  d',
      'except',
      '  f',
      'else',
      '  g',
      'finally',
      '  h',
      'try',
      '  x',
      'except G as g',
      '  y',
    ]);
  });

  it('reads match, its patterns as expressions, and match and case as names elsewhere', () => {
    expect(
      read(
        'match a, b:\n  case "x" | -1 | None if c: d\n  case [P(x=0 as z), *_] as w:\n    e\n  case {"k": v, **rest}: f\n  case _: g\n' +
          'match = re.match(a)\nmatch(a)\nmatch [a]\nmatch.group(1)\ncase = 1\nmatch -a\n',
      ),
    ).toEqual([
      'match (tuple a b)',
      `  case (| (| 'x' (- 1)) None) if c`,
      '    d',
      '  case (:= w (list (P x=(:= z 0)) *_))',
      '    e',
      `  case (dict 'k':v **rest)`,
      '    f',
      '  case _',
      '    g',
      'assign match = (re.match a)',
      '(match a)',
      'match[a]',
      '(match.group 1)',
      'assign case = 1',
      '(- match a)',
    ]);
  });

  it('reads raise, assert, del, global, nonlocal and return', () => {
    expect(read('raise\nraise A from b\nassert a, "m"\ndel a, b[0]\nglobal a, b\nnonlocal c\nreturn a, *b')).toEqual([
      'raise',
      'raise A from b',
      `assert a, 'm'`,
      'del a b[0]',
      'global a b',
      'nonlocal c',
      'return (tuple a *b)',
    ]);
  });

  it('reads several statements of one line', () => {
    expect(read('a; b = 1; pass\nif c: d; e;\nf')).toEqual(['a', 'assign b = 1', 'if c', '  d', '  e', 'f']);
  });

  it('ends a compound statement with its last line, comments behind it not included', () => {
    expect(written('if a:\n  b()  # c\n  pass  # d\n\n# e\nf', 'If')).toEqual(['if a:\n  b()  # c\n  pass']);
  });
});

describe('lines', () => {
  it('goes on behind a backslash and inside brackets', () => {
    expect(read('a = b \\\n  + c\nf(a,\n  # comment\n\n  b)\nif a and \\\n b: c')).toEqual([
      'assign a = (+ b c)',
      '(f a b)',
      'if (and a b)',
      '  c',
    ]);
  });

  it('knows LF, CRLF and a lone CR', () => {
    expect(read('if a:\r\n  b\r\n\r\n  c\rd\ne')).toEqual(['if a', '  b', '  c', 'd', 'e']);
  });

  it('counts tabs up to eight columns and begins anew at a form feed', () => {
    expect(read('if a:\n\tb\n        c\n\f\nd\n \f e = 1\n'.replace(' \f e', '\fe'))).toEqual(['if a', '  b', '  c', 'd', 'assign e = 1']);
  });

  it('keeps comments out of the tree, each with its range', () => {
    const text = '#!/bin/sh\n# -*- coding: latin-1 -*-\na = [ # b\n"# c"] # d';
    expect(parsePython(text).comments.map(({ start, end }) => text.slice(start, end))).toEqual([
      '#!/bin/sh',
      '# -*- coding: latin-1 -*-',
      '# b',
      '# d',
    ]);
  });

  it('reads a last line without a line end, an empty text and one of blank lines', () => {
    expect(read('a')).toEqual(['a']);
    expect(read('')).toEqual([]);
    expect(read(' \n\t\n\f')).toEqual([]);
    expect(read('def f():\n  pass\n  # end')).toEqual(['def f []']);
  });
});

describe('strings', () => {
  it('gives one expression for all pieces of an implicit concatenation', () => {
    expect(read(`x = ("a" f'b{c}'\n  r"d" # e\n  '''f''')\nb"g" B'h'`)).toEqual([`assign x = 'a'+f'b{c}'+r'd'+'f'`, `b'g'+b'h'`]);
    expect(written(`x = ("a"\n  'b')`, 'StringLiteral')).toEqual([`"a"\n  'b'`]);
    expect(written(`x = ("a"\n  'b')`, 'StringPiece')).toEqual(['"a"', "'b'"]);
  });

  it.each(['r', 'u', 'b', 'f', 't', 'R', 'Rb', 'bR', 'rF', 'FR', 'tr', 'Rt'])('knows the prefix %s', (prefix) => {
    const text = `${prefix}"a"`;
    const [statement] = parsePython(text).body;
    expect(statement).toMatchObject({
      value: { pieces: [{ prefix: prefix.toLowerCase(), start: 0, contentStart: prefix.length + 1, contentEnd: text.length - 1 }] },
    });
  });

  it('ends a string at the quote that no backslash escapes', () => {
    expect(read(String.raw`("a\"b", r"c\"d", 'e\\', """f\"""" , '''g''h''')`)).toEqual([
      String.raw`(tuple 'a\"b' r'c\"d' 'e\\' 'f\"' 'g''h')`,
    ]);
  });

  it('reads the fields of f-strings and t-strings', () => {
    expect(read('f"a{b}c{d.e(1)!r:>{w}.{p}}{{x}}{y=}{z = !s:d}"')).toEqual([
      `f'a{b}c{(d.e 1)!r:>{w}.{p}}{{x}}{y=}{z=!s:d}'`,
    ]);
    expect(read('t"{a:%H:%M}{b!a}"')).toEqual([`t'{a:%H:%M}{b!a}'`]);
    expect(written('f"a{b}c{d!r:>{w}}"', 'Replacement')).toEqual(['{b}', '{d!r:>{w}}', '{w}']);
  });

  it('reads f-strings inside each other, in the same quotes, over several lines', () => {
    expect(read('f"{f"{f"{a}"}"}"')).toEqual([`f'{f'{f'{a}'}'}'`]);
    expect(read(`f"{d["k"]}{', '.join(x for x in y)}{\n  a  # c }\n}"`)).toEqual([
      `f'{d['k']}{(', '.join (generator of x (for x y)))}{a}'`,
    ]);
  });

  it.each([
    ['f"{a!=b}"', `f'{(!= a b)}'`],
    ['f"{a:=^10}"', `f'{a:=^10}'`],
    ['f"{(a:=1)}"', `f'{(:= a 1)}'`],
    ['f"{ {1: 2}[1] }"', `f'{(dict 1:2)[1]}'`],
    ['f"{(lambda x: x)(1)}"', `f'{((lambda [x] x) 1)}'`],
    ['f"{*a, b}"', `f'{(tuple *a b)}'`],
    ['f"{yield}"', `f'{(yield)}'`],
    ['f"{a, }"', `f'{(tuple a)}'`],
    [String.raw`f"\N{DIGIT ONE}{a}\{b}"`, String.raw`f'\N{DIGIT ONE}{a}\{b}'`],
    [String.raw`rf"\N{a}\{b}"`, String.raw`rf'\N{a}\{b}'`],
    ['f"{a:{{b}}}"', `f'{a:{(set b)}}'`],
    ['f"""{\na\n:\n}"""', `f'{a:\n}'`],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('Python 2', () => {
  it('reads print and exec as calls', () => {
    expect(read('print "a", b\nprint\nprint >>f, "x"\nexec code in ns\nprint not a\nx')).toEqual([
      `(print 'a' b)`,
      'print',
      `(tuple (>> print f) 'x')`,
      '(exec (in code ns))',
      '(print (not a))',
      'x',
    ]);
  });

  it('reads over what only Python 2 has', () => {
    expect(read('raise E, "m"\ntry: a\nexcept E, e: b\nx = `y` + 10L <> 0777\ndef f(a, (b, c)=d, e): pass\nu = ur"x"\nasync = await')).toEqual([
      `raise (tuple E 'm')`,
      'try',
      '  a',
      'except (tuple E e)',
      '  b',
      'assign x = (<> (+ <unreadable> 10L) 0777)',
      'def f [a e]',
      `assign u = ur'x'`,
      'assign async = await',
    ]);
  });
});

describe('damaged text', () => {
  it('reports a statement that fits no rule once, and reads on behind it', () => {
    expect(readWithProblems('a = 1\nb = = 2 )\nc = 3')).toEqual({
      lines: ['assign a = 1', '<unreadable>', 'assign c = 3'],
      problems: ["10: expected an expression, found '='"],
    });
  });

  it('keeps what was read before the damage in a line', () => {
    expect(readWithProblems('f("x") g\nh')).toEqual({
      lines: [`(f 'x')`, '<unreadable>', 'h'],
      problems: ["7: expected the end of the line, found 'g'"],
    });
  });

  it('keeps the block of a header that it cannot read', () => {
    expect(readWithProblems('if a b:\n  c\n  d\ne')).toEqual({
      lines: ['<unreadable>', 'c', 'd', 'e'],
      problems: ["5: expected ':', found 'b'"],
    });
  });

  it('reads on where a line begins that cannot follow', () => {
    expect(readWithProblems('@d\nimport a').lines).toEqual(['<unreadable>', 'import a']);
    expect(readWithProblems('match a:\n  case b: c\n  d\ne').lines).toEqual(['c', '<unreadable>', 'd', 'e']);
    expect(readWithProblems('if a b: c\nelif d: e\nelse: f').lines).toEqual(['<unreadable>', 'if d', '  e', 'else', '  f']);
  });

  it('keeps the blocks read before a clause that it cannot read', () => {
    expect(readWithProblems('try:\n  a\nexcept 1 2:\n  b\nc').lines).toEqual(['a', '<unreadable>', 'b', 'c']);
  });

  it('ends a bracket that is not closed where a statement must begin', () => {
    expect(readWithProblems('f(a,\ndef g():\n  b\nx = [1,\nimport c\ny = {\nz = 1\nw').lines).toEqual([
      '<unreadable>',
      'def g []',
      '  b',
      '<unreadable>',
      'import c',
      '<unreadable>',
      'w',
    ]);
    expect(readWithProblems('def f():\n  a(b\n  c = 1\nd').lines).toEqual(['def f []', '  <unreadable>', '  assign c = 1', 'd']);
    expect(readWithProblems('a = (').lines).toEqual(['<unreadable>']);
  });

  it('ends a string that is not closed with its line, or with the file', () => {
    expect(readWithProblems('a = "b\nc')).toEqual({ lines: [`assign a = 'b'`, 'c'], problems: ['4: this string is not closed'] });
    expect(readWithProblems('a = """b\nc')).toEqual({
      lines: [`assign a = 'b\nc'`],
      problems: ['4: this triple-quoted string is not closed'],
    });
    expect(readWithProblems('"\\').problems).toEqual(['0: this string is not closed']);
  });

  it('reads a damaged f-string up to its next quote', () => {
    expect(readWithProblems('a = f"{b} {c d} }"\ne')).toEqual({
      lines: [`assign a = f'{b} {c d} }'`, 'e'],
      problems: [`13: expected '}', found 'd'`],
    });
    expect(readWithProblems('f"{"\na').lines).toEqual([`f'{'`, 'a']);
    expect(readWithProblems('f"a}"\nb').lines).toEqual([`f'a}'`, 'b']);
    expect(readWithProblems("f\"{f'{'}\"\nb").lines.at(-1)).toBe('b');
  });

  it('reports a line that is indented unlike its block, and reads it', () => {
    expect(readWithProblems('a\n  b\nif c:\n    d\n  e\nf')).toEqual({
      lines: ['a', 'b', 'if c', '  d', '  e', 'f'],
      problems: [
        '4: this line is indented unlike the block that it is in',
        '20: this line is indented unlike the block that it is in',
      ],
    });
  });

  it('reports a header without a block', () => {
    expect(readWithProblems('def f():\na')).toEqual({ lines: ['def f []', 'a'], problems: ['9: expected an indented block'] });
  });

  it('passes over what is no Python: magic commands, templates, a merge conflict, typographic quotes', () => {
    const { lines, problems } = readWithProblems('%matplotlib inline\n!ls (\na\n{% if x %}\nb\n<<<<<<< HEAD\nc\n“d”\ne = 1');
    expect(lines.filter((line) => line !== '<unreadable>')).toEqual(['a', 'b', 'c', 'assign e = 1']);
    expect(problems).toHaveLength(5);
  });

  it.each(['(', '[', '{', 'f(', 'x[', 'not ', '- ', 'lambda: ', 'await ', 'a ** ', 'f"{', 'yield ', '`', '(a, [', 'a if b else (', '*'])(
    'reads a hundred thousand of %j without running out of stack',
    (opening) => {
      const module = parsePython(`${opening.repeat(100_000)}\nimport after\n`);
      expect(module.problems.length).toBeGreaterThan(0);
      expect(module.body.at(-1)).toMatchObject({ type: 'Import' });
    },
  );

  it('passes over brackets that are nested too deeply up to their end', () => {
    const depth = 100_000;
    const { lines, problems } = readWithProblems(`a = ${'('.repeat(depth)}x${')'.repeat(depth)} + b\nc`);
    expect(lines).toEqual(['assign a = (+ <unreadable> b)', 'c']);
    expect(problems).toEqual(['204: these brackets are nested too deeply to be read']);
  });

  it('reads long chains, and reports those that nobody could walk', () => {
    expect(read(`x = ${'a + '.repeat(1500)}b`)).toHaveLength(1);
    expect(read(`x = ${'a if b else '.repeat(1500)}c`)).toHaveLength(1);
    expect(readWithProblems(`if a: b\n${'elif a: b\n'.repeat(1500)}`).problems).toEqual(["9998: 'elif' without an 'if' before it"]);
    expect(readWithProblems(`x = ${'a + '.repeat(100_000)}b\nc`).lines).toEqual(['<unreadable>', 'c']);
    expect(readWithProblems(`a${'.b()'.repeat(100_000)}\nc`).lines).toEqual(['<unreadable>', 'c']);
  });

  it('passes over blocks that are nested too deeply', () => {
    const text = Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}if a:`).join('\n');
    const { lines, problems } = readWithProblems(`${text}\n${' '.repeat(500)}b\nc`);
    expect(lines.at(-1)).toBe('c');
    expect(problems).toHaveLength(1);
  });
});
