/**
 * Statements of our own making, by a seeded random walk over a small grammar: the shapes that data
 * platforms write, each with names in every position that SQL has for them.
 */
export type GeneratedDialect = 'trino' | 'spark' | 'postgres';

/** `count` different statements; the same for the same seed. */
export function generateStatements(dialect: GeneratedDialect, count: number, seed: number): string[] {
  const statements = new Set<string>();
  const generator = new Generator(dialect, seed);
  for (let attempt = 0; statements.size < count && attempt < count * 20; attempt++) {
    statements.add(generator.statement());
  }
  return [...statements];
}

type Rule = (generator: Generator) => string;

const CATALOGS = ['iceberg', 'kol_lake', '"Hive"'] as const;
const SCHEMAS = ['kol_silver', 'sme_gold', 'bronze', '"kol-raw"', 'analytics', 'public'] as const;
const TABLES = ['events', 'orders', 'customers', 'trust_scores', '"Order Items"', 'data', 'user_stats', 'dates'] as const;
const COLUMNS = ['id', 'name', 'ts', 'amount', 'country', '"From"', 'kind', 'value'] as const;
const ALIASES = ['a', 'b', 'e', 'src', 'tgt', 'latest'] as const;
const TYPES = ['bigint', 'varchar(20)', 'timestamp', 'decimal(10, 2)', 'date', 'boolean'] as const;

/** How deep queries are nested; dt-sql-parser takes a second for a statement of Spark at two. */
const DEEPEST: Readonly<Record<GeneratedDialect, number>> = { trino: 2, spark: 1, postgres: 2 };

class Generator {
  private depth = 0;
  private named: string[] = [];

  constructor(
    readonly dialect: GeneratedDialect,
    private seed: number,
  ) {}

