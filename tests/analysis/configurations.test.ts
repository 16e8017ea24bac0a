import { describe, expect, it } from 'vitest';
import { referencesIn, shownNames } from './shown.js';

/** The names that a file is found to use, each once. */
function names(path: string, code: string): string[] {
  return [...new Set(shownNames(referencesIn(code, path)))];
}

describe('a compose file', () => {
  const services = (body: string) => `services:\n  a:\n    image: x\n${body}`;

  it.each([
    ['its environment as a map', services('    environment:\n      MINIO_BUCKET_RAW: kol-raw'), ['bucket kol-raw']],
    ['its environment as a list', services('    environment:\n      - MINIO_BUCKET_RAW=kol-raw'), ['bucket kol-raw']],
    ['a default', services('    environment:\n      POSTGRES_DB: ${POSTGRES_DB:-kol_app}'), ['database kol_app']],
    ['its command', services('    command: psql -d kol_app'), ['database kol_app']],
    ['its entry point', services('    entrypoint: >\n      /bin/sh -c "mc mb local/kol-raw"'), ['bucket kol-raw']],
    ['its health check', services('    healthcheck:\n      test: ["CMD-SHELL", "pg_isready -U kol -d kol_app"]'), ['database kol_app']],
    ['an anchor and a merge', 'x-env: &env\n  POSTGRES_DB: kol_app\nservices:\n  a:\n    image: x\n    environment:\n      <<: *env\n      KAFKA_TOPIC: kol.events', ['database kol_app', 'topic kol.events']],
    ["a file's text", 'configs:\n  init.sql:\n    content: |\n      CREATE SCHEMA iceberg.kol_gold;\nservices:\n  a:\n    image: x', ['catalog iceberg', 'schema kol_gold']],
  ])('names what stands in %s', (_, code, expected) => {
    expect(names('docker-compose.yml', code)).toEqual(expected);
  });

  it('names nothing by its users, hosts, containers, volumes, networks and images', () => {
    const code = `services:
  kol-postgres:
    image: kol/postgres:16
    container_name: kol-postgres
    hostname: kol-db
    environment:
      POSTGRES_USER: kol
      POSTGRES_PASSWORD: kol_secret
      POSTGRES_HOST: kol-postgres
      KAFKA_GROUP_ID: kol-consumers
    volumes:
      - kol-data:/var/lib/postgresql/data
    networks:
      - kol-network
    labels:
      domain: kol_bronze
volumes:
  kol-data:
networks:
  kol-network:
`;
    expect(names('docker-compose.yml', code)).toEqual([]);
  });
});

describe('a set of names', () => {
  it.each([
    ['topics with nothing behind them', 'kafka:\n  topics:\n    kol.orders:\n    kol.users: {}', ['topic kol.orders', 'topic kol.users']],
    ['topics with their partitions', 'kafka:\n  topics:\n    kol.orders: { partitions: 3 }', ['topic kol.orders']],
    ['buckets', 'minio:\n  buckets:\n    kol-bronze: {}\n    kol-silver: { versioning: true }', ['bucket kol-bronze', 'bucket kol-silver']],
    ['topics that a page describes', 'kafka: x\ntopics:\n  - name: kol.orders\n    schema:\n      - name: orderId\n        type: string', ['topic kol.orders']],
    ["a form's field", 'kafka: x\nfields:\n  Topics:\n    name: Topics\n    displayName: Topics', []],
    ['connections of databases', 'postgres:\n  databases:\n    primary: { host: a }\n    replica: { host: b }', []],
    ['volumes', 'kafka: x\nvolumes:\n  kol-data:\n  kol-topics: {}', []],
  ])('of %s', (_, code, expected) => {
    expect(names('values.yaml', code)).toEqual(expected);
  });
});

