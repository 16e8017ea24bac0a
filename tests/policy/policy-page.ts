import { readFileSync } from 'node:fs';

/** One example of docs/policy.md: a policy, and the tables that follow it. */
export interface Example {
  /** The heading it stands under. */
  readonly heading: string;
  readonly policy: string;
  /** Rows of each table as records of its columns. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Columns of a table that explains words and is no example. */
const EXPLAINING = 'meaning';

/** The policies in YAML that the page shows, each with the tables that say what it makes of names. */
export function examplesOfPage(): Example[] {
  const page = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
  const examples: { heading: string; policy: string; rows: Record<string, string>[] }[] = [];
  let heading = '';
  for (const [part] of page.matchAll(/^```yaml\n[^]*?^```|^##? .*|^### .*|^\|.*(?:\n\|.*)*/gm)) {
    if (part.startsWith('#')) heading = part.replace(/^#+ /, '');
    else if (part.startsWith('|')) examples.at(-1)?.rows.push(...rowsOf(part));
    else examples.push({ heading, policy: part.slice('```yaml\n'.length, -'```'.length), rows: [] });
  }
  return examples;
}

function rowsOf(table: string): Record<string, string>[] {
  const [header, , ...rows] = table.trim().split('\n').map(cellsOf);
  if (header?.includes(EXPLAINING)) return [];
  return rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [header?.[index] ?? '', cell])));
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}
