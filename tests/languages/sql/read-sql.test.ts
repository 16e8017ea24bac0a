import { describe, expect, it } from 'vitest';
import { detectDialect } from '../../../src/languages/sql/dialect.js';
import { readSql, type SqlOptions } from '../../../src/languages/sql/read-sql.js';
import type { SqlReading } from '../../../src/languages/sql/sql-reading.js';
import { createSource } from '../../../src/references/source.js';
import { concatenation, hole, literal, slice, type Text } from '../../../src/references/text.js';

function textOf(sql: string): Text {
  const source = createSource('query.sql', sql);
  return literal(sql, { source, start: 0, end: sql.length });
}

function read(sql: string, options: Partial<SqlOptions> = {}): SqlReading {
  return readSql(textOf(sql), { dialect: null, ...options });
}

function table(reading: SqlReading) {
  return reading.references.find(({ kind }) => kind === 'table');
}

describe('dialects', () => {
  it('are found in time in whatever text', () => {
    for (const part of [' ', '\n', '/*', 'a ', '$a ']) expect(detectDialect(part.repeat(60_000))).toBeNull();
  });
});

describe('queries that a template names in part', () => {
  const named = (name: string, source: string) => read(`WITH ${name} AS (SELECT 1) SELECT * FROM ${source}`).references.map((found) => found.name);

  it('are known by what is left of the name', () => {
    expect(named('labels_{{ n }}', 'labels_a')).toEqual([]);
    expect(named('"labels ({{ n }}"', 'labels_a')).toEqual(['labels_a']);
  });

  it('hide nothing where nothing of it is left', () => {
    expect(named('{{ a }}_{{ n }}', 'kol_events')).toEqual(['kol_events']);
  });
});

describe('sessions', () => {
  it('lets USE qualify the tables that follow it', () => {
    expect(table(read('USE iceberg.kol_gold; SELECT * FROM t'))).toMatchObject({
      qualifier: ['iceberg', 'kol_gold'],
      judged: false,
      unqualified: null,
    });
  });

  it('lets a connection qualify them', () => {
    const session = { catalog: 'iceberg', schema: 'kol_gold' };
    expect(table(read('SELECT * FROM t', { dialect: 'trino', session }))).toMatchObject({
      qualifier: ['iceberg', 'kol_gold'],
      unqualified: null,
    });
  });

  it("lets a connection's catalog qualify a table with a schema", () => {
    const session = { catalog: 'iceberg', schema: null };
    expect(table(read('SELECT * FROM kol.t', { dialect: 'trino', session }))?.qualifier).toEqual(['iceberg', 'kol']);
  });

  it("takes the first schema of a search path that is the project's own", () => {
    const reading = read('SET search_path TO "$user", kol_app, public; SELECT * FROM t');
    expect(reading.dialect).toBe('postgres');
    expect(reading.references.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'schema kol_app',
      'schema public',
      'table t',
    ]);
    expect(table(reading)?.qualifier).toEqual(['kol_app']);
  });

  it('tells the session at the end of the text', () => {
    expect(read('USE iceberg.kol_gold').session).toEqual({ catalog: 'iceberg', schema: 'kol_gold' });
  });

  it('forgets the schema when the catalog is changed', () => {
    expect(read('USE CATALOG a; USE b; USE CATALOG c', { dialect: 'flink' }).session).toEqual({
      catalog: 'c',
      schema: null,
    });
  });
});

describe('open tables', () => {
  it('says of a table without a schema that it is open, and whether the dialect was decided', () => {
    expect(table(read('SELECT * FROM t', { dialect: 'trino' }))?.unqualified).toEqual({
      missing: 'schema',
      dialect: 'trino',
      decided: true,
    });
    expect(table(read('SELECT * FROM t'))?.unqualified).toEqual({
      missing: 'schema',
      dialect: 'trino',
      decided: false,
    });
  });

  it('says nothing of tables of PostgreSQL, MySQL and CQL', () => {
    for (const dialect of ['postgres', 'mysql', 'cql'] as const) {
      expect(table(read('SELECT * FROM t', { dialect }))?.unqualified).toBeNull();
    }
  });

  it('says nothing where a hole may hold the missing parts', () => {
    expect(table(read('SELECT * FROM {table}', { dialect: 'trino' }))?.unqualified).toBeNull();
    expect(table(read('SELECT * FROM {schema}.t', { dialect: 'trino' }))?.unqualified).toBeNull();
  });

  it('says nothing of temporary views, which have no schema', () => {
    const reading = read('CREATE TEMPORARY VIEW v AS SELECT 1; SELECT * FROM v', { dialect: 'spark' });
    expect(reading.references.map(({ access, unqualified }) => [access, unqualified])).toEqual([['define', null]]);
  });
});

