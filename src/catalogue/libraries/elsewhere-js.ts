import type { Library } from '../library.js';

/** Clients of databases that are none of the platform's: their databases, schemas and tables are called so, too. */
export const elsewhereJs: Library = {
  library: 'elsewhere-js',
  language: 'javascript',
  system: null,
  types: {
    Neo4j: ['neo4j-driver.driver()', 'neo4j-driver.default.driver()'],
  },
  entries: [],
  elsewhere: [
    '@clickhouse/client.createClient', '@clickhouse/client-web.createClient', 'clickhouse.ClickHouse',
    'mongodb.MongoClient', 'mongoose.connect', 'mongoose.createConnection', 'mongoose.default.connect', '@nestjs/mongoose.MongooseModule.forRoot',
    'snowflake-sdk.createConnection', 'snowflake-sdk.createPool', 'snowflake-sdk.default.createConnection', 'mssql.connect', 'mssql.ConnectionPool',
    'mssql.default.connect', 'tedious.Connection', 'oracledb.createPool', 'oracledb.getConnection', 'Neo4j.session', '@influxdata/influxdb-client.InfluxDB().getWriteApi',
    'influx.InfluxDB', 'redis.createClient', 'ioredis', 'ioredis.Redis', 'better-sqlite3', 'sqlite3.Database',
  ],
};
