import { testRule } from './rule-tester.js';

const message = (name: string) => `Schema 'iceberg.${name}' is in no domain's namespace; in kol it is 'iceberg.kol_${name}'.`;
const unqualified = (name: string) => `Table '${name}' names no catalog and schema, so the session decides whose it is.`;

testRule('qualified-trino-schema', {
  valid: {
    python: [
      { code: 'spark.sql("SELECT * FROM iceberg.kol_silver.events")' },
      { code: 'print("SELECT * FROM iceberg.silver.events")' },
      { code: 'spark.sql(f"SELECT * FROM iceberg.{schema}.events")' },
      { code: 'schema = "silver"' },
      { code: 'import psycopg2\npsycopg2.connect(dbname="kol_app").cursor().execute("SELECT * FROM events")' },
      { code: 'import pymysql\npymysql.connect(database="kol_app").cursor().execute("SELECT * FROM events")' },
      { code: 'QUERY = "SELECT id FROM events WHERE id = 1"' },
    ],
    sql: [
      { code: 'CREATE TABLE iceberg.kol_silver.events_cleaned AS SELECT * FROM iceberg.kol_bronze.events_raw;' },
      { code: 'USE iceberg.kol_silver;\nSELECT * FROM events_cleaned;' },
      { code: 'WITH recent AS (SELECT * FROM iceberg.kol_silver.events) SELECT * FROM recent;' },
      { code: "SELECT * FROM iceberg.information_schema.tables WHERE table_schema = 'silver';" },
      { code: 'SELECT * FROM kol_silver.events;' },
      { code: 'SELECT * FROM iceberg.sme_silver.sales;' },
      { code: '-- dialect: postgres\nSELECT * FROM events;' },
      { code: '-- dialect: mysql\nSELECT * FROM events;' },
      { code: 'CREATE TABLE events (id SERIAL);\nSELECT id::text FROM events;' },
      { code: 'CREATE TABLE events (id INT AUTO_INCREMENT) ENGINE=InnoDB;' },
    ],
    dotenv: [{ code: 'TRINO_SCHEMA_SILVER=kol_silver\nFEATURE_STORE_TABLE=iceberg.kol_silver.features' }],
    ts: [{ code: "const fields = { schema: { type: 'silver' } };" }],
  },
  invalid: {
    python: [
      {
        code: 'spark.sql("SELECT * FROM iceberg.silver.events")',
        output: 'spark.sql("SELECT * FROM iceberg.kol_silver.events")',
        errors: [{ at: '1:34-40', message: message('silver') }],
      },
      {
        code: 'spark.sql("""\n    SELECT *\n    FROM iceberg.silver.events\n""")',
        output: 'spark.sql("""\n    SELECT *\n    FROM iceberg.kol_silver.events\n""")',
        errors: [{ at: '3:18-24', message: message('silver') }],
      },
    ],
    sql: [
      {
        code: '-- This would mix with SME tables!\nCREATE TABLE iceberg.silver.events_cleaned AS\nSELECT * FROM iceberg.kol_bronze.events_raw;  -- NO!',
        output:
          '-- This would mix with SME tables!\nCREATE TABLE iceberg.kol_silver.events_cleaned AS\nSELECT * FROM iceberg.kol_bronze.events_raw;  -- NO!',
        errors: [{ at: '2:22-28', message: message('silver') }],
      },
      {
        code: 'SELECT * FROM iceberg."silver".events;',
        output: 'SELECT * FROM iceberg."kol_silver".events;',
        errors: [{ at: '1:23-31', message: message('silver') }],
      },
      {
        code: 'SELECT count(*) FROM events_cleaned;',
        errors: [{ at: '1:22-36', message: unqualified('events_cleaned') }],
      },
      {
        code: 'SELECT * FROM iceberg.landing.events;',
        errors: [
          {
            at: '1:23-30',
            message: "Schema 'iceberg.landing' is in no domain's namespace; in kol it is 'iceberg.kol_landing'.",
          },
        ],
        output: 'SELECT * FROM iceberg.kol_landing.events;',
      },
    ],
    dotenv: [
      {
        code: 'TRINO_SCHEMA_SILVER=silver',
        output: 'TRINO_SCHEMA_SILVER=kol_silver',
        errors: [{ at: '1:21-27', message: "Schema 'silver' is in no domain's namespace; in kol it is 'kol_silver'." }],
      },
    ],
    ts: [
      {
        code: "import { Trino } from 'trino-client';\nTrino.create({ server: 'x' }).query(`SELECT *\n  FROM iceberg.silver.events`);",
        output:
          "import { Trino } from 'trino-client';\nTrino.create({ server: 'x' }).query(`SELECT *\n  FROM iceberg.kol_silver.events`);",
        errors: [{ at: '3:16-22', message: message('silver') }],
      },
    ],
  },
});
