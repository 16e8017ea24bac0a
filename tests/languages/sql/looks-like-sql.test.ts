import { describe, expect, it } from 'vitest';
import { looksLikeSql } from '../../../src/languages/sql/looks-like-sql.js';

describe('an unmarked string is SQL', () => {
  it.each([
    'SELECT 1',
    'SELECT * FROM events',
    'select id, name from users where id = 1',
    'SELECT DISTINCT name FROM users',
    'DELETE FROM users',
    'SELECT name FROM users WHERE id = %s',
    'select count(*) from {schema}.events',
    'SELECT * FROM iceberg.kol_gold.scores',
    'select event from kol.events',
    'WITH a AS (SELECT 1) SELECT * FROM a',
    'with gone as (delete from users where old returning id) select count(*) from gone',
    '\n    -- the scores\n    SELECT a.b\n    FROM iceberg.kol.t a\n',
    'INSERT INTO users (id, name) VALUES (%s, %s)',
    'INSERT INTO users (id, name) VALUE (?, ?)',
    'INSERT INTO kol.t SELECT * FROM kol.u',
    'UPDATE users SET name = ? WHERE id = ?',
    'DELETE FROM users WHERE id = 1',
    'DELETE FROM kol.users',
    'MERGE INTO kol.t AS t USING s ON t.a = s.a WHEN MATCHED THEN DELETE',
    'CREATE TABLE IF NOT EXISTS users (id INTEGER PRIMARY KEY)',
    "CREATE TABLE iceberg.kol.t (a bigint) WITH (format = 'PARQUET')",
    'CREATE TABLE kol.t USING iceberg AS SELECT 1',
    'CREATE SCHEMA IF NOT EXISTS iceberg.kol_bronze',
    "CREATE SCHEMA iceberg.kol WITH (location = 's3a://kol-bronze/')",
    "CREATE KEYSPACE IF NOT EXISTS kol_metrics WITH replication = {'class': 'SimpleStrategy'}",
    'CREATE DATABASE kol_app',
    'CREATE OR REPLACE VIEW kol.v AS SELECT 1',
    'DROP TABLE IF EXISTS users',
    'DROP SCHEMA kol CASCADE',
    'ALTER TABLE kol.t ADD COLUMN a bigint',
    'ALTER TABLE iceberg.kol.t EXECUTE optimize',
    'TRUNCATE TABLE users',
    'SHOW TABLES',
    'SHOW TABLES FROM iceberg.kol',
    'SHOW SCHEMAS IN iceberg',
    'USE iceberg.kol_gold',
    'DESCRIBE iceberg.kol.t',
    "CALL iceberg.system.expire_snapshots('kol', 't')",
    'GRANT SELECT ON kol.t TO reader',
    'MSCK REPAIR TABLE kol.t',
    'REFRESH MATERIALIZED VIEW kol.v',
    'USE iceberg.kol; SELECT * FROM t',
    'CREATE INDEX IF NOT EXISTS i ON events (a, b)',
    'TRUNCATE TABLE orders CASCADE',
    'SELECT EXISTS (SELECT 1 FROM pg_publication WHERE pubname = %s)',
    "SELECT id || '|' || coalesce(ts::text, '') FROM scores ORDER BY ts DESC LIMIT 5",
    'SELECT a.id, a.name FROM users a ORDER BY a.name LIMIT %s OFFSET :start',
    'SELECT {columns} FROM scores s',
    'SELECT (SELECT count(*) FROM scores), (SELECT count(*) FROM users)',
    'INSERT INTO users (id, name) VALUES',
    'SELECT name FROM users AS u',
    'INSERT INTO users JSON ?',
    'ALTER TABLE kol.t WRITE ORDERED BY id',
    'REFRESH MATERIALIZED VIEW CONCURRENTLY daily_scores',
    'OPTIMIZE scores ZORDER BY (id)',
    'SELECT ts, extract(hour FROM ts), extract(dayofweek FROM ts) FROM scores',
  ])('%s', (sql) => {
    expect(looksLikeSql(sql)).toBe(true);
  });
});

describe('prose is none', () => {
  it.each([
    '',
    'select',
    'Select a file from the list',
    'Select one or more items from the menu below.',
    'Select an option from Settings',
    'SELECT one FROM the list',
    'Select {option} from menu',
    'Insert into document JSON data',
    'refresh materialized view of the world',
    'optimize queries by hand',
    'select one from many',
    'Please select the table from which to read',
    'Update the table',
    'Update user settings',
    'Update the records and set the flag',
    'delete from the bucket',
    'Delete from cart',
    'delete from the list where possible',
    'insert into cart',
    'Insert into the form value (see below)',
    'Insert into the queue',
    'Insert coin into the slot',
    'from airflow.operators.python import PythonOperator',
    'Create table of contents',
    'Create schema for the form',
    'create table from template',
    'Create a database',
    'Create database connection',
    'show tables in the UI',
    'Show columns in the table view',
    'Drop table here',
    'drop tables from the map',
    'Alter the table settings',
    'with a pinch of salt',
    'With this option, select the rows from the table',
    'use the force',
    'Use a different schema',
    'describe the problem',
    'call me later',
    'call gc.set_threshold(THRESHOLD)',
    'Call self.ehlo() and/or self.helo() if needed.',
    'SELECT from the page to confirm that the row exists.',
    'grant access to the user',
    'explain this to me',
    'merge into main',
    'Merge into the target branch when ready',
    'copy from source to target',
    'truncate the text',
    'truncate table cells that are too long',
    'analyze the results',
    'refresh the page',
    'comment on the issue',
    'use strict',
    'select2.full.min.js',
    'select-all',
    'create-react-app my-app',
  ])('%s', (prose) => {
    expect(looksLikeSql(prose)).toBe(false);
  });
});

describe('any string', () => {
  it('is looked at without throwing, however long or deep', () => {
    expect(looksLikeSql(`SELECT ${'('.repeat(100_000)}`)).toBe(false);
    expect(looksLikeSql(`SELECT a, ${'b, '.repeat(200_000)} c FROM kol.t`)).toBe(true);
    expect(looksLikeSql(`select ${'word '.repeat(100_000)} from the list`)).toBe(false);
    expect(looksLikeSql(`${'/* a */ '.repeat(10_000)}word`)).toBe(false);
    expect(looksLikeSql(`${'/* a ** */ '.repeat(50)}SELECT a FROM kol.t`)).toBe(true);
    expect(looksLikeSql(`/* ${'a '.repeat(1_000_000)}`)).toBe(false);
  });
});
