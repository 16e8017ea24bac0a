import { describe, expect, it } from 'vitest';
import { readSql } from '../../../src/languages/sql/read-sql.js';
import { readSqlFile } from '../../../src/languages/sql/read-sql-file.js';
import { createSource } from '../../../src/references/source.js';
import { HOLE, isKnown, slice } from '../../../src/references/text.js';

/** `kind name`, then the characters where the name is written, its origin and its variable. */
function found(sql: string): string[] {
  const facts = readSqlFile(createSource('models/events.sql', sql));
  return facts.statements.flatMap(({ text, dialect }) =>
    readSql(text, { dialect }).references.map(({ kind, name, start, end }) => {
      const { written, origin, env } = slice(text, start, end);
      const place = written.source.text.slice(written.start, written.end);
      return [kind, name.replaceAll(HOLE, '?'), `<${place}>`, origin ?? '', env ?? ''].filter(Boolean).join(' ');
    }),
  );
}

describe('SQL files', () => {
  it('are one piece of SQL with identity offsets where they have no templates', () => {
    expect(found('SELECT * FROM kol.t;\nSELECT * FROM sme.u')).toEqual([
      'schema kol <kol> literal',
      'table t <t> literal',
      'schema sme <sme> literal',
      'table u <u> literal',
    ]);
  });

  it('keep their comments, those of the template too, as the file writes them', () => {
    const { comments } = readSqlFile(createSource('x.sql', '{# a #}\nSELECT 1 -- {{ b }}\n/* c */'));
    expect(comments.map(({ text, form, place }) => [text, form, place.start, place.end])).toEqual([
      [' a ', 'block', 0, 7],
      [' {{ b }}', 'line', 17, 27],
      [' c ', 'block', 28, 35],
    ]);
  });
});

describe('files of other endings', () => {
  it('are read in the dialect that the ending says, comments of its own included', () => {
    const facts = readSqlFile(createSource('schema.cql', '// eslint-disable-next-line\nUSE kol_metrics;'));
    expect(facts.statements[0]?.dialect).toBe('cql');
    expect(facts.comments[0]?.text).toBe(' eslint-disable-next-line');
  });
});

