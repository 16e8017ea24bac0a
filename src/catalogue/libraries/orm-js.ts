import type { Library } from '../library.js';

/** What TypeORM calls the engines whose databases are files, or the browser's, or none of the platform's. */
const OTHER_ENGINE = [
  'sqlite', 'better-sqlite3', 'sqljs', 'expo', 'capacitor', 'cordova', 'react-native', 'nativescript', 'mongodb', 'mssql', 'oracle', 'sap', 'spanner',
];

/** TypeORM, MikroORM and Drizzle. */
export const ormJs: Library = {
  library: 'orm-js',
  language: 'javascript',
  system: null,
  types: {
    Runner: ['typeorm.QueryRunner()', '~queryRunner'],
    Source: [
      ...['DataSource', 'Repository', 'Connection', 'createConnection', 'getConnection', 'getManager', 'getRepository'].map((made) => `typeorm.${made}()`),
      '~dataSource', '~manager', '~repository', 'Source.getRepository()', 'Manager.getRepository()', 'Source.manager',
    ],
    Manager: ['Runner.manager', 'typeorm.EntityManager()', '~entityManager'],
    Builder: ['Source.createQueryBuilder()', 'Manager.createQueryBuilder()', 'Builder.*()'],
  },
  entries: [
    {
      call: ['@mikro-orm/core.Entity', '@mikro-orm/postgresql.Entity', '@mikro-orm/decorators/legacy.Entity'],
      takes: [
        { at: 0, entry: ['tableName'], is: 'table' },
        { at: 0, entry: ['schema'], is: 'schema' },
      ],
      access: 'define',
      match: [
        { code: "import { Entity } from '@mikro-orm/core';\n@Entity({ tableName: 'users' })\nexport class User {}", finds: ['table users'] },
      ],
      skip: ["import { Table } from 'antd';\nnew Table({ tableName: 'users' });"],
    },
    {
      call: [
        'drizzle-orm/pg-core.pgTable', 'drizzle-orm/mysql-core.mysqlTable', 'drizzle-orm/pg-core.pgSchema().table', 'drizzle-orm/pg-core.pgView',
        'drizzle-orm/pg-core.pgMaterializedView', 'drizzle-orm/pg-core.pgTable.withRLS', 'drizzle-orm/pg-core.pgSchema().view',
        'drizzle-orm/pg-core.pgSchema().materializedView', 'drizzle-orm/mysql-core.mysqlSchema().table', 'drizzle-orm/mysql-core.mysqlView',
        'drizzle-orm/pg-core.pgTableCreator()', 'drizzle-orm/mysql-core.mysqlTableCreator()',
      ],
      takes: [{ at: 0, is: 'table' }],
      access: 'define',
      match: [
        { code: "import { pgSchema, pgTable, text } from 'drizzle-orm/pg-core';\nexport const users = pgTable('users', { name: text('kol') });\npgSchema('kol').table('scores', {});", finds: ['table users', 'schema kol', 'table scores'] },
        { code: "import { pgTableCreator } from 'drizzle-orm/pg-core';\nconst createTable = pgTableCreator((name) => `kol_${name}`);\nexport const users = createTable('users', {});", finds: ['table kol_users'] },
      ],
      skip: [
        "import { sqliteTable } from 'drizzle-orm/sqlite-core';\nsqliteTable('users', {});",
        "import { sqliteTableCreator } from 'drizzle-orm/sqlite-core';\nconst createTable = sqliteTableCreator((name) => `kol_${name}`);\ncreateTable('users', {});",
      ],
    },
    {
      call: ['typeorm.JoinTable'],
      takes: [
        { at: 0, entry: ['name'], is: 'table' },
        { at: 0, entry: ['schema'], is: 'schema' },
      ],
      access: 'define',
      match: [
        {
          code: "import { JoinTable, ManyToMany } from 'typeorm';\nclass User {\n  @ManyToMany(() => Role)\n  @JoinTable({ name: 'user_roles', joinColumns: [{ name: 'user' }] })\n  roles;\n}",
          finds: ['table user_roles'],
        },
      ],
      skip: ["import { JoinColumn } from 'typeorm';\nclass User {\n  @JoinColumn({ name: 'role' })\n  role;\n}"],
    },
    {
      call: ['typeorm.EntitySchema'],
      takes: [
        { at: 0, entry: ['tableName'], is: 'table' },
        { at: 0, entry: ['schema'], is: 'schema' },
      ],
      access: 'define',
      match: [
        { code: "import { EntitySchema } from 'typeorm';\nnew EntitySchema({ name: 'user', tableName: 'users', schema: 'kol', columns: {} });", finds: ['table users', 'schema kol'] },
      ],
      skip: ["import { EntitySchema } from 'typeorm';\nnew EntitySchema({ name: 'user', columns: {} });"],
    },
    {
      call: ['typeorm.Table'],
      takes: [
        { at: 0, entry: ['name'], is: 'table' },
        { at: 0, entry: ['schema'], is: 'schema' },
      ],
      access: 'define',
      match: [{ code: "import { Table } from 'typeorm';\nnew Table({ name: 'users', columns: [{ name: 'id' }] });", finds: ['table users'] }],
      skip: ["import { TableColumn } from 'typeorm';\nnew TableColumn({ name: 'users' });"],
    },
    {
      call: [
        'dropTable', 'addColumn', 'addColumns', 'dropColumn', 'dropColumns', 'changeColumn', 'renameColumn', 'createIndex', 'createIndices', 'dropIndex',
        'createForeignKey', 'createForeignKeys', 'dropForeignKey', 'dropForeignKeys', 'createUniqueConstraint', 'dropUniqueConstraint', 'createPrimaryKey',
        'dropPrimaryKey', 'getTable', 'hasTable', 'hasColumn', 'renameTable', 'clearTable',
      ].map((method) => `Runner.${method}`),
      takes: [{ at: 0, is: 'dotted-table' }],
      accessByMethod: { define: '^(?:drop|rename)Table$', read: '^(?:get|has)', write: '.' },
      match: [
        { code: "import { MigrationInterface, QueryRunner } from 'typeorm';\nclass Users implements MigrationInterface {\n  async down(runner: QueryRunner) {\n    await runner.dropTable('kol.users');\n  }\n}", finds: ['schema kol', 'table users'] },
      ],
      skip: ["word.dropTable('users');"],
    },
    {
      call: ['Runner.createSchema', 'Runner.dropSchema'],
      takes: [{ at: 0, is: 'schema' }],
      access: 'define',
      match: [{ code: "await queryRunner.createSchema('kol', true);", finds: ['schema kol'] }],
      skip: ["ajv.createSchema('kol');"],
    },
    {
      // An entity has its class, or a name with a capital; what is joined behind a dot is a relation of it.
      call: ['from', 'into', 'update', 'leftJoin', 'innerJoin', 'leftJoinAndSelect', 'innerJoinAndSelect'].map((method) => `Builder.${method}`),
      takes: [{ at: 0, is: 'table', within: '^([a-z_]\\w*)$', orClass: true }],
      accessByMethod: { write: '^(?:into|update)$', read: '.' },
      match: [
        {
          code: "import { DataSource } from 'typeorm';\nconst users = (db: DataSource) => db.createQueryBuilder().select('u.id').from('kol_users', 'u').leftJoin('kol_scores', 's', 's.user = u.id').getRawMany();",
          finds: ['table kol_users', 'table kol_scores'],
        },
        { code: "await repository.createQueryBuilder().insert().into('kol_users').values([]).execute();", finds: ['table kol_users'] },
      ],
      skip: ["repository.createQueryBuilder('u').leftJoin('u.orders', 'o').innerJoin('Profile', 'p').getMany();", "repository.createQueryBuilder().delete().from(User).execute();", "Array.from('kol_users');"],
    },
    {
      call: ['insert', 'update', 'upsert', 'delete', 'find', 'findBy', 'findOne', 'findOneBy', 'count', 'clear'].map((method) => `Manager.${method}`),
      takes: [{ at: 0, is: 'table', within: '^([a-z_]\\w*)$', orClass: true }],
      accessByMethod: { read: '^(?:find|count)', write: '.' },
      match: [{ code: "await queryRunner.manager.insert('kol_roles', [{ id: 1 }]);", finds: ['table kol_roles'] }],
      skip: ["await queryRunner.manager.insert(Role, [{ id: 1 }]);", "await cache.manager.delete('kol_roles');"],
    },
    {
      call: ['Runner.query'],
      takes: [{ at: 0, is: 'sql' }],
      match: [{ code: "await queryRunner.query('TRUNCATE TABLE kol.users');", finds: ['schema kol', 'table users'] }],
      skip: ["dom.query('TRUNCATE TABLE');"],
    },
    {
      call: ['drizzle-orm/pg-core.pgSchema'],
      takes: [{ at: 0, is: 'schema', system: 'postgres' }],
      access: 'define',
      match: [{ code: "import { pgSchema } from 'drizzle-orm/pg-core';\nexport const kol = pgSchema('kol_app');", finds: ['schema kol_app'] }],
      skip: ["import { pgEnum } from 'drizzle-orm/pg-core';\npgEnum('kol_app', ['a']);"],
    },
    {
      call: ['drizzle-orm/mysql-core.mysqlSchema'],
      takes: [{ at: 0, is: 'database', system: 'mysql' }],
      access: 'define',
      match: [{ code: "import { mysqlSchema } from 'drizzle-orm/mysql-core';\nexport const kol = mysqlSchema('kol_app');", finds: ['database kol_app'] }],
      skip: ["import { mysqlEnum } from 'drizzle-orm/mysql-core';\nmysqlEnum('kol_app', ['a']);"],
    },
    {
      call: ['typeorm.DataSource', 'typeorm.createConnection', '@nestjs/typeorm.TypeOrmModule.forRoot'],
      unless: { at: 0, entry: ['type'], equals: OTHER_ENGINE },
      takes: [
        { at: 0, entry: ['database'], is: 'database' },
        { at: 0, entry: ['schema'], is: 'schema' },
        { at: 0, entry: ['url'], is: 'uri' },
        { at: 0, entry: ['migrationsTableName'], is: 'table' },
      ],
      match: [
        {
          code: "import { DataSource } from 'typeorm';\nnew DataSource({ type: 'postgres', username: 'kol_user', database: 'kol_app', schema: 'kol', migrationsTableName: 'kol_migrations' });",
          finds: ['database kol_app', 'schema kol', 'table kol_migrations'],
        },
        {
          code: "import { TypeOrmModule } from '@nestjs/typeorm';\nTypeOrmModule.forRoot({ type: 'mysql', username: 'kol_user', database: 'todo' });",
          finds: ['database todo'],
        },
      ],
      skip: [
        "import { DataSource } from 'typeorm';\nnew DataSource({ type: 'sqlite', username: 'kol_app' });",
        "import { DataSource } from 'typeorm';\nnew DataSource({ type: 'better-sqlite3', database: ':memory:' });",
        "import { TypeOrmModule } from '@nestjs/typeorm';\nTypeOrmModule.forRoot({ type: 'mongodb', database: 'kol_app' });",
      ],
    },
    {
      call: ['typeorm.Entity', 'typeorm.ViewEntity'],
      takes: [
        { at: 0, is: 'dotted-table' },
        { at: 0, entry: ['name'], is: 'table' },
        { at: 0, entry: ['schema'], is: 'schema' },
        { at: 1, entry: ['schema'], is: 'schema' },
        { at: 0, entry: ['expression'], is: 'sql' },
      ],
      access: 'define',
      match: [
        {
          code: "import { ViewEntity } from 'typeorm';\n@ViewEntity({ name: 'score', expression: 'WITH RECURSIVE s AS (SELECT id FROM scores) SELECT * FROM s' })\nexport class Score {}",
          finds: ['table score', 'table scores'],
        },
        { code: "import { Entity } from 'typeorm';\n@Entity({ name: 'users', schema: 'kol' })\nexport class User {}", finds: ['table users', 'schema kol'] },
        { code: "import { Entity } from 'typeorm';\n@Entity('users')\nexport class User {}", finds: ['table users'] },
      ],
      skip: ["import { Entity } from 'typeorm';\n@Entity({ orderBy: { name: 'ASC' } })\nexport class User {}"],
    },
  ],
};