describe('arguments of a program', () => {
  it.each([
    ["a debugger's", 'launch.json', '{"configurations": [{"program": "etl.py", "args": ["--bucket", "kol-raw", "--kafka-topic=kol.orders"]}]}', ['bucket kol-raw', 'topic kol.orders']],
    ["Spark's application", 'job.yaml', 'spec:\n  mainApplicationFile: local:///etl.py\n  arguments: ["--bucket", "kol-raw"]', ['bucket kol-raw']],
    ["a task's", 'databricks.yml', 'spark_python_task:\n  python_file: etl.py\n  parameters: ["--bucket", "kol-raw"]', ['bucket kol-raw']],
    ['that nothing runs', 'menu.yaml', 'title: x\nargs: ["--bucket", "kol-raw"]', []],
  ])('of %s name what their options say', (_, path, code, expected) => {
    expect(names(path, code)).toEqual(expected);
  });
});

describe('what is not there', () => {
  it.each([
    ['a schema', 'config.yaml', 'database: kol_app\nschema: null', ['database kol_app']],
    ['a table', 'config.json', '{"schema": "kol_core", "database": "kol_app", "table": null}', ['schema kol_core', 'database kol_app']],
    ["a metric's label", 'metrics.yaml', 'kind: KafkaTopic\nlabelsFromPath:\n  topicName: [status, topicName]', []],
  ])('names nothing: %s', (_, path, code, expected) => {
    expect(names(path, code)).toEqual(expected);
  });
});

describe('a registry of schemas', () => {
  it('has names of its own', () => {
    expect(names('main.tf', 'resource "aws_glue_schema" "kol" {\n  schema_name = "kol_events"\n}\nresource "aws_glue_catalog_database" "kol" {\n  name = "kol_gold"\n}')).toEqual(['schema kol_gold']);
  });
});

describe('a list where one bucket could stand', () => {
  it.each([
    ['YAML', 'ingestion.yaml', 's3Config:\n  bucketName:\n    - kol-raw\n    - kol-gold\n', ['bucket kol-raw', 'bucket kol-gold']],
    ['JSON', 'ingestion.json', '{"sink": {"bucket": ["kol-raw"]}}', ['bucket kol-raw']],
    ['records', 'ingestion.yaml', 'sink:\n  bucket:\n    - region: kol-raw\n', []],
  ])('%s', (_, path, code, expected) => {
    expect(names(path, code)).toEqual(expected);
  });
});

describe('a list in one string', () => {
  it.each([
    ['of buckets', 'MINIO_BUCKETS=kol-bronze,kol-silver', ['bucket kol-bronze', 'bucket kol-silver']],
    ['with blanks between', 'S3_BUCKETS="kol-bronze kol-silver"', ['bucket kol-bronze', 'bucket kol-silver']],
    ['of schemas', 'PGRST_DB_SCHEMAS=kol_core,kol_api', ['schema kol_core', 'schema kol_api']],
    ['that is a sentence', 'S3_BUCKETS="Buckets, as they are."', []],
    ['of what is one', 'S3_BUCKET=kol-bronze,kol-silver', []],
  ])('%s', (_, code, expected) => {
    expect(names('.env', code)).toEqual(expected);
  });
});

describe('JSON in a variable', () => {
  const connection = '{"conn_type": "postgres", "host": "h", "schema": "kol_app"}';

  it.each([
    ['an env file', '.env', `AIRFLOW_CONN_KOL='${connection}'`],
    ['a compose file', 'docker-compose.yml', `services:\n  a:\n    image: x\n    environment:\n      AIRFLOW_CONN_KOL: '${connection}'`],
    ['a list of a compose file', 'docker-compose.yml', `services:\n  a:\n    image: x\n    environment:\n      - 'AIRFLOW_CONN_KOL=${connection}'`],
  ])('of %s is read as what it is', (_, path, code) => {
    expect(names(path, code)).toEqual(['database kol_app']);
  });
});

describe('a file of tables and lists', () => {
  it("is TOML where its name does not say so, as Telegraf's", () => {
    expect(names('telegraf.conf', '[agent]\n  interval = "10s"\n[[outputs.kafka]]\n  topic = "kol.metrics"\n')).toEqual(['topic kol.metrics']);
  });
});

