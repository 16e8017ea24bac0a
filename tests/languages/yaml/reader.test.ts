import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/languages/yaml/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownCommand, shownDeclaration, shownText, shownValue, textsOf, writtenAt } from '../shown.js';

function read(text: string, path = '/repo/a.yaml') {
  return readYaml(createSource(path, text));
}

function declarations(text: string): string[] {
  return read(text).declarations.map(shownDeclaration);
}

function commands(text: string): string[] {
  return read(text).commands.map(shownCommand);
}

describe('a value', () => {
  it.each([
    ['plain', 'bucket: kol-gold', ['key bucket = kol-gold@1:9']],
    ['in double quotes', 'a: "kol\\tgold"', ['key a = kol\tgold@1:5']],
    ['in single quotes', "a: 'it''s'", ["key a = it's@1:5"]],
    ['a number', 'a: 12', ['key a = 12@1:4']],
    ['empty', 'a:\nb: x', ['key a = @1:3', 'key b = x@2:4']],
    ['nested', 'a:\n  b:\n    c: x', ['key a.b.c = x@3:8']],
    ['in a flow map', 'a: {b: x}', ['key a.b = x@1:8']],
    ['a list', 'a: [x, y]', ['key a = [x@1:5, y@1:8]']],
    ['a set', 'a:\n  x:\n  y: {}', ['key a = [x@2:3, y@3:3]', 'key a.x = @2:5']],
    ['a set of things with what is said of each', 'a:\n  x: { partitions: 3 }', ['key a = [x@2:3]', 'key a.x.partitions = 3@2:20']],
    ['a map of things that have names', 'a:\n  x: { name: y, partitions: 3 }', ['key a.x.name = y@2:14', 'key a.x.partitions = 3@2:29']],
    ['a list of maps', 'a:\n  - b: x\n  - b: y', ['key a.0.b = x@2:8', 'key a.1.b = y@3:8']],
    ['with a quoted key', '"a.b": x', ['key a.b = x@1:8']],
    ['before a comment', 'a: x # kol', ['key a = x@1:4']],
    ['of a second document', 'a: x\n---\na: y', ['key a = x@1:4', 'key ---1.a = y@3:4']],
    ['with CRLF', 'a: x\r\nb: y\r\n', ['key a = x@1:4', 'key b = y@2:4']],
    ['with a tag', 'a: !ENV x', ['key a = x@1:9']],
    ['an alias', 'a: &n x\nb: *n', ['key a = x@1:7', 'key b = x@1:7 <config n>']],
    ['with a default', 'a: ${X:-kol}', ['variable X = kol@1:9 <env-default X>', 'key a = kol@1:9 <env-default X>']],
    ["with Spring's default", 'a: ${X:kol}', ['variable X = kol@1:8 <env-default X>', 'key a = kol@1:8 <env-default X>']],
    ['with a dollar sign', 'a: $ref', ['key a = $ref@1:4']],
  ])('that is %s is read', (_, text, expected) => {
    expect(declarations(text)).toEqual(expected);
  });

  it.each([
    ['double quotes', 'a: "x \\"kol\\" \\u00e9 gold"', 'kol', 'gold'],
    ['double quotes over lines', 'a: "x kol\n  y \\\n  gold z"', 'kol', 'gold'],
    ['single quotes over lines', "a: 'it''s kol\n\n  in gold'", 'kol', 'gold'],
    ['a plain scalar over lines', 'a: x kol\n  y\n\n  gold', 'kol', 'gold'],
    ['a literal block', 'a: |- # c\n   x\n     kol\n\n   gold\n', 'kol', 'gold'],
    ['a folded block', 'a: >\n  x\n  kol\n\n  y\n    gold\n', 'kol', 'gold'],
    ['a block with CRLF', 'a: |\r\n  x\r\n  kol\r\n  gold\r\n', 'kol', 'gold'],
    ['an indented block', 'a: |2\n    kol\n   gold\n', 'kol', 'gold'],
  ])('points at each character of %s', (_, text, ...names) => {
    const [found] = textsOf(read(text));
    if (found === undefined) throw new Error('nothing read');
    for (const name of names) {
      const start = found.flat.indexOf(name);
      expect(writtenAt(found, start, start + name.length)).toBe(name);
    }
  });

  it('is merged without being told twice', () => {
    const text = 'x-env: &env\n  KOL_DB: kol\nservices:\n  a:\n    image: b\n    environment:\n      <<: *env\n      OTHER_DB: x';
    expect(declarations(text)).toEqual([
      'variable x-env.KOL_DB = kol@2:11',
      'key services.a.image = b@5:12',
      'variable services.a.environment.OTHER_DB = x@8:17',
    ]);
  });
});

