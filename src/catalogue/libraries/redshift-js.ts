import type { Library } from '../library.js';

/** The AWS SDK's client of Redshift's Data API, https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/redshift-data/ */
export const redshiftJs: Library = {
  library: 'redshift-data-js',
  language: 'javascript',
  system: 'postgres',
  dialect: 'postgres',
  types: { Client: ['@aws-sdk/client-redshift-data.RedshiftData()', 'aws-sdk.RedshiftData()', '~AWS.RedshiftData()', '~redshiftData'] },
  entries: [
    {
      call: [
        '@aws-sdk/client-redshift-data.ExecuteStatementCommand', '@aws-sdk/client-redshift-data.BatchExecuteStatementCommand',
        'Client.executeStatement', 'Client.batchExecuteStatement',
      ],
      takes: [
        { at: 0, entry: ['Database'], is: 'database' },
        { at: 0, entry: ['Sql'], is: 'sql' },
        { at: 0, entry: ['Sqls'], is: 'sql' },
      ],
      match: [
        {
          code: "import { ExecuteStatementCommand } from '@aws-sdk/client-redshift-data';\nnew ExecuteStatementCommand({ Database: 'kol_dwh', DbUser: 'kol', Sql: 'SELECT id FROM kol.users' });",
          finds: ['database kol_dwh', 'schema kol', 'table users'],
        },
      ],
      skip: ["import { ExecuteStatementCommand } from '@aws-sdk/client-redshift-data';\nnew ExecuteStatementCommand({ WorkgroupName: 'kol_dwh', SecretArn });"],
    },
  ],
};
