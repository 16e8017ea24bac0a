import type { Dialect } from '../../references/reference.js';

/** A stretch of a cell that is not Python. */
export interface Magic {
  readonly form: 'sql' | 'shell' | 'variable' | 'file' | 'run' | 'other';
  /** The range that is not Python, in the cell's text: of a line, or to the cell's end. */
  readonly start: number;
  readonly end: number;
  /** The range of the SQL, the script, the `NAME=value`, the file's content, what is run, or the magic's arguments. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly dialect: Dialect | null;
  /** The file that `%%writefile` writes. */
  readonly file: string | null;
  /** What stands for it in the Python code: a value where one is expected, or nothing. */
  readonly stands: '0' | '';
}

type Meaning = Pick<Magic, 'form' | 'dialect' | 'file'>;

const SQL: Meaning = { form: 'sql', dialect: null, file: null };
const SHELL: Meaning = { form: 'shell', dialect: null, file: null };
const VARIABLE: Meaning = { form: 'variable', dialect: null, file: null };
const RUN: Meaning = { form: 'run', dialect: null, file: null };
const OTHER: Meaning = { form: 'other', dialect: null, file: null };

/** What the magics are; of those of a line, others are taken for magics only where a statement begins, for `%s` may begin a line of a text. */
const MAGICS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['sql', SQL],
  ['sqlcmd', SQL],
  ['trino', { ...SQL, dialect: 'trino' }],
  ['presto', { ...SQL, dialect: 'trino' }],
  ['sparksql', { ...SQL, dialect: 'spark' }],
  ['cql', { ...SQL, dialect: 'cql' }],
  ['bash', SHELL],
  ['sh', SHELL],
  ['system', SHELL],
  ['sx', SHELL],
  ['env', VARIABLE],
  ['set_env', VARIABLE],
  ['run', RUN],
  ...[
    'alias', 'autoreload', 'autosave', 'bigquery', 'bookmark', 'cd', 'colors', 'conda', 'config', 'configure', 'debug',
    'dirs', 'fs', 'history', 'html', 'javascript', 'js', 'kernel', 'latex', 'load', 'load_ext', 'local', 'ls', 'lsmagic',
    'markdown', 'matplotlib', 'md', 'notebook', 'perl', 'pip', 'precision', 'prun', 'pwd', 'pylab', 'python', 'r', 'R',
    'reload_ext', 'reset', 'rm', 'ruby', 'scala', 'script', 'store', 'svg', 'time', 'timeit', 'unload_ext', 'who',
    'whos', 'writefile', 'xmode', 'cypher', 'info', 'stop_session', 'worker_type', 'number_of_workers', 'glue_version',
    'idle_timeout', 'additional_python_modules', 'connections', 'spark', 'pyspark',
  ].map((name) => [name, OTHER] as const),
]);

/** Cell magics behind which Python goes on. */
const PYTHON_FOLLOWS = /^(?:time|timeit|capture|prun|local|python|pyspark|spark|configure|memit|mprun|debug)$/;

