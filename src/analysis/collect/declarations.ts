import type { NamePattern } from '../../catalogue/name-patterns/name-pattern.js';
import type { Spoken } from '../../catalogue/spoken.js';
import { agrees, holdsSeveral, isCalledAfterOtherSystem, type Meaning, patternFor, saysKind } from '../../catalogue/names.js';
import { ofEach } from '../../languages/alternatives.js';
import type { Argument, Declaration, Parameter, Value } from '../../languages/facts.js';
import type { EnvShape } from '../../policy/policy.js';
import { PYTHON_FILE, SCRIPT_FILE, SQL_FILE } from '../../references/file-endings.js';
import type { Reference } from '../../references/reference.js';
import type { Source } from '../../references/source.js';
import type { System } from '../../references/system.js';
import { isUnknown, slice, type Slice, subText, type Text } from '../../references/text.js';
import { referencesOf, unknownReference } from './found.js';
import type { OtherEngines } from './other-engines.js';
import type { Places } from './places.js';
import { partsIn } from './shapes.js';

/**
 * Python's reader makes a declaration of each variable that is read; JavaScript's does not, and what
 * stands behind Python's `or` is no part of the call.
 */
const READ_OR_ELSE = /(?:getenv|environ)\b[^\n]*\bor\b/;

function readsEnvironment({ path, text }: Source): boolean {
  if (!/\.pyi?$/.test(path)) return /\benv/i.test(text);
  return text.includes('env') && READ_OR_ELSE.test(text);
}

/** What the policy says that environment variables carry; undefined where it says nothing of one. */
export type EnvShapes = (variable: string) => EnvShape | undefined;

/** What a value is that has a scheme. */
const ADDRESS = { is: 'uri', system: null } as const;

const CODE = [PYTHON_FILE, SQL_FILE, SCRIPT_FILE];
const FOLDER_AND_FILE = /[^\\/]+[\\/][^\\/]+$/;

/** The references that the names of variables, fields, parameters and keys make of their values. */
export class DeclarationReader {
  readonly #envShapes: EnvShapes;
  readonly #readsEnvironment: boolean;
  /** What the file speaks of: its text, and in a configuration what it and its folder are called. */
  readonly #spoken: Spoken;

  readonly #others: OtherEngines;
  readonly #told: Places;

  /**
   * @param spoken what the file's text speaks of
   * @param others what of it is of other engines
   * @param told where names stand that calls, statements and commands use
   */
  constructor(source: Source, envShapes: EnvShapes, spoken: Spoken, others: OtherEngines, told: Places) {
    this.#envShapes = envShapes;
    this.#others = others;
    this.#told = told;
    this.#spoken = CODE.some((files) => files.test(source.path)) ? spoken : spoken.beside(`${source.text}\n${FOLDER_AND_FILE.exec(source.path)?.[0] ?? ''}`);
    this.#readsEnvironment = readsEnvironment(source);
  }