describe('a default', () => {
  it.each([
    ["of Jinja's", 'main.yml', "app_db_name: \"{{ db | default('kol_app') }}\"", ['database kol_app']],
    ["of Jinja's in a list", 'main.yml', "app_mysql_databases:\n  - \"{{ db | default('kol_app', true) }}\"\napp_mongo_databases:\n  - kol_docs", ['database kol_app']],
    ["of Helm's", 'templates/a.yaml', 'env:\n  - name: POSTGRES_DB\n    value: {{ .Values.db | default "kol_app" | quote }}', ['database kol_app']],
    ["of Helm's, said first", 'templates/a.yaml', '{{- if .Values.on }}\nPOSTGRES_DB: {{ default "kol_app" .Values.db }}\n{{- end }}', ['database kol_app']],
    ['behind a file', 'serverless.yml', "provider:\n  stage: ${opt:stage, file(../config.json):stage, 'dev'}\ncustom:\n  bucket: kol-${self:provider.stage}", ['bucket kol-dev']],
    ['that is empty', 'main.yml', "app_db_name: \"{{ db | default('') }}\"", []],
  ])('%s is what stands there', (_, path, code, expected) => {
    expect(names(path, code)).toEqual(expected);
  });
});

describe('dbt', () => {
  it.each([
    ['the project', 'dbt_project.yml', 'models:\n  kol:\n    +schema: kol_silver\n    +database: iceberg', ['schema kol_silver', 'catalog iceberg']],
    ['the profiles', 'profiles.yml', 'kol:\n  outputs:\n    dev: {type: trino, user: kol, database: iceberg, schema: kol_gold}', ['catalog iceberg', 'schema kol_gold']],
    ['a source', 'models/sources.yml', 'sources:\n  - name: raw\n    database: iceberg\n    schema: kol_bronze\n    tables:\n      - name: events', ['catalog iceberg', 'schema kol_bronze', 'table events']],
    ['a source that is called as its schema is', 'models/sources.yml', 'sources:\n  - name: kol_bronze\n    tables:\n      - name: events\n        identifier: raw_events\n      - name: scores', ['schema kol_bronze', 'table raw_events', 'table scores']],
    ['a switch', 'dbt_project.yml', 'models:\n  +database: false\nvars:\n  kol:\n    schema: null', []],
    ['a snapshot', 'snapshots/a.yml', 'snapshots:\n  - name: a\n    config:\n      schema: kol_snapshots', ['schema kol_snapshots']],
    ['a snapshot of the project', 'dbt_project.yml', 'snapshots:\n  kol:\n    +target_schema: kol_snapshots', ['schema kol_snapshots']],
    ['an exposure', 'models/exposures.yml', "exposures:\n  - name: kol_dashboard\n    url: https://bi/kol\n    owner: {name: kol}\n    depends_on:\n      - ref('events')", []],
  ])('names its schemas in %s', (_, path, code, expected) => {
    expect(names(path, code)).toEqual(expected);
  });
});