  /** A linear congruential generator (Numerical Recipes): good enough to choose words. */
  private random(): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0;
    return this.seed / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(this.random() * items.length)] ?? items[0];
  }

  maybe(text: string, probability = 0.5): string {
    return this.chance(probability) ? text : '';
  }

  list(make: Rule, most: number): string {
    const count = 1 + Math.floor(this.random() * most);
    return Array.from({ length: count }, () => make(this)).join(', ');
  }

  /** Double quotes are strings in Spark, which has backticks. */
  private quotes(name: string): string {
    return this.dialect === 'spark' ? name.replaceAll('"', '`') : name;
  }

  statement(): string {
    this.depth = 0;
    this.named = [];
    const own = OWN_STATEMENTS[this.dialect];
    const rule = this.chance(0.45) ? query : this.pick([...COMMON_STATEMENTS, ...own]);
    return this.disguise(rule(this));
  }

  /** Comments and line breaks where blanks were, and keywords in the other case. */
  private disguise(sql: string): string {
    const style = this.random();
    if (style < 0.15) return sql.replace(/ (?=(?:[^'"`]*(?:'[^']*'|"[^"]*"|`[^`]*`))*[^'"`]*$)/, ' /* FROM kol.x */ ');
    if (style < 0.3) return `-- select * from sme.y\n${sql}`;
    if (style < 0.5) return sql.replaceAll(/\b(?:FROM|JOIN|WHERE) /g, (word) => `\n${word.toLowerCase()}`);
    return sql;
  }

  table(): string {
    const parts = [this.quotes(this.pick(TABLES))];
    if (this.chance(0.75)) parts.unshift(this.quotes(this.pick(SCHEMAS)));
    if (parts.length === 2 && this.dialect !== 'postgres' && this.chance(0.6)) {
      parts.unshift(this.quotes(this.pick(CATALOGS)));
    }
    return parts.join('.');
  }

  schema(): string {
    const schema = this.quotes(this.pick(SCHEMAS));
    return this.dialect === 'postgres' || this.chance(0.5) ? schema : `${this.quotes(this.pick(CATALOGS))}.${schema}`;
  }

  column(): string {
    const column = this.quotes(this.pick(COLUMNS));
    return this.chance(0.3) ? `${this.pick(ALIASES)}.${column}` : column;
  }

  bareColumn(): string {
    return this.quotes(this.pick(COLUMNS));
  }

  alias(): string {
    return this.pick(ALIASES);
  }

  type(): string {
    const type = this.pick(TYPES);
    return this.dialect === 'postgres' || type !== 'varchar(20)' ? type : 'varchar(20)';
  }

  /** A relation of FROM: a table, now and then a named query, a subquery or a group of joins. */
  relation(): string {
    if (this.named.length > 0 && this.chance(0.4)) return this.oneNamed();
    if (this.depth < DEEPEST[this.dialect] && this.chance(0.2)) return `(${this.nested(query)}) ${this.maybe('AS ')}${this.alias()}`;
    if (this.chance(0.08)) return this.tableFunction();
    return `${this.table()}${this.maybe(` ${this.maybe('AS ')}${this.alias()}`)}`;
  }

  private oneNamed(): string {
    const [first = 'x', ...rest] = this.named;
    return this.pick([first, ...rest]);
  }

  private tableFunction(): string {
    switch (this.dialect) {
      case 'trino':
        return `UNNEST(${this.column()}) AS u(v)`;
      case 'spark':
        return 'range(1, 10)';
      case 'postgres':
        return `${this.maybe('LATERAL ')}generate_series(1, 10) AS g(v)`;
    }
  }

  nested(rule: Rule): string {
    this.depth++;
    const before = this.named;
    const text = rule(this);
    this.named = before;
    this.depth--;
    return text;
  }

  maybeNamedQueries(): string {
    return this.depth < DEEPEST[this.dialect] && this.chance(0.25) ? this.withClause() : '';
  }

  /** `WITH …` before a query, whose names the query may use. */
  withClause(): string {
    const names = ['events', 'totals'].slice(0, 1 + Math.floor(this.random() * 2));
    const queries = names.map((name) => {
      const body = this.nested(query);
      this.named = [...this.named, name];
      return `${name} AS (${body})`;
    });
    return `WITH ${queries.join(', ')} `;
  }

  expression(): string {
    if (this.depth < DEEPEST[this.dialect] && this.chance(0.05)) return `(${this.nested(query)})`;
    return this.pick([
      this.column(),
      this.column(),
      '1',
      "'text from somewhere'",
      `EXTRACT(year FROM ${this.column()})`,
      `TRIM(BOTH ' ' FROM ${this.column()})`,
      `count(${this.column()})`,
      `CASE WHEN ${this.column()} = 1 THEN 'a' ELSE ${this.column()} END`,
      `CAST(${this.column()} AS ${this.type()})`,
      `max(${this.column()}) OVER (PARTITION BY ${this.column()} ORDER BY ${this.column()})`,
      `coalesce(${this.column()}, ${this.column()})`,
    ]);
  }

  condition(): string {
    if (this.depth < DEEPEST[this.dialect] && this.chance(0.1)) return `EXISTS (${this.nested(query)})`;
    if (this.depth < DEEPEST[this.dialect] && this.chance(0.1)) return `${this.column()} IN (${this.nested(query)})`;
    return this.pick([
      `${this.column()} = ${this.column()}`,
      `${this.column()} IS DISTINCT FROM ${this.column()}`,
      `${this.column()} BETWEEN 1 AND 2`,
      `${this.column()} LIKE 'from %'`,
      `${this.column()} IS NOT NULL`,
      `(${this.column()} > 1 OR ${this.column()} < 3)`,
    ]);
  }
}

function select(g: Generator): string {
  const items = g.list((inner) => `${inner.expression()}${inner.maybe(` AS ${inner.bareColumn()}`, 0.3)}`, 3);
  const joins = g.maybe(` ${g.pick(['JOIN', 'LEFT JOIN', 'INNER JOIN'])} ${g.relation()} ON ${g.condition()}`, 0.5)
    + g.maybe(` CROSS JOIN ${g.relation()}`, 0.15);
  const more = g.maybe(`, ${g.relation()}`, 0.2);
  const where = g.maybe(` WHERE ${g.condition()}`, 0.5);
  const group = g.maybe(` GROUP BY ${g.column()}${g.maybe(` HAVING count(*) > 1`)}`, 0.2);
  return `SELECT ${g.maybe('DISTINCT ', 0.1)}${items} FROM ${g.relation()}${joins}${more}${where}${group}`;
}

function query(g: Generator): string {
  const before = g.maybeNamedQueries();
  const first = select(g);
  const operator = g.pick([' UNION ALL ', ' UNION ', ' INTERSECT ', ' EXCEPT ']);
  const set = g.chance(0.15) ? `${operator}${select(g)}` : '';
  return `${before}${first}${set}${g.maybe(` ORDER BY 1${g.maybe(' LIMIT 10')}`, 0.2)}`;
}

function columnsOf(g: Generator): string {
  return g.list((inner) => `${inner.bareColumn()} ${inner.type()}`, 3);
}

const COMMON_STATEMENTS: readonly [Rule, ...Rule[]] = [
  (g) => `INSERT INTO ${g.table()} ${query(g)}`,
  (g) => `INSERT INTO ${g.table()} (id, name) VALUES (1, 'from x'), (2, 'y')`,
  (g) => `DELETE FROM ${g.table()} WHERE ${g.condition()}`,
  (g) => `UPDATE ${g.table()} SET name = 'x', amount = 1 WHERE ${g.condition()}`,
  (g) => `MERGE INTO ${g.table()} AS t USING ${g.pick([g.table(), `(${g.nested(query)})`])} AS s ON t.id = s.id`
    + ' WHEN MATCHED THEN UPDATE SET name = s.name WHEN NOT MATCHED THEN INSERT (id, name) VALUES (s.id, s.name)',
  (g) => `CREATE TABLE ${g.maybe('IF NOT EXISTS ')}${g.table()} AS ${query(g)}`,
  (g) => `CREATE TABLE ${g.maybe('IF NOT EXISTS ')}${g.table()} (${columnsOf(g)})`,
  (g) => `CREATE ${g.maybe('OR REPLACE ')}VIEW ${g.table()} AS ${query(g)}`,
  (g) => `DROP TABLE ${g.maybe('IF EXISTS ')}${g.table()}`,
  (g) => `DROP VIEW ${g.maybe('IF EXISTS ')}${g.table()}`,
  (g) => `DROP SCHEMA ${g.maybe('IF EXISTS ')}${g.schema()}${g.maybe(' CASCADE')}`,
  (g) => `CREATE SCHEMA ${g.maybe('IF NOT EXISTS ')}${g.schema()}`,
  (g) => `ALTER TABLE ${g.table()} RENAME COLUMN id TO identity`,
  (g) => `ALTER TABLE ${g.table()} ADD COLUMN extra bigint`,
  (g) => `TRUNCATE TABLE ${g.table()}`,
  (g) => `EXPLAIN ${query(g)}`,
  (g) => `COMMENT ON TABLE ${g.table()} IS 'rows from x'`,
];

const OWN_STATEMENTS: Readonly<Record<GeneratedDialect, readonly Rule[]>> = {
  trino: [
    (g) => `CREATE SCHEMA ${g.schema()} WITH (location = 's3a://kol-bronze/x')`,
    (g) => `CREATE TABLE ${g.table()} (${columnsOf(g)}) WITH (format = 'PARQUET', partitioning = ARRAY['ts'])`,
    (g) => `CREATE TABLE ${g.table()} (LIKE ${g.table()} INCLUDING PROPERTIES)`,
    (g) => `CREATE OR REPLACE MATERIALIZED VIEW ${g.table()} AS ${query(g)}`,
    (g) => `REFRESH MATERIALIZED VIEW ${g.table()}`,
    (g) => `ALTER TABLE ${g.table()} RENAME TO ${g.table()}`,
    (g) => `ALTER TABLE ${g.table()} EXECUTE optimize(file_size_threshold => '10MB')`,
    (g) => `ANALYZE ${g.table()}`,
    (g) => `SHOW TABLES FROM ${g.schema()}`,
    (g) => `SHOW CREATE TABLE ${g.table()}`,
    (g) => `SHOW COLUMNS FROM ${g.table()}`,
    (g) => `DESCRIBE ${g.table()}`,
    (g) => `USE ${g.schema()}`,
    (g) => `GRANT SELECT ON ${g.table()} TO ROLE reader`,
    (g) => `SELECT * FROM ${g.table()} FOR VERSION AS OF 123 AS v, ${g.table()}`,
    (g) => `SELECT * FROM ${g.table()} TABLESAMPLE BERNOULLI (10) CROSS JOIN UNNEST(tags) AS u(tag)`,
    (g) => `SELECT * FROM TABLE(exclude_columns(input => TABLE(${g.table()}), columns => DESCRIPTOR(id)))`,
    (g) => `SELECT * FROM (${g.table()} AS x CROSS JOIN ${g.table()} AS y)`,
    (g) => `TABLE ${g.table()}`,
    (g) => `COMMENT ON COLUMN ${g.table()}.id IS 'the key'`,
  ],
  spark: [
    (g) => `CREATE TABLE ${g.table()} (${columnsOf(g)}) USING parquet LOCATION 's3a://kol-bronze/x'`,
    (g) => `CREATE TABLE ${g.table()} LIKE ${g.table()}`,
    (g) => `INSERT OVERWRITE TABLE ${g.table()} PARTITION (ts = '2024') ${query(g)}`,
    (g) => `CACHE TABLE ${g.table()}`,
    (g) => `ANALYZE TABLE ${g.table()} COMPUTE STATISTICS`,
    (g) => `SHOW TABLES IN ${g.schema()}`,
    (g) => `SHOW PARTITIONS ${g.table()}`,
    (g) => `SHOW TBLPROPERTIES ${g.table()}`,
    (g) => `DESCRIBE TABLE ${g.table()}`,
    (g) => `USE ${g.schema()}`,
    (g) => `MSCK REPAIR TABLE ${g.table()}`,
    (g) => `LOAD DATA INPATH 's3a://kol-bronze/x' INTO TABLE ${g.table()}`,
    (g) => `SELECT * FROM ${g.table()} LATERAL VIEW explode(tags) t AS k, v WHERE k = 1`,
    (g) => `SELECT * FROM ${g.table()} VERSION AS OF 12`,
    (g) => `SELECT * FROM ${g.table()} LEFT SEMI JOIN ${g.table()} ON a.id = b.id`,
    (g) => `FROM ${g.table()} INSERT INTO ${g.table()} SELECT id INSERT INTO ${g.table()} SELECT name`,
  ],
  postgres: [
    (g) => `CREATE TABLE ${g.table()} (id bigint PRIMARY KEY, other bigint REFERENCES ${g.table()} (id))`,
    (g) => `CREATE TABLE ${g.table()} PARTITION OF ${g.table()} FOR VALUES FROM (1) TO (10)`,
    (g) => `CREATE TABLE ${g.table()} (extra text) INHERITS (${g.table()}, ${g.table()})`,
    (g) => `CREATE TABLE ${g.table()} (LIKE ${g.table()} INCLUDING ALL)`,
    (g) => `CREATE INDEX ON ${g.table()} USING btree (id)`,
    (g) => `CREATE MATERIALIZED VIEW ${g.table()} AS ${query(g)}`,
    (g) => `CREATE TRIGGER tr BEFORE INSERT OR UPDATE ON ${g.table()} FOR EACH ROW EXECUTE FUNCTION f()`,
    (g) => `CREATE POLICY p ON ${g.table()} USING (${g.condition()})`,
    (g) => `CREATE PUBLICATION p FOR TABLE ${g.table()}, ${g.table()}`,
    (g) => `COPY ${g.table()} (id, name) FROM STDIN`,
    (g) => `COPY (${query(g)}) TO STDOUT`,
    (g) => `DELETE FROM ${g.table()} AS d USING ${g.table()} AS u WHERE d.id = u.id`,
    (g) => `UPDATE ${g.table()} AS d SET name = u.name FROM ${g.table()} AS u WHERE d.id = u.id`,
    (g) => `INSERT INTO ${g.table()} AS i (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET name = 'x' RETURNING id`,
    (g) => `GRANT SELECT, INSERT ON ${g.table()}, ${g.table()} TO reader`,
    (g) => `ALTER TABLE ${g.table()} SET SCHEMA analytics`,
    (g) => `ALTER TABLE ${g.table()} ATTACH PARTITION ${g.table()} FOR VALUES IN ('a')`,
    (g) => `DROP TABLE ${g.table()}, ${g.table()} CASCADE`,
    (g) => `TRUNCATE ${g.table()}, ${g.table()}`,
    (g) => `LOCK TABLE ${g.table()} IN SHARE MODE`,
    (g) => `VACUUM (ANALYZE) ${g.table()}`,
    (g) => `REFRESH MATERIALIZED VIEW CONCURRENTLY ${g.table()}`,
    (g) => `SELECT DISTINCT ON (id) * FROM ${g.table()} FOR UPDATE OF a, b`,
    (g) => `SELECT * INTO ${g.table()} FROM ${g.table()}`,
    (g) => `WITH gone AS (DELETE FROM ${g.table()} RETURNING *) INSERT INTO ${g.table()} SELECT * FROM gone`,
    (g) => `COMMENT ON COLUMN ${g.table()}.id IS 'x'`,
    (g) => `EXPLAIN (ANALYZE, BUFFERS) ${query(g)}`,
  ],
};
