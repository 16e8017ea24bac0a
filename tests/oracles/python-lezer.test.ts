import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parser } from '@lezer/python';
import type { SyntaxNode } from '@lezer/common';
import { describe, expect, it } from 'vitest';
import { parsePython } from '../../src/languages/python/syntax/parse.js';
import { generatedProgram } from '../languages/python/generated.js';
import { randomFrom } from '../languages/python/random.js';
import { walk } from '../languages/python/tree.js';
import { LEZER_DIFFERENCES } from './python-lezer-differences.js';

interface Found {
  /** Each string literal, `start-end`. */
  readonly strings: string[];
  /** Each call, `start-end(start-end,…)` with the ranges of its arguments. */
  readonly calls: string[];
}

function ours(text: string): Found {
  const found: Found = { strings: [], calls: [] };
  walk(parsePython(text), (node) => {
    if (node.type === 'StringPiece') found.strings.push(`${node.start}-${node.end}`);
    if (node.type !== 'Call') return;
    const given = node.arguments.map(({ start, end, value }) => {
      // What borrows the call's parentheses stands alone in them; Lezer gives it without.
      const borrows = value.type === 'Comprehension' && text[value.start] === '(' && start === value.start && node.arguments.length === 1;
      return borrows ? 'generator' : `${start}-${end}`;
    });
    found.calls.push(`${node.start}-${node.end}(${given.join()})`);
  });
  return found;
}

function lezers(text: string): Found & { readonly broken: boolean } {
  const found: Found = { strings: [], calls: [] };
  let broken = false;
  parser.parse(text).iterate({
    enter(ref) {
      if (ref.type.isError) broken = true;
      if (ref.name === 'String' || ref.name === 'FormatString') found.strings.push(`${ref.from}-${ref.to}`);
      // A decorator that is called has its arguments directly in it.
      const called = ref.name === 'Decorator' ? ref.node.getChild('ArgList') : null;
      const callee = called === null ? null : ref.node.getChild('VariableName');
      if (called !== null && callee !== null) found.calls.push(`${callee.from}-${called.to}(${argumentsOf(ref.node).join()})`);
      if (ref.name === 'CallExpression') found.calls.push(`${ref.from}-${ref.to}(${argumentsOf(ref.node).join()})`);
    },
  });
  return { ...found, broken };
}

function argumentsOf(call: SyntaxNode): string[] {
  const list = call.getChild('ArgList');
  const given: string[] = [];
  let start = -1;
  let end = -1;
  for (let child = list?.firstChild ?? null; child !== null; child = child.nextSibling) {
    if (child.name === 'for') return ['generator'];
    if (child.name === 'Comment' || child.name === '(') continue;
    if (child.name !== ',' && child.name !== ')') {
      if (start === -1) start = child.from;
      end = child.to;
      continue;
    }
    if (start !== -1) given.push(`${start}-${end}`);
    start = -1;
  }
  const [only] = given;
  // A generator in parentheses of its own reads as one that borrows them.
  return given.length === 1 && only !== undefined && isGenerator(list, only) ? ['generator'] : given;
}

function isGenerator(list: SyntaxNode | null, range: string): boolean {
  const child = list?.getChild('ComprehensionExpression') ?? null;
  return child !== null && `${child.from}-${child.to}` === range;
}

function sorted({ strings, calls }: Found): Found {
  return { strings: strings.toSorted(), calls: calls.toSorted() };
}

function pythonFilesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files.filter((file) => file.isFile() && /\.pyi?$/.test(file.name)).map((file) => join(file.parentPath, file.name));
}

describe('the Python reader and @lezer/python find the same strings and calls', () => {
  it('in programs made at random', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const text = generatedProgram(randomFrom(seed), 12);
      const theirs = lezers(text);
      expect(theirs.broken, `Lezer reads seed ${seed}`).toBe(false);
      expect(parsePython(text).problems, `seed ${seed}`).toEqual([]);
      expect(sorted(ours(text)), `seed ${seed}`).toEqual(sorted({ strings: theirs.strings, calls: theirs.calls }));
    }
  });

  it('in the same programs with CRLF at line ends', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const text = generatedProgram(randomFrom(seed), 12).replaceAll('\n', '\r\n');
      const { strings, calls } = lezers(text);
      expect(sorted(ours(text)), `seed ${seed}`).toEqual(sorted({ strings, calls }));
    }
  });

  it('in the Python files of the examples and of installed packages', () => {
    let read = 0;
    for (const folder of ['../../examples/', '../../node_modules/']) {
      for (const file of pythonFilesIn(fileURLToPath(new URL(folder, import.meta.url)))) {
        const text = readFileSync(file, 'utf8');
        const theirs = lezers(text);
        if (theirs.broken) continue;
        read++;
        expect(sorted(ours(text)), file).toEqual(sorted({ strings: theirs.strings, calls: theirs.calls }));
      }
    }
    expect(read).toBeGreaterThan(0);
  });
});

describe('where Lezer is wrong', () => {
  it.each(LEZER_DIFFERENCES)('$cause: $code', ({ code }) => {
    const theirs = lezers(code);
    expect(parsePython(code).problems).toEqual([]);
    const same = JSON.stringify(sorted(ours(code))) === JSON.stringify(sorted({ strings: theirs.strings, calls: theirs.calls }));
    // One that disappears was mended there: take it off the list.
    expect(same && !theirs.broken).toBe(false);
  });
});