describe('Kubernetes, CI and orchestration', () => {
  it.each([
    ['a variable of a container', 'deploy.yaml', 'env:\n  - name: MINIO_BUCKET_RAW\n    value: kol-raw', ['bucket kol-raw']],
    ['a ConfigMap', 'cm.yaml', 'kind: ConfigMap\ndata:\n  KAFKA_TOPIC: kol.events\n  job.py: |\n    import boto3\n    boto3.client("s3").put_object(Bucket="kol-raw", Key="x")', ['topic kol.events', 'bucket kol-raw']],
    ["Helm's values", 'values.yaml', 'postgresql:\n  auth:\n    username: kol\n    database: kol_app\nminio:\n  buckets:\n    - name: kol-raw', ['database kol_app', 'bucket kol-raw']],
    ["Helm's templates", 'templates/a.yaml', 'env:\n  - name: KAFKA_TOPIC\n    value: {{ .Values.topic | quote }}\n  - name: POSTGRES_DB\n    value: kol_app', ['database kol_app']],
    ['an Argo workflow', 'workflow.yaml', 'kind: Workflow\nspec:\n  templates:\n    - name: a\n      script:\n        image: x\n        command: [bash]\n        source: |\n          aws s3 ls s3://kol-raw/', ['bucket kol-raw']],
    ["Strimzi's topic", 'topic.yaml', 'kind: KafkaTopic\nmetadata:\n  name: kol.events', ['topic kol.events']],
    ["Strimzi's connector", 'connector.yaml', 'kind: KafkaConnector\nmetadata:\n  name: kol-sink\nspec:\n  class: io.confluent.connect.s3.S3SinkConnector\n  config:\n    topics: kol.events\n    s3.bucket.name: kol-raw', ['topic kol.events', 'bucket kol-raw']],
    ['GitHub Actions', '.github/workflows/a.yml', 'jobs:\n  a:\n    env:\n      POSTGRES_DB: kol_app\n    steps:\n      - run: psql -d $POSTGRES_DB\n      - run: aws s3 mb s3://kol-raw', ['database kol_app', 'bucket kol-raw']],
    ['GitLab', '.gitlab-ci.yml', 'variables:\n  POSTGRES_DB: kol_app\na:\n  script:\n    - mc mb local/kol-raw', ['database kol_app', 'bucket kol-raw']],
    ["Airflow's values", 'values.yaml', 'env:\n  - name: AIRFLOW__LOGGING__REMOTE_BASE_LOG_FOLDER\n    value: s3://kol-logs/airflow\n  - name: AIRFLOW_CONN_KOL\n    value: postgresql://kol:x@sme-postgres/kol_app', ['bucket kol-logs', 'database kol_app']],
    ["Dagster's storage", 'dagster.yaml', 'storage:\n  postgres:\n    postgres_db:\n      username: kol\n      db_name: kol_dagster', ['database kol_dagster']],
    ["Great Expectations' data source", 'great_expectations.yml', 'datasources:\n  kol:\n    connection_string: postgresql://kol:x@sme-postgres/kol_app', ['database kol_app']],
    ["DataHub's recipe", 'recipe.yml', 'source:\n  type: postgres\n  config:\n    host_port: sme-postgres:5432\n    username: kol\n    database: kol_app', ['database kol_app']],
    ["OpenMetadata's recipe", 'recipe.yaml', 'source:\n  type: trino\n  serviceConnection:\n    config:\n      type: Trino\n      username: kol\n      catalog: iceberg\n      databaseSchema: kol_gold', ['catalog iceberg', 'schema kol_gold']],
    ["Prefect's job variables", 'prefect.yaml', 'deployments:\n  - name: kol\n    work_pool:\n      job_variables:\n        env:\n          MINIO_BUCKET_RAW: kol-raw', ['bucket kol-raw']],
    ['the Serverless Framework', 'serverless.yml', 'custom:\n  bucket: kol-${self:provider.stage}\nprovider:\n  stage: dev\n  environment:\n    DATA_BUCKET: ${self:custom.bucket}\nresources:\n  Resources:\n    B:\n      Type: AWS::S3::Bucket\n      Properties:\n        BucketName: ${self:custom.bucket}', ['bucket kol-dev']],
    ['CloudFormation', 'template.yaml', 'Parameters:\n  Name:\n    Type: String\n    Default: kol-raw\nResources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Ref Name\n  D:\n    Type: AWS::Glue::Database\n    Properties:\n      DatabaseInput:\n        Name: kol_gold', ['bucket kol-raw', 'schema kol_gold']],
    ['Hydra', 'conf/config.yaml', 'data:\n  bucket: kol-raw\n  uri: s3://${data.bucket}/x\nmlflow:\n  experiment_name: ${oc.env:MLFLOW_EXPERIMENT_NAME,KOL_models}', ['bucket kol-raw', 'experiment KOL_models']],
    ['the strings that a GitHub expression chooses from', '.github/workflows/a.yml', "env:\n  S3_BUCKET: ${{ inputs.bucket || 'kol-raw' }}\n  TARGET: ${{ github.ref == 'refs/heads/main' && 's3://kol-prod/x' || 's3://kol-dev/x' }}", ['bucket kol-raw', 'bucket kol-prod', 'bucket kol-dev']],
    ['the default of a GitHub variable within a script', '.github/workflows/a.yml', "jobs:\n  a:\n    steps:\n      - run: aws s3 ls s3://${{ vars.BUCKET || 'kol-raw' }}/x", ['bucket kol-raw']],
    ['a file that cloud-init writes', 'user-data.yaml', 'write_files:\n  - path: /opt/init.sql\n    content: |\n      CREATE SCHEMA iceberg.kol_gold;', ['catalog iceberg', 'schema kol_gold']],
    ['a script that says so in its first line', 'cm.yaml', 'kind: ConfigMap\ndata:\n  initialize: |-\n    #!/bin/sh\n    make() {\n      mc mb local/$1\n    }\n    make kol-raw', ['bucket kol-raw']],
    ["CloudNativePG's cluster", 'cluster.yaml', 'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nspec:\n  bootstrap:\n    initdb:\n      database: kol_app\n      import:\n        databases:\n          - kol_a\n          - kol_b\n      postInitSQL:\n        - CREATE USER kol\n        - CREATE DATABASE kol_scores OWNER kol', ['database kol_app', 'database kol_a', 'database kol_b', 'database kol_scores']],
    ["a container's arguments without a program", 'job.yaml', '# kafka\nkind: Job\nspec:\n  containers:\n    - image: kol/load\n      args: ["--bucket=kol-raw", "--kafka-topic", "kol.events", "--path", "s3://kol-gold/x"]', ['bucket kol-raw', 'topic kol.events', 'bucket kol-gold']],
    ["Spring's streams", 'application.yml', 'spring:\n  cloud:\n    stream:\n      bindings:\n        kol-in-0:\n          destination: kol.events\n          group: kol-readers\n      kafka:\n        binder: {}', ['topic kol.events']],
    ["a chart's script of MySQL", 'values.yaml', "mysql:\n  initdbScripts:\n    init.sql: |\n      CREATE DATABASE kol_app;\n      GRANT ALL PRIVILEGES ON kol_app.* TO 'kol'@'%';", ['database kol_app']],
    ['what Maven fills in', 'application.yaml', 'kafka:\n  topic: kol-events-@spring.profiles.active@', ['topic kol-events-{?}']],
    ["Flyway's container", 'docker-compose.yml', 'services:\n  flyway:\n    image: flyway/flyway\n    command:\n      - -url=jdbc:postgresql://h:5432/kol_app\n      - migrate', ['database kol_app']],
    ["Trino's chart", 'values.yaml', 'additionalCatalogs:\n  kol_lake: |\n    connector.name=postgresql\n    connection-url=jdbc:postgresql://h:5432/kol_app', ['catalog kol_lake', 'database kol_app']],
  ])('name what stands in %s', (_, path, code, expected) => {
    expect(names(path, code).sort()).toEqual([...expected].sort());
  });

  it.each([
    ['the name of a step', '.github/workflows/a.yml', 'jobs:\n  a:\n    steps:\n      - name: Use Node.js\n        uses: actions/setup-node@v5'],
    ['the conditions of a GitHub expression', '.github/workflows/a.yml', "env:\n  S3_BUCKET: ${{ github.ref == 'refs/heads/main' && vars.A || vars.B }}"],
    ["a container's arguments that name nothing", 'job.yaml', 'kind: Job\nspec:\n  containers:\n    - image: kol/load\n      args: ["--bucket-region=eu-west-1", "--verbose", "--format", "json"]'],
    ['an expression of GitHub in the code of a step', '.github/workflows/a.yml', 'jobs:\n  a:\n    steps:\n      - run: |\n          python -c "\n          import mlflow\n          mlflow.get_experiment_by_name(\'${{ secrets.EXPERIMENT }}\')\n          "'],
    ['an example of an API', 'openapi.yaml', 'properties:\n  uri:\n    type: string\n    example: s3://kol-raw/x'],
    ['what a topic in a list is described by', 'topics.yaml', '# kafka\ntopics:\n  - asset_key: kol_features\n    owner: kol'],
    ['what a selector matches', 'deployment.yaml', 'kind: Deployment # spark\nspec:\n  selector: { matchLabels: { app: kol, table: orders } }\n  template:\n    metadata:\n      labels: { app: kol, table: orders }'],
    ["the schema of a template's table", 'template.json', '{"description": "postgres logs", "properties": {"schema": {"name": "KolEvents_CL", "columns": [{"name": "id"}]}}}'],
    ["a database's alias in Superset", 'datasources.yaml', 'databases:\n  - database_name: Warehouse\n    sqlalchemy_uri: trino://sme-trino:8080/'],
  ])('name nothing by %s', (_, path, code) => {
    expect(names(path, code)).toEqual([]);
  });
});

