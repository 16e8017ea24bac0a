import type { ArgumentTest, CallEntry, Library, Shape, Taken, TypePath } from '../catalogue/library.js';
import { KINDS } from '../references/kind.js';
import { SYSTEMS } from '../references/system.js';
import type { PolicyChecker } from './policy-checker.js';
import type { PolicyNode } from './policy-node.js';

const SHAPES: readonly Shape[] = [...KINDS, 'uri', 'path', 'sql', 'dotted-table', 'dotted-schema', 'named'];
const LANGUAGES = ['python', 'javascript'] as const;
const ACCESSES = ['read', 'write', 'define', 'mention', 'unknown'] as const;

/** The user's own libraries; in the form of the catalogue, `types`, `match` and `skip` may be left out. */
export function readCatalogue(node: PolicyNode, check: PolicyChecker): Library[] {
  return (check.list(node, '"catalogue"')?.items ?? []).flatMap((item): Library[] => {
    const fields = fieldsOf(item, 'a library of "catalogue"', ['library', 'language', 'system', 'types', 'entries'], check);
    if (fields === null) return [];
    const library = required(fields, 'library', item, check, (value) => check.text(value, '"library"'));
    const language = required(fields, 'language', item, check, (value) =>
      check.oneOf(value, '"language"', LANGUAGES),
    );
    const systemNode = fields.get('system');
    const system = systemNode === undefined ? null : check.oneOf(systemNode, '"system"', SYSTEMS);
    const types = fields.get('types');
    const entries = required(fields, 'entries', item, check, (value) => readEntries(value, check));
    if (library === null || language === null || entries === null) return [];
    return [{ library, language, system, types: types === undefined ? {} : readTypes(types, check), entries }];
  });
}

function readTypes(node: PolicyNode, check: PolicyChecker): Record<string, TypePath[]> {
  const entries = check.map(node, '"types"')?.entries ?? [];
  return Object.fromEntries(entries.map(({ key, value }) => [key, readTypePaths(value, key, check)]));
}

function readTypePaths(node: PolicyNode, type: string, check: PolicyChecker): TypePath[] {
  return (check.list(node, `type "${type}"`)?.items ?? []).flatMap((item): TypePath[] => {
    if (item.form === 'scalar') {
      const path = check.text(item, `a path of type "${type}"`);
      return path === null ? [] : [path];
    }
    const fields = fieldsOf(item, `a path of type "${type}"`, ['path', 'where'], check);
    if (fields === null) return [];
    const path = required(fields, 'path', item, check, (value) => check.text(value, '"path"'));
    const where = required(fields, 'where', item, check, (value) => readTest(value, check));
    return path === null || where === null ? [] : [{ path, where }];
  });
}

function readEntries(node: PolicyNode, check: PolicyChecker): CallEntry[] {
  return (check.list(node, '"entries"')?.items ?? []).flatMap((item) => {
    const keys = ['call', 'takes', 'where', 'access', 'match', 'skip'];
    const fields = fieldsOf(item, 'an entry of a library', keys, check);
    if (fields === null) return [];
    const call = required(fields, 'call', item, check, (value) => textList(value, '"call"', check));
    const takes = required(fields, 'takes', item, check, (value) => readTakes(value, check));
    const whereNode = fields.get('where');
    const where = whereNode === undefined ? null : readTest(whereNode, check);
    const access = readAccess(fields, check);
    const match = fields.get('match');
    const skip = fields.get('skip');
    if (call === null || takes === null) return [];
    return [
      {
        call,
        takes,
        ...(where === null ? {} : { where }),
        ...(access === null ? {} : { access }),
        match: match === undefined ? [] : readMatches(match, check),
        skip: skip === undefined ? [] : textList(skip, '"skip"', check),
      },
    ];
  });
}

function readTakes(node: PolicyNode, check: PolicyChecker): Taken[] {
  return (check.list(node, '"takes"')?.items ?? []).flatMap((item) => {
    const fields = fieldsOf(item, 'an entry of "takes"', ['at', 'keyword', 'entry', 'is', 'access'], check);
    if (fields === null) return [];
    const is = required(fields, 'is', item, check, (value) => check.oneOf(value, '"is"', SHAPES));
    const at = readIndex(fields, check);
    const keywordNode = fields.get('keyword');
    const keyword = keywordNode === undefined ? null : textList(keywordNode, '"keyword"', check);
    const entryNode = fields.get('entry');
    const access = readAccess(fields, check);
    if (at === null && keyword === null) check.report(item, 'an entry of "takes" needs "at" or "keyword"');
    if (is === null) return [];
    return [
      {
        ...(at === null ? {} : { at }),
        ...(keyword === null ? {} : { keyword }),
        ...(entryNode === undefined ? {} : { entry: textList(entryNode, '"entry"', check) }),
        is,
        ...(access === null ? {} : { access }),
      },
    ];
  });
}

function readTest(node: PolicyNode, check: PolicyChecker): ArgumentTest | null {
  const fields = fieldsOf(node, '"where"', ['at', 'keyword', 'equals'], check);
  if (fields === null) return null;
  const equals = required(fields, 'equals', node, check, (value) => textList(value, '"equals"', check));
  const at = readIndex(fields, check);
  const keywordNode = fields.get('keyword');
  const keyword = keywordNode === undefined ? null : check.text(keywordNode, '"keyword"');
  if (equals === null) return null;
  return { ...(at === null ? {} : { at }), ...(keyword === null ? {} : { keyword }), equals };
}

function readMatches(node: PolicyNode, check: PolicyChecker): CallEntry['match'] {
  return (check.list(node, '"match"')?.items ?? []).flatMap((item) => {
    const fields = fieldsOf(item, 'an entry of "match"', ['code', 'finds'], check);
    if (fields === null) return [];
    const code = required(fields, 'code', item, check, (value) => check.text(value, '"code"'));
    const finds = required(fields, 'finds', item, check, (value) => textList(value, '"finds"', check));
    return code === null || finds === null ? [] : [{ code, finds }];
  });
}

function readIndex(fields: ReadonlyMap<string, PolicyNode>, check: PolicyChecker): number | null {
  const node = fields.get('at');
  if (node === undefined) return null;
  const value = node.form === 'scalar' ? node.value : null;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  check.report(node, '"at" must be the index of an argument', 'the first one is 0');
  return null;
}

function readAccess(fields: ReadonlyMap<string, PolicyNode>, check: PolicyChecker) {
  const node = fields.get('access');
  return node === undefined ? null : check.oneOf(node, '"access"', ACCESSES);
}

/** A list of texts; a single text stands for a list of one. */
function textList(node: PolicyNode, what: string, check: PolicyChecker): string[] {
  const list: PolicyNode = node.form === 'scalar' ? { ...node, form: 'list', items: [node] } : node;
  return check.texts(list, what).map(({ text }) => text);
}

function fieldsOf(node: PolicyNode, what: string, keys: readonly string[], check: PolicyChecker) {
  const entries = check.entries(node, what, keys);
  if (node.form !== 'map') return null;
  return new Map(entries.map(({ key, value }) => [key, value]));
}

function required<T>(
  fields: ReadonlyMap<string, PolicyNode>,
  key: string,
  at: PolicyNode,
  check: PolicyChecker,
  read: (node: PolicyNode) => T | null,
): T | null {
  const node = fields.get(key);
  if (node !== undefined) return read(node);
  check.report(at, `"${key}" is missing`);
  return null;
}
