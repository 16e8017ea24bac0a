import type { Kind } from '../references/kind.js';
import type { Access } from '../references/reference.js';
import { HOLE, isKnown, isUnknown } from '../references/text.js';
import { nameInstead, stemsOf } from './instead.js';
import { membership, queryOf } from './namespace.js';
import type { Membership } from './name-set.js';
import type { NameQuery, Names } from './namespace.js';
import type { Judgement, Namespace, Question, Verdict } from './policy.js';

/** Who owns which names, compiled. */
export interface Ownership {
  readonly domains: readonly OwnedNames[];
  readonly shared: NamesByKind;
  readonly grants: readonly CompiledGrant[];
}

export type NamesByKind = ReadonlyMap<Kind, Names>;

export interface OwnedNames {
  readonly domain: string;
  readonly names: NamesByKind;
}

export interface CompiledGrant {
  readonly domain: string;
  readonly may: 'read' | 'write';
  readonly names: NamesByKind;
  readonly until: string | null;
  /** Whether the last day on which it holds is over. */
  readonly isOver: boolean;
}

/** What the policy says of one name used in one file. */
export function judge(ownership: Ownership, question: Question): Judgement {
  if (question.kind !== 'table') return judgeName(ownership, question);
  const { qualifier } = question;
  const schema = qualifier.length > 1 ? qualifier[1] : qualifier[0];
  if (schema === undefined) return { ...UNGOVERNED };
  const catalogs = qualifier.length > 1 ? qualifier.slice(0, 1) : [];
  // What would replace the schema does not replace the table.
  return { ...judgeName(ownership, { ...question, kind: 'schema', name: schema, qualifier: catalogs }), instead: null };
}

/** What a policy says of a name that is not for it to judge. */
export const UNGOVERNED: Judgement = {
  verdict: 'ungoverned',
  part: 'name',
  owner: null,
  instead: null,
  namespaces: [],
  refused: null,
};

/** From what must be said to what need not be: of a schema and its catalog the worse one counts. */
const WORST_FIRST: readonly Verdict[] = [
  'foreign',
  'outside',
  'undecided',
  'granted',
  'shared',
  'own',
  'ungoverned',
];

function judgeName(ownership: Ownership, question: Question): Judgement {
  const own = judgePart(ownership, question);
  const catalog = question.kind === 'schema' ? question.qualifier.at(-1) : undefined;
  if (catalog === undefined || isUnknown(catalog) || isSettled(ownership, question, own.verdict)) return own;
  const ofCatalog = judgePart(ownership, { ...question, kind: 'catalog', name: catalog, qualifier: [], path: null });
  if (WORST_FIRST.indexOf(ofCatalog.verdict) >= WORST_FIRST.indexOf(own.verdict)) return own;
  return { ...ofCatalog, part: 'catalog', instead: null };
}

/** Whether the verdict on a schema takes its catalog into account already. */
function isSettled(ownership: Ownership, question: Question, verdict: Verdict): boolean {
  if (verdict === 'granted' || verdict === 'shared' || verdict === 'foreign') return true;
  if (verdict !== 'own') return false;
  const names = namesOf(ownership, question.fileDomain)?.get('schema');
  return names?.explicit.holds(queryFor(question).joined) === 'inside';
}

