/**
 * Words without one of which a Python file names nothing: schemes, the stems of the name patterns,
 * the beginnings of SQL, and what the catalogue's calls without such a stem are called. `s3`, `from`
 * and `select` alone are in too many files to help.
 */
const TRIGGER = new RegExp(
  [
    ':/',
    ':s3:',
    'bucket',
    'catalog',
    'schema',
    'namespace',
    'database',
    'db_?name',
    '_db\\b',
    'experiment',
    'mlflow',
    'registered_model',
    'keyspace',
    'topic',
    'dag_?(?:id|name)',
    '\\bDAG\\b',
    'airflow',
    '_table\\b',
    '\\btable\\s*=\\s*f?["\']',
    'dataset_name',
    'awswrangler',
    'alembic',
    'flink',
    'table_?name',
    'boto3?',
    'minio',
    's3fs',
    's3_',
    'upload_file',
    'download_file',
    'glue',
    'athena',
    'awswrangler',
    'mysql',
    '\\bdlt\\b',
    'S3FileSystem',
    'spark',
    'trino',
    'presto',
    'psycopg',
    'asyncpg',
    'cassandra',
    'kafka',
    'iceberg',
    'sqlalchemy',
    'read_sql',
    'to_sql',
    '\\bjdbc\\b',
    'select\\b[^]{1,2000}?\\bfrom\\b[^]{1,80}?[.{]',
    'insert\\s+into',
    '(?:create|drop|alter)\\s+(?:or\\s+replace\\s+)?(?:external\\s+|temp\\w*\\s+)?(?:table|view|schema)',
    'merge\\s+into',
    'delete\\s+from',
    'update\\s+[\\w."`{}]+\\s+set',
  ].join('|'),
  'i',
);

/** Whether a Python file may name a resource at all; where not, it need not be read. */
export function mayName(text: string): boolean {
  return TRIGGER.test(text);
}

const IMPORT =
  /^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+\(?([^#\n)]*)|import[ \t]+([^#\n]+))|\bimport_module\([ \t]*["']([.\w]+)/gm;

/** The modules that a Python file imports, at a glance: some may only look like it. */
export function importedModules(text: string): string[] {
  return [...text.matchAll(IMPORT)].flatMap(([, from, taken = '', modules = '', dynamic]) => {
    if (dynamic !== undefined) return [dynamic];
    if (from === undefined) return namesIn(modules);
    const inside = from.endsWith('.') ? from : `${from}.`;
    return [from, ...namesIn(taken).map((name) => inside + name)];
  });
}

/** `a.b as c, d` gives `a.b` and `d`. */
function namesIn(list: string): string[] {
  return list.split(',').flatMap((item) => /[.\w]+/.exec(item)?.[0] ?? []);
}
