import type { Library } from '../library.js';

/** Stores that keep the sessions of web applications in a table. */
export const sessionStoresJs: Library = {
  library: 'session-stores-js',
  language: 'javascript',
  system: null,
  types: {},
  entries: [
    {
      call: ['connect-session-sequelize()', 'connect-pg-simple()', 'express-mysql-session()'],
      takes: [
        { at: 0, entry: ['tableName'], is: 'table' },
        { at: 0, entry: ['schemaName'], is: 'schema' },
        { at: 0, entry: ['database'], is: 'database' },
        { at: 0, entry: ['conString'], is: 'uri' },
      ],
      match: [
        {
          code: "const session = require('express-session');\nconst Store = require('connect-pg-simple')(session);\nnew Store({ tableName: 'sessions', schemaName: 'kol' });",
          finds: ['table sessions', 'schema kol'],
        },
        { code: "const Store = require('connect-session-sequelize')(session.Store);\nnew Store({ db, tableName: 'sessions' });", finds: ['table sessions'] },
      ],
      skip: ["const Store = require('connect-redis')(session);\nnew Store({ tableName: 'sessions' });"],
    },
  ],
};
