import { describe, expect, it } from 'vitest';
import { referencesIn, shownNames } from './shown.js';

function names(code: string): string[] {
  return [...new Set(shownNames(referencesIn(code, 'scripts/a.sh')))];
}

describe('the configuration that a command is given', () => {
  it.each([
    ['in the JSON that it sends', `curl -X POST http://api/upload -d '{"bucket": "kol-raw", "n": 1}'`, ['bucket kol-raw']],
    ['in JSON with escaped quotes', 'curl http://api -d "{\\"bucket\\": \\"kol-raw\\"}"', ['bucket kol-raw']],
    ['behind an option', `airflow dags trigger kol_daily --conf='{"bucket": "kol-raw"}'`, ['dag kol_daily', 'bucket kol-raw']],
    ['as its payload', `aws lambda invoke --payload '{"bucket": "kol-raw"}' out.json`, ['bucket kol-raw']],
    ['with the values of variables', 'B=kol-raw\ncurl http://api -d @- <<EOF\n{"bucket": "$B", "user": "$U"}\nEOF', ['bucket kol-raw']],
    [
      'for a connector',
      `curl -X POST http://connect:8083/connectors -d '{"name": "x", "config": {"connector.class": "S3Sink", "topics": "kol.events"}}'`,
      ['topic kol.events'],
    ],
    [
      'for a connector, by whatever program',
      'ctl create --connector sink <<EOF\n{"connector.class": "S3Sink", "topics": "kol.events", "s3.bucket.name": "kol-gold"}\nEOF',
      ['topic kol.events', 'bucket kol-gold'],
    ],
    ['for a chart', 'helm upgrade kol ./chart --set s3.bucket=kol-raw,auth.database=kol_app --set a.b=c', ['bucket kol-raw', 'database kol_app']],
  ])('names what stands %s', (_, code, expected) => {
    expect(names(code)).toEqual(expected);
  });

  it.each([
    ['a file', 'curl http://connect:8083/connectors -d @kol.json'],
    ['a message that is sent on', `echo '{"bucket": "kol-raw"}' | kcat -b k -P`],
    ['what is only printed', `echo '{"bucket": "kol-raw"}'`],
    ['what is searched', `jq '{"bucket": "kol-raw"}' a.json`],
    ['what is no JSON', `curl http://api -d '{"bucket": kol-raw'`],
    ['the settings of another program', 'docker run --set bucket=kol-raw img'],
  ])('names nothing in %s', (_, code) => {
    expect(names(code)).toEqual([]);
  });

  it('keeps the keys of two objects apart', () => {
    const postgres = `'{"connector.class": "io.debezium.connector.postgresql.PostgresConnector", "database.dbname": "kol_app"}'`;
    expect(names(`curl a/connectors -d '{"database.dbname": "kol_x"}'\ncurl a/connectors -d ${postgres}`)).toContain('database kol_app');
  });
});
