import type { CommandEntry } from '../command.js';
import { airflow } from './airflow.js';
import { aws } from './aws.js';
import { cassandra } from './cassandra.js';
import { flyway } from './flyway.js';
import { hive } from './hive.js';
import { kafka } from './kafka.js';
import { minioClient } from './minio-client.js';
import { mlflow } from './mlflow.js';
import { mysql } from './mysql.js';
import { objectStores } from './object-stores.js';
import { otherEngines } from './other-engines.js';
import { postgres } from './postgres.js';
import { spark } from './spark.js';
import { sqoop } from './sqoop.js';
import { trino } from './trino.js';

/** What the command-line programs of the platform take; the order does not matter. */
export const COMMANDS: readonly CommandEntry[] = [
  ...airflow,
  ...aws,
  ...cassandra,
  ...flyway,
  ...hive,
  ...kafka,
  ...minioClient,
  ...mlflow,
  ...mysql,
  ...objectStores,
  ...otherEngines,
  ...postgres,
  ...spark,
  ...sqoop,
  ...trino,
];
