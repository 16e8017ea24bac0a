import { absoluteModule } from '../languages/python/dynamic-imports.js';
import { WordFinder, type Trigger } from './word-finder.js';

/**
 * Words without one of which a Python file names nothing: schemes, the stems of the name patterns,
 * the beginnings of SQL, and what the catalogue's calls without such a stem are called. `s3`, `from`
 * and `select` alone are in too many files to help.
 */
const TRIGGERS: readonly Trigger[] = [
  ...[
    ':/',
    ':s3:',
    '/volumes/',
    'bucket',
    'catalog',
    'schema',
    'namespace',
    'database',
    'dbname',
    'db_name',
    'experiment',
    'mlflow',
    'registered_model',
    'servedentity',
    'servedmodel',
    'keyspace',
    'topic',
    'dagid',
    'dag_id',
    'dagname',
    'dag_name',
    'dagruns',
    'airflow',
    'dataset_name',
    'awswrangler',
    'alembic',
    'flink',
    'tablename',
    'table_name',
    'table_identifier',
    'boto',
    'minio',
    's3fs',
    's3_',
    'upload_file',
    'download_file',
    'glue',
    'great_expectations',
    'bigquery',
    'to_gbq',
    'athena',
    'mysql',
    'clickhouse',
    's3filesystem',
    'spark',
    'trino',
    'presto',
    'psycopg',
    'asyncpg',
    'cassandra',
    'cqlsh',
    'psql',
    'createdb',
    'pg_dump',
    'pg_restore',
    'kafka',
    'faststream',
    'faust',
    'quixstreams',
    'iceberg',
    'sqlalchemy',
    'supabase',
    's3store',
    'gcsstore',
    's3fileloader',
    's3directoryloader',
    'postgresdsn',
    'multihosturl',
    'copy_from',
    'read_sql',
    'to_sql',
    'saveastable',
  ].map((word) => ({ word })),
  { word: '_db', as: /_db\b/iy },
  { word: '_table', as: /_table\b/iy },
  { word: 'table', as: /\btable\s*=\s*f?["']/iy },
  { word: 'tables', as: /\btables\s*=[\s[({]*f?["']/iy },
  { word: 'dag', as: /\bdag\b/iy },
  { word: 'dlt', as: /\bdlt\b/iy },
  { word: 'jdbc', as: /\bjdbc\b/iy },
  { word: 'select', as: /select\b[^]{1,2000}?(?:\b|\\n|\\t)from\b[^]{1,80}?[.{]/iy },
  { word: 'select', as: /(?:SELECT\b[^]{1,2000}?(?:\b|\\n|\\t)FROM\s+\w+(?:\s+(?:AS\s+)?[a-z]\w?)?|select\b[^\n]{1,200}?\bfrom\s+\w+)(?:["';]|\s+(?:WHERE|JOIN|LEFT|ORDER|GROUP|LIMIT|where|join|left|order|group|limit)\b|\s+--\s|\s*""")/y },
  // A query that is a string's beginning may be spread over lines and strings.
  { word: 'select', as: /(?<=["']\s{0,40})select\s[^;]{1,600}?\bfrom\s+[a-z]\w*\b(?!\s+import)/y },
  { word: 'truncate', as: /truncate\s+\w/iy },
  { word: 'insert', as: /insert\s+into/iy },
  ...['create', 'drop', 'alter'].map((word) => ({
    word,
    as: /\w+\s+(?:or\s+replace\s+)?(?:external\s+|temp\w*\s+)?(?:table|view|schema)/iy,
  })),
  { word: 'merge', as: /merge\s+into/iy },
  { word: 'delete', as: /delete\s+from/iy },
  { word: '# magic %', as: /(?<=\n)# MAGIC %/y },
  { word: 'update', as: /update\s+[\w."`{}]+\s+set/iy },
];

const FINDER = new WordFinder(TRIGGERS);

/** Whether a Python file may name a resource at all; where not, it need not be read. */
export function mayName(text: string): boolean {
  return FINDER.isIn(text) || hasCommandCell(text);
}

/**
 * Whether a notebook has a `!command`, `%%bash` or `%sql`: no words tell what they name. In its JSON they
 * stand behind a quote, as every `"%s"` of a Python file does; a Databricks source has a word before them.
 */
function hasCommandCell(text: string): boolean {
  return JSON_OBJECT.test(text) && COMMAND_LINE.test(text);
}

const JSON_OBJECT = /^\s*\{/;
const COMMAND_LINE = /"\s*(?:!|%%?)[A-Za-z]/;

const IMPORT =
  /(?:^|[;:])[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]*|[^#\n;]+)|import[ \t]+([^#\n;]+))|\b(?:import_module|__import__)\(\s*["']([.\w]+)["'](?:\s*,\s*(?:package\s*=\s*)?["'](\w[.\w]*)["'])?/gm;

/** The modules that a Python file imports, at a glance: some may only look like it. */
export function importedModules(text: string): string[] {
  return [...text.matchAll(IMPORT)].flatMap(([, from, taken = '', modules = '', dynamic, base]) => {
    if (dynamic !== undefined) return [absoluteModule(dynamic, base ?? null)];
    if (from === undefined) return namesIn(modules);
    const inside = from.endsWith('.') ? from : `${from}.`;
    return [from, ...namesIn(taken).map((name) => inside + name)];
  });
}

/** `a.b as c, d` gives `a.b` and `d`; comments between the names may give more. */
function namesIn(list: string): string[] {
  return list.split(/[,\n]/).flatMap((item) => /[.\w]+/.exec(item)?.[0] ?? []);
}
