import type { Library } from '../library.js';

/** Blocks of storage and of databases: https://docs.prefect.io/integrations */
export const prefect: Library = {
  library: 'prefect',
  language: 'python',
  system: null,
  types: {},
  entries: [
    {
      call: ['prefect.filesystems.S3'],
      takes: [{ keyword: 'bucket_path', is: 'path', system: 's3' }],
      match: [{ code: 'from prefect.filesystems import S3\nS3(bucket_path="kol-results/flows")', finds: ['bucket kol-results'] }],
      skip: ['from prefect.filesystems import LocalFileSystem\nLocalFileSystem(basepath="kol-results/flows")'],
    },
    {
      call: ['prefect.filesystems.GCS'],
      takes: [{ keyword: 'bucket_path', is: 'path', system: 'gcs' }],
      match: [{ code: 'from prefect.filesystems import GCS\nGCS(bucket_path="kol-results/flows")', finds: ['bucket kol-results'] }],
      skip: ['from prefect.filesystems import Azure\nAzure(bucket_path="kol-results/flows")'],
    },
    {
      call: ['prefect_sqlalchemy.ConnectionComponents', 'prefect_sqlalchemy.credentials.ConnectionComponents', 'prefect_sqlalchemy.DatabaseCredentials', 'prefect_sqlalchemy.credentials.DatabaseCredentials'],
      takes: [{ keyword: 'database', is: 'database' }],
      match: [
        { code: 'from prefect_sqlalchemy import DatabaseCredentials\nDatabaseCredentials(driver="postgresql+psycopg2", database="kol_app")', finds: ['database kol_app'] },
      ],
      skip: ['from prefect_sqlalchemy import DatabaseCredentials\nDatabaseCredentials(username="kol_app")'],
    },
    {
      call: ['prefect.variables.Variable.get'],
      takes: [{ at: 1, keyword: 'default', is: 'named', named: { at: 0, keyword: 'name' }, origin: 'env-default' }],
      match: [
        { code: 'from prefect.variables import Variable\nVariable.get("bronze-bucket", default="kol-bronze")', finds: ['bucket kol-bronze'] },
      ],
      skip: ['from prefect.variables import Variable\nVariable.get("owner", default="kol-bronze")'],
    },
  ],
};
