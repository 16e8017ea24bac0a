import { testRule } from './rule-tester.js';

const message = "Database 'mlflow' is in no domain's namespace; in kol it is 'kol_mlflow'.";

testRule('namespaced-postgres-database', {
  valid: {
    python: [
      { code: 'import psycopg2\npsycopg2.connect(host="sme-postgres", dbname="kol_mlflow")' },
      { code: 'import psycopg2\npsycopg2.connect(host="sme-postgres", user="mlflow", dbname="metastore")' },
      { code: 'from sqlalchemy import create_engine\ncreate_engine("postgresql://mlflow:mlflow@mlflow:5432/kol_mlflow")' },
      { code: 'import psycopg2\npsycopg2.connect(dbname="postgres")' },
    ],
    dotenv: [{ code: 'POSTGRES_DB=kol_mlflow\nPOSTGRES_USER=mlflow\nPOSTGRES_PASSWORD=mlflow' }],
  },
  invalid: {
    python: [
      {
        code: 'from sqlalchemy import create_engine\ncreate_engine("postgresql://admin:admin@sme-postgres:5432/mlflow")',
        output: 'from sqlalchemy import create_engine\ncreate_engine("postgresql://admin:admin@sme-postgres:5432/kol_mlflow")',
        errors: [{ at: '2:59-65', message }],
      },
    ],
    dotenv: [
      { code: 'POSTGRES_DB=mlflow', output: 'POSTGRES_DB=kol_mlflow', errors: [{ at: '1:13-19', message }] },
    ],
  },
});