  read(declaration: Declaration): readonly Reference[] {
    const own = this.#meaningOf(declaration);
    const meaning = own ?? this.#meaningOfClass(declaration);
    if (meaning === null && declaration.form !== 'variable' && !this.#readsEnvironment) return [];
    const values = declaration.values();
    const several =
      (meaning?.is === 'topics' && listsTopics(declaration, values)) ||
      (meaning?.is === 'bucket' && listsBuckets(declaration, values)) ||
      holdsSeveral(declaration.form === 'key' ? declaration.path : [declaration.name]);
    const texts = this.#textsOf(values, several ? (meaning !== null && LISTED_BY_KEY.has(meaning.is) ? 2 : 1) : 0);
    const isListed = own === null && meaning !== null;
    const read = (text: Text) => this.#readText(declaration, meaning, text, isListed);
    return ofEach(texts, (text) => ofEach(severalIn(text, meaning, declaration), read));
  }

  /** The references that an argument makes by the names of the parameters it becomes in the repository's own functions. */
  readArgument(argument: Argument, parameters: readonly Parameter[]): Reference[] {
    const found = new Set<string>();
    return parameters.flatMap(({ name, namePlace }) => {
      if (found.has(name)) return [];
      found.add(name);
      return this.read({ name, form: 'parameter', path: [name], namePlace, values: () => argument.values() });
    });
  }

  #readText(declaration: Declaration, meaning: Meaning | null, text: Text, isListed: boolean): Reference[] {
    const whole = slice(text, 0, text.flat.length);
    // `class Buckets: RAW = "raw"` is a list of names, which may well say their own.
    if (!isListed && isEnumeration(declaration, text)) return [];
    if (namesVariable(declaration, text)) return [];
    // What a variable of the environment is called says more than the key that its value is put under.
    const ofVariable = whole.env === null ? null : this.#meaningOfVariable(whole.env);
    // An address says all of itself, whatever its variable is called.
    const isAddress = (whole.env !== null || declaration.form === 'variable') && text.flat.includes(':/');
    const wanted = isAddress ? ADDRESS : (this.#ofBoth(ofVariable, meaning, text.flat) ?? meaning);
    if (wanted === null || isClass(wanted, whole)) return [];
    if (ofVariable === null && whole.env !== null && HOLDS_TABLES.has(wanted.is) && isCalledAfterOtherSystem(whole.env)) return [];
    const use = { access: 'unknown', via: declaration.form, place: whole.used } as const;
    const { is, system } = wanted;
    if (agrees(wanted, text.flat)) {
      const found = referencesOf(text, partsIn(text.flat, is, system ?? this.#systemOf(is)), use);
      return isFieldDefault(declaration) ? found.map(asFieldDefault) : found;
    }
    if (!isUnknown(text.flat) || whole.env === null || whole.origin !== 'env') return [];
    const kind = kindOf(is);
    if (kind === null) return [];
    const unknown = unknownReference(kind, system, whole.written, use);
    return [{ ...unknown, origin: 'env', env: whole.env, steps: whole.steps }];
  }

  /** What the name of a variable says; where its value does not agree, what holds it may say the same kind with other values. */
  #ofBoth(ofVariable: Meaning | null, own: Meaning | null, flat: string): Meaning | null {
    if (ofVariable === null || own === null || agrees(ofVariable, flat)) return ofVariable;
    return kindOf(ofVariable.is) === kindOf(own.is) ? own : ofVariable;
  }

  /**
   * The texts among values; those of lists and records only where the name is a plural, and only so deep:
   * `schema=["id", "day"]` are columns, `BUCKETS = {"raw": "kol-raw"}` names buckets.
   */
  #textsOf(values: readonly Value[], depth: number): readonly Text[] {
    return ofEach(values, (value) => {
      if (value.form === 'text') return [value.text];
      return depth > 0 ? this.#textsOf(this.#valuesWithin(value), depth - 1) : [];
    });
  }

  /**
   * The items of a list, and the entries of a record that gives several things their keys; not where the
   * keys are what is named: `consumer.subscribe(TOPICS.keys())`.
   */
  #valuesWithin(value: Value): readonly Value[] {
    if (value.form === 'list') return value.items.flat();
    if (value.form !== 'record' || value.entries.some(({ key }) => ATTRIBUTE.test(key.flat) || OF_ONE_THING.test(key.flat) || this.#told.has(key.place))) return [];
    return value.entries.flatMap((entry) => entry.values());
  }

  /** A schema is PostgreSQL's where the code speaks of nothing else that has schemas. */
  #systemOf(shape: Meaning['is']): System | null {
    if (shape !== 'schema' && shape !== 'dotted-schema') return null;
    return this.#spoken.speaksOf(IN_POSTGRES) && !this.#spoken.speaksOf(IN_A_LAKE) ? 'postgres' : null;
  }

  #meaningOf(declaration: Declaration): Meaning | null {
    const { form, name, path } = declaration;
    if (form === 'variable') return this.#meaningOfVariable(name);
    // A field `name` of a class Bucket is any bucket's, and so is what the class is made with.
    const said = patternFor(form === 'field' || form === 'keyword' || path.length === 0 ? [name] : path, form, this.#spoken);
    // What a record is held against is a schema of columns: `validate_data(record, schema_name="orders")`.
    if ((said?.is === 'schema' || said?.is === 'dotted-schema') && form === 'keyword' && HOLDS_AGAINST.test(path[0] ?? '')) return null;
    const mayBeAnothers = (form === 'key' || form === 'entry') && said !== null && HOLDS_TABLES.has(said.is);
    return mayBeAnothers && this.#others.keeps(declaration) ? null : said;
  }

  /** `class Buckets: RAW = "kol-raw"`: what the class lists; `AgeBuckets` and `TopicModels` list other things. */
  #meaningOfClass({ form, path }: Declaration): Meaning | null {
    const [holder, field] = path;
    if ((form !== 'field' && form !== 'keyword') || holder === undefined || field === undefined || ATTRIBUTE.test(field) || !LISTING.test(holder)) return null;
    return patternFor([holder], 'constant', this.#spoken);
  }

  #meaningOfVariable(variable: string): Meaning | null {
    const said = this.#envShapes(variable);
    if (said === 'none') return null;
    if (said !== undefined) return { is: said, system: null };
    return patternFor([variable], 'variable', this.#spoken);
  }
}

/** `bucket = classify(score)`: the class that something falls into. */
function isClass({ is }: Meaning, { steps }: Slice): boolean {
  return CLASSES.has(is) && steps.some(({ label }) => CLASSIFIES.test(label));
}

const CLASSES: ReadonlySet<NamePattern['is']> = new Set<NamePattern['is']>(['bucket', 'topic', 'topics']);
const CLASSIFIES = /(?:classif|categori[sz]|bucketi[sz]|discreti[sz]|segment|grade)\w*\(\)$/i;

const HOLDS_AGAINST =
  /^_*(?:is_)?(?:valid|validate|validates|conforms)(?:_(?:to|against))?(?:_(?:data|records?|messages?|payloads?|events?|rows?|batch|json|instance|df|dataframe|schema))*$/i;

const HOLDS_TABLES: ReadonlySet<NamePattern['is']> = new Set<NamePattern['is']>(['database', 'schema', 'dotted-schema', 'catalog']);

const IN_POSTGRES = /psycopg|asyncpg|PostgresHook|PostgresOperator|postgresql(?:\+\w+)?:\/\//;
const IN_A_LAKE = /trino|presto|spark|iceberg|(?<!arc)hive|athena|glue|\bdelta\b|databricks|snowflake|bigquery|redshift|clickhouse|dbt/i;

/** `bucket: str = "kol-bronze"` in a class of Python: a default that who makes the instance may replace. */
function isFieldDefault({ form, namePlace }: Declaration): boolean {
  if (form !== 'field' || !/\.pyi?$/i.test(namePlace.source.path)) return false;
  return /^[ \t]*:/.test(namePlace.source.text.slice(namePlace.end, namePlace.end + 20));
}

function asFieldDefault(reference: Reference): Reference {
  return reference.origin === 'literal' ? { ...reference, origin: 'field-default' } : reference;
}

/** `KEY_BUCKET_NAME = "bucket_name"`. */
const KEY_OF = /^_?(?:KEY|PARAM|PARAMETER|ARG|ARGUMENT|OPTION|OPT|FIELD|CONF|CONFIG|XCOM|ATTR|PROP|PROPERTY|COL|COLUMN)_/i;

/**
 * `DATABASE = "database"`, `BUCKET = "storage.bucket"`: members of an enumeration or of a list of
 * keys say their own name, and name nothing.
 */
function isEnumeration({ form, name, path }: Declaration, { flat }: Text): boolean {
  // A thing's name that is its key again is what a form calls one of its fields: `"Topics": { "name": "Topics" }`.
  if (form === 'key' && /name$/i.test(name) && flat === path.at(-2) && saysKind(flat)) return true;
  // `schemas: { bronze: bronze }`: the key says which of them it is.
  if (form === 'key' && !saysKind(name)) return false;
  // `orders_topic = "orders_topic"`, as no list of keys is written.
  if (form === 'constant' && flat === name && /^[a-z]+(?:_[a-z]+)*_topic$/.test(name)) return false;
  const value = flat.toLowerCase();
  // `AWS_DYNAMODB_TABLE_NAMES: "aws.dynamodb.table_names"`: an attribute of traces, a key of settings.
  if (value.includes('.') && value.replaceAll('.', '_') === name.toLowerCase()) return true;
  if (flat === name || value.endsWith(`.${name.toLowerCase()}`) || (KEY_OF.test(name) && name.toLowerCase().endsWith(`_${value}`))) return true;
  return value === name.toLowerCase() && (form === 'field' || !/[_-]/.test(flat));
}

/** `ENV_CATALOG = "KOL_CATALOG"` says which variable carries the name. */
function namesVariable({ form, name }: Declaration, { flat }: Text): boolean {
  return form !== 'variable' && /^_*env_/i.test(name) && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(flat);
}

/** The kind of the last name that a shape holds; null where the shape alone does not say. */
function kindOf(shape: NamePattern['is']): Reference['kind'] | null {
  switch (shape) {
    case 'uri':
    case 'path':
      return null;
    case 'topics':
      return 'topic';
    case 'dotted-schema':
      return 'schema';
    case 'dotted-table':
      return 'table';
    default:
      return shape;
  }
}

/**
 * A topic in brackets is one of a consumer's, where columns in brackets are no schema; and an enumeration or a
 * constant that holds several is called after one of them: `enum Topic { Orders = 'kol-orders' }`.
 */
function listsTopics({ form, name }: Declaration, values: readonly Value[]): boolean {
  if (values.every((value) => value.form === 'list')) return true;
  return form === 'constant' && /^[A-Z]/.test(name) && values.every((value) => value.form === 'record');
}

/** A configuration may give several buckets where one could stand: `bucketName: [kol-raw, kol-gold]`. */
function listsBuckets({ form }: Declaration, values: readonly Value[]): boolean {
  return form === 'key' && values.every((value) => value.form === 'list');
}

/**
 * The names that one string lists under a plural, with commas or blanks between: `MINIO_BUCKETS=kol-bronze,kol-silver`.
 * Where one of the items is none, the string is no list; topics are read as lists anyway.
 */
function severalIn(text: Text, meaning: Meaning | null, { name, form }: Declaration): readonly Text[] {
  if (meaning === null || (form !== 'variable' && form !== 'key') || !LISTED_IN_TEXT.has(meaning.is) || !/S$/i.test(name)) return [text];
  const items = [...text.flat.matchAll(/[^\s,;]+/g)].map(({ index, 0: item }) => subText(text, index, index + item.length));
  // Words with blanks between may be a sentence.
  const isList = /[,;]/.test(text.flat) || items.every(({ flat }) => /[-_.\d]/.test(flat));
  return isList && items.length > 1 && items.every(({ flat }) => agrees(meaning, flat)) ? items : [text];
}

/** What a plural may list under keys again, `{ dev: ['kol-dev-raw'], prod: ['kol-raw'] }`: what a schema lists are columns. */
const LISTED_BY_KEY: ReadonlySet<Meaning['is']> = new Set<Meaning['is']>(['topics', 'bucket']);

const LISTED_IN_TEXT: ReadonlySet<Meaning['is']> = new Set<Meaning['is']>(['bucket', 'schema', 'dotted-schema', 'database', 'keyspace', 'catalog']);

/** Classes whose fields are the things that they are called after. */
const LISTING = /^_?(?:(?:S3|MinIO|Minio|Storage|Lake|DataLake)?(?:Buckets?Names?|Buckets)|(?:[A-Z][a-z]+)*(?:Topics?Names?|Topics)|Kafka(?:[A-Z][a-z]+)*Topic)$/;

/** Keys of a record that describes one thing: `{"name": …, "region": …}`, `{"topic": …, "table": …}`. */
const ATTRIBUTE =
  /^(?:name|topic|table|dataset|bucket|schema|partitions|id|type|kind|region|endpoint|host|url|path|prefix|key|value|description|title|label|policy|access|acl|version\w*|doc|format|env)$/i;

/** Such keys that say of what as well: `{"bucket_name": …, "local_path": …}`. */
const OF_ONE_THING = /_(?:name|path|dir|folder|url|uri|prefix|type)$/i;
