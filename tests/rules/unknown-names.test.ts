import { afterAll, describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.js';
import type { RuleName } from '../../src/reporting/rule-name.js';
import { Repository } from './repository.js';

const PYTHON = `import boto3
import mlflow
from airflow import DAG
from cassandra.cluster import Cluster
from kafka import KafkaProducer

def run(bucket, name, client, cursor):
    client = boto3.client("s3")
    client.create_bucket(Bucket=bucket)
    client.put_object(Bucket=compute(), Key="bronze/a")
    spark.read.parquet(f"s3a://{bucket}/events")
    spark.table(name).writeTo(f"{name}.events")
    mlflow.set_experiment(name)
    mlflow.register_model("runs:/1/model", f"{name}")
    psycopg2.connect(dbname=name)
    Cluster(["h"]).connect(name)
    KafkaProducer().send(compute(name), b"")
    DAG(name)
`;

const JAVASCRIPT = `import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';
export const get = (bucket, topic) => {
  new S3Client({}).send(new GetObjectCommand({ Bucket: bucket, Key: 'bronze/a' }));
  producer.send({ topic, messages: [] });
};
`;

describe('a name of which nothing is known', () => {
  const repository = new Repository({ 'kol/etl.py': PYTHON, 'kol/get.js': JAVASCRIPT });
  const alone = new Repository({ 'etl.py': PYTHON, 'get.js': JAVASCRIPT }, null);
  afterAll(() => {
    repository.remove();
    alone.remove();
  });

  it.each(Object.keys(rules) as RuleName[])('is not reported by %s', (rule) => {
    expect([...repository.problems('kol/etl.py', rule), ...repository.problems('kol/get.js', rule)]).toEqual([]);
    expect([...alone.problems('etl.py', rule), ...alone.problems('get.js', rule)]).toEqual([]);
  });
});
