import { relative, sep } from 'node:path';

import type { Analysis, JudgedReference } from '../analysis/analysis.js';
import type { Namespace } from '../policy/policy.js';
import type { Kind } from '../references/kind.js';
import { displayName, type Name } from '../references/name.js';
import { positionAt, type Place } from '../references/source.js';
import type { MessageData } from './problem.js';
import { traceOf } from './trace.js';

/** What names of a kind are among in a policy: a table is judged by its schema. */
const PLURALS: Readonly<Record<Kind, string>> = {
  bucket: 'buckets',
  catalog: 'catalogs',
  schema: 'schemas',
  table: 'schemas',
  database: 'databases',
  experiment: 'experiments',
  model: 'models',
  keyspace: 'keyspaces',
  topic: 'topics',
  dag: 'DAGs',
};

/** A declaration's line is shown up to here, in characters. */
const LONGEST_EXCERPT = 60;

/** Everything that a rule's message may say of a judged reference. */
export function messageData(judged: JudgedReference, analysis: Analysis): MessageData {
  const { judgement } = judged;
  const { kind, name, qualifier } = subjectOf(judged);
  return {
    kind,
    Kind: kindTitle(kind),
    kinds: PLURALS[kind],
    name: dottedName(qualifier, name) + pathText(judged),
    domain: analysis.fileDomain ?? '',
    owner: judgement.owner ?? '',
    instead: judgement.instead === null ? '' : dottedName(qualifier, judgement.instead),
    namespaces: namespacesText(judgement.namespaces, analysis.fileDomain),
    variable: judged.environment?.variable ?? '',
    trace: traceText(judged, analysis.policy.root),
  };
}

/** What the policy judged: the reference itself, or the catalog before it. */
function subjectOf({ reference, judgement }: JudgedReference) {
  const [catalog] = reference.qualifier;
  if (judgement.part === 'name' || catalog === undefined) return reference;
  return { kind: 'catalog', name: catalog, qualifier: [] } as const;
}

/** `Bucket`, `DAG`: a kind at the beginning of a sentence. */
export function kindTitle(kind: Kind): string {
  return kind === 'dag' ? 'DAG' : kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** `/crm/events` behind a bucket that domains share, each with folders of its own: there the folder is what counts. */
function pathText({ reference: { kind, path }, judgement }: JudgedReference): string {
  const isShared = judgement.namespaces.some(({ globs }) => globs.some((glob) => glob.includes('/')));
  return kind === 'bucket' && isShared && path !== null && path !== '' ? `/${displayName(path).replace(/^\/+/, '')}` : '';
}

/** The name with what stands before it: `iceberg.silver`. */
export function dottedName(qualifier: readonly Name[], name: Name): string {
  return [...qualifier, name].map(displayName).join('.');
}

/** As many globs and domains as a person takes in at a glance. */
const SHOWN_GLOBS = 6;
const SHOWN_DOMAINS = 4;

/** `kol: 'kol-*'; sme: 'sme-*'`; the globs alone where the file's domain is meant. */
function namespacesText(all: readonly Namespace[], fileDomain: string | null): string {
  const namespaces = all.filter(({ globs }) => globs.length > 0);
  const [only] = namespaces;
  if (fileDomain !== null && namespaces.length === 1 && only !== undefined) return globsText(only);
  const shown = namespaces.slice(0, SHOWN_DOMAINS).map((namespace) => `${namespace.domain}: ${globsText(namespace)}`);
  const more = namespaces.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function globsText({ globs }: Namespace): string {
  const shown = globs.slice(0, SHOWN_GLOBS).map((glob) => `'${glob}'`);
  const more = globs.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/**
 * The way from the declaration to the use, for a name written in another file than the one the
 * problem stands in: ` (config.py:12 BRONZE = "bronze" → etl.py:40)`; nothing otherwise.
 */
function traceText(judged: JudgedReference, root: string): string {
  const [first, ...others] = traceOf(judged);
  if (first === undefined) return '';
  const stops = [`${lineText(first, root)} ${excerpt(first)}`];
  for (const place of others) {
    const stop = lineText(place, root);
    if (!stops.some((known) => known === stop || known.startsWith(`${stop} `))) stops.push(stop);
  }
  return ` (${stops.join(' → ')})`;
}

/** `etl/config.py:12`, from the policy's folder. */
export function lineText(place: Place, root: string): string {
  const file = relative(root, place.source.path).split(sep).join('/');
  return `${file}:${positionAt(place.source, place.start).line}`;
}

/** The declaration as its first line reads. */
export function excerpt({ source, start }: Place): string {
  const rest = source.text.slice(start, start + LONGEST_EXCERPT + 1);
  const line = rest.split(/[\r\n]/, 1)[0] ?? '';
  return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT)}…` : line.trimEnd();
}
