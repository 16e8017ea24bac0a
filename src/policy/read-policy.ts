import { DIALECTS } from '../references/reference.js';
import type { Kind } from '../references/kind.js';
import type { EnvShape, Severity } from './policy.js';
import { readCatalogue } from './read-catalogue.js';
import { KEY_OF_KIND, NAMED_KINDS } from './policy-document.js';
import type {
  DomainPart,
  EnvPart,
  Grant,
  Names,
  Override,
  PolicyDocument,
  RulePart,
  SqlPart,
  Written,
} from './policy-document.js';
import type { PolicyChecker } from './policy-checker.js';
import { plain } from './policy-node.js';
import type { MapEntry, PolicyNode, ScalarNode } from './policy-node.js';

const TOP_KEYS = [
  '$schema',
  'extends',
  'domains',
  'shared',
  'grants',
  'sql',
  'rules',
  'overrides',
  'tests',
  'catalogue',
  'env',
] as const;
const NAME_KEYS: readonly string[] = Object.values(KEY_OF_KIND);
const SEVERITIES = ['off', 'warn', 'error'] as const;
const ENV_SHAPES: readonly EnvShape[] = [...NAMED_KINDS, 'table', 'uri', 'dotted-schema', 'dotted-table', 'none'];
const NO_NAMES: Names = new Map();
const DOMAIN_NAME = /^[A-Za-z0-9][\w.-]*$/;

/** What a policy file's tree says; what is wrong with it goes to the checker. */
export function readPolicy(root: PolicyNode, check: PolicyChecker): PolicyDocument {
  const nodes = new Map(
    check.entries(root, 'the policy', TOP_KEYS).map(({ key, value }) => [key, value] as const),
  );
  const read = <T>(key: (typeof TOP_KEYS)[number], reader: (node: PolicyNode) => T, otherwise: T): T => {
    const node = nodes.get(key);
    return node === undefined ? otherwise : reader(node);
  };
  return {
    domains: read('domains', (node) => readDomains(node, check), new Map<string, DomainPart>()),
    shared: read('shared', (node) => readNames(check.entries(node, '"shared"', NAME_KEYS), '"shared"', check), NO_NAMES),
    grants: read('grants', (node) => readGrants(node, check), []),
    sql: read('sql', (node) => readSql(node, check), []),
    rules: read('rules', (node) => readRules(node, '"rules"', check), new Map<string, RulePart>()),
    overrides: read('overrides', (node) => readOverrides(node, check), []),
    tests: read('tests', (node) => check.oneOf(node, '"tests"', ['ignore', 'report']), null),
    catalogue: read('catalogue', (node) => readCatalogue(node, check), []),
    env: read('env', (node) => readEnv(node, check), []),
    extends: read('extends', (node) => readExtends(node, check), []),
  };
}

function readDomains(node: PolicyNode, check: PolicyChecker): Map<string, DomainPart> {
  const domains = new Map<string, DomainPart>();
  for (const { key, keyAt, value } of check.map(node, '"domains"')?.entries ?? []) {
    if (!DOMAIN_NAME.test(key)) {
      check.report(keyAt, `"${key}" cannot be a domain's name`, 'use letters, digits, "_", "-" and "."');
    }
    const what = `domain "${key}"`;
    // A domain with nothing under it (`kol:`) owns nothing yet.
    const isBare = value.form === 'scalar' && value.value === null;
    const entries = isBare ? [] : check.entries(value, what, ['title', 'files', ...NAME_KEYS]);
    const title = entries.find((entry) => entry.key === 'title')?.value;
    const files = entries.find((entry) => entry.key === 'files')?.value;
    domains.set(key, {
      name: key,
      at: keyAt,
      title: title === undefined ? null : check.text(title, `the title of ${what}`),
      files: files === undefined ? null : check.fileGlobs(files, `"files" of ${what}`),
      names: readNames(entries, what, check),
    });
  }
  return domains;
}

function readNames(entries: readonly MapEntry[], what: string, check: PolicyChecker): Names {
  const names = new Map<Kind, readonly Written[]>();
  for (const { key, value } of entries) {
    const kind = NAMED_KINDS.find((candidate) => KEY_OF_KIND[candidate] === key);
    if (kind === undefined) continue;
    const globs = check.nameGlobs(value, `"${key}" of ${what}`);
    names.set(kind, globs.filter((glob) => canMatch(glob, kind, check)));
  }
  return names;
}

/** Whether names of the kind can be as the glob says; if not, that is a problem. */
function canMatch({ text, at }: Written, kind: Kind, check: PolicyChecker): boolean {
  const dots = text.split('.').length - 1;
  if (kind === 'schema' && dots > 1) {
    check.report(at, `"${text}" has three parts and can never match a schema`, 'write catalog.schema, or the schema alone');
  } else if (kind === 'schema' && /^!?\.|\.$/.test(text)) {
    check.report(at, `"${text}" has an empty part and can never match a schema`, 'write catalog.schema, or the schema alone');
  } else if (kind === 'catalog' && dots > 0) {
    check.report(at, `"${text}" has a dot and can never match a catalog`, 'list catalog.schema under "schemas"');
  } else if (kind === 'bucket' && /^!?[\w+]*:\/\//.test(text)) {
    check.report(at, `"${text}" is a URI, not a bucket`, 'leave the scheme out: bucket, or bucket/path/**');
  } else if (kind === 'bucket' && /^!?\//.test(text)) {
    check.report(at, `"${text}" has no bucket before its path`, 'write bucket/path/**');
  } else return true;
  return false;
}

