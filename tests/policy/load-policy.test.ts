import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPolicy } from '../../src/policy/find-policy.js';
import { loadPolicy } from '../../src/policy/load-policy.js';
import { PolicyError } from '../../src/policy/policy-error.js';
import { ask, folderWith, policyOf, problemsOf } from './policy-of.js';

describe('a problem of a policy file', () => {
  it.each<[string, string, string[]]>([
    [
      'an unknown key, with the key it was meant to be',
      'domains:\n  kol:\n    bucket: [kol-*]\n',
      ['3:5 unknown key "bucket" in domain "kol": did you mean "buckets"?'],
    ],
    [
      'an unknown key that is like no other, with those there are',
      'domains: {}\nshared: {xyzzy: []}\n',
      ['2:10 unknown key "xyzzy" in "shared": known are buckets, catalogs, schemas, databases, experiments, models, keyspaces, topics, dags'],
    ],
    [
      'text where a list belongs',
      'domains:\n  kol:\n    buckets: kol-*\n',
      ['3:14 "buckets" of domain "kol" must be a list, not "kol-*": write [kol-*]'],
    ],
    [
      'a number where text belongs',
      'domains: {kol: {topics: [7]}}\n',
      ['1:26 an entry of "topics" of domain "kol" must be text, not the number 7: put it in quotes'],
    ],
    [
      'an empty glob',
      'domains: {kol: {buckets: [""]}}\n',
      ['1:27 an entry of "buckets" of domain "kol" must be text, not empty text'],
    ],
    [
      'a schema of three parts',
      'domains: {kol: {schemas: [iceberg.kol_gold.events]}}\n',
      ['1:27 "iceberg.kol_gold.events" has three parts and can never match a schema: write catalog.schema, or the schema alone'],
    ],
    [
      'a URI for a bucket',
      'domains: {kol: {buckets: ["s3://kol-*"]}}\n',
      ['1:27 "s3://kol-*" is a URI, not a bucket: leave the scheme out: bucket, or bucket/path/**'],
    ],
    [
      'an extended glob',
      'domains: {kol: {buckets: ["kol-@(a|b)"]}}\n',
      ['1:27 "kol-@(a|b)" is an extended glob, which names cannot have; write {a,b} for alternatives'],
    ],
    [
      'a key that stands twice',
      'domains:\n  kol: {}\n  kol: {}\n',
      ['3:3 the key "kol" is written twice: make one of the two'],
    ],
    [
      'text that is no YAML',
      'domains:\n  kol: [a\n',
      ['3:1 Flow sequence in block collection must be sufficiently indented and end with a ]: is the "]" missing?'],
    ],
    ['a tab', 'domains:\n\tkol: {}\n', ['2:1 this line is indented with a tab: indent with spaces']],
    [
      'two documents',
      'domains: {}\n---\ndomains: {}\n',
      ['2:1 a second document begins here: leave out the "---" and what stands behind it'],
    ],
    [
      'two keys in one line',
      'domains: kol: {}\n',
      ['1:10 a key stands where a value goes on: put each key on a line of its own, indented as those beside it'],
    ],
    [
      'a glob that YAML takes for an alias',
      'domains: {kol: {files: [*.sql]}}\n',
      ['1:25 no anchor is called ".sql": for a glob put it in quotes: "*.sql"'],
    ],
    [
      'a glob that YAML takes for a tag',
      'domains:\n  kol:\n    files:\n      - "**"\n      - !sme/**\n\n',
      ['5:9 !sme/** is a tag of YAML\'s here: put a glob that begins with "!" in quotes'],
    ],
    [
      'braces that are never closed',
      'domains: {kol: {buckets: ["kol-{bronze,silver"]}}\n',
      ['1:27 "kol-{bronze,silver" has a "{" without its counterpart: close it, or write [{] for the character itself'],
    ],
    [
      'brackets that are never closed',
      'domains: {kol: {buckets: ["kol-[a-"], files: ["a}/**"]}}\n',
      [
        '1:47 "a}/**" has a "}" without its counterpart: close it, or write [}] for the character itself',
        '1:27 "kol-[a-" has a "[" without its counterpart: close it, or write [[] for the character itself',
      ],
    ],
    ['an empty file', '# nothing\n', ['1:1 the policy is empty: give it "domains"']],
    ['a list for a policy', '- a\n', ['1:1 the policy must be a map of keys, not a list']],
    [
      'a grant for a domain that there is not',
      'domains: {kol: {}, sme: {}}\ngrants: [{domain: kool, may: read, schemas: [a]}]\n',
      ['2:19 a grant for "kool", which is no domain of the policy: did you mean "kol"?'],
    ],
    [
      'a grant of nothing to nobody',
      'domains: {kol: {}}\ngrants: [{reason: because}]\n',
      [
        '2:10 a grant needs "domain": say which domain it is for',
        '2:10 a grant needs "may": write may: read, or may: write',
        '2:10 a grant names nothing: say what it grants: buckets, catalogs, schemas, databases, experiments, models, keyspaces, topics, dags or files',
      ],
    ],
    [
      'a day that is not in the calendar',
      'domains: {kol: {}}\ngrants: [{domain: kol, may: read, topics: [a], until: 2026-02-31}]\n',
      ['2:55 "until" must be a date, not "2026-02-31": write it as 2026-12-31'],
    ],
    [
      'a severity that there is not',
      'domains: {}\nrules: {prefer-env-name: warning}\n',
      ['2:26 the severity of "prefer-env-name" must be "off", "warn" or "error", not "warning": did you mean "warn"?'],
    ],
    [
      'a dialect that there is not',
      'domains: {}\nsql: [{files: ["*.sql"], dialect: postgresql}]\n',
      ['2:35 "dialect" must be "trino", "spark", "hive", "postgres", "mysql", "cql", "flink", "clickhouse", "snowflake", "sqlserver", "bigquery" or "ksql", not "postgresql": did you mean "postgres"?'],
    ],
    [
      'a file glob that leads out of the folder',
      'domains: {kol: {files: [../kol/**]}}\n',
      ['1:25 "../kol/**" leads out of the policy file\'s folder: put the policy file further up'],
    ],
    [
      'a list of exclusions alone',
      'domains: {kol: {buckets: ["!kol-*"]}}\n',
      ['1:27 "buckets" of domain "kol" only takes away, from nothing: put what it takes away from before it'],
    ],
    [
      'a list that takes all of itself away',
      'domains: {kol: {buckets: [kol-a, "!kol-*"]}}\n',
      ['1:27 "buckets" can never match: all of it is taken away again: narrow what "!" takes away'],
    ],
    [
      'every name, claimed by two domains',
      'domains: {kol: {databases: ["*"]}, sme: {databases: ["*"]}}\n',
      [expect.stringContaining('1:54 domains "kol" and "sme" both claim the database "a"')],
    ],
    [
      'an entry of the catalogue without what it takes',
      'domains: {}\ncatalogue: [{library: lake, language: python, entries: [{call: [lake.open]}]}]\n',
      ['2:57 "takes" is missing'],
    ],
    [
      'a shape in the catalogue that there is not',
      'domains: {}\ncatalogue: [{library: lake, language: python, entries: [{call: [lake.open], takes: [{at: 0, is: buckets}]}]}]\n',
      [expect.stringContaining('2:97 "is" must be "bucket", ')],
    ],
  ])('is %s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  it('is every one there is, not only the first', () => {
    expect(problemsOf('domain: {}\ntests: never\n')).toHaveLength(2);
  });

  it('is not that one domain owns every name of a kind', () => {
    const policy = policyOf('domains: {kol: {databases: ["*"], dags: ["**"]}}\n');
    expect(ask(policy, 'database', 'airflow', { fileDomain: 'kol' }).verdict).toBe('own');
  });

  it('is printed with the file, the line, the column and what to do', () => {
    const folder = folderWith({ 'domain-separation.yaml': 'domain: {}\n' });
    const file = join(folder, 'domain-separation.yaml');
    expect(() => loadPolicy(file)).toThrow(
      new PolicyError([
        { file, line: 1, column: 1, message: 'unknown key "domain" in the policy', hint: 'did you mean "domains"?' },
      ]),
    );
    expect(() => loadPolicy(file)).toThrow(
      `${file}:1:1  unknown key "domain" in the policy: did you mean "domains"?`,
    );
  });

  it('is a file that cannot be read', () => {
    const folder = folderWith({});
    expect(() => loadPolicy(join(folder, 'none.yaml'))).toThrow('there is no such file');
    expect(() => loadPolicy(folder)).toThrow('it is a folder');
  });

  it('is JSON that is only YAML', () => {
    expect(problemsOf('{"domains": {"kol": {},}}', 'domain-separation.json')).toEqual([
      expect.stringContaining('not JSON'),
    ]);
  });
});

