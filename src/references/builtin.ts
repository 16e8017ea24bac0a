import type { Kind } from './kind.js';
import type { System } from './system.js';

/** Names that come with a system and belong to it: listed, never judged. */
const BUILTIN: Readonly<Partial<Record<Kind, RegExp>>> = {
  catalog: /^(?:system|spark_catalog|awsdatacatalog|jmx|tpch|tpcds)$/i,
  schema: /^(?:information_schema|pg_catalog|pg_toast|performance_schema|\$jmx)$/i,
  database: /^(?:postgres|template[01]|information_schema|performance_schema|sys|databricks_postgres)$/i,
  keyspace: /^system(?:_\w+)?$/i,
  topic: /^__\w+$|^_schemas$|^_confluent/,
};

/** Names that are the system's own only there. */
const OF_SYSTEM: Readonly<Partial<Record<System, Readonly<Partial<Record<Kind, RegExp>>>>>> = {
  postgres: { schema: /^public$/i },
  // A pipeline's own tables, as those of Databricks refer to one another.
  spark: { schema: /^live$/i },
  mysql: { database: /^mysql$/i, schema: /^(?:mysql|sys)$/i },
  mlflow: { experiment: /^Default$/ },
};

/** Whether a name belongs to the system itself. `qualifier` is a schema's catalog, outermost first. */
export function isBuiltin(
  kind: Kind,
  name: string,
  system: System | null,
  qualifier: readonly string[],
): boolean {
  if (BUILTIN[kind]?.test(name) === true) return true;
  if (system !== null && OF_SYSTEM[system]?.[kind]?.test(name) === true) return true;
  return qualifier.some((outer, depth) => {
    const outerKind = kind === 'table' && depth === qualifier.length - 1 ? 'schema' : 'catalog';
    return BUILTIN[outerKind]?.test(outer) === true && !/^spark_catalog$|^awsdatacatalog$/i.test(outer);
  });
}
