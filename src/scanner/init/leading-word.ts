import { LAYER_WORDS } from '../../policy/conventions.js';
import type { NamedKind } from '../../policy/policy-document.js';

/** How a name begins: with whose word, and which names begin alike. */
export interface LeadingWord {
  /** In lower case. */
  readonly word: string;
  /** Environments that stand before the word (`dev` in `dev-kol-bronze`), or null. */
  readonly environment: string | null;
  /** What the names have in common, as written: `KOL_`, `-kol-` after an environment; the whole name where it is one word. */
  readonly stem: string;
  /** Whether the name is the word alone. */
  readonly isWhole: boolean;
}

const ENVIRONMENT = 'dev|development|stg|stage|staging|test|qa|uat|prod|production|local';
const NAME = new RegExp(`^(?:(${ENVIRONMENT})([-_.]))?([A-Za-z][A-Za-z0-9]*)(?:([-_.]).+)?$`, 'i');

/** The leading word of a name; null where it has none, as in `2024-sales`. */
export function leadingWord(name: string): LeadingWord | null {
  const match = NAME.exec(name);
  if (match === null) return null;
  const [, environment = null, between = '', word = '', separator = ''] = match;
  return { word: word.toLowerCase(), environment, stem: between + word + separator, isWhole: separator === '' };
}

/** Services that keep their own names on a platform: those are everybody's. */
const PLATFORM_WORDS: ReadonlySet<string> = new Set([
  'airbyte', 'airflow', 'cassandra', 'celery', 'clickhouse', 'connect', 'dagster', 'datahub', 'debezium',
  'dremio', 'elasticsearch', 'gitea', 'grafana', 'hive', 'hue', 'jupyterhub', 'kestra', 'keycloak', 'marquez',
  'metabase', 'metastore', 'minio', 'mongodb', 'mysql', 'n8n', 'nessie', 'openmetadata', 'opensearch',
  'polaris', 'prefect', 'ranger', 'redash', 'redis', 'schemas', 'snowflake', 'superset', 'temporal', 'unity',
  'zeppelin',
]);

/** What a service keeps something of its own in, whichever service it is: `airflow_db`, `grafana-logs`. */
const ROLE_WORDS: ReadonlySet<string> = new Set([
  'archive', 'backend', 'backup', 'backups', 'cache', 'catalog', 'config', 'configs', 'data', 'database', 'db', 'history',
  'internal', 'log', 'logs', 'main', 'meta', 'metadata', 'metastore', 'offsets', 'results', 'server', 'state', 'status',
  'storage', 'store', 'topic', 'warehouse', 'dev', 'development', 'local', 'prod', 'production', 'qa', 'staging', 'test',
]);

/** Words that say what a thing is or which step made it, and nothing of whose it is. */
const GENERAL_WORDS: ReadonlySet<string> = new Set([
  ...LAYER_WORDS,
  'ads', 'archive', 'base', 'brz', 'core', 'dm', 'dw', 'dwd', 'dwh', 'dws', 'gld', 'intermediate', 'ldg', 'lnd', 'ods',
  'prep', 'refined', 'reporting', 'slv', 'snapshot', 'snapshots', 'src', 'stg', 'trusted',
  'analytics', 'app', 'backup', 'batch', 'cdc', 'clean', 'daily', 'data', 'dbt', 'default', 'demo', 'dim',
  'dlq', 'etl', 'event', 'events', 'example', 'fact', 'fct', 'file', 'files', 'general', 'hourly', 'iceberg',
  'ingest', 'int', 'kafka', 'lake', 'main', 'mart', 'marts', 'ml', 'model', 'models', 'monthly', 'my', 'new',
  'old', 'output', 'pipeline', 'platform', 'postgres', 'postgresql', 'processed', 'public', 'quarantine',
  'run', 'sample', 'spark', 'stream', 'streaming', 'sync', 'temp', 'tmp', 'train', 'training', 'trino',
  'update', 'warehouse', 'weekly',
  'aws', 'azure', 'best', 'bucket', 'database', 'db', 'department', 'dept', 'domain', 'gcp', 'glue', 'job', 'lakehouse', 'queue', 's3', 'schema', 'subsidiary', 'table',
  'team', 'tenant', 'test', 'topic', 'your',
]);

/** What Kafka Connect and a schema registry keep their own state in, whatever they are called before that. */
const SERVICE_STATE = /(?:^|[-_.])(?:connect[-_.](?:configs?|offsets?|status(?:es)?)|_schemas)$/i;

/** Whether a name is a service's own: the service's word, with nothing behind it but what it is for. */
export function isPlatformName(name: string): boolean {
  if (SERVICE_STATE.test(name)) return true;
  const [, ...others] = name.toLowerCase().split(/[-_.]+/);
  const isService = PLATFORM_WORDS.has(leadingWord(name)?.word ?? '');
  return isService && others.every((word) => ROLE_WORDS.has(word) || PLATFORM_WORDS.has(word));
}

/** Whether a word can be a domain's. */
export function canBeDomain(word: string): boolean {
  return word.length > 1 && !GENERAL_WORDS.has(word) && !PLATFORM_WORDS.has(word);
}

const LAYERS: ReadonlySet<string> = new Set(LAYER_WORDS);

/** Whether a bucket or schema is called after a layer and nothing else, which by the conventions is nobody's. */
export function isBareLayer(kind: NamedKind, name: string): boolean {
  return LAYERS.has(name.toLowerCase()) && (kind === 'bucket' || kind === 'schema');
}

/** Whether a name has a layer behind its prefix: `kol-bronze`, `kol_raw_events`. */
export function hasLayer(name: string): boolean {
  const [, ...others] = name.toLowerCase().split(/[-_.]/);
  return others.some((word) => LAYERS.has(word));
}

/** Whether a name says a layer or nothing at all: `bronze`, `raw`, `data`. */
export function isGeneralName(name: string): boolean {
  return GENERAL_WORDS.has(name.toLowerCase());
}