describe('conflicts', () => {
  it('are names that two domains claim, with an example and both places', () => {
    expect(problemsOf('domains:\n  kol:\n    buckets: ["kol-*"]\n  sme:\n    buckets: [sme-x, "*-{gold,raw}"]\n')).toEqual([
      '5:22 domains "kol" and "sme" both claim the bucket "kol-raw" ("kol-*" at line 3, "*-{gold,raw}" at line 5): narrow one of the two, or list it under shared.buckets',
    ]);
  });

  it('are schemas that only differ in case or in a catalog that one leaves out', () => {
    expect(problemsOf('domains: {kol: {schemas: [KOL_gold]}, sme: {schemas: ["iceberg.kol_*"]}}')).toEqual([
      expect.stringContaining('both claim the schema "iceberg.kol_gold"'),
    ]);
  });

  it('are not schemas of different catalogs, or paths apart in one bucket', () => {
    const text = 'domains: {kol: {schemas: ["a.*"], buckets: ["lake/kol/**"]}, sme: {schemas: ["b.*"], buckets: ["lake/sme/**"]}}';
    expect(policyOf(text).domains).toHaveLength(2);
  });

  it('are paths that overlap in one bucket', () => {
    expect(problemsOf('domains: {kol: {buckets: ["lake/kol/**"]}, sme: {buckets: ["lake/**/raw"]}}')).toEqual([
      expect.stringContaining('both claim the bucket "lake/kol/raw"'),
    ]);
  });

  it('are names that are shared and owned', () => {
    expect(problemsOf('domains: {kol: {databases: ["*_store", "kol_*"]}}\nshared: {databases: [airflow, metastore, meta_store]}')).toEqual([
      '2:42 the database "meta_store" is shared and domain "kol"\'s as well ("*_store" at line 1, "meta_store" at line 2): leave it out of one of the two',
    ]);
  });

  it('are files of two domains, once one is met', () => {
    const policy = policyOf('domains: {kol: {files: ["kol/**"]}, sme: {files: ["**/*.sql"]}}');
    expect(policy.domainOf(join(policy.root, 'kol/a.py'))).toBe('kol');
    expect(policy.domainOf(join(policy.root, 'sme/a.sql'))).toBe('sme');
    const both = 'domains "kol" and "sme" both claim files such as "kol/a.sql" ("kol/**" at line 1, "**/*.sql" at line 1)';
    expect(() => policy.domainOf(join(policy.root, 'kol/a.sql'))).toThrow(both);
    expect(() => policy.domainOf(join(policy.root, 'kol/b.sql'))).toThrow(both);
  });

  it('are not files that an exclusion keeps apart', () => {
    const policy = policyOf('domains: {kol: {files: ["**", "!sme/**"]}, sme: {files: ["sme/**"]}}');
    expect(policy.domainOf(join(policy.root, 'sme/.env'))).toBe('sme');
    expect(policy.domainOf(join(policy.root, 'etl.py'))).toBe('kol');
  });
});