/** Comments may stand before it: Colab takes them. */
const CELL_MAGIC = /^(?:\s*#[^\n]*\n)*\s*(%%?)([A-Za-z_]\w*)([^\n]*)/;
/** IPython takes `pip install x` without the sign, too: https://ipython.readthedocs.io/en/stable/interactive/magics.html#magic-automagic */
const LINE_MAGIC = /^([ \t]*(?:[A-Za-z_]\w*(?:[ \t]*,[ \t]*[A-Za-z_]\w*)*[ \t]*=[ \t]*)?)(?:%([A-Za-z_]\w*)|!(?=[\w./$~{(])|(?=(?:pip|conda)[ \t]+(?:un)?install\b))([^\n]*)$/gm;
/** `scores?` and `?scores` ask IPython what something is. */
const QUESTION = /^([ \t]*)(?:\?{1,2}[A-Za-z_][\w.]*|[A-Za-z_][\w.]*\?{1,2})[ \t]*$/gm;
const BEGINS_SQL =
  /(?:^|[ \t])(?:select|with|create|insert|use|show|drop|alter|describe|delete|merge|update|explain|call|truncate|refresh)\b/i;

/** The magics of one cell, in order. */
export function magicsIn(cell: string): readonly Magic[] {
  const whole = cellMagic(cell);
  if (whole !== null && whole.end === cell.length) return [whole];
  if (whole !== null && /^\n\s*%%/.test(cell.slice(whole.end))) {
    return [whole, ...magicsIn(cell.slice(whole.end + 1)).map((magic) => behind(magic, whole.end + 1))];
  }
  const magics = whole === null ? [] : [whole];
  const begins = statementBegins(cell);
  for (const match of cell.matchAll(LINE_MAGIC)) {
    const magic = lineMagic(match, begins);
    if (magic !== null && magic.start >= (whole?.end ?? 0)) magics.push(magic);
  }
  const asks = statementBegins(cell);
  for (const match of cell.matchAll(QUESTION)) {
    const start = match.index + (match[1] ?? '').length;
    const end = match.index + match[0].length;
    if (start >= (whole?.end ?? 0) && asks(start)) magics.push({ ...OTHER, start, end, bodyStart: end, bodyEnd: end, stands: '0' });
  }
  return magics.sort((one, other) => one.start - other.start);
}

const QUOTES = /"""|'''/g;
/** What a line ends with that goes on in the next. */
const GOES_ON = /[\\([{,=+*/%&|^<>-]/;

/**
 * Whether a statement may begin at the beginning of a line: not in a text of several lines, nor where the line
 * before goes on. Asked of the lines of a cell in their order.
 */
function statementBegins(cell: string): (start: number) => boolean {
  const quotes = [...cell.matchAll(QUOTES)].map(({ index }) => index);
  let passed = 0;
  return (start) => {
    while ((quotes[passed] ?? start) < start) passed++;
    if (passed % 2 !== 0) return false;
    let last = start - 1;
    while (last >= 0 && /\s/.test(cell.charAt(last))) last--;
    return !GOES_ON.test(cell.charAt(last));
  };
}

function behind(magic: Magic, by: number): Magic {
  const { start, end, bodyStart, bodyEnd } = magic;
  return { ...magic, start: start + by, end: end + by, bodyStart: bodyStart + by, bodyEnd: bodyEnd + by };
}

/** `%%sql` for the whole cell; `%sql` alone on the first line, as Databricks writes it. */
function cellMagic(cell: string): Magic | null {
  const match = CELL_MAGIC.exec(cell);
  if (match === null) return null;
  const [line, signs, name = '', rest = ''] = match;
  const first = line.length;
  if (signs === '%' && !(rest.trim() === '' && MAGICS.has(name))) return null;
  if (signs === '%' && !/^(?:sql|sh|bash|md|scala|r|R|python)$/.test(name)) return null;
  const meaning = MAGICS.get(name) ?? OTHER;
  const end = PYTHON_FOLLOWS.test(name) ? first : cell.length;
  const bodyStart = meaning.form === 'sql' ? sqlStart(line, rest, cell) : Math.min(first + 1, cell.length);
  const shell = name === 'script' && /^\s*(?:ba)?sh\b/.test(rest);
  const file = name === 'writefile' || name === 'file' ? (/(?:^|\s)([^\s-]\S*)\s*$/.exec(rest)?.[1] ?? null) : null;
  const written: Meaning | null = file === null ? null : { form: 'file', dialect: null, file };
  const told = PYTHON_FOLLOWS.test(name) ? OTHER : shell ? SHELL : (written ?? meaning);
  return { ...told, start: 0, end, bodyStart, bodyEnd: end < bodyStart ? bodyStart : end, stands: '' };
}

/** SQL begins on the line of `%%sql` already, or on the one behind it. */
function sqlStart(line: string, rest: string, cell: string): number {
  const begins = sqlIndex(rest);
  return begins === null ? Math.min(line.length + 1, cell.length) : line.length - rest.length + begins;
}

/** Where SQL begins behind a magic's options; null where it does not. */
function sqlIndex(rest: string): number | null {
  const begins = BEGINS_SQL.exec(rest);
  return begins === null ? null : begins.index + (/^[ \t]/.test(begins[0]) ? 1 : 0);
}

function lineMagic(match: RegExpMatchArray, beginsStatement: (start: number) => boolean): Magic | null {
  const [line, before = '', name, rest = ''] = match;
  const at = match.index ?? 0;
  const start = at + before.length;
  const end = at + line.length;
  const known = name === undefined ? SHELL : MAGICS.get(name);
  const meaning = known ?? (before.includes('=') || beginsStatement(start) ? OTHER : null);
  if (meaning === null) return null;
  const restStart = end - rest.length;
  const begins = meaning.form === 'sql' ? sqlIndex(rest) : 0;
  const bodyStart = begins === null ? restStart : restStart + begins;
  const told = begins === null ? OTHER : meaning;
  return { ...told, start, end, bodyStart, bodyEnd: end, stands: '0' };
}
