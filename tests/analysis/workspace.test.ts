import { symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { displayName } from '../../src/references/name.js';
import { POLICY, Repository } from './workspace-of.js';

const READ = 'from config import BRONZE\nspark.read.csv(f"s3a://{BRONZE}/a")\n';

describe('a name that another module holds', () => {
  it('is followed there, and reported where it is used as long as nothing there says what it is', () => {
    const repository = new Repository({ 'domain-separation.yaml': POLICY, 'kol/config.py': 'BRONZE = "bronze"\n' });
    expect(repository.reported('kol/etl.py', READ)).toEqual(['2:25 bucket bronze outside']);
    const [judged] = repository.analyse('kol/etl.py', READ).references;
    expect(repository.relative(judged?.reference.written.source.path ?? '')).toBe('kol/config.py');
    expect(judged?.reference.steps.map(({ label }) => label)).toEqual(['BRONZE']);
  });

  it('is reported in its own file only, where it is a reference by itself', () => {
    const config = 'BRONZE_BUCKET = "bronze"\n';
    const repository = new Repository({ 'domain-separation.yaml': POLICY, 'kol/config.py': config });
    const code = 'from config import BRONZE_BUCKET\nspark.read.csv(f"s3a://{BRONZE_BUCKET}/a")\n';
    expect(repository.reported('kol/etl.py', code)).toEqual([]);
    expect(repository.reported('kol/config.py', config)).toEqual(['1:18 bucket bronze outside']);
  });

  it("is reported at the use where another domain's file uses it", () => {
    const repository = new Repository({ 'domain-separation.yaml': POLICY, 'kol/config.py': 'BRONZE_BUCKET = "kol-bronze"\n' });
    const code = 'from kol.config import BRONZE_BUCKET\nspark.read.csv(f"s3a://{BRONZE_BUCKET}/a")\n';
    expect(repository.reported('sme/etl.py', code)).toEqual(['2:25 bucket kol-bronze foreign']);
  });

  it('is never served stale', () => {
    const repository = new Repository({ 'domain-separation.yaml': POLICY, 'kol/config.py': 'from names import BRONZE\n', 'kol/names.py': 'BRONZE = "bronze"\n' });
    expect(repository.reported('kol/etl.py', READ)).toHaveLength(1);
    repository.write('kol/names.py', 'BRONZE = "kol-bronze"\n');
    expect(repository.reported('kol/etl.py', READ)).toEqual([]);
    repository.remove('kol/names.py');
    expect(repository.analyse('kol/etl.py', READ).references.map(({ reference }) => displayName(reference.name))).toEqual(['{?}']);
    repository.write('kol/names.py', 'BRONZE = "silver"\n');
    expect(repository.reported('kol/etl.py', READ)).toEqual(['2:25 bucket silver outside']);
  });

  it('is among the dependencies, with all that lies between', () => {
    const repository = new Repository({ 'kol/config.py': 'from names import BRONZE\n', 'kol/names.py': 'BRONZE = "bronze"\n', 'kol/other.py': '' });
    const { dependencies } = repository.analyse('kol/etl.py', READ);
    expect(dependencies.map((path) => repository.relative(path))).toEqual(['kol/config.py', 'kol/names.py']);
  });

  it('may be in a module that imports this one', () => {
    const repository = new Repository({ 'config.py': 'from etl import X\nBRONZE = X\n', 'etl.py': `X = "bronze"\n${READ}` });
    expect(repository.analyse('etl.py', `X = "bronze"\n${READ}`).references.map(({ reference }) => reference.name)).toContain('bronze');
  });

  it('is not in a notebook called like an installed package, which nothing imports', () => {
    const cells = [{ cell_type: 'code', source: 'BRONZE_BUCKET = "bronze"' }];
    const repository = new Repository({ 'kol/config.ipynb': JSON.stringify({ cells }) });
    const { references, dependencies } = repository.analyse('kol/etl.py', 'from config import BRONZE_BUCKET\nspark.read.csv(f"s3a://{BRONZE_BUCKET}/a")\n');
    expect(references.map(({ reference }) => displayName(reference.name))).toEqual(['{?}']);
    expect(dependencies).toEqual([]);
  });

  it('ends where modules import each other in a circle', () => {
    const repository = new Repository({ 'config.py': 'from other import BRONZE\n', 'other.py': 'from config import BRONZE\n' });
    expect(repository.analyse('etl.py', READ).references.map(({ reference }) => displayName(reference.name))).toEqual(['{?}']);
  });
});

describe('a name that is passed to a function of another module', () => {
  const STORE = [
    'def rows_of(table): return f"SELECT * FROM {table} WHERE id = 1"',
    'def insert(table, rows): send(f"INSERT INTO {table} VALUES (%s)", rows)',
    'def insert_into(schema, table): insert_all(f"{schema}.{table}")',
    'def insert_all(full):\n    send(f"DROP TABLE IF EXISTS {full}")',
    'def address(bucket): return f"s3://{bucket}/a"',
    'class Repository:\n    def __init__(self, table): self.table = table\n    def all(self): return send(f"SELECT * FROM {self.table} LIMIT 9")\n    def of(self, table): return send(f"SELECT * FROM {table} LIMIT 9")',
    'def show(text): print(f"SELECT * FROM {text} LIMIT 9")',
    'def note(name): return f"Nothing in {name}"',
  ].join('\n');

  it.each([
    ['is one of the SQL that it returns', 'from store import rows_of\nclient.query(rows_of("kol_scores"))', ['table kol_scores']],
    ['is one of the SQL that it runs', 'from store import insert\ninsert("kol_scores", rows)', ['table kol_scores']],
    ['in each turn of a loop', 'import store\nfor table in ["kol_scores", "kol_events"]:\n    store.insert(table, rows)', ['table kol_scores', 'table kol_events']],
    ['behind another function', 'from store import insert_into\ninsert_into("kol_gold", "scores")', ['table scores', 'schema kol_gold']],
    ['is one of what a method of a new instance does', 'from store import Repository\nRepository(x).of("kol_events")', ['table kol_events']],
    ['is one of an address', 'from store import address\nput(address("kol-bronze"))', ['bucket kol-bronze']],
    ['is one of what an instance does', 'from store import Repository\nRepository("kol_scores").all()', ['table kol_scores']],
    ['is none where it is only spoken of', 'from store import note, show\nnote("kol-bronze")\nshow("kol_scores")', []],
    ['is none where it has lines', 'from store import insert\ninsert("kol\\nscores", rows)', []],
  ])('%s', (_, code, found) => {
    const { references } = new Repository({ 'store.py': STORE }).analyse('etl.py', `import psycopg2\n${code}`);
    const used = references.map(({ reference }) => reference).filter(({ use }) => use.access !== 'mention');
    expect(used.map(({ kind, name }) => `${kind} ${displayName(name)}`)).toEqual(found);
  });

  it.each([
    ['a notebook', 'etl.ipynb', JSON.stringify({ cells: [{ cell_type: 'code', source: 'import psycopg2\nfrom store import insert\ninsert("kol_scores", rows)' }] })],
    ['a notebook of Databricks with cells of SQL', 'etl.py', '# Databricks notebook source\nfrom store import insert\ninsert("kol_scores", rows)\n\n# COMMAND ----------\n# MAGIC %sql\n# MAGIC SHOW TABLES'],
  ])('is passed from %s, too', (_, path, code) => {
    const { references } = new Repository({ 'store.py': STORE }).analyse(path, code);
    expect(references.map(({ reference }) => displayName(reference.name))).toEqual(['kol_scores']);
  });

  it('is the one that a third module writes', () => {
    const repository = new Repository({ 'store.py': STORE, 'names.py': 'SCORES = "kol_scores"' });
    const { references } = repository.analyse('etl.py', 'import names, psycopg2\nfrom store import insert\ninsert(names.SCORES, rows)');
    expect(references.map(({ reference: { name, written } }) => `${name} in ${repository.relative(written.source.path)}`)).toEqual(['kol_scores in names.py']);
  });
});

describe('a name that is passed to a function of another module of TypeScript', () => {
  const STORE = [
    "import { Kafka } from 'kafkajs';\nimport { Pool } from 'pg';\nconst pool = new Pool();",
    'export const rowsOf = (table: string) => pool.query(`SELECT * FROM ${table}`);',
    "export const rowsFor = (key: string) => rowsOf(key.split('/')[1]);",
    'export class Bus {\n  private producer = new Kafka({}).producer();\n  publish(to: string) { return this.producer.send({ topic: to, messages: [] }); }\n}',
    'export class Rows {\n  constructor(private table: string) {}\n  all() { return rowsOf(this.table); }\n}',
    'export const note = (name: string) => console.log(`Nothing in ${name}`);',
  ].join('\n');

  it.each([
    ['is one of the SQL that it runs', "import { rowsOf } from './store';\nrowsOf('kol.scores');", ['schema kol', 'table scores']],
    ['is one of what a method of a given instance does', "import { Bus } from './store';\nconst run = (bus: Bus) => bus.publish('kol.orders');", ['topic kol.orders']],
    ['is one of what a new instance does', "import { Rows } from './store';\nnew Rows('scores').all();", ['table scores']],
    ['is none where it is only spoken of', "import { note } from './store';\nnote('scores');", []],
    ['is none where it is cut out of a longer word', "import { rowsFor } from './store';\nrowsFor('schemas/scores');", []],
  ])('%s', (_, code, found) => {
    const { references } = new Repository({ 'store.ts': STORE }).analyse('run.ts', code);
    expect(references.map(({ reference: { kind, name } }) => `${kind} ${displayName(name)}`)).toEqual(found);
  });

  it('is passed from the script of a component, too', () => {
    const repository = new Repository({ 'store.ts': "import { Pool } from 'pg';\nexport const rowsOf = (table: string) => new Pool().query(`SELECT * FROM ${table}`);" });
    const { references } = repository.analyse('A.vue', '<script setup>\nimport { rowsOf } from "./store";\nrowsOf("scores");\n</script>\n');
    expect(references.map(({ reference: { kind, name } }) => `${kind} ${displayName(name)}`)).toEqual(['table scores']);
  });
});

describe('a name that means something only beside a library', () => {
  const TOPIC = "export const ordersTopic = 'orders';\n";
  const topics = (repository: Repository) =>
    repository.analyse('app/src/topics.ts', TOPIC).references.map(({ reference }) => displayName(reference.name));

  it("counts where the package's manifest speaks of it", () => {
    expect(topics(new Repository({ 'app/package.json': '{ "dependencies": { "kafkajs": "2" } }' }))).toEqual(['orders']);
    expect(topics(new Repository({ 'app/package.json': '{ "dependencies": { "express": "5" } }' }))).toEqual([]);
    expect(topics(new Repository({ 'other/package.json': '{ "dependencies": { "kafkajs": "2" } }' }))).toEqual([]);
  });

  it("counts in a file of variables where a manifest or a compose file beside it speaks of it", () => {
    const topicsOf = (files: Readonly<Record<string, string>>) =>
      new Repository(files).analyse('app/.env', 'ORDERS_TOPIC=kol-orders\n').references.map(({ reference }) => displayName(reference.name));
    expect(topicsOf({ 'app/package.json': '{ "dependencies": { "kafkajs": "2" } }' })).toEqual(['kol-orders']);
    expect(topicsOf({ 'docker-compose.yml': 'services:\n  broker:\n    image: apache/kafka:3.9.0\n' })).toEqual(['kol-orders']);
    expect(topicsOf({ 'docker-compose.yml': 'services:\n  broker:\n    image: eclipse-mosquitto:2\n' })).toEqual([]);
  });

  it('does not in components of pages', () => {
    const repository = new Repository({ 'app/package.json': '{ "dependencies": { "kafkajs": "2" } }' });
    expect(repository.analyse('app/src/forum.tsx', "export const forumTopic = 'general';\n").references).toEqual([]);
  });

  it('does not where the file itself speaks of another one', () => {
    const repository = new Repository({ 'app/package.json': '{ "dependencies": { "kafkajs": "2", "amqplib": "1" } }' });
    const found = (context: string) => {
      const code = `import { EventPattern, ${context} } from '@nestjs/microservices';\nclass Orders {\n  @EventPattern('kol.orders') take() {}\n}\n`;
      return repository.analyse('app/src/orders.ts', code).references.map(({ reference }) => displayName(reference.name));
    };
    expect(found('Payload')).toEqual(['kol.orders']);
    expect(found('RmqContext')).toEqual([]);
  });

  it('makes the manifest a dependency, which is never served stale', () => {
    const repository = new Repository({ 'app/package.json': '{}' });
    const { dependencies } = repository.analyse('app/src/topics.ts', TOPIC);
    expect(dependencies.map((path) => repository.relative(path))).toEqual(['app/package.json']);
    repository.write('app/package.json', '{ "dependencies": { "kafkajs": "2" } }');
    expect(topics(repository)).toEqual(['orders']);
  });
});

describe('a name that is passed to another module', () => {
  const tracking = [
    'import mlflow',
    'def begin(name, *, stage=None):',
    '    chosen = name or "KOL_default"',
    '    mlflow.set_experiment(chosen)',
    '    print(stage)',
    'class Tracker:',
    '    def __init__(self, name):',
    '        self.name = name',
    '    def log(self, model):',
    '        mlflow.sklearn.log_model(model, "model", registered_model_name=self.name)',
    '',
  ].join('\n');

  it.each([
    ["is what the module's function uses it as", 'import mlflow\nfrom tracking import begin\nbegin("trust", stage="daily")\n', ['3:8 experiment trust outside']],
    ["is what its class's methods use it as", 'import mlflow, tracking\ntracking.Tracker("trust").log(model)\n', ['2:19 model trust outside']],
    ['may be held by a name before', 'import mlflow\nfrom tracking import begin\nchosen = "trust"\nbegin(chosen)\n', ['3:11 experiment trust outside']],
    ['may be a default of what passes it on', 'import mlflow\nfrom tracking import begin\ndef run(title="trust"):\n    begin(title)\n', ['3:16 experiment trust outside']],
    ['is nothing where nothing is done with it', 'import mlflow\nfrom tracking import begin\nbegin("KOL_trust", stage="daily")\n', []],
  ])('%s', (_, code, problems) => {
    const repository = new Repository({ 'domain-separation.yaml': POLICY, 'kol/tracking.py': tracking });
    expect(repository.reported('kol/train.py', code)).toEqual(problems);
  });
});

describe('a type that another module declares', () => {
  const found = (repository: Repository, code: string) =>
    repository.analyse('app/job.ts', code).references.map(({ reference: { kind, name } }) => `${kind} ${displayName(name)}`);

  it('says what the arguments of its methods are', () => {
    const repository = new Repository({
      'app/ports.ts': "export interface Store { save(key: string, bucket: string): void }\nexport type Kept = Store;\n",
      'app/index.ts': "export type { Kept } from './ports';\n",
    });
    const code = "import type { Kept } from '.';\nexport const run = (store: Kept) => store.save('a', 'kol-gold');\n";
    expect(found(repository, code)).toEqual(['bucket kol-gold']);
  });

  it("may be another name for a library's", () => {
    const repository = new Repository({ 'app/db.ts': "import type { Knex } from 'knex';\nexport type Db = Knex | Knex.Transaction;\n" });
    const code = "import type { Db } from './db';\nexport const all = (db: Db) => db.select('id').from('users');\n";
    expect(found(repository, code)).toEqual(['table users']);
  });
});

describe('an import of a Python module', () => {
  const uses = (specifier: string) => `from ${specifier} import BRONZE\nspark.read.csv(f"s3a://{BRONZE}/a")\n`;

  it.each([
    ['beside the file', 'app/config.py', 'config'],
    ['in a package', 'app/names/__init__.py', 'names'],
    ['from the root', 'app/config.py', 'app.config'],
    ['from a src folder', 'src/lake/config.py', 'lake.config'],
    ['relative', 'app/config.py', '.config'],
    ['relative, a folder up', 'config.py', '..config'],
    ['from the package itself', 'app/__init__.py', '.'],
  ])('is found %s', (_, file, specifier) => {
    const repository = new Repository({ [file]: 'BRONZE = "kol-bronze"\n' });
    expect(repository.analyse('app/etl.py', uses(specifier)).references.map(({ reference }) => reference.name)).toEqual(['kol-bronze']);
  });

  it.each([
    ['by a call', 'kol/lib/config.py', 'sys.path.append(os.path.join(os.path.dirname(__file__), "..", "lib"))', 'kol/jobs/run.py'],
    ['by a path', 'kol/jobs/lib/config.py', 'sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "jobs" / "lib"))', 'kol/dags/run.py'],
    ['by a name', 'kol/lib/config.py', 'LIB = ROOT / "lib"\nsys.path.insert(0, str(LIB))', 'kol/dags/run.py'],
    ['where a container has it', 'kol/scripts/config.py', "sys.path.append('/opt/airflow/scripts')", 'kol/dags/run.py'],
  ])('is found in a folder that the file puts on the path, %s', (_, file, added, from) => {
    const repository = new Repository({ [file]: 'BRONZE = "kol-bronze"\n' });
    const named = (path: string, code: string) => {
      repository.write(path, code);
      return repository.analyse(path, code).references.map(({ reference }) => displayName(reference.name));
    };
    expect(named(from, `import sys\n${added}\n${uses('config')}`)).toEqual(['kol-bronze']);
    // Of a file beside it that adds nothing it is not known.
    expect(named(`${dirname(from)}/other.py`, uses('config'))).toEqual(['{?}']);
  });

  it.each([
    ['an editor', 'kol/run.py', (code: string) => code],
    ['a notebook', 'kol/run.ipynb', (code: string) => JSON.stringify({ cells: [{ cell_type: 'code', source: code }] })],
  ])('is found in such a folder from what %s shows, saved or not', (_, path, shown) => {
    const repository = new Repository({ 'lib/config.py': 'BRONZE = "kol-bronze"\n' });
    const text = shown(`import sys\nLIB = "../lib"\nsys.path.append(LIB)\n${uses('config')}`);
    expect(repository.analyse(path, text).references.map(({ reference }) => reference.name)).toEqual(['kol-bronze']);
  });

  it('reads nothing outside of the root', () => {
    const repository = new Repository({ 'config.py': 'BRONZE = "kol-bronze"\n', 'inner/etl.py': '' });
    const inner = new Repository({});
    expect(inner.analyse('etl.py', uses('...config')).dependencies).toEqual([]);
    expect(repository.analyse('inner/etl.py', uses('...config')).dependencies).toEqual([]);
  });

  it('reads nothing that a link leads to outside of the root, and what it leads to inside', () => {
    const elsewhere = new Repository({ 'config.py': 'BRONZE = "kol-bronze"\n', 'settings/names.py': 'BRONZE = "kol-raw"\n' });
    const repository = new Repository({ 'real/config.py': 'BRONZE = "kol-silver"\n' });
    symlinkSync(join(elsewhere.root, 'config.py'), join(repository.root, 'config.py'));
    symlinkSync(join(elsewhere.root, 'settings'), join(repository.root, 'settings'));
    symlinkSync(join(repository.root, 'real'), join(repository.root, 'linked'));
    const named = (specifier: string) => {
      const { references, dependencies } = repository.analyse('etl.py', uses(specifier));
      return { names: references.map(({ reference }) => displayName(reference.name)), dependencies: dependencies.length };
    };
    expect(named('config')).toEqual({ names: ['{?}'], dependencies: 0 });
    expect(named('settings.names')).toEqual({ names: ['{?}'], dependencies: 0 });
    expect(named('linked.config')).toEqual({ names: ['kol-silver'], dependencies: 1 });
  });

  it.each([
    ['a namespace package', { 'lake/names/layers.py': 'BRONZE = "kol-bronze"\n' }, 'lake.names.layers'],
    ['a name that its package takes from a module', { 'lake/__init__.py': 'from .names import BRONZE\n', 'lake/names.py': 'BRONZE = "kol-bronze"\n' }, 'lake'],
    ['all that its package takes', { 'lake/__init__.py': 'from .names import *\n__all__ = ["BRONZE"]\n', 'lake/names.py': 'BRONZE = "kol-bronze"\n' }, 'lake'],
    ['modules in a circle', { 'a.py': 'from b import BRONZE\nNAME = "x"\n', 'b.py': 'from a import NAME\nBRONZE = "kol-bronze"\n' }, 'a'],
  ])('is followed through %s', (_, files, specifier) => {
    const repository = new Repository(files);
    expect(repository.analyse('etl.py', uses(specifier)).references.map(({ reference }) => reference.name)).toEqual(['kol-bronze']);
  });
});

describe('an import of a JavaScript module', () => {
  const uses = (specifier: string) => `import { BRONZE } from '${specifier}';\ns3.getObject({ Bucket: BRONZE });\n`;

  it.each([
    ['with its ending', { 'app/config.ts': '' }, './config.ts'],
    ['without an ending', { 'app/config.ts': '' }, './config'],
    ['with the ending it will have', { 'app/config.ts': '' }, './config.js'],
    ['as a folder', { 'app/config/index.ts': '' }, './config'],
    ['through paths', { 'tsconfig.json': '{\n  // where\n  "compilerOptions": { "paths": { "@/*": ["./lib/*"], }, },\n}', 'lib/config.ts': '' }, '@/config'],
    ['through paths of a file in which a key stands twice', { 'tsconfig.json': '{ "compilerOptions": { "strict": true, "paths": { "@/*": ["./lib/*"] }, "strict": true } }', 'lib/config.ts': '' }, '@/config'],
    ['through paths that are extended', { 'tsconfig.json': '{ "extends": "./base.json" }', 'base.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "~/*": ["lib/*"] } } }', 'lib/config.ts': '' }, '~/config'],
    ['from the base', { 'tsconfig.json': '{ "compilerOptions": { "baseUrl": "./lib" } }', 'lib/config.ts': '' }, 'config'],
  ])('is found %s', (_, files: Record<string, string>, specifier) => {
    const filled = Object.entries(files).map(([path, text]) => [path, text === '' ? "export const BRONZE = 'kol-bronze';\n" : text]);
    const repository = new Repository(Object.fromEntries(filled));
    expect(repository.analyse('app/etl.ts', uses(specifier)).references.map(({ reference }) => reference.name)).toEqual(['kol-bronze']);
  });
});

describe('the policy', () => {
  it('is the nearest one up the tree', () => {
    const repository = new Repository({
      'domain-separation.yaml': 'domains:\n  all:\n    buckets: [all-*]\n',
      'inner/domain-separation.yaml': 'domains:\n  inner:\n    buckets: [inner-*]\n',
    });
    expect(repository.reported('inner/a.py', 'PATH = "s3://all-x/a"')).toEqual(['1:14 bucket all-x outside']);
    expect(repository.reported('a.py', 'PATH = "s3://all-x/a"')).toEqual([]);
  });

  it('counts as it is now', () => {
    const repository = new Repository({ 'domain-separation.yaml': 'domains:\n  all:\n    buckets: [all-*]\n' });
    expect(repository.reported('a.py', 'PATH = "s3://new-x/a"')).toHaveLength(1);
    repository.write('domain-separation.yaml', 'domains:\n  all:\n    buckets: [all-*, new-*]\n');
    expect(repository.reported('a.py', 'PATH = "s3://new-x/a"')).toEqual([]);
  });

  it('is not needed: a bare layer word is nobody’s', () => {
    const repository = new Repository({});
    expect(repository.reported('a.py', 'PATH = "s3://bronze/a"')).toEqual(['1:14 bucket bronze outside']);
  });

  it('may name libraries of its own', () => {
    const own = `
domains:
  all:
    buckets: [all-*]
catalogue:
  - library: acme-store
    language: python
    system: s3
    types: { Store: [acme.Store()] }
    entries:
      - call: [Store.push]
        takes: [{ at: 0, is: bucket }]
        match: [{ code: 'import acme\\nacme.Store().push("x-y")', finds: [bucket x-y] }]
        skip: ['push("x-y")']
`;
    const repository = new Repository({ 'domain-separation.yaml': own });
    expect(repository.reported('a.py', 'import acme\nacme.Store().push("bucket-x")')).toEqual(['2:20 bucket bucket-x outside']);
  });
});

describe('several uses of one constant', () => {
  it('are one problem, with every use kept', () => {
    const repository = new Repository({ 'domain-separation.yaml': POLICY });
    const code = 'X = "bronze"\nspark.read.csv(f"s3a://{X}/a")\nspark.read.csv(f"s3a://{X}/b")\n';
    expect(repository.reported('kol/a.py', code)).toEqual(['1:6 bucket bronze outside']);
    expect(repository.analyse('kol/a.py', code).references).toHaveLength(2);
  });
});

describe('the env files of the domain', () => {
  const files = { 'domain-separation.yaml': POLICY, 'kol/.env.kol': 'MINIO_BUCKET_BRONZE=kol-bronze\nSTORE=kol-silver\n', 'sme/.env.sme': 'MINIO_BUCKET_GOLD=sme-gold\n' };

  it('show which variable carries a name', () => {
    const { references, dependencies } = new Repository(files).analyse('kol/etl/a.py', 'PATH = "s3://kol-bronze/a"');
    expect(references[0]?.environment).toEqual({ variable: 'MINIO_BUCKET_BRONZE', expression: 'os.environ["MINIO_BUCKET_BRONZE"]' });
    expect(dependencies).toHaveLength(1);
  });

  it('show it in the language at hand', () => {
    const { references } = new Repository(files).analyse('kol/a.ts', "const path = 's3://kol-bronze/a';");
    expect(references[0]?.environment?.expression).toBe('process.env.MINIO_BUCKET_BRONZE');
  });

  it('say nothing of another domain, or of a variable that may be anything', () => {
    const repository = new Repository(files);
    expect(repository.analyse('sme/a.py', 'PATH = "s3://kol-bronze/a"').references[0]?.environment).toBeNull();
    expect(repository.analyse('kol/a.py', 'PATH = "s3://kol-silver/a"').references[0]?.environment).toBeNull();
  });

  it('say it of a variable that the file itself uses so', () => {
    const code = 'import os\nspark.read.csv(f"s3a://{os.environ[\'STORE\']}/a")\nspark.read.csv("s3a://kol-silver/a")\n';
    const { references } = new Repository(files).analyse('kol/a.py', code);
    expect(references[1]?.environment?.variable).toBe('STORE');
  });

  it('are compared with the defaults in code', () => {
    const code = 'import os\nbucket = os.getenv("MINIO_BUCKET_BRONZE", "kol-silver")\n';
    const { defaults } = new Repository(files).analyse('kol/a.py', code);
    expect(defaults.map(({ variable, envName, reference }) => [variable, reference.name, envName])).toEqual([
      ['MINIO_BUCKET_BRONZE', 'kol-silver', 'kol-bronze'],
    ]);
    const same = 'import os\nbucket = os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze")\n';
    expect(new Repository(files).analyse('kol/a.py', same).defaults).toEqual([]);
  });
});

it("knows the imports of another domain's code", () => {
  const repository = new Repository({ 'domain-separation.yaml': POLICY, 'sme/shop.py': 'X = 1\n' });
  const { imports } = repository.analyse('kol/a.py', 'from sme.shop import X\nimport os\nBUCKET = "kol-gold"\n');
  expect(imports.map(({ domain, allowed, site }) => [domain, allowed, site.specifier])).toEqual([['sme', false, 'sme.shop']]);
});

describe('the dialect of SQL', () => {
  it.each([
    ['trino/a.sql', true],
    ['postgres/a.sql', null],
    ['a.cql', null],
  ])('follows the path of %s', (path, unqualified) => {
    const { references } = new Repository({}).analyse(path, 'SELECT * FROM events');
    expect(references[0]?.reference.unqualified?.decided ?? null).toBe(unqualified);
  });

  const PROFILES = (type: string) => `kol:\n  target: dev\n  outputs:\n    dev:\n      type: ${type}\n      schema: kol\n`;

  it.each([
    ['.sqlfluff', '[sqlfluff]\ndialect = sparksql\n', 'spark'],
    ['setup.cfg', '[metadata]\nname = kol\n[sqlfluff]\nverbose = 1\ndialect = trino\n', 'trino'],
    ['tox.ini', '[tox]\ndialect = spark\n', undefined],
    ['pyproject.toml', '[tool.sqlfluff.core]\ndialect = "databricks"\n', 'spark'],
    ['.sqlfluff', '[sqlfluff]\ndialect = duckdb\n', undefined],
  ])('is what %s tells sqlfluff: %j', (file, text, dialect) => {
    const { references, dependencies } = new Repository({ [file]: text }).analyse('models/a.sql', 'SELECT * FROM events');
    const unqualified = references[0]?.reference.unqualified;
    expect(unqualified?.decided === true ? unqualified.dialect : undefined).toBe(dialect);
    expect(dependencies).toHaveLength(dialect === undefined ? 0 : 1);
  });

  it('is that of the only driver that a file of code imports, whatever the file is called', () => {
    const code = 'from cassandra.cluster import Cluster\ndef add(session):\n    session.execute("INSERT INTO kol.events (id) VALUES (1)")';
    expect(kindsOf({}, 'jobs/spark_stream.py', code)).toEqual(['keyspace kol', 'table events']);
  });

  it("is that of the dbt project's profile, whatever the folders are called", () => {
    const files = { 'wh/dbt_project.yml': 'name: kol\n', 'wh/profiles.yml': PROFILES('trino') };
    const { references } = new Repository(files).analyse('wh/models/postgres/a.sql', 'SELECT * FROM events');
    expect(references[0]?.reference.unqualified).toMatchObject({ dialect: 'trino', decided: true });
  });

  const kindsOf = (files: Record<string, string>, path: string, sql: string) =>
    new Repository(files).analyse(path, sql).references.map(({ reference }) => `${reference.kind} ${reference.name ?? ''}`);

  it.each([
    ['models/a.sql', { 'dbt_project.yml': 'name: kol\n', 'profiles.yml': PROFILES('snowflake') }],
    ['sql/snowflake_load.sql', {}],
    ['sql/a.sql', { '.sqlfluff': '[sqlfluff]\ndialect = snowflake\n' }],
  ])('makes databases of what is before a schema of Snowflake: %s', (path, files) => {
    expect(kindsOf(files, path, 'SELECT * FROM kol.raw.events')).toEqual(['database kol', 'schema raw', 'table events']);
  });

  const ENGINES = 'CREATE TABLE staging.events (id UInt64) ENGINE = MergeTree ORDER BY id';

  it('is that of the files beside it, where a name of two parts begins with a database in theirs', () => {
    const sql = 'SELECT * FROM staging.events';
    expect(kindsOf({ 'sql/a.sql': ENGINES }, 'sql/b.sql', sql)).toEqual(['database staging', 'table events']);
    expect(kindsOf({ 'ddl/a.sql': ENGINES }, 'sql/b.sql', sql)).toEqual(['schema staging', 'table events']);
    expect(kindsOf({ 'sql/a.sql': ENGINES, 'sql/c.sql': 'SELECT x::text FROM kol.a' }, 'sql/b.sql', sql)).toContain('schema staging');
  });

  it('is that of the engine that a dbt project tells its tables', () => {
    const files = { 'dbt_project.yml': 'name: kol\nprofile: kol\nmodels:\n  +engine: MergeTree()\n' };
    expect(kindsOf(files, 'models/a.sql', 'SELECT * FROM staging.events')).toEqual(['database staging', 'table events']);
  });

  it('is not that of the files beside it, where a name of three parts is none of theirs', () => {
    expect(kindsOf({ 'sql/a.sql': ENGINES }, 'sql/b.sql', 'SELECT * FROM iceberg.staging.events')).toContain('schema staging');
  });

  it('names the files beside it as dependencies', () => {
    const { dependencies } = new Repository({ 'sql/a.sql': ENGINES }).analyse('sql/b.sql', 'SELECT * FROM staging.events');
    expect(dependencies).toHaveLength(1);
  });

  it('is not of a system where the path speaks of a model shaped like a snowflake', () => {
    expect(kindsOf({}, 'sql/star-and-snowflake.sql', 'SELECT * FROM kol.raw.events')).toContain('catalog kol');
  });

  it('is of neither of two systems that one name of a path speaks of', () => {
    expect(kindsOf({}, 'sql/snowflake_to_trino.sql', 'SELECT * FROM kol.raw.events')).toContain('catalog kol');
  });

  it("is nobody's where the profiles do not agree or are for another system", () => {
    for (const profiles of [PROFILES('trino') + PROFILES('postgres').replace('kol:', 'sme:'), PROFILES('duckdb')]) {
      const { references } = new Repository({ 'dbt_project.yml': 'name: kol\n', 'profiles.yml': profiles }).analyse('models/a.sql', 'SELECT * FROM events');
      expect(references[0]?.reference.unqualified?.decided).toBe(false);
    }
  });

  it('says no table is open in a dbt project on PostgreSQL', () => {
    const files = { 'dbt_project.yml': 'name: kol\n', 'profiles.yml': PROFILES('postgres') };
    expect(new Repository(files).analyse('models/a.sql', 'SELECT * FROM events').references[0]?.reference.unqualified).toBeNull();
  });

  it('is Trino in .sql files of a policy that says catalogs', () => {
    const repository = new Repository({ 'domain-separation.yaml': POLICY });
    expect(repository.analyse('kol/a.sql', 'SELECT * FROM events').references[0]?.reference.unqualified?.dialect).toBe('trino');
  });
});

describe('a schema in PostgreSQL', () => {
  const postgres = 'from sqlalchemy import create_engine\nengine = create_engine("postgresql://h/kol_app")\n';

  it.each([
    ['kol/postgres/a.sql', 'CREATE TABLE reporting.daily (id int);'],
    ['kol/a.py', 'import psycopg2\npsycopg2.connect(dbname="kol_app").cursor().execute("SELECT * FROM reporting.daily")'],
    ['kol/a.py', `${postgres}frame.to_sql("daily", engine, schema="reporting")`],
  ])('needs no prefix: %s %s', (path, code) => {
    expect(new Repository({ 'domain-separation.yaml': POLICY }).reported(path, code)).toEqual([]);
  });

  it("may still be another domain's", () => {
    const repository = new Repository({ 'domain-separation.yaml': POLICY });
    expect(repository.reported('kol/postgres/a.sql', 'SELECT * FROM sme_silver.sales;')).toEqual([
      '1:15 schema sme_silver foreign',
    ]);
  });

  it('needs one where the engine is not known to be PostgreSQL', () => {
    const repository = new Repository({ 'domain-separation.yaml': POLICY });
    expect(repository.reported('kol/a.py', 'frame.to_sql("daily", engine, schema="silver")')).toEqual([
      '1:39 schema silver outside',
    ]);
  });
});

describe('tests of the linted code', () => {
  it.each([
    ['tests/a.py', true],
    ['app/test_a.py', true],
    ['app/a_test.py', true],
    ['conftest.py', true],
    ['app/a.test.ts', true],
    ['app/__tests__/a.ts', true],
    ['app/a.spec.tsx', true],
    ['app/latest/a.py', false],
    ['app/contest.py', false],
    ['app/attest_a.py', false],
  ])('%s: %s', (path, expected) => {
    expect(new Repository({}).analyse(path, '').inTest).toBe(expected);
  });
});

describe('a file', () => {
  it('that nothing reads has no references', () => {
    expect(new Repository({}).analyse('a.bin', 's3://bronze').references).toEqual([]);
  });

  it('with a syntax error keeps the references of what could be read', () => {
    const { references, problems } = new Repository({}).analyse('a.py', 'PATH = "s3://bronze/a"\ndef (:\n');
    expect(references).toHaveLength(1);
    expect(problems).not.toEqual([]);
  });
});

describe('a constant that is called a schema', () => {
  it.each([
    ['PostgreSQL’s alone', 'from airflow.providers.postgres.hooks.postgres import PostgresHook\nfrom datetime import timedelta\nSCHEMA = "raw"\n', []],
    ['Trino’s', 'import trino\nimport psycopg2\nSCHEMA = "raw"\n', ['3:11 schema raw outside']],
  ])('is %s where the code speaks of it', (_, code, reported) => {
    expect(new Repository({}).reported('a.py', code)).toEqual(reported);
  });
});

describe('a dbt project', () => {
  const PROJECT = 'name: kol\nprofile: kol\n';
  const profile = (name: string, type: string) => `${name}:\n  outputs:\n    dev:\n      type: ${type}\n`;
  const SOURCES = 'sources:\n  - name: raw\n    database: kol_app\n    tables:\n      - name: events\n';

  function shown(files: Readonly<Record<string, string>>): string[] {
    const { references } = new Repository({ 'dbt_project.yml': PROJECT, ...files }).analyse('models/sources.yml', SOURCES);
    return references.map(({ reference: { kind, name, system, qualifier } }) => `${system ?? '-'} ${kind} ${[...qualifier, name].join('.')}`).sort();
  }

  const NOT_SAID = ['- catalog kol_app', '- schema kol_app.raw', '- table kol_app.raw.events'];
  const POSTGRES = ['postgres database kol_app', 'postgres schema raw', 'postgres table raw.events'];
  const TRINO = ['trino catalog kol_app', 'trino schema kol_app.raw', 'trino table kol_app.raw.events'];

  it.each([
    ['its profile', { 'profiles.yml': profile('kol', 'postgres') }, POSTGRES],
    ['its own profile among others', { 'profiles.yml': profile('sme', 'postgres') + profile('kol', 'trino') }, TRINO],
    ['the adapter that is installed', { 'requirements.txt': 'dbt-core==1.9\ndbt-trino>=1.9\n' }, TRINO],
    ['what its profile is called', { 'dbt_project.yml': 'name: kol\nprofile: kol_postgres\n' }, POSTGRES],
    ['nothing, where two adapters are installed', { 'requirements.txt': 'dbt-postgres\ndbt-trino\n' }, NOT_SAID],
    ['nothing, where the adapter is of another system', { 'profiles.yml': profile('kol', 'snowflake') }, NOT_SAID],
  ])('has the system of %s', (_, files, expected) => {
    expect(shown(files)).toEqual(expected);
  });

  it('has no schema of Trino where it is on PostgreSQL', () => {
    const reported = (type: string) => new Repository({ 'dbt_project.yml': PROJECT, 'profiles.yml': profile('kol', type) }).reported('models/sources.yml', SOURCES);
    expect(reported('trino')).toEqual(['2:11 schema kol_app.raw outside']);
    expect(reported('postgres')).toEqual([]);
  });

  it('has one problem for the schema of a source, none for its tables', () => {
    const repository = new Repository({ 'domain-separation.yaml': POLICY });
    const sources = 'sources:\n  - name: iceberg\n    database: iceberg\n    schema: sme_silver\n    tables:\n      - name: events\n      - name: scores\n';
    expect(repository.reported('kol/models/sources.yml', sources)).toEqual(['4:13 schema iceberg.sme_silver foreign']);
  });
});