describe('environment variables', () => {
  it.each([
    ['compose, as a map', 'services:\n  a:\n    environment:\n      DB: kol', ['variable services.a.environment.DB = kol@4:11']],
    ['compose, as a list', 'services:\n  a:\n    environment:\n      - DB=kol', ['variable DB = kol@4:12']],
    ['compose, in quotes', 'services:\n  a:\n    environment:\n      - "DB=kol"', ['variable DB = kol@4:13']],
    [
      'compose, with a default',
      'services:\n  a:\n    environment:\n      A: x-${KOL_DB:-kol}',
      ['variable KOL_DB = kol@4:22 <env-default KOL_DB>', 'variable services.a.environment.A = x-kol@4:10'],
    ],
    ['compose, without one', 'services:\n  a:\n    environment:\n      A: $KOL_DB', ['variable services.a.environment.A = {?}@4:10 $KOL_DB']],
    [
      'compose, with a default in the command of a container that has it',
      'services:\n  a:\n    environment:\n      KOL_DB: kol\n    command: psql -d $${KOL_DB:-kol}',
      ['variable KOL_DB = kol@5:33 <env-default KOL_DB>', 'variable services.a.environment.KOL_DB = kol@4:15', 'key services.a.command = psql -d ${KOL_DB:-kol}@5:14'],
    ],
    ['compose, escaped', 'services:\n  a:\n    environment:\n      A: $$x', ['variable services.a.environment.A = $x@4:10']],
    ['Kubernetes', 'env:\n  - name: KOL_DB\n    value: kol', ['variable KOL_DB = kol@3:12']],
    ["a workflow's parameters", 'parameters:\n  - name: bucket-name\n    value: kol', ['variable bucket-name = kol@3:12']],
    ["a task's parameters", 'params:\n  - name: bucket\n    default: kol', ['variable bucket = kol@3:14']],
    ['a ConfigMap', 'kind: ConfigMap\ndata:\n  KOL_DB: kol', ['key kind = ConfigMap@1:7', 'variable data.KOL_DB = kol@3:11']],
    ['GitHub Actions', 'jobs:\n  a:\n    env:\n      KOL_DB: kol', ['variable jobs.a.env.KOL_DB = kol@4:15']],
  ])('of %s are declared', (_, text, expected) => {
    expect(declarations(text)).toEqual(expected);
  });

  it('of a file beside it are named', () => {
    expect(read('services:\n  a:\n    image: x\n    env_file:\n      - .env.kol').imports.map((site) => site.specifier)).toEqual(['.env.kol']);
  });
});