describe('the domain of a file', () => {
  it('is the one domain\'s where it leaves files out, and nobody\'s outside of the folder', () => {
    const policy = policyOf('domains: {kol: {}}');
    expect(policy.domainOf(join(policy.root, 'a/b.py'))).toBe('kol');
    expect(policy.domainOf(join(policy.root, '../b.py'))).toBeNull();
  });

  it('is the one domain\'s that leaves files out where the others have none here', () => {
    const policy = policyOf('domains: {kol: {}, sme: {files: []}}');
    expect(policy.domainOf(join(policy.root, 'b.py'))).toBe('kol');
  });

  it('is nobody\'s where several domains leave files out', () => {
    const policy = policyOf('domains: {kol: {}, sme: {}}');
    expect(policy.domainOf(join(policy.root, 'b.py'))).toBeNull();
  });

  it('is that of an env file\'s name where no glob says it', () => {
    const policy = policyOf('domains: {kol: {files: [kol/**]}, sme: {files: [sme/**]}}');
    const domainOf = (path: string): string | null => policy.domainOf(join(policy.root, path));
    expect(domainOf('.env.kol')).toBe('kol');
    expect(domainOf('.env.sme.example')).toBe('sme');
    expect(domainOf('sme/.env.kol')).toBe('sme');
    expect(domainOf('.env')).toBeNull();
  });
});

