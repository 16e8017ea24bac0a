import { arnAt, webAddressAt } from './aws-address.js';
import type { NamedPart, Span } from './named-part.js';
import { withoutPlaceholders } from './placeholder.js';
import type { Dialect } from './reference.js';
import type { System } from './system.js';
import { HOLE, isUnknown } from './text.js';
import { type ResourceUri, authority, firstOf, isBucket, part, uriEnd, withoutPunctuation } from './uri-anatomy.js';
import { volumeParts } from './volume.js';

export type { ResourceUri };

interface Scheme {
  readonly system: System | null;
  readonly dialect: Dialect | null;
  /** Which names stand where. */
  readonly layout: 'bucket' | 'container' | 'model' | 'database' | 'schema' | 'catalog-and-schema';
}

const STORAGE = { dialect: null, layout: 'bucket' } as const;
const S3: Scheme = { ...STORAGE, system: 's3' };
const AZURE: Scheme = { system: null, dialect: null, layout: 'container' };
const POSTGRES: Scheme = { system: 'postgres', dialect: 'postgres', layout: 'database' };
const MYSQL: Scheme = { system: 'mysql', dialect: 'mysql', layout: 'database' };
const TRINO: Scheme = { system: 'trino', dialect: 'trino', layout: 'catalog-and-schema' };
const HIVE: Scheme = { system: 'hive', dialect: 'hive', layout: 'schema' };

const SCHEMES: ReadonlyMap<string, Scheme> = new Map([
  ['s3', S3],
  ['s3a', S3],
  ['s3n', S3],
  ['gs', { ...STORAGE, system: 'gcs' }],
  ['gcs', { ...STORAGE, system: 'gcs' }],
  ['abfs', AZURE],
  ['abfss', AZURE],
  ['wasb', AZURE],
  ['wasbs', AZURE],
  ['models', { system: 'mlflow', dialect: null, layout: 'model' }],
  ['postgres', POSTGRES],
  ['postgresql', POSTGRES],
  ['postgis', POSTGRES],
  ['redshift', POSTGRES],
  ['cockroachdb', POSTGRES],
  ['mysql', MYSQL],
  ['mariadb', MYSQL],
  ['trino', TRINO],
  ['presto', TRINO],
  ['hive', HIVE],
  ['hive2', HIVE],
  ['awsathena', { system: 'glue', dialect: 'trino', layout: 'schema' }],
]);

/**
 * Every resource URI in a text's flat characters, in order; holes and placeholders of unformatted
 * templates are unknown parts. A scheme with nothing behind it (`s3://`, as in `startswith`) and
 * regular expressions (`s3://([^/]+)`) give nothing.
 */
export function findUris(flat: string): readonly ResourceUri[] {
  const volume = volumeParts(flat);
  if (volume !== null) return [{ start: 0, end: flat.length, scheme: 'dbfs', dialect: null, parts: volume }];
  const found: ResourceUri[] = [];
  for (let colon = flat.indexOf(':'); colon >= 0; colon = flat.indexOf(':', colon + 1)) {
    const uri = flat.charCodeAt(colon + 1) === 47 ? uriAt(flat, colon) : arnAt(flat, colon);
    if (uri === null) continue;
    found.push(uri);
  }
  const settings = connectionSettings(flat);
  return settings === null ? found : [...found, settings];
}

/** Not code in a text, `dbname=os.environ["PGDATABASE"]`. */
const DATABASE_SETTING = new RegExp(`(?:^|\\s)dbname\\s*=\\s*'?([\\w$${HOLE}-]+)(?![\\w$-]|\\.\\w|[[(])`, 'd');
const OTHER_SETTING = /(?:^|\s)(?:host|hostaddr|port|user|password|sslmode)\s*=/;

/** libpq's `host=sme-postgres port=5432 dbname=kol_app`, and .NET's `Host=sme-postgres;Database=kol_app`. */
function connectionSettings(flat: string): ResourceUri | null {
  if (!flat.includes('=')) return null;
  const range = DATABASE_SETTING.exec(flat)?.indices?.[1];
  if (range !== undefined && OTHER_SETTING.test(flat)) return databaseAt(range, 'postgres');
  const among = DATABASE_AMONG.exec(flat)?.indices?.[1];
  if (among === undefined || OF_SQL_SERVER.test(flat)) return null;
  if (OF_NPGSQL.test(flat)) return databaseAt(among, 'postgres');
  return OF_MYSQL.test(flat) ? databaseAt(among, 'mysql') : null;
}

const DATABASE_AMONG = new RegExp(`(?:^|;)\\s*Database\\s*=\\s*([\\w$${HOLE}-]+)\\s*(?:;|$)`, 'di');
const OF_NPGSQL = /(?:^|;)\s*(?:Host\s*=|Port\s*=\s*5432\b)/i;
const OF_MYSQL = /(?:^|;)\s*Server\s*=[^]*;\s*(?:(?:Uid|User)\s*=|Port\s*=\s*3306\b)|(?:Uid|User)\s*=[^]*;\s*Server\s*=/i;
const OF_SQL_SERVER = /Trusted_Connection|TrustServerCertificate|Integrated Security|MultipleActiveResultSets|Encrypt\s*=/i;

