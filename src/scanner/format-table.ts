import type { Inventory, InventoryReference } from './inventory.js';
import { counted, widest } from './format-stylish.js';
import type { Paint } from './format-stylish.js';
import { groupBy } from './group-by.js';

const NOBODY = '(no domain)';
/** Names beyond this stand out of their column. */
const WIDEST_NAME = 48;
const UNKNOWN = '(not known)';

/** The inventory for people: names by owner and kind, with where each is written and how it is used. */
export function formatTable({ references }: Inventory, paint: Paint): string {
  if (references.length === 0) return 'No references found.\n';
  const owners = groupBy(references, ({ owner, builtin }) => (builtin ? '(of the system itself)' : (owner ?? NOBODY)));
  const parts = [...owners].sort(([left], [right]) => order(left).localeCompare(order(right))).map(([owner, owned]) => {
    const kinds = [...groupBy(owned, ({ kind }) => kind)].sort(([left], [right]) => left.localeCompare(right));
    const width = Math.min(widest(owned.map(nameOf)), WIDEST_NAME);
    const lines = kinds.flatMap(([kind, ofKind]) => linesOf(kind, ofKind, width, paint));
    return [paint('bold', owner), ...lines].join('\n');
  });
  const files = new Set(references.flatMap(({ uses }) => uses.map(({ file }) => file))).size;
  return `${parts.join('\n\n')}\n\n${counted(references.length, 'reference')} in ${counted(files, 'file')}\n`;
}

function linesOf(kind: string, references: readonly InventoryReference[], width: number, paint: Paint): string[] {
  const names = [...groupBy(references, nameOf)].sort(([left], [right]) => left.localeCompare(right));
  return names.map(([name, named]) => {
    const uses = named.flatMap((reference) => reference.uses);
    const foreign = uses.filter(({ verdict }) => verdict === 'foreign').length;
    const outside = uses.filter(({ verdict }) => verdict === 'outside').length;
    const notes = [
      ...(foreign > 0 ? [paint('red', `${foreign} foreign`)] : []),
      ...(outside > 0 ? [paint('yellow', `${outside} outside`)] : []),
    ];
    const [first] = named;
    const place = first === undefined ? '' : `${first.file}:${first.line}:${first.column}`;
    const more = named.length > 1 ? ` and ${counted(named.length - 1, 'other place')}` : '';
    const count = counted(uses.length, 'use');
    return `  ${kind.padEnd(10)}  ${name.padEnd(width)}  ${[count, ...notes].join(', ')}  ${paint('dim', place + more)}`;
  });
}

function nameOf({ name, pattern, qualifier }: InventoryReference): string {
  const own = name ?? pattern ?? UNKNOWN;
  const before = qualifier.map((part) => part ?? '*');
  return [...before, own].join('.');
}

/** Domains first, what is nobody's and the system's own after them. */
function order(owner: string): string {
  return owner.startsWith('(') ? `\uFFFF${owner}` : owner;
}
