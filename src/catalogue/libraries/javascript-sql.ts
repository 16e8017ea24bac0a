import type { Library } from '../library.js';

/**
 * Connections and pools of which only the name is known, being passed in or made elsewhere: whatever they are of
 * (pg, mysql2, TypeORM, Sequelize, Prisma), what they execute is SQL where it begins as SQL does.
 */
export const javascriptSql: Library = {
  library: 'sql-connection-js',
  language: 'javascript',
  system: null,
  types: {
    Connection: [
      '~conn', '~connection', '~con', '~db', '~database', '~client', '~dbClient', '~pool', '~dbPool', '~mysqlPool', '~tx', '~trx', '~transaction', '~manager',
      '~entityManager', '~dataSource', '~session', '~prisma', '~ch', '~clickhouse', 'mysql.createPool()', 'mysql.createConnection()', 'mysql2.createPool()',
      'mysql2.createConnection()', 'mysql2/promise.createPool()', 'mysql2/promise.createConnection()', 'typeorm.DataSource()', 'typeorm.EntityManager()',
      'Connection.getConnection()', '@prisma/client.PrismaClient()', '@clickhouse/client.createClient()',
    ],
  },
  entries: [
    {
      call: ['query', 'execute', 'raw', 'unsafe', 'one', 'none', 'any', 'many', 'oneOrNone', 'manyOrNone', 'command', 'exec', '$queryRawUnsafe', '$executeRawUnsafe'].map(
        (method) => `Connection.${method}`,
      ),
      takes: [
        { at: 0, is: 'sql', begins: 'statement' },
        { at: 0, entry: ['sql'], is: 'sql', begins: 'statement' },
        { at: 0, entry: ['text'], is: 'sql', begins: 'statement' },
        { at: 0, entry: ['query'], is: 'sql', begins: 'statement' },
      ],
      match: [
        { code: "this.pool.getConnection((error, connection) => connection.query('INSERT INTO users SET ?', [user]));", finds: ['table users'] },
        { code: "await db.query({ sql: 'INSERT INTO users SET ?' });", finds: ['table users'] },
        { code: "const drop = (prisma) => prisma.$executeRawUnsafe(`TRUNCATE scores`);", finds: ['table scores'] },
      ],
      skip: ["client.query('update the scores from here');", "db.query('select one');", "job.execute('TRUNCATE scores');"],
    },
  ],
};