function databaseAt([start, end]: readonly [number, number], system: 'postgres' | 'mysql'): ResourceUri {
  const part: NamedPart = { kind: 'database', name: { start, end }, qualifier: [], path: null, system, judged: true };
  return { start, end, scheme: system === 'postgres' ? 'postgresql' : 'mysql', dialect: system, parts: [part] };
}

/** The dialect of the first database URL in a text: what an engine made of it speaks. */
export function dialectOfUrl(flat: string): Dialect | null {
  for (const { dialect } of findUris(flat)) if (dialect !== null) return dialect;
  return null;
}

function uriAt(flat: string, colon: number): ResourceUri | null {
  const start = schemeStart(flat, colon);
  // Celery's own prefixes stand before the URL of SQLAlchemy, that of Airflow's data sets before storage's.
  const written = flat.slice(start, colon).toLowerCase().replace(/^(?:db|sqla|astro)\+/, '');
  const plus = written.indexOf('+');
  const name = plus < 0 ? written : written.slice(0, plus);
  const scheme = SCHEMES.get(name);
  if (scheme === undefined) return name === 'https' || name === 'http' ? webAddressAt(flat, start, colon) : null;
  const end = scheme.layout === 'model' && SPACED_MODEL.test(flat) ? flat.length : uriEnd(flat, colon + 2);
  const parts = partsOf(flat, scheme, colon + 2, end);
  if (parts.length === 0) return null;
  return { start, end, scheme: name, dialect: scheme.dialect, parts };
}

/** Models' names may have blanks in them; where they end shows only where nothing else stands in the text. */
const SPACED_MODEL = /^models:\/[\w.-]+(?: [\w.-]+)+(?:\/\w+|@[\w.-]+)$/;

function schemeStart(flat: string, colon: number): number {
  let start = colon;
  while (start > 0 && isSchemeCharacter(flat.charCodeAt(start - 1))) start--;
  return start;
}

function isSchemeCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) ||
    code === 43 || code === 45 || code === 46 || code === 95
  );
}

function partsOf(flat: string, scheme: Scheme, from: number, end: number): readonly NamedPart[] {
  switch (scheme.layout) {
    case 'model':
      return modelParts(flat, scheme, from, end);
    case 'bucket':
    case 'container':
      return bucketParts(flat, scheme, from, end);
    case 'database':
    case 'schema':
    case 'catalog-and-schema':
      return databaseParts(flat, scheme, from, end);
  }
}

/** Documentation's words for a bucket that the reader should fill in. */
const STAND_IN = /^(?:\.{2,}|…|[A-Z]*_?BUCKET(?:_[A-Z]+)*)$/;

function bucketParts(flat: string, scheme: Scheme, from: number, end: number): readonly NamedPart[] {
  if (flat.charCodeAt(from) !== 47) return [];
  const { host, path } = authority(flat, from + 1, end);
  if (path !== null && ADDRESSES_SERVER.test(flat.slice(host.start, host.end))) return behindServer(flat, scheme, path);
  const name = scheme.layout === 'container' ? beforeAt(flat, host) : afterAt(flat, host);
  const trimmed = path === null ? withoutPunctuation(flat, name) : name;
  if (!isBucket(flat, trimmed)) return [];
  return [part('bucket', trimmed, { system: scheme.system, path })];
}

/** `key:secret@sme-minio:9000` and `key:secret@eu-west-1`: the credentials for a server or a region, not for a bucket. */
const ADDRESSES_SERVER = /:[^@]*@(?:.*:\d+|[a-z]{2}(?:-[a-z]+)+-\d)$/;

/** `s3://key:secret@sme-minio:9000/kol-logs`, as Loki and Cortex have it. */
function behindServer(flat: string, { system }: Scheme, path: Span): readonly NamedPart[] {
  const name = { start: path.start, end: firstOf(flat, path.start, path.end, '/?') };
  const trimmed = name.end === path.end ? withoutPunctuation(flat, name) : name;
  if (!isBucket(flat, trimmed)) return [];
  const rest = flat.charCodeAt(name.end) === 47 && name.end < path.end ? { start: name.end + 1, end: path.end } : null;
  return [part('bucket', trimmed, { system, path: rest })];
}

/** Whether the whole name is a stand-in that documentation uses for "yours". */
function isStandIn(name: string): boolean {
  return STAND_IN.test(name);
}

/** What stands behind a model's name: a version, a stage or an alias; nothing known will do. */
const VERSION = new RegExp(`^(?:@.+|/(?:\\d+|latest|none|staging|production|archived|.*${HOLE}.*)/?)$`, 'i');