describe('settings', () => {
  const policy = policyOf(`
domains: {kol: {files: [kol/**], schemas: ["iceberg.kol_*"]}}
sql:
  - { files: ["**/postgres/**"], dialect: postgres }
rules:
  prefer-env-name: off
  domain-separation/no-hardcoded-bucket: [warn, { kinds: [bucket] }]
  qualified-trino-schema: 2
overrides:
  - files: ["legacy/**"]
    rules: { no-hardcoded-bucket: off }
tests: report
env:
  "LAKE_*": bucket
  DB_NAME: none
catalogue:
  - library: our-lake
    language: python
    entries:
      - call: [our_lake.open_zone]
        takes: [{ at: 0, keyword: zone, is: bucket }]
`);
  const { settings } = policy;

  it('say the dialect of a path', () => {
    expect(settings.dialectOf(join(policy.root, 'a/postgres/b.sql'))).toBe('postgres');
    expect(settings.dialectOf(join(policy.root, 'a/trino/b.sql'))).toBeNull();
    expect(settings.qualifiesSchemas).toBe(true);
  });

  it('say the severity and options of rules, by path', () => {
    expect(settings.rules).toEqual({
      'prefer-env-name': { severity: 'off', options: [] },
      'no-hardcoded-bucket': { severity: 'warn', options: [{ kinds: ['bucket'] }] },
      'qualified-trino-schema': { severity: 'error', options: [] },
    });
    const legacy = settings.rulesFor(join(policy.root, 'legacy/a.py'));
    expect(legacy['no-hardcoded-bucket']?.severity).toBe('off');
    expect(legacy['prefer-env-name']?.severity).toBe('off');
  });

  it('say what variables carry and which calls take names', () => {
    expect(settings.envShape('LAKE_RAW')).toBe('bucket');
    expect(settings.envShape('DB_NAME')).toBe('none');
    expect(settings.envShape('OTHER')).toBeUndefined();
    expect(settings.catalogue).toEqual([
      {
        library: 'our-lake',
        language: 'python',
        system: null,
        types: {},
        entries: [
          { call: ['our_lake.open_zone'], takes: [{ at: 0, keyword: ['zone'], is: 'bucket' }], match: [], skip: [] },
        ],
      },
    ]);
  });

  it('ignore tests unless told otherwise', () => {
    expect(settings.tests).toBe('report');
    expect(policyOf('domains: {}').settings.tests).toBe('ignore');
  });
});

