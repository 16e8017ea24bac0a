import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node as YamlNode, YAMLMap } from 'yaml';
import type { PolicyProblem } from './policy-error.js';
import { yamlProblem } from './yaml-problem.js';

/** A value of a policy file, with the place it is written at. */
export type PolicyNode = MapNode | ListNode | ScalarNode;

export interface MapNode extends At {
  readonly form: 'map';
  /** In the order of the file; what `<<` merges in comes last. */
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  readonly keyAt: At;
  readonly value: PolicyNode;
}

export interface ListNode extends At {
  readonly form: 'list';
  readonly items: readonly PolicyNode[];
}

export interface ScalarNode extends At {
  readonly form: 'scalar';
  readonly value: string | number | boolean | null;
}

/** A place of a policy file; line and column are 1-based. */
export interface At {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface PolicyText {
  /** Null where the text is empty or could not be read at all. */
  readonly root: PolicyNode | null;
  readonly problems: readonly PolicyProblem[];
}

/** Reads a policy file's text as YAML, or as JSON where the file's name ends in `.json`. */
export function parsePolicyText(file: string, text: string): PolicyText {
  const lines = new LineCounter();
  const isJson = file.toLowerCase().endsWith('.json');
  const document = parseDocument(text, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
    schema: isJson ? 'json' : 'core',
    uniqueKeys: true,
  });
  const reading = new Reading(file, document, lines);
  for (const error of document.errors) {
    const { message, hint } = yamlProblem(error, text);
    reading.report(error.pos[0], message, hint);
  }
  if (reading.problems.length > 0) return { root: null, problems: reading.problems };
  const root = document.contents === null ? null : reading.convert(document.contents, []);
  if (isJson && reading.problems.length === 0) reading.reportUnlessJson(text);
  return { root, problems: reading.problems };
}

class Reading {
  readonly problems: PolicyProblem[] = [];
  readonly #file: string;
  readonly #document: Document;
  readonly #lines: LineCounter;
  /** Anchored nodes are converted once, so aliases of aliases cannot multiply. */
  readonly #converted = new Map<YamlNode, PolicyNode>();

  constructor(file: string, document: Document, lines: LineCounter) {
    this.#file = file;
    this.#document = document;
    this.#lines = lines;
  }

  report(offset: number, message: string, hint: string | null): void {
    this.problems.push({ ...this.#at(offset), message, hint });
  }

  /** YAML's flow style is wider than JSON: comments, trailing commas, bare words. */
  reportUnlessJson(text: string): void {
    try {
      JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const offset = Number(/position (\d+)/.exec(reason)?.[1] ?? 0);
      this.report(offset, `not JSON (${reason})`, 'name the file .yaml to write YAML in it');
    }
  }

  convert(node: YamlNode, within: readonly YamlNode[]): PolicyNode {
    const known = this.#converted.get(node);
    if (known !== undefined) return known;
    const at = this.#at(node.range?.[0] ?? 0);
    if (within.includes(node)) {
      this.report(node.range?.[0] ?? 0, 'an alias stands inside the anchor that it names', 'write it out');
      return { form: 'scalar', value: null, ...at };
    }
    const result = this.#convertNew(node, [...within, node], at);
    this.#converted.set(node, result);
    return result;
  }

  #convertNew(node: YamlNode, within: readonly YamlNode[], at: At): PolicyNode {
    if (isAlias(node)) {
      const target = node.resolve(this.#document);
      if (target !== undefined) return this.convert(target, within);
      this.report(node.range?.[0] ?? 0, `no anchor is called "${node.source}"`, `for a glob put it in quotes: "*${node.source}"`);
      return { form: 'scalar', value: `*${node.source}`, ...at };
    }
    if (isMap(node)) return { form: 'map', entries: this.#entriesOf(node, within), ...at };
    if (isSeq(node)) {
      const items = node.items.map((item) => this.#convertItem(item, within, at));
      return { form: 'list', items, ...at };
    }
    if (node.tag?.startsWith('!') === true) {
      // Nothing stands behind it: the empty value begins where the tag ends.
      this.report((node.range?.[0] ?? 0) - node.tag.length, `${node.tag} is a tag of YAML's here`, 'put a glob that begins with "!" in quotes');
      return { form: 'scalar', value: node.tag, ...at };
    }
    return { form: 'scalar', value: scalarValue(isScalar(node) ? node.value : null), ...at };
  }

  #convertItem(item: unknown, within: readonly YamlNode[], at: At): PolicyNode {
    return isNode(item) ? this.convert(item, within) : { form: 'scalar', value: null, ...at };
  }

  #entriesOf(map: YAMLMap, within: readonly YamlNode[]): MapEntry[] {
    const own: MapEntry[] = [];
    const merged: MapEntry[] = [];
    for (const { key, value } of map.items) {
      const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      const keyAt = this.#at(offset);
      const converted = this.#convertItem(value, within, keyAt);
      if (!isScalar(key)) this.report(offset, 'a key must be plain text', null);
      else if (key.value === '<<' || typeof key.value === 'symbol') merged.push(...mergedEntries(converted));
      else own.push({ key: String(key.value), keyAt, value: converted });
    }
    const keys = new Set(own.map((entry) => entry.key));
    for (const entry of merged) {
      if (keys.has(entry.key)) continue;
      keys.add(entry.key);
      own.push(entry);
    }
    return own;
  }

  #at(offset: number): At {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.#file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

function mergedEntries(node: PolicyNode): readonly MapEntry[] {
  if (node.form === 'map') return node.entries;
  return node.form === 'list' ? node.items.flatMap(mergedEntries) : [];
}

function isNode(value: unknown): value is YamlNode {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);
}

/** The schemas that are read give nothing else but null; a bigint is a number too long to be exact. */
function scalarValue(value: unknown): ScalarNode['value'] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? String(value) : null;
}

/** The node as plain data, for options that are handed on as they are. */
export function plain(node: PolicyNode): unknown {
  switch (node.form) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plain);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
  }
}
