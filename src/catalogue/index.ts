import { airflow } from './libraries/airflow.js';
import { awsSdk } from './libraries/aws-sdk.js';
import { boto3 } from './libraries/boto3.js';
import { cassandra } from './libraries/cassandra.js';
import { cassandraJs } from './libraries/cassandra-js.js';
import { javascriptMessages } from './libraries/javascript-messages.js';
import { kafka } from './libraries/kafka.js';
import { kafkajs } from './libraries/kafkajs.js';
import { knex } from './libraries/knex.js';
import { minio } from './libraries/minio.js';
import { minioJs } from './libraries/minio-js.js';
import { mlflow } from './libraries/mlflow.js';
import { mlflowRest } from './libraries/mlflow-rest.js';
import { pandas } from './libraries/pandas.js';
import { pg } from './libraries/pg.js';
import { psycopg } from './libraries/psycopg.js';
import { pyiceberg } from './libraries/pyiceberg.js';
import { pyspark } from './libraries/pyspark.js';
import { pythonMessages } from './libraries/python-messages.js';
import { s3fs } from './libraries/s3fs.js';
import { sqlalchemy } from './libraries/sqlalchemy.js';
import { trino } from './libraries/trino.js';
import { trinoJs } from './libraries/trino-js.js';
import type { Library } from './library.js';

/** Every library of the catalogue; the order does not matter. */
export const LIBRARIES: readonly Library[] = [
  airflow,
  awsSdk,
  boto3,
  cassandra,
  cassandraJs,
  javascriptMessages,
  kafka,
  kafkajs,
  knex,
  minio,
  minioJs,
  mlflow,
  mlflowRest,
  pandas,
  pg,
  psycopg,
  pyiceberg,
  pyspark,
  pythonMessages,
  s3fs,
  sqlalchemy,
  trino,
  trinoJs,
];
