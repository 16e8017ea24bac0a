import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../../src/policy/load-policy.js';
import { runCommandLine } from '../../../src/scanner/command-line.js';
import { relativePath } from '../../../src/scanner/relative-path.js';
import { scan } from '../../../src/scanner/scan.js';
import { folderWith } from '../../policy/policy-of.js';

const EXAMPLE = fileURLToPath(new URL('../../../examples/two-domains/', import.meta.url));

async function init(cwd: string, { words = ['--yes'], answer = null as string | null } = {}) {
  const written: string[] = [];
  const code = await runCommandLine(['init', ...words], {
    cwd,
    hasColors: false,
    writeOut: (text) => void written.push(text),
    writeError: (text) => void written.push(text),
    readInput: async () => Buffer.from(''),
    ...(answer === null ? {} : { ask: async () => answer }),
  });
  return { code, out: written.join('') };
}

/** The policy that is proposed for some files, without its comments. */
async function proposed(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = folderWith(files);
  const { code, out } = await init(cwd);
  expect(code, out).toBe(0);
  loadPolicy(join(cwd, 'domain-separation.yaml'));
  const text = readFileSync(join(cwd, 'domain-separation.yaml'), 'utf8');
  return text.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line)).join('\n');
}

const KOL_ENV = 'MINIO_BUCKET_BRONZE=kol-bronze\nPOSTGRES_DB=kol_mlflow\n';
const SME_ENV = 'MINIO_BUCKET_BRONZE=sme-bronze\nPOSTGRES_DB=sme_mlflow\n';

describe('init on the example without its policy', () => {
  it('gives a policy under which the deliberate mistakes are reported, the unconfirmed grant, and nothing else', async () => {
    const cwd = folderWith({});
    cpSync(EXAMPLE, cwd, { recursive: true, filter: (path) => !path.includes('node_modules') });
    rmSync(join(cwd, 'domain-separation.yaml'));
    rmSync(join(cwd, 'eslint.config.js'));
    const { code, out } = await init(cwd);
    expect(code, out).toBe(0);
    const found = (await scan({ cwd, paths: ['kol-platform', 'sme-pulse'] })).flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, ruleId }) => `${relativePath(cwd, filePath)}:${line}:${column} ${ruleId}`),
    );
    const expected = readFileSync(join(EXAMPLE, 'expected-problems.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    // That KOL may read SME's gold schema is an agreement, which no code says: it is proposed as a comment.
    const granted = 'kol-platform/sql/events_cleaned.sql:13:39 domain-separation/no-cross-domain-access';
    expect(found.sort()).toEqual([...expected, granted].sort());
    expect(readFileSync(join(cwd, 'domain-separation.yaml'), 'utf8')).toContain('#     schemas: [iceberg.sme_gold] # 1 use');
    expect(readFileSync(join(cwd, 'eslint.config.js'), 'utf8')).toBe(readFileSync(join(EXAMPLE, 'eslint.config.js'), 'utf8'));
  });
});

