import { isCalledAfterOtherSystem, isOfOtherSystem } from '../../catalogue/names.js';
import type { Declaration } from '../../languages/facts.js';
import { once } from '../../languages/once.js';

/** Keys that say of which engine the connection is that they stand in. */
const SAYS_ENGINE = /^(?:type|client|engine|adapter|driver|dialect|engine_?name|db_?type|database_?type|provider)$/i;
/** Engines with databases, schemas and tables that are none of the platform's. */
const OTHER_ENGINE =
  /^(?:snowflake|clickhouse|duckdb|motherduck|sqlite3?|mongo(?:db)?|mssql|sqlserver|synapse|fabric|oracle|teradata|exasol|vertica|redis|neo4j|influxdb|elasticsearch|opensearch|couchbase|dynamodb|cosmosdb)$/i;

/**
 * The keys of a configuration, and the entries of code's objects, that stand in a connection of another engine,
 * as one beside them says or one above: `type: snowflake` makes the `database` next to it Snowflake's, and no
 * other of the file.
 */
export class OtherEngines {
  /** Asked for few names. */
  readonly #places: () => ReadonlySet<string>;
  readonly #all: boolean;

  /** @param path the file's: in a folder called `clickhouse` all is ClickHouse's */
  constructor(declarations: readonly Declaration[], path: string) {
    this.#places = once(() => new Set(declarations.filter(saysOther).map(placeOf)));
    this.#all = isOfOtherSystem(path.split(/[\\/]/).slice(-2));
  }

  keeps(declaration: Declaration): boolean {
    if (this.#all || isOfOtherSystem(declaration.path)) return true;
    const above = declaration.path.slice(0, -1);
    if (declaration.form === 'entry' && above.some(isCalledAfterOtherSystem)) return true;
    const places = this.#places();
    if (places.size === 0) return false;
    // `{ client: 'mssql', connection: { database } }`
    return places.has(above.join('\n')) || (above.at(-1) === 'connection' && places.has(above.slice(0, -1).join('\n')));
  }
}

function saysOther(declaration: Declaration): boolean {
  if ((declaration.form !== 'key' && declaration.form !== 'entry') || !SAYS_ENGINE.test(declaration.name)) return false;
  if (declaration.path.length < 2) return false;
  const [value] = declaration.values();
  return value?.form === 'text' && OTHER_ENGINE.test(value.text.flat);
}

/** The keys above one. */
function placeOf({ path }: Declaration): string {
  return path.slice(0, -1).join('\n');
}