/**
 * `models:/name/version` or `models:/name@alias`. Without either it is no address of a model, but
 * often a volume (`models:/app`), and behind a path (`./models:/app`) it always is.
 */
function modelParts(flat: string, scheme: Scheme, from: number, end: number): readonly NamedPart[] {
  if (flat.charCodeAt(schemeStart(flat, from - 2) - 1) === 47) return [];
  let start = from;
  while (start < end && flat.charCodeAt(start) === 47) start++;
  const name = { start, end: firstOf(flat, start, end, '/@') };
  const behind = withoutPunctuation(flat, { start: name.end, end });
  const known = withoutPlaceholders(flat.slice(name.start, name.end));
  if (known === '' || /^m-[0-9a-f]{32}$/.test(known) || /[()[\]\\*]/.test(known)) return [];
  const isWhole = VERSION.test(withoutPlaceholders(flat.slice(behind.start, behind.end)));
  return isWhole || known.endsWith(HOLE) ? [part('model', name, { system: scheme.system })] : [];
}

const IDENTIFIER = new RegExp(`^[\\w.$${HOLE}-]+$`);

function databaseParts(flat: string, scheme: Scheme, from: number, end: number): readonly NamedPart[] {
  if (flat.charCodeAt(from) !== 47) return [];
  const { path } = authority(flat, from + 1, end);
  if (path === null) return [];
  const first = { start: path.start, end: firstOf(flat, path.start, path.end, '/?;&#,)') };
  const rest = flat.charCodeAt(first.end) === 47 ? first.end + 1 : null;
  const name = rest === null ? withoutPunctuation(flat, first) : first;
  if (!isIdentifier(flat, name)) return [];
  if (scheme.layout === 'database') {
    const asset = assetParts(flat, name, scheme.system);
    if (asset !== null) return asset;
    const database = part('database', name, { system: scheme.system });
    const schema = schemaAmongOptions(flat, { start: first.end, end: path.end });
    return schema === null ? [database] : [database, part('schema', schema, { system: scheme.system })];
  }
  if (scheme.layout === 'schema') return [part('schema', name, { system: scheme.system })];
  const second = rest === null ? null : { start: rest, end: firstOf(flat, rest, path.end, '/?;&#,)') };
  if (second === null || !isIdentifier(flat, second)) {
    return [part('catalog', name, { system: scheme.system })];
  }
  return [
    part('catalog', name, { system: scheme.system, judged: false }),
    part('schema', second, { system: scheme.system, qualifier: [name] }),
  ];
}

/** `postgres://host:5432/kol_app.core.users`, as Airflow's assets and OpenLineage name a table; null where it is none. */
function assetParts(flat: string, { start, end }: Span, system: System | null): readonly NamedPart[] | null {
  const dots = [...flat.slice(start, end).matchAll(/\./g)].map(({ index }) => start + index);
  const [first, second] = dots;
  if (first === undefined || second === undefined || dots.length > 2) return null;
  const schema = { start: first + 1, end: second };
  const table = { start: second + 1, end };
  if (first === start || schema.start === schema.end || table.start === table.end) return null;
  return [
    part('database', { start, end: first }, { system }),
    part('schema', schema, { system }),
    part('table', table, { system, qualifier: [schema] }),
  ];
}

const SCHEMA_OPTION = new RegExp(`[?&](?:currentSchema|search_?path|schema)=([\\w$${HOLE}]+)`, 'd');

/** The schema that a connection begins in: `?currentSchema=kol_core`, Prisma's `?schema=kol_core`; `public` is what it is anyway. */
function schemaAmongOptions(flat: string, { start, end }: Span): Span | null {
  const [from, to] = SCHEMA_OPTION.exec(flat.slice(start, end))?.indices?.[1] ?? [0, 0];
  return to === 0 || flat.slice(start + from, start + to) === 'public' ? null : { start: start + from, end: start + to };
}

function isIdentifier(flat: string, span: Span): boolean {
  if (span.start === span.end) return false;
  const name = withoutPlaceholders(flat.slice(span.start, span.end));
  return IDENTIFIER.test(name) && !/^\.+$/.test(name);
}

function afterAt(flat: string, host: Span): Span {
  const at = flat.lastIndexOf('@', host.end - 1);
  return at < host.start ? host : { start: at + 1, end: host.end };
}

function beforeAt(flat: string, host: Span): Span {
  const at = flat.indexOf('@', host.start);
  return at < 0 || at >= host.end ? { start: host.start, end: host.start } : { start: host.start, end: at };
}

/** A part's name as a reference has it: holes for placeholders and for wildcards of an ARN. */
export function nameOf(flat: string, span: Span): string {
  const name = withoutPlaceholders(flat.slice(span.start, span.end));
  if (isUnknown(name) || isStandIn(name)) return HOLE;
  return name.replaceAll('*', HOLE);
}
