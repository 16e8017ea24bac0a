import { PYTHON_FILE, SCRIPT_FILE } from '../references/file-endings.js';
import type { Reference } from '../references/reference.js';

/**
 * Whether the environment should give the name but code does: it is written in Python or
 * JavaScript, and neither inside SQL text (SQL reads no environment) nor as the default of a variable,
 * a setting or an option (there it is exactly where it belongs).
 */
export function isWrittenInCode(reference: Reference): boolean {
  const { path } = reference.written.source;
  if (!PYTHON_FILE.test(path) && !SCRIPT_FILE.test(path)) return false;
  if (isWrittenInSql(reference)) return false;
  switch (reference.origin) {
    case 'literal':
    case 'constant':
    case 'parameter-default':
    case 'argument':
      return reference.env === null;
    case 'env':
    case 'env-default':
    case 'option-default':
    case 'field-default':
    case 'config':
    case null:
      return false;
  }
}

/**
 * Whether the name stands in SQL text, in a file of its own or in a string of another language; not so a
 * constant that is put into SQL.
 */
export function isWrittenInSql({ isOfSql, written, steps }: Reference): boolean {
  const declaration = steps.at(-1)?.place;
  if (!isOfSql || declaration === undefined) return isOfSql;
  if (declaration.source !== written.source || declaration.start > written.start) return false;
  return STATEMENT.test(written.source.text.slice(declaration.start, written.start));
}

/** A string that begins with a statement of SQL, comments before it aside. */
const STATEMENT =
  /["'`]\s*(?:--[^\n]*\n\s*)*(?:alter|call|copy|create|delete|drop|explain|insert|merge|refresh|select|set|show|truncate|update|use|with)\s/i;