describe('templates', () => {
  const tables = (sql: string) => found(sql).filter((one) => one.startsWith('table')).map((one) => one.split(' ')[1]);

  it.each([
    ['a named query that a macro makes', 'with a as {{ latest() }}, b as (select * from a) select * from a join b using (id) join t on true', ['t']],
    ['a list that goes on behind a macro', "{{ players('x') }}, b as (select * from a) select * from a join b using (id)", []],
    ['WITH or a comma, as a condition says', '{% if first %}with{% else %},{% endif %} a as (select * from t), b as (select * from a) select * from b', ['t']],
    ['a named query of which a loop makes several', 'with l_0 as (select * from t) {% for n in steps %}, l_{{ n }} as (select * from l_0){% endfor %} select * from l_15', ['t']],
    ['named queries of either branch', '{% if new %}with a as (select * from t) {% else %}with b as (select 1) {% endif %} select * from a, b, u', ['t', 'u']],
    ['what a variable is given in the middle of a query', 'with a as (select {% set m %}lag(x) over (order by y){% endset %} {{ m }} as d from t) select * from a', ['t']],
    ['what a variable is given before one', '{% set q %}select * from t{% endset %} select * from u', ['u', 't']],
  ])('read the tables beside %s', (_, sql, expected) => {
    expect(tables(sql)).toEqual(expected);
  });

  it('say nothing in the prose of their documentation', () => {
    const prose = '{% docs events %}Rows are taken from the app and update the count.{% enddocs %}';
    expect(found(`${prose}\nselect * from kol.t`)).toEqual(['schema kol <kol> literal', 'table t <t> literal']);
    expect(found('{% docs events %} select * from t')).toEqual(['table t <t> literal']);
  });

  it('name no table where dbt names it', () => {
    expect(found("select * from {{ ref('a') }} join {{ source('s', 't') }} on true, {{ this }}, kol.t")).toEqual([
      'schema kol <kol> literal',
      'table t <t> literal',
    ]);
  });

  it('have what an adapter puts in quotes', () => {
    expect(found("select * from {{ adapter.quote('kol') }}.t")[0]).toBe('schema kol <kol> literal');
  });

  it('may ask whether the first named query is there', () => {
    expect(
      found(
        "with recursive {% if x %} a as (select * from kol.t), {% else %} a as (select 1), {% endif %} b as (select * from a) select * from a join b on true",
      ),
    ).toEqual(['schema kol <kol> literal', 'table t <t> literal']);
  });

  it('give the default of a variable, written inside the expression', () => {
    expect(found("select * from {{ var('schema', 'kol_silver') }}.t")[0]).toBe('schema kol_silver <kol_silver> config');
  });

  it("give the default of Airflow's variables", () => {
    expect(found("select * from {{ var.value.get('s', 'kol_silver') }}.t")[0]).toBe('schema kol_silver <kol_silver> config');
  });

  it('give the default of an environment variable, or a hole that knows the variable', () => {
    expect(found("select * from {{ env_var('S', 'kol_silver') }}.t")[0]).toBe(
      'schema kol_silver <kol_silver> env-default S',
    );
    expect(found("select * from {{ env_var('S') }}.t")[0]).toBe("schema ? <env_var('S')> env S");
  });

  it('follow what is set in the file', () => {
    expect(found("{% set s = 'kol_silver' %}select * from {{ s }}.t")[0]).toBe('schema kol_silver <kol_silver> constant');
    expect(found('{% set s %}kol_silver{% endset %}select * from {{ s }}.t').at(-2)).toBe(
      'schema kol_silver <kol_silver> constant',
    );
  });

  it('follow what a macro of the file returns', () => {
    expect(found("{% macro s() %}{{ return('kol') }}{% endmacro %}select * from {{ s() }}.t")[0]).toBe(
      'schema kol <kol> constant',
    );
  });

  it('join strings by ~, + and %', () => {
    expect(found("select * from {{ 'kol' ~ '_gold' }}.t")[0]).toMatch(/^schema kol_gold /);
    expect(found("select * from {{ '%s.%s' % ('kol', 'events') }}")).toEqual([
      'schema kol <kol> literal',
      'table events <events> literal',
    ]);
  });

  it('change case where a filter does', () => {
    expect(found("select * from {{ 'KOL' | lower }}.t")[0]).toBe('schema kol <KOL> literal');
  });

  it('read each branch of a condition on its own', () => {
    expect(found('select * from {% if a %} kol.t {% elif b %} sme.u {% else %} v.w {% endif %}, x.y')).toEqual([
      'schema kol <kol> literal',
      'table t <t> literal',
      'schema sme <sme> literal',
      'table u <u> literal',
      'schema v <v> literal',
      'table w <w> literal',
      'schema x <x> literal',
      'table y <y> literal',
    ]);
  });

  it('let a branch begin with a statement of its own', () => {
    expect(found('{% if full %}\nTRUNCATE TABLE kol.t;\n{% else %}\nALTER TABLE kol.u ADD b int;\n{% endif %}\nANALYZE kol.v')).toEqual([
      'schema kol <kol> literal',
      'table t <t> literal',
      'schema kol <kol> literal',
      'table u <u> literal',
      'schema kol <kol> literal',
      'table v <v> literal',
    ]);
  });

  it('read a condition inside a name with each of its branches, and take it for a hole where one is more than a word', () => {
    const names = found('select * from kol_{% if dev %}dev{% else %}prod{% endif %}.t').map((one) => one.split(' ')[1]);
    expect(names).toEqual(['kol_dev', 't', 'kol_prod', 't']);
    expect(found('select * from kol_{% if dev %}{{ x }}{% else %}prod{% endif %}.t')[0]).toMatch(/^schema kol_\? /);
  });

  it('name both of what a conditional expression chooses from, and only the one that is known', () => {
    expect(found("select * from {{ 'kol_a' if x else 'kol_b' if f(y) else 'kol_c' }}.t")).toEqual([
      'schema kol_a <kol_a> literal',
      'table t <t> literal',
      'schema kol_b <kol_b> literal',
      'table t <t> literal',
      'schema kol_c <kol_c> literal',
      'table t <t> literal',
    ]);
    expect(found("select * from {{ target.schema if x else 'kol' }}.t")[0]).toBe('schema kol <kol> literal');
    expect(found("select * from kol.t {{ 'where a' if x }}")).toEqual(['schema kol <kol> literal', 'table t <t> literal']);
  });

  it('follow each value that a variable is given in the branches of a condition', () => {
    const sql = "{% set s = 'kol' %}{% if a %}{% set s = 'kol_a' %}{% endif %}{% set r = 'x' %}{% set r = 'y' %}select * from {{ s }}.{{ r }}";
    expect(found(sql).map((one) => one.split(' ')[1])).toEqual(['kol', 'y', 'kol_a', 'y']);
  });

  it('follow each return of a macro, or each branch that is all of its body', () => {
    const returned = "{% macro s() %}{% if a %}{{ return('kol_a') }}{% else %}{{ return('kol_b') }}{% endif %}{% endmacro %}";
    const written = '{% macro s() %}{% if a %} kol_a {% else %} kol_b {% endif %}{% endmacro %}';
    for (const macro of [returned, written]) {
      expect(found(`${macro}select * from {{ s() }}.t`).filter((one) => one.startsWith('schema'))).toEqual([
        'schema kol_a <kol_a> constant',
        'schema kol_b <kol_b> constant',
      ]);
    }
  });

  it('know the fields of dictionaries, in lists, as pairs, and by their keys', () => {
    const names = (sql: string): string[] => found(sql).map((one) => one.split(' ')[1] ?? '');
    const rows = "[{'schema': 'kol_a', 'name': 'x'}, {'schema': 'kol_b', 'name': 'y'}]";
    const both = ['kol_a', 'x', 'kol_b', 'y'];
    expect(names(`{% set ts = ${rows} %}{% for t in ts %} select * from {{ t.schema }}.{{ t['name'] }}; {% endfor %}`)).toEqual(both);
    expect(names("{% set ts = {'kol_a': 'x', 'kol_b': 'y'} %}{% for s, t in ts.items() %} select * from {{ s }}.{{ t }}; {% endfor %}")).toEqual(both);
    expect(names("{% set c = {'schema': 'kol_a'} %} select * from {{ c.schema }}.x; select * from {{ c['schema'] }}.y")).toEqual(['kol_a', 'x', 'kol_a', 'y']);
    expect(names("{% for s in var('schemas', ['kol_a', 'kol_b']) %} select * from {{ s }}.x; {% endfor %}")).toEqual(['kol_a', 'x', 'kol_b', 'x']);
    expect(names("{% for t in [{'name': 'x'}] %}{% endfor %} select * from {{ t.name }}")).toEqual(['?']);
  });

  it('go through the lists of loops, tuples item by item, and know nothing of other loops', () => {
    const names = (sql: string): string[] => found(sql).map((one) => one.split(' ')[1] ?? '');
    expect(names("{% set ts = ['a', 'b'] %}{% for t in ts %} select * from kol.{{ t }}; {% endfor %}")).toEqual(['kol', 'a', 'kol', 'b']);
    expect(names("{% for s, t in [('kol_a', 'x'), ('kol_b', 'y')] %} select * from {{ s }}.{{ t }}; {% endfor %}")).toEqual([
      'kol_a', 'x', 'kol_b', 'y',
    ]);
    expect(names("{% set t = 'a' %}{% for t in f() %} select * from {{ t }}; {% endfor %} select * from {{ t }}")).toEqual(['?', 'a']);
  });

  it('take what stands behind or, where the first is not known, and a hole where it is used', () => {
    expect(found("select * from {{ params.s or 'kol' }}.t")[0]).toBe('schema kol <kol> literal');
    expect(found('{% set t = params.table %}select * from kol.{{ t }}').at(-1)).toBe('table ? <t>');
  });

  it('follow several variables that are set at once', () => {
    expect(found("{% set c, s = 'lake', 'kol' %}select * from {{ c }}.{{ s }}.t").map((one) => one.split(' ')[1])).toEqual(['lake', 'kol', 't']);
  });

  it('read the bodies of macros as statements of their own', () => {
    expect(found('{% macro m() %}delete from kol.t{% endmacro %} select * from sme.u')).toEqual([
      'schema kol <kol> literal',
      'table t <t> literal',
      'schema sme <sme> literal',
      'table u <u> literal',
    ]);
  });

  it('leave raw text and what is not closed as it stands', () => {
    expect(found('select * from {% raw %}kol.t{% endraw %}')[0]).toBe('schema kol <kol> literal');
    expect(found('select * from kol.t where {{ x')[0]).toBe('schema kol <kol> literal');
  });

  it('give config as keys', () => {
    const { declarations } = readSqlFile(
      createSource('x.sql', "{{ config(schema='kol', location=var('lake', 's3a://kol-silver/x')) }} select 1"),
    );
    expect(
      declarations.map(({ form, path, values }) => [
        form,
        path.join('.'),
        values().map((value) => (value.form === 'text' ? value.text.flat : '')),
      ]),
    ).toEqual([
      ['key', 'config.schema', ['kol']],
      ['key', 'config.location', ['s3a://kol-silver/x']],
    ]);
  });

  it('give both sides of a choice in config, and what stands behind it', () => {
    const { declarations } = readSqlFile(
      createSource('x.sql', "{{ config(target_schema=('kol_dev' if f(a, 'b') else env) if x else 'kol_snap', alias='t', tags=[1 if y]) }}"),
    );
    const said = declarations.flatMap(({ path, values }) =>
      values().map((value) => `${path.join('.')} ${value.form === 'text' && isKnown(value.text.flat) ? value.text.flat : '?'}`),
    );
    expect(said).toEqual(['config.target_schema kol_dev', 'config.target_schema kol_snap', 'config.alias t', 'config.tags ?']);
  });

  it('give the keywords of a relation that is created or looked for as keys of config', () => {
    const { declarations } = readSqlFile(createSource('x.sql', "{% set r = api.Relation.create(schema='kol_ops', identifier=x) %}"));
    expect(declarations.map(({ path }) => path.join('.'))).toEqual(['config.schema', 'config.identifier']);
  });

  it('give what config and run_query are handed as texts, which may be SQL or a location', () => {
    const { texts } = readSqlFile(
      createSource(
        'x.sql',
        "{{ config(pre_hook=['delete from kol.t', 'x'], properties={'a': 'b'}) }}{% set r = run_query('select 1 from kol.u') %}",
      ),
    );
    const said = texts.flatMap(({ values }) => values().map((value) => (value.form === 'text' ? value.text.flat : '')));
    expect(said.filter((text) => isKnown(text))).toEqual(['delete from kol.t', 'x', 'b', 'select 1 from kol.u']);
  });

  it('leave the placeholders of Hive, Flyway and Airflow as holes', () => {
    expect(found('select * from ${hiveconf:db}.t, {{ params.s }}.u, ${s}.v')).toEqual([
      'schema ? <${hiveconf:db}> literal',
      'table t <t> literal',
      'schema ? <params.s>',
      'table u <u> literal',
      'schema ? <${s}> literal',
      'table v <v> literal',
    ]);
  });
});