describe('commands', () => {
  it.each([
    ['a string', 'services:\n  a:\n    image: x\n    command: psql -d kol', ['psql -d kol']],
    ['a list', 'services:\n  a:\n    command: ["psql", "-d", "kol"]', ['psql -d kol']],
    ['a shell in a list', 'services:\n  a:\n    command:\n      - sh\n      - -c\n      - psql -d kol && ls', ['psql -d kol', 'ls']],
    ['an entry point of its own', 'services:\n  a:\n    entrypoint: ["sh", "-c"]\n    command: psql -d kol', ['psql -d kol']],
    ['an entry point that is a string', 'services:\n  a:\n    entrypoint: /bin/bash\n    command: ["-c", "psql -d kol"]', ['psql -d kol']],
    ['an entry point that is a program and its options', 'services:\n  a:\n    entrypoint: sh -c\n    command: ["psql -d kol"]', ['psql -d kol']],
    ['a script in quotes behind a shell', 'services:\n  a:\n    entrypoint: [/bin/sh, -c]\n    command: |\n      "\n      mc mb local/kol\n      echo -e "done"\n      "', ['mc mb local/kol', 'echo -e done']],
    ['a script in quotes with its option', 'services:\n  a:\n    entrypoint: [/bin/bash]\n    command: |\n      -c "sleep 2 && mc mb local/kol"', ['sleep 2', 'mc mb local/kol']],
    ['a folded entry point', 'services:\n  a:\n    entrypoint: >\n      /bin/sh -c "\n      mc mb local/kol;\n      exit 0;\n      "', ['mc mb local/kol', 'exit 0']],
    ['a variable of the container', 'services:\n  a:\n    environment:\n      DB: kol\n    command: psql -d $$DB', ['psql -d kol']],
    ['a default where the container has the variable', 'services:\n  a:\n    environment:\n      DB: kol\n    command: psql -d $${DB:-x}', ['psql -d kol']],
    ['a variable of compose', 'services:\n  a:\n    command: psql -d ${DB:-kol}', ['psql -d kol']],
    ['a health check', 'services:\n  a:\n    healthcheck:\n      test: ["CMD-SHELL", "pg_isready -d kol"]', ['pg_isready -d kol']],
    ['a health check without a shell', 'services:\n  a:\n    healthcheck:\n      test: ["CMD", "pg_isready", "-d", "kol"]', ['pg_isready -d kol']],
    ['Kubernetes', 'containers:\n  - command: ["bash", "-c"]\n    args: ["psql -d kol"]', ['psql -d kol']],
    ["Kubernetes' own escape", 'containers:\n  - command: ["bash", "-c", "DB=kol; psql -d $$DB"]', ['psql -d kol']],
    ['GitHub Actions', 'jobs:\n  a:\n    env:\n      DB: kol\n    steps:\n      - run: |\n          psql -d $DB\n          ls ${{ env.DB }} ${{ secrets.X }}', ['psql -d kol', 'ls kol {?}']],
    ['GitLab', 'job:\n  script:\n    - make\n    - psql -d kol', ['make', 'psql -d kol']],
    ["the health check of GitHub's services", 'services:\n  a:\n    image: x\n    options: >-\n      --health-cmd "pg_isready -d kol"\n      --health-retries 5', ['pg_isready -d kol']],
    ['a script of another shell', 'steps:\n  - shell: pwsh\n    run: mc ls x', []],
    ["Argo's script", 'script:\n  image: x\n  command: [bash]\n  source: |\n    mc mb local/kol\n', ['mc mb local/kol', 'bash']],
    ['an image that runs one program', 'services:\n  a:\n    image: minio/mc:latest\n    command: mb local/kol', ['mc mb local/kol']],
    ['an image that runs one program, in a list', 'containers:\n  - image: amazon/aws-cli\n    args: ["s3", "ls", "s3://kol"]', ['aws s3 ls s3://kol']],
    ['an image that is told its program', 'services:\n  a:\n    image: minio/mc\n    command: mc mb local/kol', ['mc mb local/kol']],
    ['the input of an action', 'steps:\n  - uses: x\n    with:\n      script: console.log(1)', []],
  ])('of %s are read', (_, text, expected) => {
    expect(commands(text)).toEqual(expected);
  });

  it('leave the arguments of a program that is not known as they are', () => {
    const facts = read('containers:\n  - image: x\n    args: [serve, "s3://kol-gold"]');
    expect(facts.texts.flatMap((site) => site.values().map(shownValue))).toContain('s3://kol-gold@3:20');
  });

  it('are told once, without their comments', () => {
    const facts = read('services:\n  a:\n    entrypoint:\n      - sh\n      - -c\n      - |\n        # s3://bronze\n        mc mb local/kol # s3://silver\n');
    expect(facts.texts.flatMap((site) => site.values().map(shownValue))).toEqual(['mb@8:12', 'local/kol@8:15']);
    expect(facts.comments.map(({ text }) => text)).toEqual([' s3://bronze', ' s3://silver']);
  });

  it('stand where they are written', () => {
    const [command] = read('run: |\n  psql \\\n    -d "kol"\n').commands;
    expect(command?.words.map(shownText)).toEqual(['psql@2:3', '-d@3:5', 'kol@3:9']);
  });
});

