import { loadModule, parseSync } from 'libpg-query';

/**
 * The tables, schemas and databases of one statement as PostgreSQL's own parser names them, sorted:
 * `table a.b`, `schema s`, `database d`; null where it does not parse. Its tree gives no positions
 * for the names of DROP, COMMENT and the like, so names are compared, not places.
 */
export type NameOracle = (sql: string) => readonly string[] | null;

export async function postgresOracle(): Promise<NameOracle> {
  await loadModule();
  return (sql) => {
    try {
      const tree: unknown = parseSync(sql);
      return new TreeWalk().namesIn(tree);
    } catch {
      return null;
    }
  };
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Kinds of objects whose names are those of tables. */
const RELATIONS = new Set([
  'OBJECT_TABLE',
  'OBJECT_VIEW',
  'OBJECT_MATVIEW',
  'OBJECT_FOREIGN_TABLE',
]);

class TreeWalk {
  private readonly names: string[] = [];

  namesIn(tree: unknown): readonly string[] {
    this.visit(tree, new Set());
    return [...new Set(this.names)].sort();
  }

  private visit(value: unknown, visible: ReadonlySet<string>): void {
    if (Array.isArray(value)) {
      for (const item of value) this.visit(item, visible);
    } else if (isNode(value)) {
      for (const [key, child] of Object.entries(value)) this.field(key, child, visible);
    }
  }

  private field(key: string, child: unknown, visible: ReadonlySet<string>): void {
    if (!isNode(child)) return this.visit(child, visible);
    switch (key) {
      case 'sequence':
      case 'typevar':
        return undefined;
      case 'withClause':
      case 'lockingClause':
      case 'LockingClause':
        return undefined;
      default:
        if (typeof child['relname'] === 'string') return this.relation(child, visible);
        return this.statement(key, child, visible);
    }
  }

  private statement(key: string, child: Node, visible: ReadonlySet<string>): void {
    switch (key) {
      case 'DropStmt':
        return this.dropped(child);
      case 'CommentStmt':
      case 'SecLabelStmt':
        return this.commented(child);
      case 'CreateSchemaStmt':
        this.add('schema', child['schemaname']);
        return this.visit(child['schemaElts'], visible);
      case 'CreatedbStmt':
      case 'DropdbStmt':
      case 'AlterDatabaseStmt':
      case 'AlterDatabaseSetStmt':
        return this.add('database', child['dbname']);
      case 'RenameStmt':
        return this.renamed(child, visible);
      case 'AlterObjectSchemaStmt':
        this.add('schema', child['newschema']);
        return RELATIONS.has(String(child['objectType'])) ? this.visit(child, visible) : undefined;
      case 'AlterTableStmt':
        if (RELATIONS.has(String(child['objtype']))) return this.visit(child, visible);
        return undefined;
      case 'AlterObjectDependsStmt':
        return String(child['objectType']) === 'OBJECT_INDEX' ? undefined : this.visit(child, visible);
      case 'DefElem':
        if (child['defname'] === 'owned_by') this.add('table', stringsIn(child['arg']).slice(0, -1).join('.'));
        return this.visit(child, visible);
      case 'GrantStmt':
        return this.granted(child, visible);
      case 'ReindexStmt':
        return child['kind'] === 'REINDEX_OBJECT_TABLE' ? this.visit(child, visible) : undefined;
      case 'ConstraintsSetStmt':
        return undefined;
      case 'ImportForeignSchemaStmt':
        this.add('schema', child['remote_schema']);
        return this.add('schema', child['local_schema']);
      default:
        return this.visit(child, this.scope(child, visible));
    }
  }

  /** The named subqueries of a statement's WITH, each body seen before its own name unless recursive. */
  private scope(child: Node, visible: ReadonlySet<string>): ReadonlySet<string> {
    const clause = child['withClause'];
    if (!isNode(clause)) return visible;
    const inSight = new Set(visible);
    for (const cte of asList(clause['ctes'])) {
      if (clause['recursive'] === true) inSight.add(this.nameOf(cte));
      this.visit(cte, new Set(inSight));
      inSight.add(this.nameOf(cte));
    }
    return inSight;
  }

  private nameOf(cte: unknown): string {
    const expression = isNode(cte) ? cte['CommonTableExpr'] : null;
    return isNode(expression) ? String(expression['ctename']) : '';
  }

  private relation(node: Node, visible: ReadonlySet<string>): void {
    const name = String(node['relname']);
    const schema = node['schemaname'];
    if (schema === undefined && visible.has(name)) return;
    const parts = [node['catalogname'], schema, name].filter((part) => typeof part === 'string');
    this.names.push(`table ${parts.join('.')}`);
  }

  private dropped(node: Node): void {
    const type = String(node['removeType']);
    for (const object of asList(node['objects'])) {
      const parts = stringsIn(object);
      if (RELATIONS.has(type)) this.names.push(`table ${parts.join('.')}`);
      else if (type === 'OBJECT_SCHEMA') this.add('schema', parts[0]);
      else if (type === 'OBJECT_TRIGGER' || type === 'OBJECT_POLICY' || type === 'OBJECT_RULE') {
        this.names.push(`table ${parts.slice(0, -1).join('.')}`);
      }
    }
  }

  private commented(node: Node): void {
    const type = String(node['objtype']);
    const parts = stringsIn(node['object']);
    if (RELATIONS.has(type)) this.names.push(`table ${parts.join('.')}`);
    else if (type === 'OBJECT_SCHEMA') this.add('schema', parts[0]);
    else if (type === 'OBJECT_DATABASE') this.add('database', parts[0]);
    else if (['OBJECT_COLUMN', 'OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE', 'OBJECT_TABCONSTRAINT'].includes(type)) {
      this.names.push(`table ${parts.slice(0, -1).join('.')}`);
    }
  }

  private renamed(node: Node, visible: ReadonlySet<string>): void {
    const type = String(node['renameType']);
    if (type === 'OBJECT_SCHEMA' || type === 'OBJECT_DATABASE') {
      const kind = type === 'OBJECT_SCHEMA' ? 'schema' : 'database';
      this.add(kind, node['subname']);
      this.add(kind, node['newname']);
      return;
    }
    const ofRelation = RELATIONS.has(String(node['relationType'])) || RELATIONS.has(type);
    if (type === 'OBJECT_INDEX' || type === 'OBJECT_SEQUENCE' || type === 'OBJECT_ATTRIBUTE') return;
    this.visit(node, visible);
    if (RELATIONS.has(type) && ofRelation) this.add('table', node['newname']);
  }

  private granted(node: Node, visible: ReadonlySet<string>): void {
    const type = String(node['objtype']);
    if (node['targtype'] === 'ACL_TARGET_OBJECT' && type === 'OBJECT_TABLE') return this.visit(node['objects'], visible);
    if (type === 'OBJECT_SCHEMA' || node['targtype'] === 'ACL_TARGET_ALL_IN_SCHEMA') {
      for (const object of asList(node['objects'])) this.add('schema', stringsIn(object)[0]);
    } else if (type === 'OBJECT_DATABASE') {
      for (const object of asList(node['objects'])) this.add('database', stringsIn(object)[0]);
    }
  }

  private add(kind: string, name: unknown): void {
    if (typeof name === 'string' && name !== '') this.names.push(`${kind} ${name}`);
  }
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The string nodes below a node, in order: the parts of a dotted name. */
function stringsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => stringsIn(item));
  if (!isNode(value)) return [];
  const text = value['String'];
  if (isNode(text) && typeof text['sval'] === 'string') return [text['sval']];
  return Object.values(value).flatMap((child) => stringsIn(child));
}
