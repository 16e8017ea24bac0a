import {
  type Document,
  Lexer,
  type Node as YamlNode,
  type Pair,
  type Scalar,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
} from 'yaml';
import type { Place, Source } from '../../references/source.js';
import { type Text, followed, literal } from '../../references/text.js';
import type { MapEntry, Node } from '../configuration/node.js';
import type { Comment, SyntaxProblem } from '../facts.js';
import { blankTemplates } from '../templates.js';
import { type ScalarStyle, scalarText } from './scalar-text.js';

export interface YamlFile {
  readonly documents: readonly Node[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
}

/** Values nested deeper are left out. */
const DEEPEST = 100;
/** Aliases are carried out so many times in one file, which bounds what a few anchors can make. */
const MOST_ALIASES = 2000;

/** Parses a YAML file, templates in it blanked where it is no YAML with them. Never throws. */
export function parseYaml(source: Source): YamlFile {
  const { text } = source;
  const templated = text.includes('{{') || text.includes('{%');
  const plain = templated && TEMPLATE_FOR_A_NODE.test(text) ? null : parse(source, text);
  if (plain !== null && (!templated || plain.problems.length === 0)) return plain;
  const blanked = parse(source, blankTemplates(text));
  // A template's own syntax is not ours to judge.
  return { ...blanked, problems: [] };
}

/**
 * `value: {{ .Values.x }}`, which YAML takes for a map in a map, and `{{- if .Values.x }}` on a line of its own,
 * of which it would make an error for each: such a file is parsed once, not first in vain.
 */
const TEMPLATE_FOR_A_NODE = /^[ \t]*(?:(?:- )?[\w.-]+:[ \t]+\{\{|\{\{-?[ \t]*(?:if|range|with|end|else|define|include|template)\b)/m;

function parse(source: Source, text: string): YamlFile {
  try {
    const documents = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
    const list: readonly Document.Parsed[] = Array.isArray(documents) ? documents : [];
    const nodes = list.flatMap((document) => new DocumentReader(source, text, document).read() ?? []);
    return { documents: nodes, comments: commentsIn(source, text), problems: problemsOf(list) };
  } catch (error) {
    // The parser works by recursion, and a value nested thousands deep is too much for it.
    if (!(error instanceof RangeError)) throw error;
    return { documents: [], comments: [], problems: [{ message: 'The values are nested too deeply.', offset: 0 }] };
  }
}

/** The first error; those that follow mostly follow from it. */
function problemsOf(documents: readonly Document.Parsed[]): SyntaxProblem[] {
  const [error] = documents.flatMap((document) => document.errors);
  return error === undefined ? [] : [{ message: `${error.message.replace(/\.?$/, '')}.`, offset: error.pos[0] }];
}

class DocumentReader {
  readonly #source: Source;
  readonly #text: string;
  readonly #document: Document.Parsed;
  #aliases = 0;

  constructor(source: Source, text: string, document: Document.Parsed) {
    this.#source = source;
    this.#text = text;
    this.#document = document;
  }

  read(): Node | null {
    return this.#node(this.#document.contents, 0);
  }

  #node(node: unknown, depth: number): Node | null {
    if (depth > DEEPEST) return null;
    if (isAlias(node)) {
      const target = this.#aliases < MOST_ALIASES ? node.resolve(this.#document) : undefined;
      this.#aliases += 1;
      const read = target === undefined ? null : this.#node(target, depth + 1);
      if (read?.type !== 'scalar') return read;
      const place = this.#place(node.range);
      const step = { origin: 'config', label: node.source, place: read.text.place, env: null } as const;
      return { type: 'scalar', text: followed(read.text, step, place), tag: read.tag };
    }
    if (isScalar(node)) return { type: 'scalar', text: this.#scalar(node), tag: tagOf(node) };
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => this.#node(item, depth + 1) ?? []);
      return { type: 'list', items, tag: tagOf(node), place: this.#place(node.range) };
    }
    if (!isMap(node)) return null;
    const entries = node.items.flatMap((pair) => (isPair(pair) ? this.#entries(pair, depth) : []));
    return { type: 'map', entries, place: this.#place(node.range) };
  }

  #entries(pair: Pair, depth: number): MapEntry[] {
    if (!isScalar(pair.key)) return [];
    const key = this.#scalar(pair.key);
    if (key.flat === '<<') return this.#merged(pair.value, depth);
    const value = this.#node(pair.value, depth + 1);
    return value === null ? [] : [{ key, value, shared: isAlias(pair.value) && value.type !== 'scalar' }];
  }

  #merged(value: unknown, depth: number): MapEntry[] {
    const node = this.#node(value, depth + 1);
    const maps = node?.type === 'list' ? node.items : [node];
    return maps.flatMap((map) => {
      return map?.type === 'map' ? map.entries.map((entry) => ({ ...entry, shared: true })) : [];
    });
  }

  #scalar(node: Scalar): Text {
    const value = typeof node.value === 'string' ? node.value : '';
    const [start, end] = node.range ?? [0, 0];
    const style = styleOf(node);
    const inner = contentRange(this.#text, start, end, style);
    if (value === '' && inner.start >= inner.end) {
      return literal('', { source: this.#source, start: inner.start, end: inner.start });
    }
    return scalarText(this.#source, this.#text, inner, value, style);
  }

  #place(range: YamlNode['range']): Place {
    const [start, end] = range ?? [0, 0];
    return { source: this.#source, start, end };
  }
}

/** A tag that is not YAML's own. */
function tagOf({ tag }: { readonly tag?: string | undefined }): string | null {
  return tag?.startsWith('!') === true && tag !== '!' ? tag : null;
}

function styleOf(node: Scalar): ScalarStyle {
  switch (node.type) {
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'QUOTE_SINGLE':
      return 'single';
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return 'block';
    default:
      return 'plain';
  }
}

/** A scalar's range without its quotes, or without the line of `|` or `>`. */
function contentRange(text: string, start: number, end: number, style: ScalarStyle): { start: number; end: number } {
  switch (style) {
    case 'plain':
      return { start, end };
    case 'block': {
      const header = text.indexOf('\n', start);
      return header === -1 || header >= end ? { start: end, end } : { start: header + 1, end };
    }
    case 'single':
    case 'double': {
      const closed = end - start > 1 && text[end - 1] === text[start];
      return { start: start + 1, end: closed ? end - 1 : end };
    }
  }
}

/** What the lexer puts between the file's own characters. */
const SCALAR_FOLLOWS = '\u001F';
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', SCALAR_FOLLOWS, '\uFEFF']);

function commentsIn(source: Source, text: string): Comment[] {
  const comments: Comment[] = [];
  if (!text.includes('#')) return comments;
  let offset = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (!MARKS.has(lexeme)) {
      if (lexeme.startsWith('#') && before !== SCALAR_FOLLOWS) {
        const place = { source, start: offset, end: offset + lexeme.length };
        comments.push({ text: lexeme.slice(1), form: 'line', place });
      }
      offset += lexeme.length;
    }
    before = lexeme;
  }
  return comments;
}
