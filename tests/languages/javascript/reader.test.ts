import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/languages/facts.js';
import { parseJavaScript } from '../../../src/languages/javascript/parse.js';
import { readJavaScript } from '../../../src/languages/javascript/reader.js';
import { type JavaScriptTree, type Node, childrenOf } from '../../../src/languages/javascript/tree.js';
import { createSource } from '../../../src/references/source.js';
import { evaluateEverything } from './everything.js';
import { installedSources } from './samples.js';
import { parseWithTypeScript } from './specification.js';

function read(text: string, path = '/repo/a.ts', load: () => Facts | null = () => null): Facts {
  const source = createSource(path, text);
  return readJavaScript(source, parseWithTypeScript(source), load);
}

describe('reading JavaScript', () => {
  it('loads no module before a value is asked for, and each import once it is', () => {
    let loads = 0;
    const facts = read("import { A } from './a';\nf(A);\ng(A);", '/repo/a.ts', () => {
      loads += 1;
      return null;
    });
    expect(loads).toBe(0);
    facts.calls[0]?.arguments[0]?.values();
    facts.calls[0]?.arguments[0]?.values();
    expect(loads).toBe(1);
  });

  it('asks the loader for bare specifiers too, which tsconfig paths may map, but not for built-in modules', () => {
    const asked: string[] = [];
    const source = createSource(
      '/repo/a.ts',
      "import { A } from '@/config';\nimport fs from 'node:fs';\nf(A, fs);",
    );
    const facts = readJavaScript(source, parseWithTypeScript(source), (specifier) => {
      asked.push(specifier);
      return null;
    });
    for (const argument of facts.calls[0]?.arguments ?? []) argument.values();
    expect(asked).toEqual(['@/config']);
  });

  it('evaluates everything in the sources of installed packages', () => {
    let count = 0;
    for (const source of installedSources(40, 2)) {
      const tree = parseJavaScript(source);
      if ('message' in tree) continue;
      count += evaluateEverything(readJavaScript(source, tree, () => null));
    }
    expect(count).toBeGreaterThan(1000);
  });

  it.each([
    ['a long sum', `x = ${"'a' + ".repeat(800)}'b';`],
    ['a long chain of calls', `x = f${'.g()'.repeat(150)};`],
    [
      'a long chain of names',
      Array.from({ length: 2000 }, (_, at) => `const x${at + 1} = x${at};`).join('\n'),
    ],
    ['deep brackets', `x = ${'['.repeat(150)}1${']'.repeat(150)};`],
    ['many alternatives', `const c = ${'x ? "a" : '.repeat(200)}"b"; f(c + c + c + c + c + c);`],
    ['functions that call themselves twice', 'const f = (x) => f(f(x) + f(x + "a")) + f("b"); f("c");'],
    ['many callers', `function f(x) { return x; }\n${'f("a");'.repeat(3000)}`],
    [
      'objects in objects',
      `const a0 = { x: "y" };${Array.from({ length: 60 }, (_, at) => `const a${at + 1} = { p: a${at}, q: a${at} };`).join('')}f(a60.p.q);`,
    ],
  ])('ends on %s', (_, text) => {
    const source = createSource('/repo/a.js', text);
    const tree = parseJavaScript(source);
    if ('message' in tree) throw new Error(tree.message);
    expect(evaluateEverything(readJavaScript(source, tree, () => null))).toBeGreaterThan(0);
  });

  it('reads a tree without scopes, and one with nodes that it does not know', () => {
    const source = createSource('/repo/a.ts', "const a = 'x'; f(a, `${a}`); class B { c = a }");
    const { ast } = parseWithTypeScript(source);
    expect(
      evaluateEverything(readJavaScript(source, { ast, scopeManager: null }, () => null)),
    ).toBeGreaterThan(0);
  });

  it('reads trees in which any node is replaced by a foreign one', () => {
    const text = [
      "import a, { b } from './c'; export { d } from './e'; export default { f: 'g' };",
      "const { h = 'i', ...j } = process.env; let k = 'l'; k += `m${h}`;",
      "class N extends O { static p = 'q'; constructor(private r = 's') { this.t = r; } get u() { return this.t; } }",
      "function v(w = 'x', [y] = ['z']) { return w + y; } v('a'); new N('b').u; ['c'].map((e) => e + 'f').join('/');",
      "enum A1 { B1 = 'c1' } for (const d1 of ['e1']) sql`f1 ${d1}`; Object.assign(k, { g1: 'h1' }); module.exports = { i1: k };",
      "'a'.replace(/b/, 'c').slice(1).concat('d'); exports.j1 = require('k1'); const l1: N = x ? y ?? 'z' : await import('m1');",
    ].join('\n');
    const source = createSource('/repo/a.ts', text);
    const count = allNodes(parseWithTypeScript(source)).length;
    for (let at = 1; at < count; at++) {
      const tree = parseWithTypeScript(source);
      const node = allNodes(tree)[at];
      if (node !== undefined) makeForeign(node);
      const facts = readJavaScript(source, tree, () => null);
      evaluateEverything(facts);
      for (const name of ['default', 'd', 'i1', 'j1', 'module.exports', 'none']) facts.exported(name);
    }
  });
});

function allNodes(tree: JavaScriptTree): Node[] {
  const nodes: Node[] = [tree.ast];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (node !== undefined) nodes.push(...childrenOf(node, tree.visitorKeys));
  }
  return nodes;
}

/** Leaves of a node only what every node has. */
function makeForeign(node: Node): void {
  for (const key of Object.keys(node)) {
    if (key !== 'range' && key !== 'loc' && key !== 'parent') Reflect.deleteProperty(node, key);
  }
  Reflect.set(node, 'type', 'ForeignNode');
}

describe('parsing', () => {
  it('gives a problem at the offset of what cannot be read', () => {
    const problem = parseJavaScript(createSource('/repo/a.ts', 'const a = ;\n'));
    expect(problem).toEqual({ message: 'Expression expected.', offset: 10 });
  });

  it.each([
    ['/repo/a.ts', 'const a = <string>b;'],
    ['/repo/a.tsx', 'const a = <string>b</string>;'],
    ['/repo/a.js', 'const a = <b />;'],
    ['/repo/a.cjs', 'const a = require("b"); return;'],
    ['/repo/a.mjs', 'await a;'],
    ['/repo/a.mts', 'const a = <T>(x: T) => x;'],
    ['stdin', 'const a = <b />;'],
  ])('reads %s', (path, text) => {
    expect(parseJavaScript(createSource(path, text))).toHaveProperty('ast');
  });
});