describe('what a file says of itself', () => {
  it.each([
    ["the Serverless Framework's own keys", 'custom:\n  b: kol-${self:provider.stage}\nprovider:\n  stage: dev\nb: ${self:custom.b}', 'key b = kol-dev@2:6'],
    ['a stage with a default', "b: kol-${opt:stage, 'dev'}", "key b = kol-dev@1:4"],
    ['an option without one', 'b: kol-${opt:stage}', 'key b = kol-{?}@1:4'],
    ['a variable of the environment with a default', "b: ${env:KOL_B, 'kol'}", 'key b = kol@1:18 <env-default KOL_B>'],
    ['another file', 'b: kol-${file(x.yml):y}-${ssm:/kol/y}', 'key b = kol-{?}-{?}@1:4'],
    ["OmegaConf's environment", 'b: ${oc.env:KOL_B,kol}', 'key b = kol@1:19 <env-default KOL_B>'],
    ["OmegaConf's environment without a default", 'b: ${oc.env:KOL_B}', 'key b = {?}@1:4 $KOL_B'],
    ["OmegaConf's keys", 'x:\n  b: kol\nb: s3://${x.b}/y', 'key b = s3://kol/y@3:4'],
    ['a key that stands elsewhere', 'b: kol-${other.b}', 'key b = kol-{?}@1:4'],
    ["Kafka Connect's files", 'b: ${file:/opt/kol.properties:dbname}', 'key b = {?}@1:4'],
    ["CloudFormation's account", 'b: !Sub kol-${AWS::AccountId}', 'key b = kol-{?}@1:9'],
    ['a parameter', 'Parameters:\n  B:\n    Type: String\n    Default: kol\nb: !Ref B', 'key b = kol@4:14 <config B>'],
    ['a parameter within a text', 'Parameters:\n  B:\n    Default: kol\nb: !Sub s3://${B}/x', 'key b = s3://kol/x@4:9'],
    ['a parameter that is read elsewhere', 'Parameters:\n  B:\n    Type: AWS::SSM::Parameter::Value<String>\n    Default: /kol\nb: !Ref B', 'key b = {?}@5:9'],
    ['a resource', 'Resources:\n  B:\n    Properties:\n      BucketName: kol\nb: !Ref B', 'key b = kol@4:19 <config B>'],
    ["a resource's attribute", 'Resources:\n  B:\n    Properties:\n      BucketName: kol\nb: !GetAtt B.Arn', 'key b = kol@4:19 <config B.Arn>'],
    ['a resource without a name', 'Resources:\n  B:\n    Type: AWS::S3::Bucket\nb: !Ref B', 'key b = {?}@4:9'],
    ['a function in words', 'Parameters:\n  B:\n    Default: kol\nb:\n  Fn::Sub: x-${B}', 'key b = x-kol@5:12'],
    ['a condition', 'b: !If [IsProd, kol, sme]', 'key b = [kol@1:17, sme@1:22]'],
    ['a text with its variables', 'b: !Sub ["kol-${X}", {X: gold}]', 'key b = kol-{?}@1:11'],
    ['a text that is joined', 'b: !Join ["-", [kol, gold]]', 'key b = {?}@1:10'],
    ['an attribute in a list', 'Resources:\n  B:\n    Properties:\n      BucketName: kol\nb:\n  Fn::GetAtt: [B, Arn]', 'key b = kol@4:19 <config B>'],
    ['keys that lead in a circle', 'a: ${self:b}\nb: ${self:a}', null],
  ])('is followed in %s', (_, text, expected) => {
    const [last] = declarations(text).slice(-1);
    if (expected === null) expect(last).toBeDefined();
    else expect(last).toBe(expected);
  });
});

