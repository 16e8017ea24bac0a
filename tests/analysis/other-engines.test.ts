import { describe, expect, it } from 'vitest';
import { referencesIn, shownNames } from './shown.js';

function names(code: string, path = 'config.yaml'): string[] {
  return [...new Set(shownNames(referencesIn(code, path)))];
}

describe('a connection of another engine', () => {
  it.each([
    ['says so beside its database', 'a:\n  type: snowflake\n  database: KOL\n  schema: RAW'],
    ['says so with the name of its driver', 'a:\n  driver: clickhouse\n  database: kol\n  schema: gold\n  table: events'],
    ['is a source of Grafana', 'datasources:\n  - name: x\n    type: grafana-clickhouse-datasource\n    jsonData:\n      defaultDatabase: kol'],
    ["is a connector's", 'config:\n  connector.class: io.debezium.connector.oracle.OracleConnector\n  database.pdb.name: KOLPDB\n  database.dbname: KOL'],
    ['stands below its name', 'clickhouse:\n  database: kol\n  table: events'],
  ])('that %s has none of our names', (_, code) => {
    expect(names(code)).toEqual([]);
  });

  it('takes none from the others of the file', () => {
    const code = 'kol:\n  outputs:\n    dev:\n      type: duckdb\n      schema: main\n    prod:\n      type: postgres\n      dbname: kol_app\n      schema: kol_core';
    expect(names(code, 'profiles.yml')).toEqual(['database kol_app', 'schema kol_core']);
  });

  it('is all that stands in a folder of its name', () => {
    expect(names('query_log:\n  database: system\n  table: query_log', 'docker/clickhouse/config.yaml')).toEqual([]);
    expect(names('query_log:\n  database: kol\n  table: query_log', 'docker/clickhouse.d/config.yaml')).toEqual(['database kol', 'table query_log']);
  });

  it.each([
    ['its type beside it', "export const options = { type: 'mongodb', host: 'h', database: 'kol_app' };"],
    ['its client above', "export default defineConfig({ client: 'mssql', connection: { database: 'kol_app' } });"],
    ['what the object is called', "export const clickhouseOptions = { database: 'kol_app' };"],
    ['what it stands in', "const settings = { mongo: { database: 'kol_app' } };"],
  ])('may be in code, where %s says so', (_, code) => {
    expect(names(code, 'a.ts')).toEqual([]);
  });

  it('takes none from the others of a program', () => {
    const code = "const settings = { mongo: { database: 'kol_docs' }, postgres: { type: 'postgres', database: 'kol_app' } };";
    expect(names(code, 'a.ts')).toEqual(['database kol_app']);
  });

  it('has topics and buckets like any', () => {
    expect(names('a:\n  type: clickhouse\n  kafka_topic: kol.events\n  s3_bucket: kol-gold')).toEqual(['topic kol.events', 'bucket kol-gold']);
  });
});