function readGrants(node: PolicyNode, check: PolicyChecker): Grant[] {
  return (check.list(node, '"grants"')?.items ?? []).flatMap((item) => {
    const keys = ['domain', 'may', 'files', 'reason', 'until', ...NAME_KEYS];
    const entries = check.entries(item, 'a grant', keys);
    if (item.form !== 'map') return [];
    const value = (key: string): PolicyNode | undefined => entries.find((entry) => entry.key === key)?.value;
    const domainNode = value('domain');
    const mayNode = value('may');
    const filesNode = value('files');
    const reasonNode = value('reason');
    const untilNode = value('until');
    if (domainNode === undefined) check.report(item, 'a grant needs "domain"', 'say which domain it is for');
    if (mayNode === undefined) check.report(item, 'a grant needs "may"', 'write may: read, or may: write');
    const domain = domainNode === undefined ? null : check.text(domainNode, '"domain" of a grant');
    const may = mayNode === undefined ? null : check.oneOf(mayNode, '"may" of a grant', ['read', 'write']);
    const names = readNames(entries, 'a grant', check);
    const files = filesNode === undefined ? [] : check.fileGlobs(filesNode, '"files" of a grant');
    const reason = reasonNode === undefined ? null : check.text(reasonNode, '"reason" of a grant');
    const until = untilNode === undefined ? null : readDate(untilNode, check);
    if (names.size === 0 && filesNode === undefined) {
      check.report(item, 'a grant names nothing', `say what it grants: ${NAME_KEYS.join(', ')} or files`);
    }
    if (domainNode === undefined || domain === null || may === null) return [];
    return [{ at: item, domain: { text: domain, at: domainNode }, may, names, files, reason, until }];
  });
}

/** A day of the calendar, `2026-12-31`. */
function readDate(node: PolicyNode, check: PolicyChecker): string | null {
  const text = node.form === 'scalar' && typeof node.value === 'string' ? node.value : '';
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // Date.parse takes the 31st of February for the 3rd of March.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
  const shown = node.form === 'scalar' ? String(node.value) : `a ${node.form}`;
  check.report(node, `"until" must be a date, not "${shown}"`, 'write it as 2026-12-31');
  return null;
}

function readSql(node: PolicyNode, check: PolicyChecker): SqlPart[] {
  return (check.list(node, '"sql"')?.items ?? []).flatMap((item) => {
    const entries = check.entries(item, 'an entry of "sql"', ['files', 'dialect']);
    if (item.form !== 'map') return [];
    const filesNode = entries.find((entry) => entry.key === 'files')?.value;
    const dialectNode = entries.find((entry) => entry.key === 'dialect')?.value;
    if (filesNode === undefined) check.report(item, 'an entry of "sql" needs "files"');
    if (dialectNode === undefined) check.report(item, 'an entry of "sql" needs "dialect"', `write one of ${DIALECTS.join(', ')}`);
    if (filesNode === undefined || dialectNode === undefined) return [];
    const files = check.fileGlobs(filesNode, '"files" of "sql"');
    const dialect = check.oneOf(dialectNode, '"dialect"', DIALECTS);
    return dialect === null ? [] : [{ files, dialect }];
  });
}

function readRules(node: PolicyNode, what: string, check: PolicyChecker): Map<string, RulePart> {
  const rules = new Map<string, RulePart>();
  for (const { key, keyAt, value } of check.map(node, what)?.entries ?? []) {
    const name = key.replace(/^domain-separation\//, '');
    const parts = value.form === 'list' ? value.items : [value];
    const [severityNode, ...optionNodes] = parts;
    if (severityNode === undefined) {
      check.report(value, `rule "${key}" has no severity`, `write one of ${SEVERITIES.join(', ')}`);
      continue;
    }
    const severity = readSeverity(severityNode, name, check);
    if (severity !== null) rules.set(name, { severity, options: optionNodes.map(plain), at: keyAt });
  }
  return rules;
}

/** A word, or ESLint's number for it. */
function readSeverity(node: PolicyNode, rule: string, check: PolicyChecker): Severity | null {
  if (node.form === 'scalar' && typeof node.value === 'number') {
    const severity = SEVERITIES[node.value];
    if (severity !== undefined) return severity;
  }
  return check.oneOf(node, `the severity of "${rule}"`, SEVERITIES);
}

function readOverrides(node: PolicyNode, check: PolicyChecker): Override[] {
  return (check.list(node, '"overrides"')?.items ?? []).flatMap((item) => {
    const entries = check.entries(item, 'an override', ['files', 'rules']);
    if (item.form !== 'map') return [];
    const filesNode = entries.find((entry) => entry.key === 'files')?.value;
    const rulesNode = entries.find((entry) => entry.key === 'rules')?.value;
    if (filesNode === undefined) check.report(item, 'an override needs "files"');
    if (rulesNode === undefined) check.report(item, 'an override needs "rules"');
    if (filesNode === undefined || rulesNode === undefined) return [];
    const files = check.fileGlobs(filesNode, '"files" of an override');
    return [{ files, rules: readRules(rulesNode, '"rules" of an override', check) }];
  });
}

function readEnv(node: PolicyNode, check: PolicyChecker): EnvPart[] {
  return (check.map(node, '"env"')?.entries ?? []).flatMap(({ key, keyAt, value }) => {
    const at: ScalarNode = { form: 'scalar', value: key, file: keyAt.file, line: keyAt.line, column: keyAt.column };
    check.nameGlobs({ form: 'list', items: [at], file: keyAt.file, line: keyAt.line, column: keyAt.column }, '"env"');
    const shape = check.oneOf(value, `what "${key}" carries`, ENV_SHAPES);
    return shape === null ? [] : [{ variable: { text: key, at: keyAt }, shape }];
  });
}

function readExtends(node: PolicyNode, check: PolicyChecker): Written[] {
  const list: PolicyNode = node.form === 'list' ? node : { ...node, form: 'list', items: [node] };
  return check.texts(list, '"extends"');
}
