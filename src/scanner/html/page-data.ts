import type { Verdict } from '../../policy/policy.js';
import type { Kind } from '../../references/kind.js';
import type { Access } from '../../references/reference.js';
import { groupBy } from '../group-by.js';
import type { Inventory, InventoryPlace, InventoryReference } from '../inventory.js';

/** What the page shows: one row for each use of a name, what to look at first at the front, and the map's edges. */
export interface PageData {
  readonly rows: readonly PageRow[];
  readonly edges: readonly Edge[];
}

export interface PageRow {
  readonly kind: Kind;
  readonly name: string;
  /** Whose the name is, as a node of the map. */
  readonly owner: string;
  /** Where the name is written: `file:line:column`. */
  readonly place: string;
  /** Where it is used, if that is elsewhere: the line of the same file, or the place in another; null otherwise. */
  readonly usedAt: string | null;
  readonly access: Access;
  readonly verdict: Verdict;
  readonly rule: string | null;
  /** The index of the row's edge; -1 for names of a system itself, which the map leaves out. */
  readonly edge: number;
}

/** What the code of one domain does with the resources of one owner, by verdict. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** From whose code to which resources, in words. */
  readonly title: string;
  readonly verdict: Verdict;
  readonly count: number;
  /** Uses by access, those that occur. */
  readonly accesses: readonly (readonly [Access, number])[];
}

export const NO_DOMAIN = 'no domain';
export const NOBODY = 'nobody';
export const SHARED = 'shared';
export const NOT_KNOWN = 'not known';
export const NOT_GOVERNED = 'not governed';
const SYSTEM = 'the system itself';

/** In the order of what a person should look at first. */
export const VERDICTS = ['foreign', 'outside', 'granted', 'own', 'shared', 'undecided', 'ungoverned'] as const satisfies readonly Verdict[];

const ACCESSES = ['write', 'define', 'read', 'unknown', 'mention'] as const satisfies readonly Access[];

export function pageData({ references }: Inventory): PageData {
  const uses = references.flatMap((reference) => reference.uses.map((use) => ({ reference, use })));
  const onMap = uses.filter(({ reference }) => !reference.builtin);
  const groups = groupBy(onMap, ({ reference, use }) =>
    JSON.stringify([use.fileDomain ?? NO_DOMAIN, ownerOf(reference, use.verdict), use.verdict]),
  );
  const order = new Map([...groups.keys()].map((key, index) => [key, index]));
  const edges = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { reference, use } = first;
    const accesses = ACCESSES.flatMap((access) => {
      const count = group.filter((row) => row.use.access === access).length;
      return count === 0 ? [] : [[access, count] as const];
    });
    const from = use.fileDomain ?? NO_DOMAIN;
    const to = ownerOf(reference, use.verdict);
    return [{ from, to, title: `Code of ${from} → ${resourcesOf(to)}`, verdict: use.verdict, count: group.length, accesses }];
  });
  const rows = uses.map(({ reference, use }): PageRow => {
    const owner = ownerOf(reference, use.verdict);
    const key = JSON.stringify([use.fileDomain ?? NO_DOMAIN, owner, use.verdict]);
    return {
      kind: reference.kind,
      name: shownName(reference),
      owner,
      place: placeText(reference),
      usedAt: usedAt(reference, use),
      access: use.access,
      verdict: use.verdict,
      rule: use.rule,
      edge: reference.builtin ? -1 : (order.get(key) ?? -1),
    };
  });
  const byVerdict = (left: PageRow, right: PageRow): number => VERDICTS.indexOf(left.verdict) - VERDICTS.indexOf(right.verdict);
  return { rows: rows.sort(byVerdict), edges };
}

function ownerOf({ owner, builtin }: InventoryReference, verdict: Verdict): string {
  if (builtin) return SYSTEM;
  switch (verdict) {
    case 'shared':
      return SHARED;
    case 'outside':
      return NOBODY;
    case 'undecided':
      return owner ?? NOT_KNOWN;
    case 'own':
    case 'granted':
    case 'foreign':
    case 'ungoverned':
      return owner ?? NOT_GOVERNED;
    default:
      return verdict satisfies never;
  }
}

/** The resources of a node of the map, in words. */
function resourcesOf(owner: string): string {
  switch (owner) {
    case SHARED:
      return 'shared resources';
    case NOBODY:
      return "nobody's resources";
    case NOT_KNOWN:
      return 'resources of which too little is known';
    case NOT_GOVERNED:
      return 'resources that the policy does not govern';
    default:
      return `resources of ${owner}`;
  }
}

function shownName({ name, pattern, qualifier }: InventoryReference): string {
  return [...qualifier.map((part) => part ?? '*'), name ?? pattern ?? '(not known)'].join('.');
}

function usedAt(written: InventoryPlace, used: InventoryPlace): string | null {
  if (written.file !== used.file || written.cell !== used.cell) return placeText(used);
  return written.line === used.line ? null : `line ${used.line}`;
}

function placeText({ file, line, column, cell }: InventoryPlace): string {
  return `${file}:${cell === undefined ? '' : `cell ${cell}:`}${line}:${column}`;
}
