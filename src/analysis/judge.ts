import { UNGOVERNED } from '../policy/judge.js';
import type { Judgement, Policy } from '../policy/policy.js';
import type { Reference } from '../references/reference.js';
import type { Place, Source } from '../references/source.js';
import { isKnown } from '../references/text.js';
import type { JudgedReference } from './analysis.js';
import type { EnvName } from './env-files.js';
import type { Language } from './readers.js';

/** What the judgement of a file's references depends on. */
export interface Court {
  readonly source: Source;
  readonly language: Language;
  readonly policy: Policy;
  readonly fileDomain: string | null;
  /** The variables of the domain's env files, the nearest file first. */
  readonly envNames: readonly EnvName[];
  /** Whether a place of another file is a reference in that file already. */
  isReferenceThere(reference: Reference): boolean;
}

export function judgeReferences(references: readonly Reference[], court: Court): readonly JudgedReference[] {
  const reported = new Set<string>();
  const byUse = variablesByUse(references);
  return references.map((reference) => {
    const judgement = judgementOf(reference, court.policy, court.fileDomain);
    return {
      reference,
      judgement,
      reportAt: onlyOnce(reported, reference, judgement, reportPlace(reference, judgement, court)),
      environment: environmentOf(reference, court, byUse),
    };
  });
}

function judgementOf(reference: Reference, policy: Policy, fileDomain: string | null): Judgement {
  if (reference.builtin || reference.use.access === 'mention') return UNGOVERNED;
  const { kind, name, qualifier, path, use } = reference;
  const judgement = policy.judge({ kind, name, qualifier, path, access: use.access, fileDomain });
  return judgement.verdict === 'outside' && isOfOneDatabase(reference) ? UNGOVERNED : judgement;
}

/**
 * A schema in PostgreSQL or MySQL: the database around it keeps the domains apart, so that it needs no
 * prefix, while a policy's `schemas` are those of Trino and its like. One that is named as another
 * domain's schemas are is still that domain's.
 */
function isOfOneDatabase({ kind, system }: Reference): boolean {
  return (kind === 'schema' || kind === 'table') && (system === 'postgres' || system === 'mysql');
}

/** Where a problem about a reference stands; null where its writing place is judged in its own file. */
function reportPlace(reference: Reference, judgement: Judgement, court: Court): Place | null {
  const { written, use } = reference;
  if (written.source.path === court.source.path) return written;
  const domainThere = court.policy.domainOf(written.source.path);
  const there = judgementOf(reference, court.policy, domainThere);
  if (there.verdict === judgement.verdict && court.isReferenceThere(reference)) return null;
  return use.place;
}

/** One problem a place: several uses of one constant are one mistake. */
function onlyOnce(
  reported: Set<string>,
  reference: Reference,
  judgement: Judgement,
  place: Place | null,
): Place | null {
  const isJudged = reference.judged && !reference.builtin && reference.use.access !== 'mention';
  if (place === null || !isJudged) return place;
  const { kind, name, qualifier } = reference;
  const what = `${kind}\u0000${name}\u0000${qualifier.length === 0 ? '' : qualifier.join('\u0000')}`;
  const key = `${place.start} ${place.end} ${judgement.verdict} ${what}\u0000${place.source.path}`;
  if (reported.has(key)) return null;
  reported.add(key);
  return place;
}

/** Which variables the file itself uses as a name of which kind. */
function variablesByUse(references: readonly Reference[]): ReadonlySet<string> {
  return new Set(references.flatMap(({ env, kind }) => (env === null ? [] : [`${kind} ${env}`])));
}

function environmentOf(
  { kind, name, builtin }: Reference,
  { language, envNames }: Court,
  byUse: ReadonlySet<string>,
): JudgedReference['environment'] {
  if (builtin || !isKnown(name)) return null;
  const fitting = envNames.filter(
    (candidate) =>
      candidate.name === name && (candidate.kind === kind || byUse.has(`${kind} ${candidate.variable}`)),
  );
  const [first] = fitting;
  if (first === undefined || fitting.some(({ variable }) => variable !== first.variable)) return null;
  const expression = readOf(first.variable, language);
  return expression === null ? null : { variable: first.variable, expression };
}

/** How code of a language reads a variable that must be there. */
function readOf(variable: string, language: Language): string | null {
  switch (language) {
    case 'python':
      return `os.environ["${variable}"]`;
    case 'javascript':
      return `process.env.${variable}`;
    case 'shell':
      return `\${${variable}}`;
    case 'sql':
    case 'dotenv':
    case 'configuration':
    case 'documentation':
      return null;
  }
}
