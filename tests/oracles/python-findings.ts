import { parsePython } from '../../src/languages/python/syntax/parse.js';
import { literalParts, specParts } from '../../src/languages/python/syntax/string-literal.js';
import type { Call, Replacement, StringLiteral, StringPiece } from '../../src/languages/python/syntax/syntax.js';
import type { Hole, Literal } from '../../src/references/text.js';
import { createSource } from '../../src/references/source.js';
import type { Source } from '../../src/references/source.js';
import { childrenOf } from '../languages/python/tree.js';
import type { AnyNode } from '../languages/python/tree.js';

/** The literal parts of a string, and for each replacement field its conversion and its spec's parts. */
export type Parts = readonly (string | readonly [conversion: string, spec: Parts | null])[];
export type FoundString = readonly [start: number, end: number, value: string | Parts];
/** Value's start, value's end, and the keyword; null for a positional argument, `**` for a spread record. */
export type FoundArgument = readonly [start: number, end: number, keyword: string | null];
export type FoundCall = readonly [
  start: number,
  end: number,
  calleeStart: number,
  calleeEnd: number,
  arguments_: readonly FoundArgument[],
];

export interface Findings {
  readonly strings: FoundString[];
  readonly calls: FoundCall[];
}

/** What our reader finds in a text, in the form in which `python_ast.py` tells what CPython finds. */
export function findingsOf(path: string, text: string, insideFormatted: boolean): Findings {
  const source = createSource(path, text);
  const found: Findings = { strings: [], calls: [] };
  const open: { node: AnyNode; inPattern: boolean }[] = [{ node: parsePython(source.text), inPattern: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, inPattern } = next;
    if (node.type === 'Replacement' && !insideFormatted) continue;
    if (node.type === 'StringLiteral') found.strings.push([node.start, node.end, valueOf(source, node)]);
    if (node.type === 'Call' && !inPattern) found.calls.push(foundCall(node));
    // CPython has no calls in patterns: `case Point(x=0)` is a class pattern.
    if (node.type === 'Match') {
      for (const { pattern } of node.cases) open.push({ node: pattern, inPattern: true });
    }
    const patterns = node.type === 'Match' ? new Set<AnyNode>(node.cases.map(({ pattern }) => pattern)) : null;
    for (const child of childrenOf(node)) if (patterns?.has(child) !== true) open.push({ node: child, inPattern });
  }
  return found;
}

function foundCall(call: Call): FoundCall {
  const given = call.arguments.map(({ start, end, keyword, spread, value }): FoundArgument => {
    // CPython wraps `*x` in a node of its own, star and parentheses included.
    if (spread === '*') return [start, end, null];
    return [value.start, value.end, spread === '**' ? '**' : (keyword?.name ?? null)];
  });
  return [call.start, call.end, call.callee.start, call.callee.end, given];
}

function valueOf(source: Source, node: StringLiteral): string | Parts {
  const formatted = node.pieces.some(({ prefix }) => /[ft]/.test(prefix));
  const parts = joined(node.pieces.flatMap((piece) => partsOf(source, piece, literalParts(source, piece))));
  if (formatted) return parts;
  return parts.filter((part) => typeof part === 'string').join('');
}

function partsOf(
  source: Source,
  piece: StringPiece,
  parts: readonly (Literal | Hole | Replacement)[],
): Parts {
  return parts.map((part) => {
    if ('form' in part) return part.flat;
    const spec = part.spec === null ? null : joined(partsOf(source, piece, specParts(source, piece, part)));
    const conversion = part.conversion ?? (part.debug && part.spec === null ? 'r' : '');
    return [conversion, spec];
  });
}

function joined(parts: Parts): Parts {
  const result: (string | readonly [string, Parts | null])[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else if (part !== '') result.push(part);
  }
  return result;
}