describe('files of keys and values', () => {
  it.each([
    ["Trino's catalog", 'etc/catalog/a.properties', 'connector.name=postgresql\nconnection-url=jdbc:postgresql://sme-postgres:5432/kol_app\nconnection-user=kol', ['database kol_app']],
    ["Trino's warehouse", 'etc/catalog/b.properties', 'connector.name=iceberg\niceberg.rest-catalog.warehouse=s3://kol-lake/', ['bucket kol-lake']],
    ["Spark's defaults", 'spark-defaults.conf', 'spark.sql.catalog.kol_lake org.apache.iceberg.spark.SparkCatalog\nspark.eventLog.dir s3a://kol-logs/x', ['catalog kol_lake', 'bucket kol-logs']],
    ["npm's scripts", 'package.json', '{"name": "kol-bucket", "scripts": {"seed": "DATABASE_NAME=kol_app node seed.js", "up": "aws s3 cp x s3://kol-raw/x"}, "repository": "s3://kol-x/"}', ['database kol_app', 'bucket kol-raw']],
    ['Flume', 'kafka_to_hdfs.conf', '# source\na1.channels.c1.type = memory\na1.channels.c1.kafka.topic = kol_events\n', ['topic kol_events']],
    ['Fluent Bit', 'fluent-bit.conf', '[OUTPUT]\n    Name s3\n    bucket kol-logs\n[OUTPUT]\n    Name kafka\n    Topics kol.logs\n', ['bucket kol-logs', 'topic kol.logs']],
    ["Fluent Bit's chart", 'values.yaml', 'config:\n  outputs: |\n    [OUTPUT]\n        Name s3\n        bucket kol-logs\n', ['bucket kol-logs']],
    ['Logstash', 'logstash.conf', 'input {\n  kafka { topics => ["kol.events"] }\n}\noutput {\n  kafka {\n    topic_id => "kol.scores"\n  }\n  s3 { bucket => "kol-raw" }\n}\n', ['topic kol.events', 'topic kol.scores', 'bucket kol-raw']],
    ["Logstash's ConfigMap", 'logstash.yaml', 'kind: ConfigMap\ndata:\n  logstash.conf: |\n    output {\n      s3 {\n        bucket => "kol-raw"\n      }\n    }\n', ['bucket kol-raw']],
    ['Liquibase', 'changelog.xml', '<databaseChangeLog>\n<changeSet id="1" author="sme">\n<createTable schemaName="kol_core" tableName="events"><column name="id" type="int"/></createTable>\n<sql>INSERT INTO kol_core.kinds VALUES (1)</sql>\n</changeSet>\n</databaseChangeLog>\n', ['schema kol_core', 'table events', 'table kinds']],
    ['HOCON', 'application.conf', 'kol {\n  topic = "kol_events"\n  path = "s3a://kol-raw/x"\n}\n', ['bucket kol-raw']],
    ['.NET', 'appsettings.json', '{"ConnectionStrings": {"Kol": "Host=sme-postgres;Database=kol_app;Username=kol"}}', ['database kol_app']],
    ['MongoDB', 'application.properties', 'spring.data.mongodb.database=kol_app\nspring.data.mongodb.authentication-database=admin', []],
    ["Kafka Connect's worker", 'connect.properties', 'config.storage.topic=kol-configs\ngroup.id=kol-connect', ['topic kol-configs']],
    ['Alembic', 'alembic.ini', '[alembic]\nsqlalchemy.url = postgresql://kol:x@sme-postgres/kol_app', ['database kol_app']],
    ['Airflow', 'airflow.cfg', '[database]\nsql_alchemy_conn = postgresql+psycopg2://kol:x@sme-postgres/kol_airflow\n[logging]\nremote_base_log_folder = s3://kol-logs/', ['database kol_airflow', 'bucket kol-logs']],
    ['dlt', '.dlt/config.toml', '[destination.filesystem]\nbucket_url = "s3://kol-raw"\n[destination.postgres.credentials]\ndatabase = "kol_app"\nusername = "kol"', ['bucket kol-raw', 'database kol_app']],
    ['a layer called as its schema is', 'config.yml', 'catalog: iceberg\nschemas:\n  bronze: bronze\n  catalog: catalog', ['catalog iceberg', 'schema bronze']],
    ["a tool's section of pyproject", 'pyproject.toml', '[project]\nname = "kol"\n[tool.kol]\nbucket = "kol-raw"', ['bucket kol-raw']],
    ['a connector', 'connector.json', '{"name": "kol", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "kol.events", "s3.bucket.name": "kol-raw"}}', ['topic kol.events', 'bucket kol-raw']],
    ["Glue's job", 'job.json', '{"Command": {"ScriptLocation": "s3://kol-scripts/a.py"}, "DefaultArguments": {"--TempDir": "s3://kol-temp/"}}', ['bucket kol-scripts', 'bucket kol-temp']],
    ["Data Factory's linked service", 'adf.json', '{"properties": {"typeProperties": {"url": "abfss://kol-raw@account.dfs.core.windows.net/x"}}}', ['bucket kol-raw']],
    ['Cassandra', 'schema.cql', 'CREATE KEYSPACE kol_metrics WITH replication = {};\nUSE kol_metrics;', ['keyspace kol_metrics']],
  ])('name what %s names', (_, path, code, expected) => {
    expect(names(path, code)).toEqual(expected);
  });
});

