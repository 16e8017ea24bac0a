import { isCalledAfterOtherSystem, isOfOtherSystem } from '../../catalogue/names.js';
import { isOtherSystem } from '../../catalogue/other-systems.js';
import type { Declaration } from '../../languages/facts.js';
import { once } from '../../languages/once.js';

/** Keys that say of which engine the connection is that they stand in. */
const SAYS_ENGINE = /^(?:type|client|engine|adapter|driver|dialect|engine_?name|db_?type|database_?type|provider)$/i;
/** A connector of Kafka Connect's says it by its class. */
const SAYS_CLASS = /^connector\.class$/;
const OTHER_CLASS = /oracle|sqlserver|mongo|\bdb2|snowflake|clickhouse/i;
/** Grafana's sources of data are called after them, too: `grafana-clickhouse-datasource`. */
const OF_GRAFANA = /^grafana-|-datasource$/g;

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
    // `{ client: 'mssql', connection: { database } }`; a connection's options in a configuration are the connection's.
    const isOption = declaration.form !== 'entry' || above.at(-1) === 'connection';
    return places.has(above.join('\n')) || (isOption && places.has(above.slice(0, -1).join('\n')));
  }
}

function saysOther(declaration: Declaration): boolean {
  if ((declaration.form !== 'key' && declaration.form !== 'entry') || declaration.path.length < 2) return false;
  const isEngine = SAYS_ENGINE.test(declaration.name);
  if (!isEngine && !SAYS_CLASS.test(declaration.name)) return false;
  const [value] = declaration.values();
  if (value?.form !== 'text') return false;
  return isEngine ? isOtherSystem(value.text.flat.replace(OF_GRAFANA, '')) : OTHER_CLASS.test(value.text.flat);
}

/** The keys above one. */
function placeOf({ path }: Declaration): string {
  return path.slice(0, -1).join('\n');
}