describe('locations', () => {
  function locations(sql: string, options: Partial<SqlOptions> = {}): string[] {
    return read(sql, options).locations.map(({ text, start, end, access }) => {
      expect(slice(textOf(sql), start, end).flat.length).toBe(end - start);
      return `${text.flat} ${access}`;
    });
  }

  it('finds the URI of a property, of LOCATION and of a directory, and says what is done with it', () => {
    expect(locations("CREATE SCHEMA kol WITH (location = 's3a://kol-bronze/x')")).toEqual(['s3a://kol-bronze/x define']);
    expect(locations("CREATE TABLE t (a int) USING iceberg LOCATION 's3a://kol-bronze/x'")).toEqual([
      's3a://kol-bronze/x define',
    ]);
    expect(locations("INSERT OVERWRITE DIRECTORY 's3a://kol-gold/x' SELECT 1")).toEqual(['s3a://kol-gold/x write']);
    expect(locations("LOAD DATA INPATH 's3a://kol-bronze/x' INTO TABLE t")).toEqual(['s3a://kol-bronze/x read']);
  });

  it('takes a compared URI for a mention', () => {
    expect(locations("SELECT 1 FROM t WHERE path LIKE 's3://kol-bronze/%'")).toEqual(['s3://kol-bronze/% mention']);
  });

  it('turns the placeholders of a location into holes that keep their places', () => {
    const sql = "CREATE TABLE t (a int) LOCATION '${LAKE}/kol'";
    const [location] = read(sql, { dialect: 'hive' }).locations;
    expect(location?.text.flat).toBe('\uFDD0/kol');
    expect(location === undefined ? null : slice(location.text, 0, 1).written).toMatchObject({ start: 33, end: 40 });
  });

  it('leaves other strings alone', () => {
    expect(locations("SELECT 'a:b', '12:30', 'see http' FROM t")).toEqual([]);
  });
});

describe('texts with parts that are not known', () => {
  it('reads a hole of the host as a part of a name', () => {
    const source = createSource('job.py', '"SELECT * FROM iceberg.kol_" + layer + ".t"');
    const at = (start: number, end: number) => ({ source, start, end });
    const text = concatenation(
      [
        { text: literal('SELECT * FROM iceberg.kol_', at(1, 27)), place: at(0, 28) },
        { text: hole(at(31, 36)), place: at(31, 36) },
        { text: literal('.t', at(40, 42)), place: at(39, 43) },
      ],
      at(0, 43),
    );
    expect(readSql(text, { dialect: null }).references.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'catalog iceberg',
      'schema kol_\uFDD0',
      'table t',
    ]);
  });
});

describe('comments', () => {
  it('are told with the range of their delimiters', () => {
    expect(read('SELECT 1 -- one\n/* two */').comments).toEqual([
      { text: ' one', form: 'line', start: 9, end: 15 },
      { text: ' two ', form: 'block', start: 16, end: 25 },
    ]);
  });

  it('nest in PostgreSQL and do not in Trino', () => {
    const sql = '/* a /* b */ SELECT * FROM t */';
    expect(read(sql, { dialect: 'postgres' }).references).toEqual([]);
    expect(read(sql, { dialect: 'trino' }).references).toHaveLength(1);
  });
});

