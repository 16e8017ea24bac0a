import { type AST, parseTOML } from 'toml-eslint-parser';
import type { Source } from '../../references/source.js';
import { type Text, literal, subText } from '../../references/text.js';
import type { MapEntry, MapNode, Node } from '../configuration/node.js';
import { readConfiguration } from '../configuration/reader.js';
import { type EscapeReader, backslashEscapes, decodedText } from '../escapes.js';
import type { Comment, Facts, SyntaxProblem } from '../facts.js';
import { factsOf } from '../facts-of.js';

/** Reads a TOML file; what cannot be parsed gives its first error and no facts. */
export function readToml(source: Source): Facts {
  try {
    const program = parseTOML(source.text);
    const text = literal(source.text, { source, start: 0, end: source.text.length });
    const comments = program.comments.map((comment) => commentOf(source, comment));
    return factsOf(source, readConfiguration([rootOf(program, text)], comments));
  } catch (error) {
    return factsOf(source, { problems: [problemOf(error)] });
  }
}

function problemOf(error: unknown): SyntaxProblem {
  if (error instanceof RangeError) return { message: 'The values are nested too deeply.', offset: 0 };
  if (!(error instanceof Error)) throw error;
  const offset = 'index' in error && typeof error.index === 'number' ? error.index : 0;
  return { message: error.message.replace(/\.?$/, '.'), offset };
}

function commentOf(source: Source, { value, range: [start, end] }: AST.Comment): Comment {
  return { text: value, form: 'line', place: { source, start, end } };
}

/** A table's values, each under the keys that lead to it. */
function rootOf(program: AST.TOMLProgram, text: Text): MapNode {
  const [top] = program.body;
  const entries = top.body.flatMap((node): MapEntry[] => {
    if (node.type === 'TOMLKeyValue') return [entryOf(node, text)];
    const values = node.body.map((pair) => entryOf(pair, text));
    return [under(keysOf(node.key, text), mapOf(values, text), text)];
  });
  return mapOf(entries, text);
}

function mapOf(entries: readonly MapEntry[], text: Text): MapNode {
  return { type: 'map', entries, place: text.place };
}

function under(keys: readonly Text[], value: Node, text: Text): MapEntry {
  const [first, ...rest] = keys;
  const key = first ?? subText(text, 0, 0);
  if (rest.length === 0) return { key, value, shared: false };
  return { key, value: mapOf([under(rest, value, text)], text), shared: false };
}

function entryOf({ key, value }: AST.TOMLKeyValue, text: Text): MapEntry {
  return under(keysOf(key, text), nodeOf(value, text), text);
}

function keysOf({ keys }: AST.TOMLKey, text: Text): Text[] {
  return keys.map((key) => {
    const [start, end] = key.range;
    return key.type === 'TOMLQuoted' ? subText(text, start + 1, end - 1) : subText(text, start, end);
  });
}

function nodeOf(node: AST.TOMLContentNode, text: Text): Node {
  switch (node.type) {
    case 'TOMLArray':
      return { type: 'list', items: node.elements.map((item) => nodeOf(item, text)), place: text.place };
    case 'TOMLInlineTable':
      return mapOf(node.body.map((pair) => entryOf(pair, text)), text);
    case 'TOMLValue':
      return { type: 'scalar', text: valueText(node, text), tag: null };
  }
}

const SIMPLE_ESCAPES = backslashEscapes(
  { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', e: '\u001B', '"': '"', '\\': '\\' },
  { u: 4, U: 8, x: 2 },
);

const ESCAPES: EscapeReader = (text, index) => {
  if (text[index] !== '\\') return null;
  const continued = /^\\[ \t]*\r?\n\s*/.exec(text.slice(index, index + 400))?.[0].length ?? 0;
  return continued > 0 ? { characters: '', length: continued } : SIMPLE_ESCAPES(text, index);
};

function valueText(node: AST.TOMLValue, text: Text): Text {
  const [start, end] = node.range;
  if (node.kind !== 'string') return subText(text, start, end);
  const quotes = node.multiline ? 3 : 1;
  // The line break behind the opening quotes is not part of the string.
  const skipped = node.multiline ? (/^\r?\n/.exec(text.flat.slice(start + 3, start + 5))?.[0].length ?? 0) : 0;
  const inner = subText(text, start + quotes + skipped, Math.max(end - quotes, start + quotes + skipped));
  return node.style === 'literal' ? inner : decodedText(inner, ESCAPES);
}
