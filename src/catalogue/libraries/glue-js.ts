import type { Library } from '../library.js';

/** Glue's catalog behind the AWS SDK for JavaScript, and https://github.com/ghdna/athena-express, which queries it. */
export const glueJs: Library = {
  library: 'glue-js',
  language: 'javascript',
  system: 'glue',
  types: {
    Express: ['athena-express()', 'athena-express.default()', 'athena-express.AthenaExpress()'],
  },
  entries: [
    {
      call: ['@aws-sdk/client-glue.*Command', 'aws-sdk.Glue().*', 'aws-sdk.default.Glue().*'],
      takes: [
        { at: 0, entry: ['DatabaseName'], is: 'schema' },
        { at: 0, entry: ['TableName'], is: 'table' },
        { at: 0, entry: ['TableInput', 'Name'], is: 'table' },
        { at: 0, entry: ['DatabaseInput', 'Name'], is: 'schema' },
      ],
      accessByMethod: { define: '^(?:[Cc]reate|[Dd]elete)(?:Database|Table)(?:Command)?$', read: '^(?:[Gg]et|[Ss]earch)', write: '.' },
      match: [
        {
          code: "import { CreateTableCommand } from '@aws-sdk/client-glue';\nnew CreateTableCommand({ DatabaseName: 'kol_gold', TableInput: { Name: 'events' } });",
          finds: ['schema kol_gold', 'table events'],
        },
      ],
      skip: ["import { StartJobRunCommand } from '@aws-sdk/client-glue';\nnew StartJobRunCommand({ JobName: 'kol_gold' });"],
    },
    {
      call: ['@aws-sdk/client-glue.GetTableCommand', '@aws-sdk/client-glue.DeleteTableCommand', 'aws-sdk.Glue().getTable', 'aws-sdk.Glue().deleteTable'],
      takes: [{ at: 0, entry: ['Name'], is: 'table' }],
      accessByMethod: { define: '[Dd]elete', read: '.' },
      match: [{ code: "import { GetTableCommand } from '@aws-sdk/client-glue';\nnew GetTableCommand({ DatabaseName: 'kol_gold', Name: 'events' });", finds: ['schema kol_gold', 'table events'] }],
      skip: ["import { GetJobCommand } from '@aws-sdk/client-glue';\nnew GetJobCommand({ Name: 'events' });"],
    },
    {
      call: ['athena-express', 'athena-express.default', 'athena-express.AthenaExpress', 'Express.query'],
      takes: [
        { at: 0, entry: ['db'], is: 'schema' },
        { at: 0, entry: ['sql'], is: 'sql' },
      ],
      match: [
        {
          code: "import AthenaExpress from 'athena-express';\nconst express = new AthenaExpress({ db: 'kol_gold' });\nexpress.query({ sql: 'SELECT * FROM events', db: 'kol_silver' });",
          finds: ['schema kol_gold', 'table events', 'schema kol_silver'],
        },
      ],
      skip: ["import express from 'express';\nexpress({ db: 'kol_gold' });"],
    },
  ],
};