describe('extends', () => {
  const base = 'domains:\n  kol: { title: KOL, files: [kol/**], buckets: ["kol-*"], topics: ["kol.*"] }\nrules: { prefer-env-name: off }\n';

  it('adds what it says and replaces what both say', () => {
    const folder = folderWith({
      'platform/names.yaml': base,
      'domain-separation.yaml':
        'extends: ./platform/names.yaml\ndomains: { kol: { files: ["**"], buckets: [lake] }, sme: { files: [] } }\nrules: { prefer-env-name: warn }\n',
    });
    const policy = loadPolicy(join(folder, 'domain-separation.yaml'));
    expect(policy.domains.map(({ name }) => name)).toEqual(['kol', 'sme']);
    expect(policy.domains[0]?.title).toBe('KOL');
    expect(ask(policy, 'bucket', 'lake').verdict).toBe('own');
    expect(ask(policy, 'bucket', 'kol-bronze').verdict).toBe('outside');
    expect(ask(policy, 'topic', 'kol.events').verdict).toBe('own');
    expect(policy.settings.rules['prefer-env-name']?.severity).toBe('warn');
    expect(policy.sources).toEqual([policy.file, join(folder, 'platform/names.yaml')]);
    expect(policy.domainOf(join(folder, 'etl.py'))).toBe('kol');
  });

  it('reads file globs from the folder of the file they stand in', () => {
    const folder = folderWith({ 'platform/names.yaml': base, 'a.yaml': 'extends: [platform/names.yaml]\n' });
    const policy = loadPolicy(join(folder, 'a.yaml'));
    expect(policy.domainOf(join(folder, 'platform/kol/etl.py'))).toBe('kol');
    expect(policy.domainOf(join(folder, 'kol/etl.py'))).toBeNull();
  });

  it.each([
    ['a file that is not there', 'extends: none.yaml', /1:10 {2}cannot read "none\.yaml": there is no such file/],
    ['itself', 'extends: repo.yaml', /"repo\.yaml" extends this file in turn/],
    ['a URL', 'extends: https://example.org/a.yaml', /takes relative paths/],
    ['a file outside of the repository', 'extends: ../other.yaml', /outside of the repository/],
  ])('refuses %s', (_, text, message) => {
    const folder = folderWith({ 'repo/.git/HEAD': '', 'repo/repo.yaml': text, 'other.yaml': 'domains: {}' });
    expect(() => loadPolicy(join(folder, 'repo/repo.yaml'))).toThrow(message);
  });

  it('says a problem in the file that it is in', () => {
    const folder = folderWith({ 'a.yaml': 'extends: b.yaml', 'b.yaml': 'domains:\n  kol: {bukets: []}' });
    expect(() => loadPolicy(join(folder, 'a.yaml'))).toThrow(`${join(folder, 'b.yaml')}:2:9  unknown key "bukets"`);
  });
});

describe('YAML', () => {
  it('may use anchors and merges', () => {
    const policy = policyOf('domains:\n  kol: &base { databases: &all [kol_a] }\n  sme: { <<: *base, databases: [b], topics: *all }\n');
    expect(ask(policy, 'topic', 'kol_a').owner).toBe('sme');
  });

  it('is not brought down by aliases of aliases', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `x${index}: &x${index} [*x${index - 1}, *x${index - 1}]`);
    expect(problemsOf(['x: &x-1 [a]', ...lines].join('\n'))).toHaveLength(31);
  });

  it('or JSON says the same', () => {
    const folder = folderWith({ 'domain-separation.json': '{"domains": {"kol": {"buckets": ["kol-*"]}}}' });
    expect(ask(loadPolicy(join(folder, 'domain-separation.json')), 'bucket', 'kol-a').verdict).toBe('own');
  });
});

describe('the policy of a file', () => {
  it('is the nearest one up the tree', () => {
    const folder = folderWith({ 'domain-separation.json': '', 'a/domain-separation.yml': '', 'a/b/c.py': '', 'd/e.py': '' });
    expect(findPolicy(join(folder, 'a/b/c.py'))).toBe(join(folder, 'a/domain-separation.yml'));
    expect(findPolicy(join(folder, 'd/e.py'))).toBe(join(folder, 'domain-separation.json'));
    expect(findPolicy(join(folder, 'd/e.py'), join(folder, 'd'))).toBeNull();
  });
});
