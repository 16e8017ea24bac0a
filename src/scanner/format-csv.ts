import type { Inventory } from './inventory.js';

const COLUMNS = [
  'kind',
  'name',
  'pattern',
  'qualifier',
  'path',
  'owner',
  'system',
  'origin',
  'env',
  'file',
  'cell',
  'line',
  'column',
  'useFile',
  'useLine',
  'useColumn',
  'access',
  'via',
  'fileDomain',
  'verdict',
  'rule',
] as const;

/** The inventory as CSV (RFC 4180), one line for each use. */
export function formatCsv({ references }: Inventory): string {
  const rows = references.flatMap(({ uses, ...reference }) =>
    uses.map((use): Readonly<Record<(typeof COLUMNS)[number], string | number | null>> => ({
      ...reference,
      cell: reference.cell ?? null,
      qualifier: reference.qualifier.map((part) => part ?? '*').join('.'),
      useFile: use.file,
      useLine: use.line,
      useColumn: use.column,
      access: use.access,
      via: use.via,
      fileDomain: use.fileDomain,
      verdict: use.verdict,
      rule: use.rule,
    })),
  );
  const lines = rows.map((row) => COLUMNS.map((column) => quoted(row[column])).join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

/** A cell that begins like a formula is one for spreadsheets: names come from code that others wrote. */
function quoted(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
