import { dialectNamed } from '../sql/dialect.js';
import type { Dialect } from '../../references/reference.js';

/** Where JupySQL and its forerunner connect: `%sql postgresql+psycopg2://…`, or an engine that is made for them. */
const CONNECTED = /(?:%sql[ \t]+(?:--\S+[ \t]+)*|\bcreate_engine\(\s*f?)["']?([a-z]\w*)(?:\+\w+)?:\/\//;
/** What brings a `%sql` of its own, that talks to any database. */
const OF_AN_EXTENSION = /^[ \t]*%(?:load_ext|reload_ext)[ \t]+(?:sql|jupysql|duckdb_magic|magic_duckdb|trino\S*|cql\S*)\b/m;
/** `%sql` alone on a cell's first line is a cell of Databricks. */
const OF_DATABRICKS = /^[ \t]*%sql[ \t]*$/m;
const SPEAKS_OF_SPARK = /\bpyspark\b|\bSparkSession\b|\bspark\.(?:sql|read|table|conf|catalog|createDataFrame)\b|%spark\b|%glue_version\b/;

/**
 * The dialect of a notebook's `%sql` cells: that of the database they connect to, or Spark's, where the
 * notebook works with Spark and brings nothing else to run them. Null where it does not say.
 */
export function dialectOfSqlCells(code: string): Dialect | null {
  const scheme = CONNECTED.exec(code)?.[1];
  if (scheme !== undefined) return dialectNamed(scheme);
  if (OF_AN_EXTENSION.test(code)) return null;
  return OF_DATABRICKS.test(code) || SPEAKS_OF_SPARK.test(code) ? 'spark' : null;
}
