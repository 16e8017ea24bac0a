import { isKnown } from '../references/text.js';
import { withoutPlaceholders } from '../references/placeholder.js';
import { compiled } from './compiled.js';
import type { NameForm, NamePattern } from './name-patterns/name-pattern.js';
import { NAME_PATTERNS } from './name-patterns.js';
import { isOtherSystem, speaksOfOtherSystem } from './other-systems.js';
import type { Spoken } from './spoken.js';

interface CompiledPattern {
  readonly pattern: NamePattern;
  readonly name: RegExp;
  readonly not: RegExp | null;
  readonly written: RegExp | null;
  readonly near: RegExp | null;
  readonly far: RegExp | null;
  readonly beside: RegExp | null;
  readonly path: RegExp | null;
}

/** What a name says of its value, and what the value must be for it. */
export type Meaning = Pick<NamePattern, 'is' | 'system' | 'value' | 'bare'>;

const PATTERNS: readonly CompiledPattern[] = NAME_PATTERNS.map((pattern) => ({
  pattern,
  name: new RegExp(pattern.name),
  not: pattern.not === undefined ? null : new RegExp(pattern.not),
  written: pattern.written === undefined ? null : new RegExp(pattern.written),
  near: pattern.near === undefined ? null : new RegExp(pattern.near, 'i'),
  far: pattern.far === undefined ? null : new RegExp(pattern.far, 'i'),
  beside: pattern.package === undefined ? null : new RegExp(pattern.package, 'i'),
  path: pattern.path === undefined ? null : new RegExp(pattern.path, 'i'),
}));

/** A word that every pattern's name holds: most names of a program hold none of them. */
const WORDS = /BUCKET|CATALOG|SCHEMA|NAMESPACE|DATABASE|DB|EXPERIMENT|MODEL|KEYSPACE|TOPIC|DAG|TABLE/i;

/**
 * What a declaration's name says of its value; null where it says nothing.
 *
 * @param path the keys that lead to it, its own name last: `['minio', 'bucket', 'name']`
 * @param spoken what the file speaks of, for names that mean something only beside others
 */
export function patternFor(path: readonly string[], form: NameForm, spoken: Spoken): NamePattern | null {
  const last = path.at(-1) ?? '';
  // MLflow's own tags: `{"mlflow.modelName": …}` maps them to something else.
  if (form === 'entry' && last.startsWith('mlflow.')) return null;
  // A key of several words is a text for people: `{"Glue Data Catalog": "glue.png"}`; one with a slash is a type of media, or a path.
  if (form === 'entry' && /[\s/]/.test(last.trim())) return null;
  // What is said of a file is not what the file is called after: `{"bucket_sales.csv": "sales"}`.
  if (form === 'entry' && FILE.test(last)) return null;
  if (form === 'key' && /^(?:resource|data)$/.test(path[0] ?? '') && OTHER_RESOURCE.test(path[1] ?? '')) return null;
  // What a thing is tagged with may well be its own name, and is no use of it; a metric's labels are paths.
  if (form === 'key' && /(?:^|_)(?:tags|labels|matchLabels|annotations|labelsFromPath)$/i.test(path.at(-2) ?? '')) return null;
  // A schema among the properties of something is of data, as Azure's templates have it.
  if (form === 'key' && path.at(-2) === 'schema' && path.at(-3) === 'properties') return null;
  const name = form === 'key' ? withoutVariable(ownName(path), path) : ownName(path);
  const above = path.slice(0, -1).join(' ');
  const own = WORDS.test(name) ? firstThatFits(readName(name), form, above, spoken) : null;
  if (own !== null || form !== 'key') return own;
  const group = groupOf(path);
  return group === null ? null : firstThatFits(readUpperName(group), form, above, spoken);
}

/** Terraform's resources of systems that have databases, tables and models of their own, and of registries of schemas. */
const OTHER_RESOURCE = /glue_(?:schema|registry)|firestore|timestream|mongodb|snowflake|cosmosdb|mssql|docdb|dynamodb|influx|clickhouse|bedrock|sagemaker/;

/** Whether a key stands below one that is called as a system with databases of its own is: `spring.data.mongodb.database`. */
export function isOfOtherSystem(path: readonly string[]): boolean {
  return path.slice(0, -1).some(isOtherSystem);
}

/** Whether what code calls settings, a client or a variable says that it is such a system's: `clickhouseOptions`, `MONGO_DB_NAME`. */
export function isCalledAfterOtherSystem(name: string): boolean {
  return speaksOfOtherSystem(upperSnake(name));
}

