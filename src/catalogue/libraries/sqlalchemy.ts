import type { Library } from '../library.js';

/** https://docs.sqlalchemy.org/en/20/core/engines.html; the dialect is that of the URL. */
export const sqlalchemy: Library = {
  library: 'sqlalchemy',
  language: 'python',
  system: null,
  types: {
    Engine: [
      'sqlalchemy.create_engine()', 'sqlalchemy.engine.create_engine()', 'sqlalchemy.ext.asyncio.create_async_engine()', 'sqlmodel.create_engine()', '~engine',
    ],
    Inspector: ['sqlalchemy.inspect()', 'sqlalchemy.inspection.inspect()', 'sqlalchemy.engine.reflection.Inspector.from_engine()', '~inspector'],
    Connection: ['Engine.connect()', 'Engine.begin()', 'Engine.raw_connection()', 'sqlalchemy.orm.Session()', 'sqlalchemy.orm.sessionmaker()()', 'Connection.execution_options()'],
  },
  wrappers: ['sqlalchemy.text', 'sqlalchemy.sql.text', 'sqlalchemy.sql.expression.text'],
  entries: [
    {
      call: ['sqlalchemy.create_engine', 'sqlalchemy.engine.create_engine', 'sqlalchemy.ext.asyncio.create_async_engine', 'sqlmodel.create_engine', '~create_engine', 'databases.Database'],
      takes: [{ at: 0, keyword: 'url', is: 'uri' }],
      match: [
        { code: 'from sqlalchemy import create_engine\ncreate_engine("postgresql+psycopg2://a:b@sme-postgres:5432/kol_app")', finds: ['database kol_app'] },
        { code: 'from sqlalchemy import create_engine\ncreate_engine("trino://kol@sme-trino:8080/iceberg/kol_gold")', finds: ['catalog iceberg', 'schema kol_gold'] },
      ],
      skip: ['from sqlalchemy import create_engine\ncreate_engine("sqlite:///kol_app.db")'],
    },
    {
      call: ['sqlalchemy.URL.create', 'sqlalchemy.engine.URL.create', 'sqlalchemy.engine.url.URL.create', 'sqlalchemy.engine.url.URL', 'sqlalchemy.engine.URL'],
      where: { at: 0, keyword: 'drivername', contains: 'postgres' },
      takes: [{ at: 5, keyword: 'database', is: 'database', system: 'postgres' }],
      match: [
        { code: 'from sqlalchemy import URL\nURL.create("postgresql+psycopg2", username="kol", database="kol_app")', finds: ['database kol_app'] },
      ],
      skip: ['from sqlalchemy import URL\nURL.create("sqlite", database="kol.db")'],
    },
    {
      call: ['sqlalchemy.URL.create', 'sqlalchemy.engine.URL.create', 'sqlalchemy.engine.url.URL.create'],
      where: { at: 0, keyword: 'drivername', contains: 'mysql' },
      takes: [{ at: 5, keyword: 'database', is: 'database', system: 'mysql' }],
      match: [{ code: 'from sqlalchemy import URL\nURL.create("mysql+pymysql", database="kol_app")', finds: ['database kol_app'] }],
      skip: ['from sqlalchemy import URL\nURL.create("mysql+pymysql", username="kol_app")'],
    },
    {
      call: ['trino.sqlalchemy.URL'],
      takes: [
        { keyword: 'catalog', is: 'catalog', system: 'trino' },
        { keyword: 'schema', is: 'schema', system: 'trino' },
      ],
      match: [
        { code: 'from trino.sqlalchemy import URL\nURL(host="h", catalog="iceberg", schema="kol_gold")', finds: ['catalog iceberg', 'schema kol_gold'] },
      ],
      skip: ['from yarl import URL\nURL(host="h", path="iceberg")'],
    },
    {
      call: ['*.select_from'],
      takes: [{ at: 0, is: 'dotted-table' }],
      access: 'read',
      match: [
        { code: 'from sqlalchemy import select, text\nselect(text("*")).select_from(text("kol_gold.scores"))', finds: ['schema kol_gold', 'table scores'] },
      ],
      skip: ['from sqlalchemy import func, select\nselect(func.count()).select_from(scores)', 'select(func.count()).select_from(text("scores JOIN likes USING (id)"))'],
    },
    {
      call: ['sqlalchemy.select', 'sqlalchemy.sql.select', 'sqlalchemy.sql.Select', 'sqlalchemy.sql.expression.select'],
      takes: [{ keyword: 'from_obj', is: 'dotted-table' }],
      access: 'read',
      match: [
        { code: 'from sqlalchemy import text\nfrom sqlalchemy.sql import Select\nSelect([text("*")], from_obj=text("kol_gold.scores"))', finds: ['schema kol_gold', 'table scores'] },
      ],
      skip: ['from sqlalchemy import select\nselect([scores.c.id], from_obj=scores.join(likes))'],
    },
    {
      call: ['Connection.execute', 'Connection.exec_driver_sql', 'Connection.scalar', 'Connection.scalars', 'Engine.execute'],
      takes: [{ at: 0, keyword: 'statement', is: 'sql' }],
      match: [
        {
          code: 'from sqlalchemy import create_engine, text\nwith create_engine("trino://kol@h:8080/iceberg").connect() as conn:\n    conn.execute(text("SELECT * FROM kol_gold.scores"))',
          finds: ['catalog iceberg', 'schema kol_gold', 'table scores'],
        },
      ],
      skip: ['job.execute("SELECT")'],
    },
    {
      call: ['sqlalchemy.MetaData', 'sqlalchemy.schema.MetaData'],
      takes: [{ keyword: 'schema', is: 'schema' }],
      match: [{ code: 'from sqlalchemy import MetaData\nMetaData(schema="kol_app")', finds: ['schema kol_app'] }],
      skip: ['from sqlalchemy import MetaData\nMetaData(naming_convention="kol_app")'],
    },
    {
      call: ['Inspector.*'],
      takes: [{ keyword: 'schema', is: 'schema' }],
      access: 'read',
      match: [{ code: 'from sqlalchemy import inspect\ninspect(engine).get_table_names(schema="kol_app")', finds: ['schema kol_app'] }],
      skip: ['import inspect\ninspect.getmembers(module, schema="kol_app")'],
    },
    {
      call: ['Inspector.get_columns', 'Inspector.has_table', 'Inspector.get_pk_constraint', 'Inspector.get_foreign_keys', 'Inspector.get_indexes'],
      takes: [{ at: 0, keyword: 'table_name', is: 'table' }],
      access: 'read',
      match: [{ code: 'import sqlalchemy as sa\nsa.inspect(engine).has_table("users")', finds: ['table users'] }],
      skip: ['frame.get_columns("users")'],
    },
    {
      call: ['sqlalchemy.ForeignKey', 'sqlalchemy.schema.ForeignKey', 'sqlmodel.ForeignKey'],
      takes: [{ at: 0, keyword: 'column', is: 'dotted-table', within: '^(\\w+\\.\\w+)\\.\\w+$' }],
      access: 'read',
      match: [{ code: 'from sqlalchemy import ForeignKey\nForeignKey("kol_app.users.id")', finds: ['schema kol_app', 'table users'] }],
      skip: ['from sqlalchemy import ForeignKey\nForeignKey("users.id")', 'from shop import ForeignKey\nForeignKey("kol_app.users.id")'],
    },
    {
      // What a relationship of many to many goes through; a list of tables is no name.
      call: ['sqlalchemy.orm.relationship', 'sqlalchemy.orm.relation', '~db.relationship'],
      takes: [{ keyword: 'secondary', is: 'dotted-table' }],
      access: 'read',
      match: [
        { code: 'from sqlalchemy.orm import relationship\nrelationship("Product", secondary="order_products")', finds: ['table order_products'] },
        { code: 'from sqlalchemy.orm import relationship\nrelationship("Product", secondary="kol_app.order_products")', finds: ['schema kol_app', 'table order_products'] },
      ],
      skip: ['from sqlalchemy.orm import relationship\nrelationship("Product", secondary=order_products)', 'from people import relationship\nrelationship("a", secondary="b")'],
    },
    {
      call: ['sqlalchemy.Table', 'sqlalchemy.schema.Table'],
      takes: [
        { at: 0, keyword: 'name', is: 'table' },
        { keyword: 'schema', is: 'schema' },
      ],
      match: [{ code: 'from sqlalchemy import Table\nTable("users", metadata, schema="kol_app")', finds: ['table users', 'schema kol_app'] }],
      skip: ['from rich.table import Table\nTable("users", title="kol_app")'],
    },
  ],
};
