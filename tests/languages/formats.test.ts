import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/languages/formats.js';

describe('the format of a file', () => {
  it.each([
    ['scripts/init.sh', 'shell'],
    ['.envrc', 'shell'],
    ['docker-compose.yml', 'yaml'],
    ['values.yaml.j2', 'yaml'],
    ['MLproject', 'yaml'],
    ['connectors/sink.json', 'json'],
    ['pyproject.toml', 'toml'],
    ['main.tf', 'terraform'],
    ['prod.tfvars', 'terraform'],
    ['etc/catalog/iceberg.properties', 'properties'],
    ['conf/spark-defaults.conf', 'properties'],
    ['airflow.cfg', 'ini'],
    ['Makefile', 'makefile'],
    ['infra/Makefile.kol', 'makefile'],
    ['Dockerfile', 'dockerfile'],
    ['docker/Dockerfile.spark', 'dockerfile'],
    ['spark.Dockerfile', 'dockerfile'],
    ['src/Main.scala', 'other'],
    ['application.conf', 'other'],
    ['core-site.xml', 'other'],
  ])('%s is %s', (path, expected) => {
    expect(formatOf(`/repo/${path}`)?.name).toBe(expected);
  });

  it.each([['a.py'], ['a.sql'], ['a.ts'], ['a.ipynb'], ['README.md'], ['.env'], ['a.png'], ['LICENSE']])('%s is not ours', (path) => {
    expect(formatOf(`/repo/${path}`)).toBeNull();
  });
});