describe('the dialect that a text gives away', () => {
  it.each([
    ['-- dialect: spark\nSELECT 1', 'spark'],
    ['-- sqlfluff:dialect:trino\nSELECT 1', 'trino'],
    ['\\c kol_app', 'postgres'],
    ["CREATE DATABASE x ENCODING 'UTF8'", 'postgres'],
    ['CREATE TABLE t (id SERIAL PRIMARY KEY, n bigserial)', 'postgres'],
    ["CREATE USER 'kol'@'%'", 'mysql'],
    ['SELECT TOP 5 * FROM t', 'sqlserver'],
    ['-- Databricks notebook source\nSELECT 1', 'spark'],
    ['DO $$ BEGIN END $$', 'postgres'],
    ["CREATE TABLE t (a INT) WITH ('connector' = 'kafka')", 'flink'],
    ['CREATE TABLE t (a INT) USING iceberg', 'spark'],
    ["CREATE TABLE t (a INT) TBLPROPERTIES ('x' = 'y')", 'spark'],
    ["CREATE TABLE t (a INT) WITH (format = 'ORC', partitioning = ARRAY['a'])", 'trino'],
    ['MSCK REPAIR TABLE t', 'hive'],
    ['SELECT * FROM ${hiveconf:db}.t', 'hive'],
    ['DESCRIBE KEYSPACES', 'cql'],
    ["CREATE KEYSPACE kol WITH replication = {'class': 'SimpleStrategy'}", 'cql'],
    ['SELECT * FROM t WHERE a = 1 ALLOW FILTERING', 'cql'],
    ["SELECT 'CREATE DATABASE x' WHERE true \\gexec", 'postgres'],
    ['SET search_path TO kol', 'postgres'],
    ['SELECT a::date FROM t', 'postgres'],
    ['CREATE TABLE t (a INT) ENGINE=InnoDB', 'mysql'],
    ['# Tables of kol\nUSE kol_app;', 'mysql'],
    ['USE kol_app;\n# Tables\nCREATE TABLE t (a INT);', 'mysql'],
    ['CREATE DATABASE kol CHARACTER SET utf8mb4', 'mysql'],
    ['DELIMITER $$\nCREATE PROCEDURE p() BEGIN END$$', 'mysql'],
    ['CREATE TABLE t (a LONGTEXT) CHARSET=latin1', 'mysql'],
    ["{{ config(engine='ReplacingMergeTree()') }} SELECT 1", 'clickhouse'],
    ['create database if not exists kol on cluster main', 'clickhouse'],
    ['create table kol.scores as kol.scores_local engine = Distributed(main, kol, scores_local)', 'clickhouse'],
    ['SELECT CAST(a AS UInt32) FROM t', 'clickhouse'],
    ['CREATE TABLE t (ts TIMESTAMP(3), WATERMARK FOR ts AS ts)', 'flink'],
    ["CREATE CATALOG c WITH ('type' = 'iceberg', 'uri' = 'x')", 'flink'],
    ['SELECT * FROM delta.`/x`', 'spark'],
    ['SELECT * FROM t LATERAL VIEW explode(xs) e AS x', 'spark'],
    ["CREATE SCHEMA s WITH (location = 's3a://kol/x')", 'trino'],
    ['SELECT * FROM "t$snapshots"', 'trino'],
    ['ALTER TABLE t EXECUTE optimize', 'trino'],
    ['/* dialect: hive */ SELECT 1', 'hive'],
  ])('%s', (sql, dialect) => {
    expect(detectDialect(sql)?.dialect).toBe(dialect);
  });

  it('is none where nothing is unmistakable', () => {
    expect(detectDialect('SELECT a, count(*) FROM t GROUP BY a')).toBeNull();
    expect(detectDialect("SELECT serial, split_part(coalesce(a, 'x'), '@', 2) IN ('y') FROM t WHERE b = 'from #40'")).toBeNull();
    expect(detectDialect('SELECT top5.a FROM top5')).toBeNull();
    expect(detectDialect('SELECT * FROM @this_model')).toBeNull();
    expect(detectDialect('-- create source table, as jsonb\nCREATE TABLE t (a INT) /* ENGINE = MergeTree */')).toBeNull();
    expect(detectDialect('$fresh = (SELECT CAST(a AS UInt32) FROM kol.t);')).toBeNull();
  });

  it('is what the caller says, whatever the text looks like', () => {
    expect(read("CREATE DATABASE x ENCODING 'UTF8'", { dialect: 'trino' })).toMatchObject({
      dialect: 'trino',
      decidedBy: 'given',
    });
  });
});