describe('Terraform', () => {
  it.each([
    ['a bucket', 'resource "aws_s3_bucket" "raw" {\n  bucket = "kol-raw"\n}', ['bucket kol-raw']],
    ["MinIO's bucket", 'resource "minio_s3_bucket" "raw" {\n  bucket = "kol-raw"\n}', ['bucket kol-raw']],
    ["Glue's database", 'resource "aws_glue_catalog_database" "gold" {\n  name = "kol_gold"\n}', ['schema kol_gold']],
    ["Athena's database", 'resource "aws_athena_database" "gold" {\n  name   = "kol_gold"\n  bucket = "kol-athena"\n}', ['schema kol_gold', 'bucket kol-athena']],
    ["Kafka's topic", 'resource "kafka_topic" "events" {\n  name = "kol.events"\n}', ['topic kol.events']],
    ["PostgreSQL's database", 'resource "postgresql_database" "app" {\n  name  = "kol_app"\n  owner = "kol"\n}', ['database kol_app']],
    ['a module', 'module "raw" {\n  source      = "./s3"\n  bucket_name = "kol-raw"\n}', ['bucket kol-raw']],
    ['a local', 'locals {\n  raw = "kol-raw"\n}\nresource "aws_s3_bucket" "raw" {\n  bucket = local.raw\n}', ['bucket kol-raw']],
    ['a variable that is called one', 'variable "raw_bucket_var" {\n  default = "kol-raw"\n}', ['bucket kol-raw']],
    ['a map of locals', 'locals {\n  buckets = { raw = "kol-raw" }\n}', ['bucket kol-raw']],
    ['nothing of systems that have databases of their own', 'resource "google_firestore_index" "i" {\n  database = "kol_app"\n}', []],
    ['a role, a user and a tag', 'resource "aws_iam_role" "kol_bucket" {\n  name = "kol-raw"\n  tags = { Name = "kol-raw" }\n}', []],
  ])('names %s', (_, code, expected) => {
    expect(names('main.tf', code)).toEqual(expected);
  });

  it('names what its values give the variables', () => {
    expect(names('dev.tfvars', 'bucket_name = "kol-raw"\nglue_database_name = "kol_gold"\nbuckets = {\n  raw = "kol-bronze"\n}')).toEqual([
      'bucket kol-raw', 'schema kol_gold', 'bucket kol-bronze',
    ]);
  });
});