/** `IN_TOPIC_1` is an `IN_TOPIC`. */
const COUNTED = /(?<=[A-Z])_?\d+$/;

/** A name in upper case, and the patterns that it fits as far as itself tells, in order. */
interface ReadName {
  readonly name: string;
  readonly patterns: readonly CompiledPattern[];
}

/** A repository has the same few names in most of its files: each is read once. */
const readNames = new Map<string, ReadName>();
/** Of how many names it is remembered what they say. */
const MOST_REMEMBERED = 20_000;

function readName(written: string): ReadName {
  let read = readNames.get(written);
  if (read === undefined) {
    const name = upperSnake(written);
    read = VARIABLE_OF.test(name) || TASK.test(name) ? { name, patterns: [] } : readUpperName(name.replace(COUNTED, '').replace(PURPOSE, 'S'), written);
    if (readNames.size >= MOST_REMEMBERED) readNames.clear();
    readNames.set(written, read);
  }
  return read;
}

function readUpperName(name: string, written = name): ReadName {
  const patterns = PATTERNS.filter(
    (pattern) => pattern.name.test(name) && pattern.not?.test(name) !== true && pattern.written?.test(written) !== false,
  );
  return { name, patterns };
}

/** What a list of things is for: `dag_ids_to_trigger`. */
const PURPOSE = /S_TO_[A-Z]+$/;

/** Whether a name has a word in it that says what the value is: `buckets` has, `bronze` has not. */
export function saysKind(name: string): boolean {
  return WORDS.test(name);
}

/** Keys that are no name, but stand for what is above them. */
const STANDS_IN = /^(?:default|value|values|\d+)$/i;

/** Whether a key holds several: `buckets`, and `default` of a variable that is called so. */
export function holdsSeveral(path: readonly string[]): boolean {
  const key = path.findLast((one) => !STANDS_IN.test(one)) ?? '';
  return /(?:s|list)(?:_to_\w+)?$/i.test(key) && !OPERATION.test(key);
}

/** An operation of a service is told what it does: `ListBuckets: { alias: 'GetService' }`. */
const OPERATION = /^(?:List|Get|Put|Delete|Head|Create|Describe|Update)[A-Z]/;

/** `RAW_BUCKET_ENV = "RAW_BUCKET"` says which variable carries the name. */
const VARIABLE_OF = /_ENV(?:_?(?:VAR|VARIABLE|NAME|KEY))*$|_VAR(?:_NAME)?$/;

/** A task is called after what it does: `create_bucket_task = create_bucket()`. */
const TASK = /_TASKS?(?:_ID)?$/;

/** What Terraform calls a variable holds the name itself. */
function withoutVariable(name: string, [block = '']: readonly string[]): string {
  return /^(?:variable|module)$/.test(block) ? name.replace(/_var$/, '') : name;
}

/** Last keys that say nothing but with what is above them. */
const SPEAKS_NOT_FOR_ITSELF = /^(?:name|id|default|value|values|\d+)$/i;

/** The name that speaks for a value: of `minio.bucket.name` the last two words. */
function ownName(path: readonly string[]): string {
  const last = path.at(-1) ?? '';
  if (!SPEAKS_NOT_FOR_ITSELF.test(last)) return last;
  const before = path.slice(0, -1).findLast((key) => !STANDS_IN.test(key)) ?? '';
  const isNamed = /^(?:name|id)$/i.test(last);
  // An item of a list is called what the list is; but a schema's are its columns.
  if (isNamed && /^\d+$/.test(path.at(-2) ?? '') && !LISTED.test(before)) return last;
  // A block of Terraform is what its type says, whatever its label.
  if (isNamed && /^(?:resource|data)$/.test(path[0] ?? '') && (path.length === 4 || path[1]?.includes('cognito') === true)) return last;
  // What runs a database is called as people like: `database_instances: { kol-db: { name: … } }`.
  if (isNamed && INSTANCES.test(path.at(-3) ?? '')) return last;
  // The key `macro.dbt.create_schema` is itself a name of something.
  if (!/^[\w-]+$/.test(before)) return last;
  if (STANDS_IN.test(last)) return before;
  return isNamed ? `${before}_${last}` : last;
}

const INSTANCES = /(?:instances|clusters|servers|services|apps|deployments|containers|endpoints)$/i;

/** Lists whose items have names of their own kind. */
const LISTED = /(?:buckets?|topics?|keyspaces?|schemas|databases|namespaces|experiments?|dags)$/i;

