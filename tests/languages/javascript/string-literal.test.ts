import fc from 'fast-check';
import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import type { SyntaxProblem } from '../../../src/languages/facts.js';
import { parseJavaScript } from '../../../src/languages/javascript/parse.js';
import { chunkText, stringText } from '../../../src/languages/javascript/string-literal.js';
import { SyntaxIndex } from '../../../src/languages/javascript/syntax-index.js';
import type { JavaScriptTree } from '../../../src/languages/javascript/tree.js';
import { type Source, createSource } from '../../../src/references/source.js';
import { HOLE, type Text, slice } from '../../../src/references/text.js';
import { installedSources } from './samples.js';
import { parseWithEspree } from './specification.js';

/** A decoded string with what the parser says it is. */
interface Decoded {
  readonly text: Text;
  readonly value: string;
}

function decodedIn(
  source: Source,
  parser: (source: Source) => JavaScriptTree | SyntaxProblem = parseJavaScript,
): Decoded[] {
  const tree = parser(source);
  if ('message' in tree) return [];
  const index = new SyntaxIndex(tree);
  return index.nodes.flatMap((node): Decoded[] => {
    if (node.type === 'TemplateElement') return chunksOf(source, node);
    if (node.type !== 'Literal' || typeof node.value !== 'string') return [];
    const inJsx = index.parentOf(node)?.type === 'JSXAttribute';
    return [{ text: stringText(source, node, inJsx), value: node.value }];
  });
}

function chunksOf(source: Source, node: TSESTree.TemplateElement): Decoded[] {
  const raw = { text: chunkText(source, node, true), value: node.value.raw.replace(/\r\n?/g, '\n') };
  // A tagged template may hold escapes that give nothing at all: its `cooked` is then null.
  const cooked: string | null = node.value.cooked;
  return cooked === null ? [raw] : [raw, { text: chunkText(source, node, false), value: cooked }];
}

/**
 * Each character stands where the one before ends, except behind a line continuation, and is written
 * as itself, as an escape, or as a line end.
 */
function checkCharacters({ text }: Decoded): void {
  if (text.form === 'literal' && text.offsets === 'whole') return;
  for (let index = 0; index < text.flat.length; index++) {
    const { written } = slice(text, index, index + 1);
    const characters = written.source.text.slice(written.start, written.end);
    const exact =
      known(characters) === text.flat[index] || /^\\|^\r\n?$/.test(characters) || characters === '';
    if (!exact)
      throw new Error(`${JSON.stringify(text.flat[index])} is written ${JSON.stringify(characters)}`);
  }
}

const known = (value: string) => value.replaceAll(HOLE, '\uFFFD');

function check(decoded: readonly Decoded[]): void {
  for (const one of decoded) {
    expect(one.text.flat).toBe(known(one.value));
    checkCharacters(one);
  }
}

describe('the characters of a string literal', () => {
  it('are those the parser gives, each at its place, in the sources of installed packages', () => {
    let count = 0;
    for (const source of installedSources(150, 1)) {
      const decoded = decodedIn(source);
      check(decoded);
      count += decoded.length;
    }
    expect(count).toBeGreaterThan(1000);
  });

  const pieces = fc.constantFrom(
    'a',
    'é',
    '😀',
    '\\n',
    '\\0',
    '\\x41',
    '\\u0041',
    '\\u{1F600}',
    '\\u{41}',
    '\\\\',
    '\\"',
    "\\'",
    '\\`',
    '\\$',
    '$',
    '{',
    '}',
    '\\q',
    '\\v',
    '\\\n',
    '\\\r\n',
    '\\\r',
    '\\\u2028',
    '\u2028',
    ' ',
    '\\\u2029',
    '\uFDD0',
    '\\é',
  );

  it('are those the parser gives for any sequence of escapes in quotes', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const decoded = decodedIn(createSource('/repo/a.js', `x = "${parts.join('')}";`));
        expect(decoded).toHaveLength(1);
        check(decoded);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  const inTemplates = fc.oneof(pieces, fc.constantFrom('\r\n', '\r', '\n', '${x}', '"', "'"));

  it.each([
    ['typescript-eslint', parseJavaScript],
    ['espree', parseWithEspree],
  ])('are those %s gives for any sequence of escapes in a template', (_, parser) => {
    fc.assert(
      fc.property(fc.array(inTemplates, { maxLength: 8 }), (parts) => {
        fc.pre(!/(?<!\\)\$\{(?!x\})/.test(parts.join('')));
        check(decodedIn(createSource('/repo/a.js', `y = \`${parts.join('')}\`;`), parser));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('of a legacy octal escape are those the script says', () => {
    const source = createSource('/repo/a.js', "x = '\\101\\78\\400';");
    const decoded = decodedIn(source, (script) => parseWithEspree(script, 'script'));
    check(decoded);
    expect(decoded[0]?.text.flat).toBe('A\u00078 0');
  });

  it('stand in two literals around a line continuation', () => {
    const source = createSource('/repo/a.js', 'x = "kol-\\\nbronze";');
    const [decoded] = decodedIn(source);
    if (decoded === undefined) throw new Error('nothing read');
    const { written } = slice(decoded.text, 4, 10);
    expect(source.text.slice(written.start, written.end)).toBe('bronze');
  });

  it('of a JSX attribute with entities stand at the whole literal', () => {
    const source = createSource('/repo/a.jsx', 'x = <a b="kol&#45;bronze" c="kol\\n" />;');
    const [first, second] = decodedIn(source);
    expect(first?.text.flat).toBe('kol-bronze');
    expect(second?.text.flat).toBe('kol\\n');
  });
});