describe('comments name nothing', () => {
  it.each([
    ['.env', '# BUCKET=kol-a s3://kol-a\nA=x # s3://kol-b\n'],
    ['a.properties', '# bucket=kol-a s3://kol-a\n! jdbc:postgresql://h/kol_a\na=x\n'],
    ['spark-defaults.conf', '# spark.sql.catalog.kol x\n'],
    ['a.ini', '; bucket = kol-a\n# url = s3://kol-a\n[a]\nb = x ; s3://kol-b\n'],
    ['a.cfg', '# sql_alchemy_conn = postgresql://h/kol_a\n'],
    ['a.toml', '# bucket = "kol-a"\na = "x" # s3://kol-b\n'],
    ['a.json', '// {"bucket": "kol-a"}\n{"a": "x" /* s3://kol-b */}\n'],
    ['a.tf', '# bucket = "kol-a"\n// s3://kol-b\n/* bucket = "kol-c" */\na = "x" # s3://kol-d\n'],
    ['a.tfvars', '# bucket_name = "kol-a"\n'],
    ['a.cql', '-- CREATE KEYSPACE kol_a\n// USE kol_b;\n/* USE kol_c; */\n'],
    ['docker-compose.yml', '# bucket: kol-a\nservices:\n  a:\n    image: x # s3://kol-b\n    command:\n      - sh\n      - -c\n      - |\n        # s3://kol-c\n        mc ls # s3://kol-d\n'],
    ['cm.yaml', 'kind: ConfigMap\ndata:\n  a.sql: |\n    -- CREATE SCHEMA kol_a\n  a.properties: |\n    # bucket=kol-b\n    c=d\n  a.py: |\n    # s3://kol-c\n    x = 1\n  a.yaml: |\n    # bucket: kol-d\n    e: f\n'],
    ['.github/workflows/a.yml', 'jobs:\n  a:\n    steps:\n      - run: |\n          # aws s3 ls s3://kol-a\n          ls\n'],
    ['values.yaml', '# bucket: kol-a\na: x\n{{/* bucket: kol-b */}}\n'],
  ])('in %s', (path, code) => {
    expect(names(path, code)).toEqual([]);
  });
});