/** Plurals that give each of several things a key: `bucket_names = { raw = "kol-raw" }`. */
const GROUP = /(?:^|_)(?:BUCKETS|BUCKET_NAMES|TOPICS|TOPIC_NAMES|SCHEMAS|SCHEMA_NAMES|KEYSPACES|NAMESPACES|GLUE_DATABASES)$/;
/** What a client is told beside its topic. */
const OF_A_CLIENT = /(?:group|client|offset|reset|concurrency|timeout|retries|acks|ms|size|count|factor|protocol|servers?|brokers?|serializer)$/i;
/** Keys that describe one thing, or all of them. */
const DESCRIBES =
  /^(?:id|type|kind|format|region|location|endpoint|host|port|url|uri|path|prefix|suffix|separator|key|keys|description|title|label|display_?name|tags?|policy|access|acl|version\w*|enabled?|force_destroy|storage_class|owner|lifecycle\w*|encryption|mode|config\w*|default\w*|auto\w*|partition\w*|group_?id|replica\w*|replication\w*|retention\w*|cleanup\w*|compression\w*|pattern|include|exclude|image|restart|container_name|hostname|build|command|entrypoint|depends_on|networks?|volumes?|environment|user|working_dir|profiles?|source|labels|annotations|run|uses|needs|script|schedule|cron|class|namespace|metadata)$/i;

function groupOf(path: readonly string[]): string | null {
  const keys = path.filter((key) => !STANDS_IN.test(key));
  const last = keys.at(-1) ?? '';
  // What an item of a list says of itself, besides its name, is no other item.
  if (/^\d+$/.test(path.at(-2) ?? '') && !/^\d+$/.test(path.at(-1) ?? '')) return null;
  const own = /^name$/i.test(last) ? keys.slice(0, -1) : keys;
  if (own.length < 2 || DESCRIBES.test(own.at(-1) ?? '') || !/^[\w.-]+$/.test(own.at(-1) ?? '')) return null;
  const group = upperSnake(own.at(-2) ?? '');
  // Spring's way: `kafka: { topic: { orders: kol.orders } }`.
  if (group === 'TOPIC' && !OF_A_CLIENT.test(own.at(-1) ?? '')) return own.slice(0, -2).some((key) => /^kafka$/i.test(key)) ? 'KAFKA_TOPIC' : group;
  return GROUP.test(group) && !isBlockLabel(own) ? group : null;
}

/** Blocks and keys below which things have names that their authors choose. */
const NAMED_BLOCKS =
  /^(?:module|dependency|provider|output|check|resources|parameters|outputs|mappings|conditions|services|jobs|volumes|networks|secrets|configs|tasks)$/i;

/** `module "buckets" { … }` and `resource "x" "buckets" { … }` of Terraform, which have attributes of their own. */
function isBlockLabel(path: readonly string[]): boolean {
  const [block = ''] = path;
  const labels = /^(?:resource|data)$/.test(block) ? 2 : NAMED_BLOCKS.test(block) ? 1 : 0;
  return labels > 0 && path.length === labels + 2;
}

/** @param above the keys above the name: what one of them says, or the name itself, counts more than what else the file speaks of */
function firstThatFits({ name, patterns }: ReadName, form: NameForm, above: string, spoken: Spoken): NamePattern | null {
  for (const { pattern, near, far, beside, path } of patterns) {
    if (pattern.forms !== undefined && !pattern.forms.includes(form)) continue;
    const isTold = near?.test(above) === true;
    const isSaid = near?.test(name) === true;
    if (near !== null && !isTold && !isSaid && !spoken.speaksOf(near)) continue;
    if (far !== null && !isTold && (far.test(name) || (!isSaid && spoken.speaksOf(far)))) continue;
    if (beside !== null && !spoken.manifestSpeaksOf(beside)) continue;
    if (path !== null && !spoken.pathSpeaksOf(path)) continue;
    return pattern;
  }
  return null;
}

/** `bronzeBucket`, `bronze-bucket` and `bronze.bucket` as `BRONZE_BUCKET`. */
export function upperSnake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
}

/** What things of a kind are sorted into. */
const SIZE =
  /^(?:x*s|m|x*l|tiny|small|short|medium|large|long|huge|low|mid|high|(?:second|minute|hour|day|week|month|quarter|year)(?:s|ly)?|daily|today|yesterday|[YMDHmsy]{2,4}(?:[-/:.][YMDHmsd]{2,4})+)$/;
/** What health checks say of a database. */
const STATE =
  /^(?:(?:dis)?connected|connecting|up|down|ok|(?:un)?healthy|(?:un)?available|ready|error|failed|success|unknown|enabled|disabled|pass|fail|skipped|pending|checking|not[_ -]?(?:configured|connected|initiali[sz]ed|checked))$/i;
