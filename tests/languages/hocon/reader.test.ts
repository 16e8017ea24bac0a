import { describe, expect, it } from 'vitest';
import { readHocon } from '../../../src/languages/hocon/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownDeclaration, textsOf, writtenAt } from '../shown.js';

function read(text: string) {
  return readHocon(createSource('/repo/application.conf', text));
}

function declarations(text: string): string[] {
  return read(text)?.declarations.map(shownDeclaration) ?? ['nothing'];
}

describe('HOCON', () => {
  it.each([
    ['an object', 'kafka {\n  topic = "kol.events"\n}', ['key kafka.topic = kol.events@2:12']],
    ['an object behind a sign', 'kafka = {\n  topic: kol.events,\n}', ['key kafka.topic = kol.events@2:10']],
    ['a root in braces', '{\n  topic = kol\n}', ['key topic = kol@2:11']],
    ['keys with dots', 'kafka {\n  input.topic.one = kol\n}', ['key kafka.input.topic.one = kol@2:21']],
    ['quoted keys', 'a {\n  "spark.sql.catalog" = kol\n}', ['key a.spark.sql.catalog = kol@2:25']],
    ['a list', 'a {\n  topics = [\n    kol, "sme" # x\n    gold\n  ]\n}', ['key a.topics = [kol@3:5, sme@3:11, gold@4:5]']],
    ['a list of objects', 'a {\n  sinks = [{ topic = kol }, { topic = sme }]\n}', ['key a.sinks.0.topic = kol@2:22', 'key a.sinks.1.topic = sme@2:39']],
    ['three quotes', 'a {\n  b = """x "kol\\ """\n}', ['key a.b = x "kol\\ @2:10']],
    ['an address without quotes', 'a {\n  url = s3://kol-gold/x // c\n}', ['key a.url = s3://kol-gold/x@2:9']],
    ['an object over another', 'a { x = 1 } {\n  y = 2\n}', ['key a.x = 1@1:9', 'key a.y = 2@2:7']],
    ['what Logstash writes', 'input {\n  kafka {\n    topics => ["kol"]\n  }\n}', ['key input.kafka.topics = [kol@3:17]']],
    ['an include', 'include "base.conf"\ninclude required(file("b.conf"))\na {\n  b = c\n}', ['key a.b = c@4:7']],
  ])('gives %s', (_, text, expected) => {
    expect(declarations(text)).toEqual(expected);
  });

  it.each([
    ['of the same file', 'job {\n  env = kol\n}\ntopic = ${job.env}".events"', 'key topic = kol.events@4:9'],
    ['of another file', 'a {\n  topic = ${job.env}".events"\n}', 'key a.topic = {?}.events@2:11'],
  ])('carries out a substitution %s', (_, text, expected) => {
    expect(declarations(text).at(-1)).toBe(expected);
  });

  it('keeps a default that the environment may replace', () => {
    expect(declarations('a {\n  topic = kol\n  topic = ${?KOL_TOPIC}\n}')).toEqual(['key a.topic = kol@2:11']);
  });

  it('gives its comments, and nothing of what stands in them', () => {
    const facts = read('a { # s3://bronze\n  // s3://silver\n  b = "x # y"\n}');
    expect(facts?.comments.map(({ text }) => text)).toEqual([' s3://bronze', ' s3://silver']);
    expect(facts?.texts.length).toBe(1);
  });

  it.each([
    ['a web server', 'server {\n  listen 80;\n  location / {\n    proxy_pass http://kol;\n  }\n}'],
    ['settings without an object', 'a = b\nc = d'],
    ['an open object', 'a {\n  b = c'],
    ['a line without a value', 'a {\n  b\n}'],
    ['a bracket too many', 'a {\n}\n}'],
    ['values nested too deeply', `a {\n${'b {\n'.repeat(200)}`],
  ])('is not %s', (_, text) => {
    expect(read(text)).toBeNull();
  });

  it('never fails when broken', () => {
    const text = '{ a { b = "x" y ${c.d}\n  c += [1, { d: """e""" }] } # f\n} g = h';
    for (const code of broken(text, 200)) {
      const source = createSource('/repo/application.conf', code);
      const facts = readHocon(source);
      if (facts !== null) checkPlaces(facts, source);
    }
  });

  it('points at what is written', () => {
    const source = createSource('/repo/application.conf', 'a {\n  b = "x\\tkol" y ${c.d} z\n}');
    const facts = readHocon(source);
    if (facts === null) throw new Error('nothing read');
    checkPlaces(facts, source);
    const [found] = textsOf(facts);
    if (found === undefined) throw new Error('no text');
    const start = found.flat.indexOf('kol');
    expect(writtenAt(found, start, start + 3)).toBe('kol');
  });
});
