import type { Reference } from '../references/reference.js';

const CODE_FILE = /\.(?:pyi?|ipynb|[cm]?[jt]sx?|vue|svelte|astro)$/i;

/**
 * Whether the environment should give the name but code does: it is written in Python or
 * JavaScript, and neither inside SQL text (SQL reads no environment) nor as the default of a variable,
 * a setting or an option (there it is exactly where it belongs).
 */
export function isWrittenInCode(reference: Reference): boolean {
  if (!CODE_FILE.test(reference.written.source.path)) return false;
  if (isSql(reference)) return false;
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

/** Whether the name stands in SQL text, in a file of its own or in a string of another language. */
export function isSql(reference: Reference): boolean {
  return /^sql\b/.test(reference.use.via);
}