describe('files within a file', () => {
  it('are read by their names', () => {
    const facts = read('data:\n  init.sql: |\n    SELECT 1;\n  run.sh: |\n    psql -d kol\n  kol.properties: |\n    a.b=c\n');
    expect(facts.statements.map(({ text }) => shownText(text))).toEqual(['SELECT 1;\n@3:5']);
    expect(facts.commands.map(shownCommand)).toEqual(['psql -d kol']);
    expect(facts.declarations.map(shownDeclaration)).toContain('key a.b = c@7:9');
  });

  it.each([
    ['a ConfigMap', 'data:\n  job.py: |\n    x = 1\n', 'job.py'],
    ['a ConfigMap with another configuration', 'data:\n  app.yaml: |\n    a: b\n', 'app.yaml'],
    ["compose's configurations", 'configs:\n  app.yaml:\n    content: |\n      x = 1\n', 'app.yaml'],
    ["a chart's values", 'helm:\n  values: |\n    minio:\n      # x = 1\n      bucket: b\n', 'text.yaml'],
    ["GitHub's shell", 'steps:\n  - shell: python\n    run: |\n      x = 1\n', 'script.py'],
    ["Argo's script", 'script:\n  command: [python3]\n  source: |\n    x = 1\n', 'script.py'],
    ["Kestra's task", 'tasks:\n  - type: io.kestra.plugin.scripts.python.Script\n    script: |\n      x = 1\n', 'script.py'],
  ])('are handed on to the reader of their language in %s, and are no strings', (_, text, name) => {
    const facts = read(text);
    expect(facts.embedded.map((file) => file.name)).toEqual([name]);
    expect(facts.commands.filter(({ words }) => words.length > 1)).toEqual([]);
    expect(facts.texts.flatMap((site) => site.values().map(shownValue)).join()).not.toContain('x = 1');
  });

  it('are properties where every line is one', () => {
    expect(declarations('catalogs:\n  iceberg: |\n    connector.name=iceberg\n    hive.uri=thrift://h\n')).toEqual([
      'key connector.name = iceberg@3:20',
      'key hive.uri = thrift://h@4:14',
      'key catalogs.iceberg = ',
    ]);
  });
});

describe('a text of several lines', () => {
  it.each([
    ['prose', 'a: |\n  One: two\n  three four\n'],
    ['a description', 'description: |\n  One:\n    two\n'],
    ['keys without anything below', 'a: |\n  One: two\n  Three: four\n'],
  ])('that is %s is no file', (_, text) => {
    expect(read(text).embedded).toEqual([]);
  });
});

describe('templates', () => {
  it.each([
    ["dbt's env_var", `schema: "{{ env_var('S') }}"`, ['key schema = {?}@1:10 $S']],
    ["dbt's env_var with a default", `schema: "{{ env_var('S', 'kol_gold') }}"`, ['key schema = kol_gold@1:27 <env-default S>']],
    ["dbt's var", `schema: "{{ var('s', 'kol') }}"`, ['key schema = kol@1:23 <option-default s>']],
    ['an expression', 'a: "x-{{ y }}"', ['key a = x-{?}@1:5']],
    ['Helm', '{{- if .Values.x }}\na: {{ .Values.y }}-kol\nb: z\n{{- end }}', ['key a = {?}-kol@2:4', 'key b = z@3:4']],
  ])('of %s are read', (_, text, expected) => {
    expect(declarations(text)).toEqual(expected);
    expect(read(text).problems).toEqual([]);
  });
});

describe('a YAML file', () => {
  it('gives its comments with their places, and nothing of what stands in them', () => {
    const facts = read('# s3://bronze\na: x # y: z\nb: "# no"\nc: |\n  # neither\n');
    expect(facts.comments.map(({ text, place }) => [text, place.start])).toEqual([[' s3://bronze', 0], [' y: z', 19]]);
  });

  it('gives each string, those that describe as such', () => {
    const texts = read('description: s3://a\nuri: s3://b').texts;
    expect(texts.map((site) => [site.context.form, ...site.values().map(shownValue)])).toEqual([
      ['docstring', 's3://a@1:14'],
      ['value', 's3://b@2:6'],
    ]);
  });

  it('says where it cannot be read', () => {
    const [problem] = read('a: x\nb: "y\n').problems;
    expect(problem?.message).toMatch(/quote/i);
  });

  it('is not read where its values nest too deeply', () => {
    expect(() => read('['.repeat(5_000))).not.toThrow();
  });

  it('never fails when broken', () => {
    const whole = `x-e: &e {A_B: "c\\td", <<: *f}
services:
  s: # c
    image: x
    environment:
      - A=\${B:-c}
      - "D=$$e"
    entrypoint: >
      sh -c "mc mb a/b;
      ls 'c'"
    command: |-
      SELECT 1

        FROM t
---
a: 'it''s
  b'
? k
: [1, {b: !t c}]
{{ if }}
`;
    for (const text of broken(whole, 100)) {
      const source = createSource('/repo/a.yml', text);
      checkPlaces(readYaml(source), source);
    }
  });
});
