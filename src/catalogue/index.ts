import { airflow } from './libraries/airflow.js';
import { airflowHooks } from './libraries/airflow-hooks.js';
import { airflowRest } from './libraries/airflow-rest.js';
import { airflowTransfers } from './libraries/airflow-transfers.js';
import { alembic } from './libraries/alembic.js';
import { awsCdk } from './libraries/aws-cdk.js';
import { awsCdkRds } from './libraries/aws-cdk-rds.js';
import { awsCdkJs } from './libraries/aws-cdk-js.js';
import { awsSdk } from './libraries/aws-sdk.js';
import { awsglue } from './libraries/awsglue.js';
import { awswrangler } from './libraries/awswrangler.js';
import { beam } from './libraries/beam.js';
import { bigquery } from './libraries/bigquery.js';
import { boto3 } from './libraries/boto3.js';
import { boto3Databases } from './libraries/boto3-databases.js';
import { cassandra } from './libraries/cassandra.js';
import { cassandraJs } from './libraries/cassandra-js.js';
import { clickhouse } from './libraries/clickhouse.js';
import { clickhouseJs } from './libraries/clickhouse-js.js';
import { databricksServing } from './libraries/databricks-serving.js';
import { databricks } from './libraries/databricks.js';
import { dlt } from './libraries/dlt.js';
import { elsewhereJs } from './libraries/elsewhere-js.js';
import { glueJs } from './libraries/glue-js.js';
import { googleStorage } from './libraries/google-storage.js';
import { googleStorageJs } from './libraries/google-storage-js.js';
import { greatExpectations } from './libraries/great-expectations.js';
import { javascriptMessages } from './libraries/javascript-messages.js';
import { javascriptSql } from './libraries/javascript-sql.js';
import { kafkaNode } from './libraries/kafka-node.js';
import { kafkaStreamsJs } from './libraries/kafka-streams-js.js';
import { kafka } from './libraries/kafka.js';
import { kafkajs } from './libraries/kafkajs.js';
import { kedro } from './libraries/kedro.js';
import { knex } from './libraries/knex.js';
import { kysely } from './libraries/kysely.js';
import { langchain } from './libraries/langchain.js';
import { migrationsJs } from './libraries/migrations-js.js';
import { minio } from './libraries/minio.js';
import { minioJs } from './libraries/minio-js.js';
import { mlflow } from './libraries/mlflow.js';
import { mlflowRequests } from './libraries/mlflow-requests.js';
import { mlflowRest } from './libraries/mlflow-rest.js';
import { multerS3 } from './libraries/multer-s3.js';
import { obstore } from './libraries/obstore.js';
import { optionsJs } from './libraries/options-js.js';
import { ormJs } from './libraries/orm-js.js';
import { pulumiJs } from './libraries/pulumi-js.js';
import { sequelize } from './libraries/sequelize.js';
import { pandas } from './libraries/pandas.js';
import { peewee } from './libraries/peewee.js';
import { pg } from './libraries/pg.js';
import { prefect } from './libraries/prefect.js';
import { psycopg } from './libraries/psycopg.js';
import { pulumi } from './libraries/pulumi.js';
import { pyarrow } from './libraries/pyarrow.js';
import { pydantic } from './libraries/pydantic.js';
import { pyflinkTable } from './libraries/pyflink-table.js';
import { pyflink } from './libraries/pyflink.js';
import { pyiceberg } from './libraries/pyiceberg.js';
import { pyspark } from './libraries/pyspark.js';
import { pysparkPipelines } from './libraries/pyspark-pipelines.js';
import { pythonElsewhere } from './libraries/python-elsewhere.js';
import { pythonEnvironment } from './libraries/python-environment.js';
import { pythonMessages } from './libraries/python-messages.js';
import { pythonSql } from './libraries/python-sql.js';
import { rdkafka } from './libraries/rdkafka.js';
import { redshiftJs } from './libraries/redshift-js.js';
import { s3fs } from './libraries/s3fs.js';
import { sessionStoresJs } from './libraries/session-stores-js.js';
import { sqlalchemy } from './libraries/sqlalchemy.js';
import { settingsJs } from './libraries/settings-js.js';
import { supabase } from './libraries/supabase.js';
import { supabaseJs } from './libraries/supabase-js.js';
import { testcontainersJs } from './libraries/testcontainers-js.js';
import { trino } from './libraries/trino.js';
import { trinoJs } from './libraries/trino-js.js';
import type { Library } from './library.js';

/** Every library of the catalogue; the order does not matter. */
export const LIBRARIES: readonly Library[] = [
  airflow,
  airflowHooks,
  airflowRest,
  airflowTransfers,
  alembic,
  awsCdk,
  awsCdkJs,
  awsCdkRds,
  awsSdk,
  awsglue,
  awswrangler,
  beam,
  bigquery,
  boto3,
  boto3Databases,
  cassandra,
  cassandraJs,
  clickhouse,
  clickhouseJs,
  databricks,
  databricksServing,
  dlt,
  elsewhereJs,
  googleStorage,
  glueJs,
  googleStorageJs,
  greatExpectations,
  javascriptMessages,
  javascriptSql,
  kafka,
  kafkaNode,
  kafkaStreamsJs,
  kafkajs,
  kedro,
  knex,
  kysely,
  langchain,
  minio,
  minioJs,
  mlflow,
  mlflowRequests,
  mlflowRest,
  multerS3,
  obstore,
  optionsJs,
  ormJs,
  sequelize,
  sessionStoresJs,
  settingsJs,
  migrationsJs,
  supabase,
  supabaseJs,
  pandas,
  peewee,
  pg,
  prefect,
  psycopg,
  pulumi,
  pulumiJs,
  pyarrow,
  pydantic,
  pyflink,
  pyflinkTable,
  pyiceberg,
  pyspark,
  pysparkPipelines,
  pythonElsewhere,
  pythonEnvironment,
  pythonMessages,
  pythonSql,
  rdkafka,
  redshiftJs,
  s3fs,
  sqlalchemy,
  testcontainersJs,
  trino,
  trinoJs,
];