describe("an application's own file", () => {
  it.each([
    ['topics below the one word', 'app:\n  kafka:\n    topic:\n      raw-logs: kol.raw', ['topic kol.raw']],
    ["but none in what the topic's client is told", 'app:\n  kafka:\n    topic:\n      consumer-group: kol-readers\n      partitions: three', []],
    ["a workflow's parameter", 'kind: Workflow\nspec:\n  arguments:\n    parameters:\n      - name: bucket\n        value: kol-raw', ['bucket kol-raw']],
    ['but none in the parameter of a path', 'paths:\n  /objects:\n    get:\n      parameters:\n        - name: bucket\n          in: path\n          schema: {type: string}', []],
    ["what Ansible's shell runs", "- name: Copy\n  shell: >\n    PGPASSWORD={{ secret }} pg_dump -h {{ hostvars['node1']['host'] }} -d kol_app", ['database kol_app']],
    ['but none in an instance of a database', 'resources:\n  database_instances:\n    kol-db:\n      name: kol-metadata', []],
    ['nothing known where an installer puts the name', 'remote_base_log_folder: s3://__S3_BUCKET__/logs', ['bucket {?}']],
    ["the schema that Debezium's server captures", 'kind: DebeziumServer\nspec:\n  source:\n    class: io.debezium.connector.postgresql.PostgresConnector\n    config:\n      schema.include.list: kol_core', ['schema kol_core']],
    ["a notebook's parameters", 'notebook_task:\n  base_parameters:\n    CATALOG: kol_lake\n    SCHEMA: kol_gold\n    TABLE: events', ['catalog kol_lake', 'schema kol_gold', 'table events']],
    ["the engine beside JPA's names, which is none", 'spring:\n  jpa:\n    database: mysql', []],
    ['the database of Delta tables, a schema', 'model:\n  table_name: scores\n  database_name: kol_gold\n  data_format: delta', ['table scores', 'schema kol_gold']],
  ])('names %s', (_, code, expected) => {
    expect(names('config/app.yaml', code)).toEqual(expected);
  });
});
