import type { Facts } from '../languages/facts.js';
import type { Dialect } from '../references/reference.js';

const CASSANDRA = /^(?:cassandra|cassandra-driver|scylla|acsylla|cqlengine|aiocassandra)(?:\.|$)/;
const OTHER = /^(?:psycopg2?|asyncpg|sqlalchemy|sqlmodel|trino|pyhive|prestodb|pymysql|mysql|aiomysql|sqlite3|duckdb|django|peewee|snowflake|clickhouse\w*|pg|mysql2|knex|sequelize|typeorm|trino-client|presto-client)(?:\.|$)/;

/**
 * The dialect of SQL whose connection is not known, where the file imports one system's driver alone: what
 * stands before a table is a keyspace in CQL and a schema elsewhere. Spark's is known where Spark executes it.
 */
export function dialectOfImports({ imports }: Facts): Dialect | null {
  let speaksCql = false;
  for (const { specifier } of imports) {
    if (OTHER.test(specifier)) return null;
    speaksCql ||= CASSANDRA.test(specifier);
  }
  return speaksCql ? 'cql' : null;
}