describe('the policy that init proposes', () => {
  it('gives each domain the names with its prefix, as they are written, and the folder of its name', async () => {
    expect(
      await proposed({
        'kol-platform/.env': `${KOL_ENV}MLFLOW_EXPERIMENT_NAME=KOL_models\n`,
        'kol-platform/a.sql': 'SELECT * FROM iceberg.kol_gold.scores;\n',
        'sme/.env': SME_ENV,
      }),
    ).toBe(
      [
        'domains:',
        '  kol:',
        '    files: [kol-platform/**]',
        '    buckets: ["kol-*"]',
        '    schemas: ["iceberg.kol_*"]',
        '    databases: ["kol_*"]',
        '    experiments: ["KOL_*"]',
        '  sme:',
        '    files: [sme/**]',
        '    buckets: ["sme-*"]',
        '    databases: ["sme_*"]',
      ].join('\n'),
    );
  });

  it('finds a domain\'s folders by the names in them, where no folder bears its name', async () => {
    const policy = await proposed({
      '.env.kol': KOL_ENV,
      '.env.sme': SME_ENV,
      'influence/a.py': 'A = "s3://kol-bronze/x"\nB = "s3://kol-silver/x"\nC = "s3://kol-gold/x"\n',
      'sales/a.py': 'A = "s3://sme-bronze/x"\nB = "s3://sme-silver/x"\nC = "s3://sme-gold/x"\n',
      'dags/kol_daily.py': 'A = "s3://kol-bronze/x"\n',
      'dags/sme_daily.py': 'A = "s3://sme-bronze/x"\n',
    });
    expect(policy).toContain('    files: ["dags/kol_*", influence/**]');
    expect(policy).toContain('    files: ["dags/sme_*", sales/**]');
  });

  it('leaves names without a prefix to be reported where others of their kind have one', async () => {
    const policy = await proposed({
      'kol/.env': KOL_ENV,
      'sme/.env': SME_ENV,
      'kol/a.py': 'A = "s3://bronze/x"\nB = "s3://campaigns/x"\n',
    });
    expect(policy).not.toMatch(/campaigns|\bbronze/);
  });

  it('shares what services of the platform call their own', async () => {
    const policy = await proposed({
      'kol/.env': KOL_ENV,
      'sme/.env': SME_ENV,
      'docker-compose.yml': 'services:\n  db:\n    image: postgres:16\n    environment:\n      POSTGRES_DB: metastore\n',
    });
    expect(policy).toMatch(/shared:\n {2}databases: \[metastore\]$/);
  });

  it('shares the topics in which Kafka Connect and the schema registry keep their state', async () => {
    const service = (variables: string) => `services:\n  connect:\n    image: debezium/connect\n    environment:\n${variables}`;
    const policy = await proposed({
      'docker-compose.yml': service(
        '      CONFIG_STORAGE_TOPIC: _connect_configs\n      OFFSET_STORAGE_TOPIC: kol-connect-offsets\n      KAFKA_TOPIC: kol.events\n',
      ),
    });
    expect(policy).toMatch(/topics: \["kol\.\*"\]\nshared:\n {2}topics: \["_connect_configs", kol-connect-offsets\]$/);
  });

  it('writes one glob for the environments of one name', async () => {
    const policy = await proposed({
      'kol/a.py': 'A = "s3://dev-kol-bronze/x"\nB = "s3://prod-kol-bronze/x"\n',
      'sme/a.py': 'A = "s3://dev-sme-bronze/x"\nB = "s3://prod-sme-bronze/x"\n',
    });
    expect(policy).toContain('buckets: ["{dev,prod}-kol-*"]');
  });

  it('gives a domain the schemas of the catalog that bears its name, and shares the other catalogs', async () => {
    const policy = await proposed({
      'kol/a.sql': 'SELECT * FROM kol_lake.kol_gold.a, kol_lake.kol_silver.b, hive.kol_gold.c;\n',
      'sme/a.sql': 'SELECT * FROM sme_lake.gold.a, sme_lake.silver.b;\n',
    });
    expect(policy).toContain('    catalogs: ["kol_*"]\n    schemas: ["kol_lake.*", "hive.kol_*"]');
    expect(policy).toContain('    catalogs: ["sme_*"]\n    schemas: ["sme_lake.*"]');
    expect(policy).toContain('shared:\n  catalogs: [hive]');
  });

  it('lists the names of a repository that is one domain\'s as they are', async () => {
    const policy = await proposed({
      '.env': 'MINIO_BUCKET=raw-data\nPOSTGRES_DB=business\n',
      'a.py': 'A = "s3://raw-data/x"\nB = "s3://sales-data/x"\n',
      'tests/test_a.py': 'A = "s3://test-only/x"\n',
    });
    expect(policy).toMatch(/^domains:\n {2}domain-separation-\w+:\n {4}buckets: \[raw-data, sales-data\]\n {4}databases: \[business\]$/);
  });

  it('takes words that a few names begin with for no domains, whatever folders bear them', async () => {
    const buckets = ['ai-documents', 'sales-data', 'orders', 'customers', 'exports', 'reports'];
    const policy = await proposed({
      'ai-services/a.py': buckets.map((bucket, index) => `A${index} = "s3://${bucket}/x"\n`).join(''),
      'sales/b.py': 'A = "s3://sales-data/x"\n',
    });
    expect(policy).toContain(`    buckets: [${buckets.sort().join(', ')}]`);
    expect(policy).not.toContain('files:');
  });

  it('takes words that only jobs begin with for no domains', async () => {
    const dag = (id: string) => `from airflow import DAG\nDAG("${id}")\n`;
    const policy = await proposed({
      'dags/gmail/a.py': dag('gmail_import'),
      'dags/github/a.py': dag('github_import'),
      'a.py': 'A = "s3://exports/x"\n',
    });
    expect(policy).toContain('    buckets: [exports]\n    dags: [github_import, gmail_import]');
    expect(policy).not.toContain('files:');
  });

  it('takes words that names of one kind begin with for no domains, unless what they begin is the same', async () => {
    const schemas = (names: readonly string[]) => names.map((name) => `SELECT * FROM hive.${name}.t;\n`).join('');
    const files = (left: readonly string[], right: readonly string[]) => ({ 'trino/viz/a.sql': schemas(left), 'trino/crm/b.sql': schemas(right) });
    expect(await proposed(files(['viz_usage', 'viz_articles'], ['crm_contacts', 'crm_mails']))).not.toContain('files:');
    expect(await proposed(files(['viz_raw', 'viz_articles'], ['crm_contacts', 'crm_raw']))).toContain('    files: [trino/crm/**]');
  });

  it('falls back on one domain where the prefixes would claim each other’s names', async () => {
    const policy = await proposed({
      'bi/a.sql': 'SELECT * FROM stock_lake.bi_raw.t;\n',
      'bi/.env': 'MINIO_BUCKET=bi-raw\nPOSTGRES_DB=bi_app\nTRINO_SCHEMA=bi_raw\n',
      'stock/.env': 'MINIO_BUCKET=stock-raw\nPOSTGRES_DB=stock_app\nTRINO_CATALOG=stock_lake\nTRINO_SCHEMA=stock_raw\n',
    });
    expect(policy.match(/^ {2}[\w-]+:$/gm)).toHaveLength(1);
    expect(policy).not.toContain('files:');
  });

  it('leaves out schemas in a PostgreSQL database, and gives the one domain the jobs for the platform', async () => {
    const policy = await proposed({
      'a.py': 'from airflow import DAG\nDAG("airflow_cleanup")\nimport psycopg2\npsycopg2.connect(dbname="shop").cursor().execute("SELECT * FROM reporting.daily")\n',
    });
    expect(policy).toMatch(/^ {4}databases: \[shop\]\n {4}dags: \[airflow_cleanup\]$/m);
    expect(policy).not.toContain('schemas');
  });

  it('lists a name of which a part is not known by what is', async () => {
    const policy = await proposed({ 'a.py': 'A = "s3://exports/x"\nB = f"s3://new-{team}-collection/x"\nC = f"s3://{team}-raw/x"\n' });
    expect(policy).toContain('    buckets: [exports, "new-*-collection"]');
  });

  it('names the one domain after the repository where only few names begin with the word', async () => {
    const models = ['A = "models:/Lasso_home/1"', 'B = "models:/Lasso_away/1"'];
    const buckets = ['teams', 'players', 'venues', 'weather', 'referees', 'games', 'odds'];
    const cwd = folderWith({ 'nba/a.py': [...models, ...buckets.map((bucket, index) => `C${index} = "s3://${bucket}/x"`)].join('\n') });
    await init(join(cwd, 'nba'));
    const text = readFileSync(join(cwd, 'nba/domain-separation.yaml'), 'utf8');
    expect(text).toMatch(/^ {2}nba:$/m);
    expect(text).toContain('models: ["Lasso_*"]');
  });

  it('takes files that it does not read for nobody\'s', async () => {
    const policy = await proposed({
      'a.py': 'from kafka import KafkaProducer\np = KafkaProducer()\np.send("auth_events", b"")\np.send("listen_events", b"")\n',
      'classes/Auth/A.class': '',
      'classes/Listen/A.class': '',
    });
    expect(policy).not.toContain('files:');
  });

  it('takes a word for a domain\'s beside others that are told by the same kind of names, where files bear it', async () => {
    const topics = ['order.created', 'product.created', 'order.paid', 'payment.failed', 'mail.sent'];
    const policy = await proposed({
      'topics.py': `from kafka import KafkaProducer\np = KafkaProducer()\n${topics.map((topic) => `p.send("${topic}", b"")`).join('\n')}\n`,
      'order-service/a.py': '',
      'product-service/a.py': '',
      'payments-service/a.py': '',
    });
    expect(policy).toContain('  payment:\n    files: [payments-service/**]\n    topics: ["payment.*"]');
    expect(policy).toMatch(/shared:\n {2}topics: \[mail\.sent\]$/);
  });

  it('shares what a service calls its own, and nothing that only begins with its word', async () => {
    const policy = await proposed({ '.env': 'POSTGRES_DB=hive_metastore_prod\nAPP_POSTGRES_DB=hive_sales\n' });
    expect(policy).toContain('databases: [hive_metastore_prod]');
    expect(policy).toContain('databases: [hive_sales]');
  });

  it('leaves out what only documentation names', async () => {
    const policy = await proposed({ 'a.py': 'A = "s3://exports/x"\n', 'README.md': '```python\nA = "s3://your-bucket/x"\n```\n' });
    expect(policy).toContain('    buckets: [exports]');
  });

  it('takes a bare layer word for a mistake where the one domain\'s buckets have a prefix', async () => {
    expect(
      await proposed({ 'a.py': 'A = "s3://shop-bronze/x"\nB = "s3://shop-gold/x"\nC = "s3://bronze/x"\nD = "s3://exports/x"\n' }),
    ).toBe('domains:\n  shop:\n    buckets: ["shop-*", exports]');
  });

  it('takes a bare layer word for the schema that it is where no name with the prefix has a layer', async () => {
    expect(
      await proposed({ 'a.py': 'A = "s3://shop-exports/x"\nB = "s3://shop-reports/x"\nC = "s3://bronze/x"\n' }),
    ).toBe('domains:\n  shop:\n    buckets: ["shop-*", bronze]');
  });

  it('takes no word for a domain\'s that says that a domain follows', async () => {
    const policy = await proposed({ 'a.py': 'A = "s3://domain-user/x"\nB = "s3://domain-business/x"\n' });
    expect(policy).toMatch(/^domains:\n {2}domain-separation-\w+:\n {4}buckets: \[domain-business, domain-user\]$/);
  });

  it('takes a database for no mistake because it has no prefix where the repository is one domain\'s', async () => {
    const url = (database: string, index: number) => `U${index} = "postgresql://u@h/${database}"\n`;
    expect(await proposed({ 'a.py': ['shop_orders', 'shop_users', 'lakehouse', 'bronze'].map(url).join('') })).toBe(
      'domains:\n  shop:\n    databases: ["shop_*", bronze, lakehouse]',
    );
  });

  it('names the one domain after the repository where the word begins less than a third of the names', async () => {
    const topics = ['A = "s3://exports/x"', 'B = "s3://reports/x"', 'C = "s3://orders/x"', 'D = "s3://users/x"', 'E = "s3://mails/x"'];
    const policy = await proposed({ 'a.py': `${topics.join('\n')}\nfrom kafka import KafkaProducer\np = KafkaProducer()\np.send("mail.a", b"")\np.send("mail.b", b"")\n` });
    expect(policy).toMatch(/^domains:\n {2}domain-separation-\w+:$/m);
  });

  it('writes many names that begin alike as one glob, as far as they do', async () => {
    const dag = (id: string) => `DAG("${id}")\n`;
    const names = ['gold.kpi.a', 'gold.kpi.b', 'gold.kpi.c', 'gold.kpi.d', 'gold.kpi.e', 'gold.kpi.f', 'ingest_a', 'ingest_b'];
    expect(await proposed({ 'a.py': `from airflow import DAG\n${names.map(dag).join('')}DAG(f"ingest_a{x}")\n` })).toContain(
      '    dags: ["gold.kpi.*", "ingest_a*", ingest_b]',
    );
  });

  it('shares what only files of no domain name, bare layers aside', async () => {
    const policy = await proposed({
      'kol/.env': KOL_ENV,
      'sme/.env': SME_ENV,
      'ops.sh': 'mc mb local/backups\nmc mb local/bronze\npsql -d warehouse\nkafka-topics.sh --create --topic events\n',
      '.env.kol': 'APP_POSTGRES_DB=campaigns\n',
    });
    expect(policy).toMatch(/shared:\n {2}buckets: \[backups\]\n {2}databases: \[warehouse\]$/);
  });

  it('is valid where the repository names nothing', async () => {
    expect(await proposed({ 'a.py': 'print("nothing")\n' })).toMatch(/^domains:\n {2}domain-separation-\w+: \{\} #/);
  });
});

describe('init', () => {
  const FILES = { 'kol/.env': KOL_ENV, 'sme/.env': SME_ENV };

  it('says why, and what would be reported', async () => {
    const { out } = await init(folderWith({ ...FILES, 'kol/a.py': 'A = "s3://bronze/x"\nB = "s3://sme-gold/x"\n' }));
    expect(out).toContain('2 domains, told by how their names begin:');
    expect(out).toContain('kol  2 names in 1 file (kol-bronze, kol_mlflow)\n      files: kol/**');
    expect(out).toContain('bucket bronze in kol  kol/a.py:1:11');
    expect(out).toContain('bucket sme-gold in kol  kol/a.py:2:11');
  });

  it('says of each line of the policy why it is there', async () => {
    const { out } = await init(folderWith({ ...FILES, 'kol/a.py': 'A = "s3://kol-gold/x"\nB = "s3://kol-gold/y"\n' }));
    expect(out).toContain('    # called after kol, or naming mostly its names\n      files: [kol/**]');
    expect(out).toContain('    # 2 names in 2 files, as in kol/a.py:1\n      buckets: ["kol-*"]');
    expect(out).toContain('    # 1 name in 1 file, as in kol/.env:2\n      databases: ["kol_*"]');
  });

  it('says of each name of a long list where it stands', async () => {
    const buckets = ['orders', 'customers', 'exports', 'reports', 'invoices', 'campaigns', 'influencers', 'impressions', 'forecasts'];
    const { out } = await init(folderWith({ 'a.py': buckets.map((bucket, index) => `A${index} = "s3://${bucket}/x"\n`).join('') }));
    expect(out).toContain('        - campaigns # a.py:6\n');
  });

  it('writes nothing unless a person says yes', async () => {
    const cwd = folderWith(FILES);
    for (const answer of ['', 'n', null]) {
      const { code, out } = await init(cwd, { words: [], answer });
      expect(code).toBe(0);
      expect(out).toContain('Nothing was written.');
      expect(existsSync(join(cwd, 'domain-separation.yaml'))).toBe(false);
    }
    await init(cwd, { words: [], answer: 'y' });
    expect(existsSync(join(cwd, 'domain-separation.yaml'))).toBe(true);
  });

  it('never overwrites, and says what it left alone', async () => {
    const cwd = folderWith({ ...FILES, 'domain-separation.yml': 'domains: {kol: {}}\n', 'eslint.config.mjs': '' });
    const { code, out } = await init(cwd);
    expect(code).toBe(0);
    expect(out).toBe('domain-separation.yml is there already and stays as it is.\neslint.config.mjs is there already and stays as it is.\n');
    expect(existsSync(join(cwd, 'domain-separation.yaml'))).toBe(false);
  });

  it('writes the ESLint config as a module wherever the package is none', async () => {
    const cwd = folderWith({ ...FILES, 'package.json': '{}' });
    await init(cwd);
    expect(existsSync(join(cwd, 'eslint.config.mjs'))).toBe(true);
    expect(existsSync(join(cwd, 'eslint.config.js'))).toBe(false);
  });
});
