import type { Library } from '../library.js';

/** Clients of databases that are none of the platform's: their databases, schemas and buckets are called so, too; so are Kubeflow's experiments. */
export const pythonElsewhere: Library = {
  library: 'elsewhere',
  language: 'python',
  system: null,
  types: {
    Kubeflow: ['kfp.Client()', 'kfp.client.Client()'],
    Neo4j: ['neo4j.GraphDatabase.driver()', 'neo4j.AsyncGraphDatabase.driver()'],
    Influx: [
      'influxdb_client.InfluxDBClient().write_api()', 'influxdb_client.InfluxDBClient().buckets_api()', 'influxdb_client.InfluxDBClient().delete_api()',
      'influxdb_client.client.influxdb_client.InfluxDBClient().write_api()', '~write_api', '~buckets_api', '~delete_api',
    ],
  },
  entries: [],
  elsewhere: [
    'snowflake.connector.connect', 'snowflake.sqlalchemy.URL', 'snowflake.snowpark.Session.builder.configs', 'snowflake.connector.pandas_tools.write_pandas',
    '~SnowflakeOperator', '~SnowflakeHook', 'airflow.providers.snowflake.hooks.snowflake.SnowflakeHook', 'airflow.providers.snowflake.operators.snowflake.SnowflakeOperator',
    'dagster_snowflake.SnowflakeResource', 'dagster_snowflake_pandas.SnowflakePandasIOManager', 'dagster_snowflake_pyspark.SnowflakePySparkIOManager',
    'cosmos.profiles.SnowflakeUserPasswordProfileMapping', 'cosmos.profiles.SnowflakePrivateKeyPemProfileMapping',
    'clickhouse_connect.get_client', 'clickhouse_connect.get_async_client', 'clickhouse_connect.create_client', 'clickhouse_connect.create_async_client',
    'clickhouse_driver.Client', 'clickhouse_driver.client.Client', 'clickhouse_driver.connect', 'clickhouse_driver.dbapi.connect', 'asynch.connect', 'infi.clickhouse_orm.Database',
    'pyodbc.connect', 'pymssql.connect', 'oracledb.connect', 'cx_Oracle.connect', 'teradatasql.connect', 'hdbcli.dbapi.connect', 'ibm_db.connect',
    'influxdb.InfluxDBClient', 'influxdb_client.InfluxDBClient', 'influxdb_client_3.InfluxDBClient3', 'Influx.write', 'Influx.create_bucket', 'Influx.find_bucket_by_name', 'Influx.delete', 'Neo4j.session', 'Neo4j.execute_query',
    'pymongo.MongoClient', 'motor.motor_asyncio.AsyncIOMotorClient', 'mongoengine.connect', 'redis.Redis', 'duckdb.connect', 'sqlite3.connect', 'aiosqlite.connect',
    'Kubeflow.create_run_from_pipeline_package', 'Kubeflow.create_run_from_pipeline_func', 'Kubeflow.create_experiment', 'Kubeflow.get_experiment',
    'pymilvus.connections.connect', 'chromadb.HttpClient', 'arango.ArangoClient', 'couchdb.Server',
  ],
};