function judgePart(ownership: Ownership, question: Question): Judgement {
  const { kind, fileDomain } = question;
  if (!isGoverned(ownership, kind)) return UNGOVERNED;
  const query = queryFor(question);
  const holders = ownership.domains.map(({ domain, names }) => ({
    domain,
    holds: holds(names, kind, query),
  }));
  const inside = holders.filter((holder) => holder.holds === 'inside').map((holder) => holder.domain);
  const [owner] = inside;
  const answer = (verdict: Verdict, details: Partial<Judgement> = {}): Judgement => ({
    ...UNGOVERNED,
    verdict,
    owner: inside.length === 1 ? (owner ?? null) : null,
    namespaces: namespacesOf(ownership, kind, fileDomain),
    ...details,
  });
  const shared = holds(ownership.shared, kind, query);
  // Only where the catalog is unknown can two domains hold one name.
  if (inside.length > 1) return answer('undecided');
  if (owner !== undefined && owner === fileDomain) return answer('own');
  if (shared === 'inside') return answer('shared');
  if (owner !== undefined && fileDomain === null) return answer('ungoverned');
  const granted = judgeGrants(ownership, question, query);
  if (granted.verdict !== null) return answer(granted.verdict);
  if (owner !== undefined) {
    return answer('foreign', { instead: insteadOf(ownership, question, owner), refused: granted.refused });
  }
  const isOutside = shared === 'outside' && holders.every((holder) => holder.holds === 'outside');
  if (isOutside) return answer('outside', { instead: insteadOf(ownership, question, null) });
  const mayBeOthers = shared === 'outside' && !question.name.startsWith(HOLE);
  const other = mayBeOthers ? onlyOther(holders, fileDomain) : null;
  // One domain's or nobody's: that is enough to know that it is not this one's.
  return other === null ? answer('undecided') : answer('foreign', { owner: other, refused: granted.refused });
}

/** The one domain that a name may be of, where the file's own is none such. */
function onlyOther(
  holders: readonly { readonly domain: string; readonly holds: Membership }[],
  fileDomain: string | null,
): string | null {
  const possible = holders.filter((holder) => holder.holds !== 'outside');
  const [only] = possible;
  if (only === undefined || possible.length > 1 || fileDomain === null) return null;
  return only.domain === fileDomain ? null : only.domain;
}

function isGoverned(ownership: Ownership, kind: Kind): boolean {
  return ownership.shared.has(kind) || ownership.domains.some(({ names }) => names.has(kind));
}

function holds(names: NamesByKind, kind: Kind, query: NameQuery) {
  const ofKind = names.get(kind);
  return ofKind === undefined ? 'outside' : membership(ofKind, query);
}

function judgeGrants(ownership: Ownership, { kind, access, fileDomain }: Question, query: NameQuery) {
  let refused: Judgement['refused'] = null;
  let verdict: 'granted' | 'undecided' | null = null;
  for (const grant of ownership.grants) {
    if (grant.domain !== fileDomain) continue;
    const covers = holds(grant.names, kind, query);
    if (covers === 'outside') continue;
    const allowed = !grant.isOver && (grant.may === 'write' || !isWrite(access));
    if (allowed && covers === 'inside') return { verdict: 'granted' as const, refused: null };
    if (allowed) verdict = 'undecided';
    else if (covers === 'inside') refused ??= { may: grant.may, until: grant.isOver ? grant.until : null };
  }
  return { verdict, refused };
}

/** Where nothing is known of the access, reading is enough. */
function isWrite(access: Access): boolean {
  return access === 'write' || access === 'define';
}

function insteadOf(ownership: Ownership, question: Question, owner: string | null): string | null {
  const { kind, name, fileDomain } = question;
  const own = namesOf(ownership, fileDomain)?.get(kind);
  if (own === undefined || !isKnown(name)) return null;
  const foreign = owner === null ? [] : [owner, ...stemsOf(namesOf(ownership, owner)?.get(kind)?.templates ?? [])];
  const instead = nameInstead(name, own.templates, foreign);
  if (instead === null) return null;
  const fits = membership(own, queryFor({ ...question, name: instead })) === 'inside';
  return fits ? instead : null;
}

function namespacesOf(ownership: Ownership, kind: Kind, fileDomain: string | null): Namespace[] {
  const asked = ownership.domains.filter(({ domain }) => fileDomain === null || domain === fileDomain);
  return asked.flatMap(({ domain, names }) => {
    const ofKind = names.get(kind);
    return ofKind === undefined ? [] : [{ domain, globs: ofKind.globs }];
  });
}

function namesOf(ownership: Ownership, domain: string | null): NamesByKind | null {
  return ownership.domains.find((candidate) => candidate.domain === domain)?.names ?? null;
}

function queryFor({ kind, name, qualifier, path }: Question): NameQuery {
  return queryOf(kind, name, qualifier, path);
}