/** Words that stand where a name could and are none, and codes of AWS's quotas. */
const NO_NAME = /^(?:(?:\S*\/)?kafka-topics(?:\.sh)?|all|any|none|null|nil|undefined|true|false|yes|no|on|off|auto|str|string|int|object|text|integer|bigint|float|double|decimal|bool|boolean|date|datetime|timestamp|uuid|jsonb?|list|dict|number|todo|tbd|unknown|unset|not_?set|missing|unspecified|n\/?a|l-[\da-f]{8}|xxx+(?:[-_.]x+)*|change_?me|fill|placeholder(?:_\w*)?|name|value)$/i;
/** A header of a message says where it was: `x-origin-topic`. */
const HEADER = /^x-[a-z-]+$/i;
const FILE = /\.(?:csv|json|jsonl|parquet|py|sql|db|sqlite3?|txt|ya?ml|xml|zip|gz|html?|md|ts|js|avro|avsc|orc|log|ini|toml|pkl|env)$/i;

const LOOKS: Readonly<Record<NamePattern['is'], RegExp>> = {
  // Upper case and underscores make the name of a variable, a capital and small letters a word for people,
  // a verb before a capital that of a function or a route.
  bucket: /^(?![A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$)(?![A-Z][a-z]+$)(?!(?:add|create|delete|edit|fetch|get|list|remove|select|set|update|use)[A-Z])(?=.*[A-Za-z])(?=.{2,63}$)[A-Za-z0-9\uFDD0][A-Za-z0-9_.\uFDD0-]*[A-Za-z0-9\uFDD0]$/,
  catalog: /^[A-Za-z_\uFDD0][\w\uFDD0-]*$/,
  // What has only a version for its name is a format of Loki's, or of messages.
  schema: /^(?!https?$|v\d+$)[A-Za-z_\uFDD0][\w$\uFDD0-]*$/,
  'dotted-schema': /^(?!https?$|v\d+$)[A-Za-z_"`\uFDD0][\w$"`\uFDD0-]*(?:\.[A-Za-z_"`\uFDD0][\w$"`\uFDD0-]*)?$/,
  table: /^[A-Za-z_\uFDD0][\w$\uFDD0-]*$/,
  'dotted-table': /^[A-Za-z_"`\uFDD0][\w$"`\uFDD0-]*(?:\.[A-Za-z_"`\uFDD0][\w$"`\uFDD0-]*){1,2}$/,
  database: /^[A-Za-z_\uFDD0][\w$\uFDD0-]*$/,
  experiment: /^(?!\d+$)[^\n{}<>]{1,200}$/,
  model: /^(?!\d+$)[^\n{}<>:/]{1,200}$/,
  keyspace: /^[A-Za-z_\uFDD0][\w\uFDD0]*$/,
  topic: /^(?!\d+$)[\w.\uFDD0-]+$/,
  topics: /^(?!\d+$)[\w.\uFDD0-]+(?:\s*,\s*[\w.\uFDD0-]+)*$/,
  dag: /^(?!\d+$)[\w.\uFDD0-]+$/,
  uri: /:\//,
  path: /./,
};

/** Whether a text that only its variable's name speaks for is what the name says. */
export function agrees({ is, value, bare }: Meaning, flat: string): boolean {
  const shape = bare === true && is === 'dotted-table' && !flat.includes('.') ? 'table' : is;
  return looksLike(shape, flat) && (value === undefined || compiled(value).test(withoutPlaceholders(flat)));
}

/**
 * Whether a text that only its variable's name speaks for looks like such a name. Text of which
 * nothing is known does not.
 */
function looksLike(shape: NamePattern['is'], flat: string): boolean {
  const name = withoutPlaceholders(flat);
  if (!/[\p{L}\p{N}]/u.test(name) || NO_NAME.test(name)) return false;
  if (shape === 'database' && STATE.test(name)) return false;
  if (shape === 'bucket' && SIZE.test(name)) return false;
  if (shape === 'topics' && HEADER.test(name)) return false;
  // The scheme of an Airflow connection stands under `schema`, too.
  if ((shape === 'dotted-schema' || shape === 'database') && /^https?$/i.test(name)) return false;
  if (isKnown(name) && FILE.test(name)) return false;
  if (shape === 'experiment' && /^(?:\.{0,2}\/)?[\w./-]+\/$/.test(name)) return false;
  return LOOKS[shape].test(name);
}
