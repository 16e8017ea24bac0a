import { type MemberNode, type ValueNode, parse } from '@humanwhocodes/momoa';
import type { Source } from '../../references/source.js';
import { type Text, literal, slice, subText } from '../../references/text.js';
import type { MapEntry, Node } from '../configuration/node.js';
import { readConfiguration } from '../configuration/reader.js';
import { backslashEscapes, decodedText } from '../escapes.js';
import type { Comment, Facts, SyntaxProblem } from '../facts.js';
import { factsOf } from '../facts-of.js';

/**
 * Reads a JSON file, comments and trailing commas allowed. The manifests and locks of package managers
 * and compilers are full of names and name nothing of ours: they give no facts, but for npm's scripts. Nor does what dbt makes
 * of a project, wherever it was copied to: the project itself says it all.
 */
export function readJson(source: Source): Facts {
  if (/(?:^|[\\/])package\.json$/.test(source.path)) return readScripts(source);
  if (MANIFEST.test(source.path) || isDbtArtefact(source.text) || source.text.trim() === '') return factsOf(source, {});
  const text = literal(source.text, { source, start: 0, end: source.text.length });
  const { root, comments, problems } = parseJson(text);
  return factsOf(source, { ...readConfiguration(root === null ? [] : [root], comments), problems });
}

const MANIFEST = /(?:^|[\\/])(?:(?:package-lock|npm-shrinkwrap|composer|tsconfig[\w.-]*|jsconfig|components|manifest|angular|turbo|nx|lerna|deno|renovate|\.eslintrc|\.prettierrc|\.babelrc)\.json|[\w.-]+\.lock)$/;

/** The scripts of npm, each run by a shell. */
function readScripts(source: Source): Facts {
  const { root } = parseJson(literal(source.text, { source, start: 0, end: source.text.length }));
  const scripts = root?.type === 'map' ? root.entries.find(({ key }) => key.flat === 'scripts')?.value : undefined;
  if (scripts?.type !== 'map') return factsOf(source, {});
  const run = scripts.entries.map((entry): MapEntry => ({ ...entry, key: literal('run', entry.key.place, 'whole') }));
  return factsOf(source, readConfiguration([{ ...scripts, entries: run }], []));
}

/** dbt's manifest, catalog and run results say by what version of which schema they were written. */
function isDbtArtefact(text: string): boolean {
  return /"dbt_schema_version"\s*:/.test(text.slice(0, 2000));
}

/** Stands for what a template gives; the configuration reader makes holes of it. */
const UNKNOWN = '\uFFFD';

export interface JsonFile {
  /** Null where the text is no JSON. */
  readonly root: Node | null;
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
}

/** Parses a text as JSON. Never throws. */
export function parseJson(text: Text): JsonFile {
  const plain = tryParse(text, text.flat);
  if (plain.problems.length === 0 || !/\{[{%]/.test(text.flat)) return plain;
  return { ...tryParse(text, withoutBareTemplates(text.flat)), problems: [] };
}

/** The text with template expressions outside of strings made strings, of the same length. */
function withoutBareTemplates(code: string): string {
  return code.replaceAll(/"(?:\\.|[^"\\\n])*"|\{\{[^\n]*?\}\}|\{%[^\n]*?%\}/g, (written) => {
    if (written.startsWith('"')) return written;
    if (written.startsWith('{%')) return ' '.repeat(written.length);
    return `"${UNKNOWN.repeat(written.length - 2)}"`;
  });
}

function tryParse(text: Text, code: string): JsonFile {
  try {
    const tokens = /\/[/*]/.test(code);
    const document = parse(code, { mode: 'jsonc', ranges: true, tokens, allowTrailingCommas: true });
    const comments = (document.tokens ?? []).flatMap(({ type, range }) => {
      return range !== undefined && /Comment/.test(type) ? [commentOf(text, range[0], range[1])] : [];
    });
    const read = code === text.flat ? text : literal(code, text.place);
    return { root: nodeOf(document.body, read), comments, problems: [] };
  } catch (error) {
    const problem = problemOf(error);
    return { root: null, comments: [], problems: isStream(code, problem.offset) ? [] : [problem] };
  }
}

/** Several values one after the other, as data is often kept: what stands before the second is whole. */
function isStream(code: string, offset: number): boolean {
  if (!/[}\]]\s*$/.test(code.slice(Math.max(offset - 100, 0), offset))) return false;
  try {
    parse(code.slice(0, offset), { mode: 'jsonc', allowTrailingCommas: true });
    return true;
  } catch {
    return false;
  }
}

function problemOf(error: unknown): SyntaxProblem {
  if (error instanceof RangeError) return { message: 'The values are nested too deeply.', offset: 0 };
  if (!(error instanceof Error)) throw error;
  const offset = 'offset' in error && typeof error.offset === 'number' ? error.offset : 0;
  return { message: error.message.replace(/\s*\(\d+:\d+\)$/, '').replace(/\.?$/, '.'), offset };
}

function commentOf(text: Text, start: number, end: number): Comment {
  const block = text.flat.startsWith('/*', start);
  const inner = text.flat.slice(start + 2, block ? end - 2 : end);
  return { text: inner, form: block ? 'block' : 'line', place: slice(text, start, end).written };
}

function nodeOf(node: ValueNode, text: Text): Node {
  const [start, end] = node.range ?? [0, 0];
  const place = slice(text, start, end).written;
  switch (node.type) {
    case 'Object':
      return { type: 'map', entries: node.members.map((member) => entryOf(member, text)), place };
    case 'Array':
      return { type: 'list', items: node.elements.map(({ value }) => nodeOf(value, text)), place };
    case 'String':
      return { type: 'scalar', text: stringText(text, start, end), tag: null };
    default:
      return { type: 'scalar', text: subText(text, start, end), tag: null };
  }
}

function entryOf({ name, value }: MemberNode, text: Text): MapEntry {
  const [start, end] = name.range ?? [0, 0];
  const key = name.type === 'String' ? stringText(text, start, end) : subText(text, start, end);
  return { key, value: nodeOf(value, text), shared: false };
}

const ESCAPES = backslashEscapes(
  { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', '\\': '\\', '/': '/' },
  { u: 4 },
);

/** The text between the quotes of a string, its escapes decoded. */
export function stringText(text: Text, start: number, end: number): Text {
  return decodedText(subText(text, start + 1, end - 1), ESCAPES);
}
