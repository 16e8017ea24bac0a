import { isDocumentation } from '../../analysis/readers.js';
import { isTestFile } from '../../analysis/test-files.js';
import { NAMED_KINDS } from '../../policy/policy-document.js';
import type { NamedKind } from '../../policy/policy-document.js';
import type { Access } from '../../references/reference.js';
import type { Inventory, InventoryReference } from '../inventory.js';

/** A name that the repository's code uses; tests and documentation name buckets that exist nowhere. */
export interface FoundName {
  readonly kind: NamedKind;
  readonly name: string;
  /** Of a schema, where the code says it; null otherwise. */
  readonly catalog: string | null;
  readonly uses: readonly FoundUse[];
}

export interface FoundUse {
  /** Relative to the repository. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly access: Access;
}

/** Names that a glob can be written of as they are; others are a template's, or no names at all. */
const PLAIN_NAME = /^\w[\w.-]*$/;
/** Names of which a part is not known, and whose beginning is: `new-*-collection`. */
const BEGUN_NAME = /^\w{2,}[-_.][\w.*-]*$/;
const PLAIN_CATALOG = /^\w[\w-]*$/;

/** The names of an inventory that are known, or how they begin, each once, those with most uses first. */
export function foundNames({ references }: Inventory): FoundName[] {
  const found = new Map<string, FoundName & { readonly uses: FoundUse[] }>();
  for (const reference of references) {
    const named = nameOf(reference);
    if (named === null) continue;
    const uses = reference.uses.filter(({ file }) => !isTestFile(file) && !isDocumentation(file));
    if (uses.length === 0) continue;
    const key = JSON.stringify([named.kind, named.catalog, named.name]);
    const name = found.get(key) ?? { ...named, uses: [] };
    name.uses.push(...uses.map(({ file, line, column, access }) => ({ file, line, column, access })));
    found.set(key, name);
  }
  return [...found.values()].sort((left, right) => right.uses.length - left.uses.length);
}

function nameOf({ kind, name: known, pattern, qualifier, builtin, system }: InventoryReference): Omit<FoundName, 'uses'> | null {
  const named = NAMED_KINDS.find((candidate) => candidate === kind);
  const name = known ?? pattern;
  if (named === undefined || builtin || name === null || !(known === null ? BEGUN_NAME : PLAIN_NAME).test(name)) return null;
  if (named !== 'schema') return { kind: named, name, catalog: null };
  // Schemas within PostgreSQL's and MySQL's databases are not what domains are kept apart by.
  if (system === 'postgres' || system === 'mysql') return null;
  // A dot in a schema's name would read as a catalog's end.
  if (name.includes('.')) return null;
  const catalog = qualifier.at(-1) ?? null;
  if (catalog !== null && !PLAIN_CATALOG.test(catalog)) return null;
  return { kind: named, name, catalog };
}

/** A name as the policy writes it. */
export function shownName({ catalog, name }: Pick<FoundName, 'catalog' | 'name'>): string {
  return catalog === null ? name : `${catalog}.${name}`;
}
