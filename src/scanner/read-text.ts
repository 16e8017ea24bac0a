import { readFileSync, statSync } from 'node:fs';

/** A file's text, or why it has none. */
export type FileText =
  | { readonly form: 'text'; readonly text: string; readonly problem: FileTextProblem | null }
  | { readonly form: 'binary' }
  | { readonly form: 'unread'; readonly problem: FileTextProblem };

export interface FileTextProblem {
  readonly message: string;
  /** A file that is passed over on purpose is worth a warning, one that is broken an error. */
  readonly severity: 'warn' | 'error';
  /** The offset in the text, where there is one. */
  readonly offset: number;
}

/** Files beyond this are data, not code; reading them would only cost time and memory. */
const LARGEST_FILE = 20_000_000;

/** As git does, a file with a NUL byte in its first bytes is taken for binary. */
const LOOKED_AT = 8000;
/** PEP 263: in the first two lines, `# -*- coding: latin-1 -*-`. */
const ENCODING_COOKIE = /^(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)/;

/** Reads a file as UTF-8, or as the encoding that a Python file declares. Never throws. */
export function readText(path: string): FileText {
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > LARGEST_FILE) return tooLarge(size);
    bytes = readFileSync(path);
  } catch (error) {
    return unread(`The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`, 'error');
  }
  if (bytes.subarray(0, LOOKED_AT).includes(0)) return { form: 'binary' };
  return decode(bytes, path);
}

/** Decodes bytes from standard input or a file. */
export function decode(bytes: Buffer, path: string): FileText {
  try {
    return { form: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), problem: null };
  } catch {
    const declared = /\.pyi?$/.test(path) ? decodeDeclared(bytes) : null;
    if (declared !== null) return { form: 'text', text: declared, problem: null };
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const offset = text.search(/\uFFFD/);
  const message = 'The file is not UTF-8: a byte here means nothing. What can be read of it was checked.';
  return { form: 'text', text, problem: { message, severity: 'error', offset: Math.max(offset, 0) } };
}

function decodeDeclared(bytes: Buffer): string | null {
  const encoding = ENCODING_COOKIE.exec(bytes.subarray(0, 400).toString('latin1'))?.[1];
  if (encoding === undefined || /^utf-?8/i.test(encoding)) return null;
  try {
    // Python says latin-1, the web's list of encodings latin1.
    return new TextDecoder(encoding.replace(/^latin[-_]/i, 'latin'), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function tooLarge(size: number): FileText {
  const limit = megabytes(LARGEST_FILE);
  return unread(`The file was not read: it has ${megabytes(size)}, and files beyond ${limit} are taken for data.`, 'warn');
}

function unread(message: string, severity: FileTextProblem['severity']): FileText {
  return { form: 'unread', problem: { message, severity, offset: 0 } };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`;
}
