import * as path from 'node:path';
import { createContext, Script } from 'node:vm';
import ts from 'typescript';

/** How a program is run: what `choose(…)` gives each time, and what the environment holds. */
export interface Run {
  readonly choices: readonly boolean[];
  readonly environment: Readonly<Record<string, string>>;
}

/** What came to the marked calls in a run: by `file:offset` of the call in its file. */
export interface Seen {
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly failure: string | null;
}

/** All programs run in one context: what they bind is their own, and what they do not bind the scope's. */
const context = createContext({});
const START = new Script('start()');
/** In milliseconds: what waits for something unknown would wait for ever. */
const LONGEST_RUN = 1_000;

/**
 * The first of the files as Node runs it, translated by TypeScript: a run of it tells which texts reach
 * the first argument of its calls of `marked`. A name that nothing binds, or a module that is not among
 * the files, is something of which nothing is known: each member and call of it the same.
 */
export function prepareProgram(files: ReadonlyMap<string, string>, marked: string): (run: Run) => Seen {
  const modules = new Map([...files].map(([file, code]) => [file, translated(file, code, marked)]));
  const [main = ''] = files.keys();
  return (run) => {
    const texts = new Map<string, string[]>();
    const mark = (place: string, value: unknown) => {
      const seen = texts.get(place) ?? [];
      texts.set(place, seen);
      if (typeof value === 'string' && !seen.includes(value)) seen.push(value);
      return value;
    };
    const choose = (index: number) => run.choices[index];
    const load = loaderOf(modules, scopeWith({ [marked]: mark, choose, process: { env: { ...run.environment } } }));
    try {
      START.runInContext(Object.assign(context, { start: () => load(main) }), { timeout: LONGEST_RUN });
      return { texts, failure: null };
    } catch (error) {
      return { texts, failure: String(error) };
    }
  };
}

/** A module's code, as a function of what its names mean. */
type ModuleFunction = (scope: object) => (exports: object, require: (specifier: string) => unknown, module: object) => void;

function functionOf(file: string, code: string): ModuleFunction {
  const inside = `return function (exports, require, module) {\n${code}\n}`;
  return new Script(`(function (scope) { with (scope) { ${inside} } })`, { filename: file }).runInContext(context);
}

/** Loads each module once. */
function loaderOf(modules: ReadonlyMap<string, string>, scope: object): (file: string) => unknown {
  const loaded = new Map<string, { exports: object }>();
  const required = (specifier: string, from: string): unknown => {
    if (/^(?:node:)?path$/.test(specifier)) return path.posix;
    const target = path.posix.join(path.posix.dirname(from), specifier).replace(/\.js$/, '');
    const file = [`${target}.ts`, `${target}.js`, `${target}/index.ts`].find((name) => modules.has(name));
    return file === undefined ? UNKNOWN : load(file);
  };
  const load = (file: string): unknown => {
    const before = loaded.get(file);
    if (before !== undefined) return before.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    functionOf(file, modules.get(file) ?? '')(scope)(module.exports, (specifier) => required(specifier, file), module);
    return module.exports;
  };
  return load;
}

/** What is known by name, and something unknown for every other name. */
function scopeWith(known: Readonly<Record<string, unknown>>): object {
  return new Proxy(known, {
    has: (target, name) => typeof name === 'string' && (name in target || !GLOBALS.has(name)),
    get: (target, name) => (name === Symbol.unscopables ? undefined : name in target ? Reflect.get(target, name) : UNKNOWN),
  });
}

/** Names that mean what they mean in every program; all else that is unbound is unknown. */
const GLOBALS = new Set([
  'Object', 'String', 'Array', 'Map', 'Set', 'Symbol', 'Error', 'TypeError', 'Promise', 'Math', 'JSON', 'Number', 'Boolean', 'RegExp',
  'Reflect', 'undefined', 'NaN', 'Infinity', 'exports', 'require', 'module', 'arguments', 'structuredClone',
]);

/** What stands in a text for something unknown. */
export const UNKNOWN_MARK = '?';

/** Something of which nothing is known: each member and call of it the same. */
const UNKNOWN = unknownThing();

function unknownThing(): object {
  const thing: object = new Proxy(function () {}, {
    get: (_, name) => {
      if (name === Symbol.toPrimitive) return () => UNKNOWN_MARK;
      if (name === Symbol.iterator) return () => [][Symbol.iterator]();
      return name === 'then' ? undefined : name === 'prototype' ? Object.prototype : thing;
    },
    apply: () => thing,
    construct: () => thing,
  });
  return thing;
}

/** The code as Node runs it, each marked call saying first where it stands. */
function translated(file: string, code: string, marked: string): string {
  const call = new RegExp(String.raw`(?<![\w.])${marked}\(`, 'g');
  const placed = code.replaceAll(call, (written, offset: number) => {
    const isEmpty = code[offset + written.length] === ')';
    return `${written}${JSON.stringify(`${file}:${offset}`)}${isEmpty ? '' : ', '}`;
  });
  const { outputText } = ts.transpileModule(placed, {
    fileName: file.replace(/\.js(x?)$/, '.ts$1'),
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      useDefineForClassFields: true,
      experimentalDecorators: true,
      jsx: ts.JsxEmit.React,
    },
  });
  return outputText.replace(/^"use strict";/, '');
}
