import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** A name that a parse tree takes for a table, schema or catalog; `start` counts UTF-16 units. */
export interface OracleName {
  readonly kind: 'catalog' | 'schema' | 'table';
  readonly start: number;
}

/** What an oracle makes of one statement; null where it cannot parse it. */
export type Oracle = (sql: string) => readonly OracleName[] | null;

/** The parts of antlr4ng's tree and dt-sql-parser's classes that are used here. */
interface Tree {
  readonly ruleIndex?: number;
  readonly children?: readonly Tree[] | null;
  readonly start?: { readonly start: number; readonly text?: string } | null;
  readonly symbol?: { readonly start: number; readonly text?: string };
  getText(): string;
}

interface Parser {
  parse(sql: string, onError: (error: unknown) => void): Tree;
  createParser(sql: string): { readonly ruleNames: readonly string[] };
}

/**
 * Plain Node cannot import dt-sql-parser, whose ES modules lack file endings: esbuild makes one file
 * of it, once.
 */
const BUNDLE = fileURLToPath(new URL('../../../node_modules/.cache/dt-sql-parser/dialects.mjs', import.meta.url));

async function dialects(): Promise<Record<'TrinoSQL' | 'SparkSQL', new () => Parser>> {
  if (!existsSync(BUNDLE)) {
    mkdirSync(new URL('.', pathToFileURL(BUNDLE)), { recursive: true });
    await build({
      stdin: {
        contents: 'export { TrinoSQL, SparkSQL } from "dt-sql-parser";',
        resolveDir: fileURLToPath(new URL('../../..', import.meta.url)),
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile: BUNDLE,
      logLevel: 'silent',
    });
  }
  return import(pathToFileURL(BUNDLE).href);
}

/** Which grammar rules stand for names of which kind. */
interface Grammar {
  readonly tables: ReadonlySet<string>;
  readonly schemas: ReadonlySet<string>;
  readonly catalogs: ReadonlySet<string>;
  /** The rule of one named subquery, and the rule whose subtree its name can be seen in. */
  readonly named: string;
  readonly scope: ReadonlySet<string>;
}

const TRINO: Grammar = {
  tables: new Set(['tableRef', 'tableNameCreate', 'viewRef', 'viewNameCreate']),
  schemas: new Set(['schemaRef', 'schemaNameCreate']),
  catalogs: new Set(['catalogRef', 'catalogNameCreate']),
  named: 'namedQuery',
  scope: new Set(['query', 'statement', 'rootQuery']),
};

const SPARK: Grammar = {
  tables: new Set(['tableName', 'tableNameCreate', 'viewName', 'viewNameCreate', 'identifierReference']),
  schemas: new Set(['namespaceName', 'namespaceNameCreate']),
  catalogs: new Set(),
  named: 'namedQuery',
  scope: new Set(['query', 'statement', 'dmlStatement']),
};

export async function trinoOracle(): Promise<Oracle> {
  return treeOracle(new (await dialects()).TrinoSQL(), TRINO);
}

export async function sparkOracle(): Promise<Oracle> {
  return treeOracle(new (await dialects()).SparkSQL(), SPARK);
}

function treeOracle(parser: Parser, grammar: Grammar): Oracle {
  const ruleNames = parser.createParser('SELECT 1').ruleNames;
  return (sql) => {
    let failed = false;
    const tree = parser.parse(sql, () => {
      failed = true;
    });
    if (failed || isGuess(tree, ruleNames)) return null;
    return new Walk(ruleNames, grammar, unitOffsets(sql)).namesIn(tree);
  };
}

/** Rules of Spark's grammar that take any words at all, take what Spark itself then refuses, or name by a string. */
const CATCH_ALL = new Set(['unsupportedHiveNativeCommands']);

/** Whether the grammar takes the text without saying what its parts are. */
function isGuess(tree: Tree, ruleNames: readonly string[]): boolean {
  const pending: Tree[] = [tree];
  let statements = 0;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const children = node.children ?? [];
    const rule = node.ruleIndex === undefined || node.ruleIndex < 0 ? '' : (ruleNames[node.ruleIndex] ?? '');
    const first = children[0]?.symbol?.text?.toUpperCase();
    if (CATCH_ALL.has(rule) || (rule === 'errorCapturingIdentifierExtra' && children.length > 0)) return true;
    if (rule === 'identifierReference' && first === 'IDENTIFIER') return true;
    if (rule === 'statement' && first === 'REFRESH' && children.every(({ symbol }) => symbol !== undefined)) return true;
    if (rule === 'singleStatement' && ++statements > 1) return true;
    for (const child of children) pending.push(child);
  }
  return false;
}

/** antlr counts code points; the UTF-16 offset of each, or null where they are the same. */
function unitOffsets(sql: string): readonly number[] | null {
  if (!/[\ud800-\udbff]/.test(sql)) return null;
  const offsets: number[] = [];
  let offset = 0;
  for (const point of sql) {
    offsets.push(offset);
    offset += point.length;
  }
  return offsets;
}

class Walk {
  private readonly names: OracleName[] = [];

  constructor(
    private readonly ruleNames: readonly string[],
    private readonly grammar: Grammar,
    private readonly units: readonly number[] | null,
  ) {}

  namesIn(tree: Tree): readonly OracleName[] {
    this.visit(tree, new Set());
    return this.names;
  }

  private rule(tree: Tree): string {
    return tree.ruleIndex === undefined || tree.ruleIndex < 0 ? '' : (this.ruleNames[tree.ruleIndex] ?? '');
  }

  private visit(tree: Tree, visible: Set<string>): void {
    const rule = this.rule(tree);
    if (rule === 'lateralView' || rule === 'describeFuncName') return;
    const [called] = tree.children ?? [];
    if (rule === 'tableFunctionCall' && called !== undefined && /\.system\./i.test(called.getText())) this.catalogOf(called);
    if (this.grammar.tables.has(rule)) return this.table(tree, visible);
    if (this.grammar.schemas.has(rule)) return this.outer(tree, 'schema');
    if (this.grammar.catalogs.has(rule)) return this.outer(tree, 'catalog');
    if (rule === 'with' || rule === 'ctes') return this.namedQueries(tree, visible);
    const inside = this.grammar.scope.has(rule) ? new Set(visible) : visible;
    const words: string[] = [];
    for (const child of tree.children ?? []) {
      const word = child.symbol?.text?.toUpperCase();
      if (word !== undefined) words.push(word);
      else if (!this.bareName(child, words)) this.visit(child, inside);
    }
  }

  /** Names for which the grammar has no rule of their own, told by the words before them. */
  private bareName(tree: Tree, words: readonly string[]): boolean {
    const rule = this.rule(tree);
    const statement = words[0] ?? '';
    const before = words.at(-1) ?? '';
    if (rule === 'grantObject') {
      const [kind, name = kind] = tree.children ?? [];
      if (name === undefined) return true;
      if (kind?.getText().toUpperCase() === 'SCHEMA') this.outer(name, 'schema');
      else this.table(name, new Set());
      return true;
    }
    if (rule === 'multipartIdentifier' && before === 'TO') {
      this.table(tree, new Set());
      return true;
    }
    if (rule === 'columnRef' && statement === 'COMMENT') {
      this.tableParts(this.partsOf(tree).slice(0, -1));
      return true;
    }
    if (rule === 'functionNameCreate' || (rule === 'functionName' && /^(?:DROP|SHOW)$/.test(statement))) {
      this.outerParts(this.partsOf(tree).slice(0, -1));
      return true;
    }
    if (rule === 'functionName' && statement === 'CALL') {
      this.catalogOf(tree);
      return true;
    }
    return false;
  }

  /** Of a function or procedure `c.system.f` the catalog counts. */
  private catalogOf(name: Tree): void {
    const [catalog, ...inside] = this.partsOf(name);
    if (catalog !== undefined && inside.length > 1) this.names.push({ kind: 'catalog', start: catalog.start });
  }

  private namedQueries(tree: Tree, visible: Set<string>): void {
    const recursive = (tree.children ?? []).some((child) => child.symbol?.text?.toUpperCase() === 'RECURSIVE');
    for (const child of tree.children ?? []) {
      if (this.rule(child) !== this.grammar.named) continue;
      const name = plain(child.children?.[0]?.getText() ?? '');
      if (recursive) visible.add(name);
      this.visit(child, new Set(visible));
      visible.add(name);
    }
  }

  private table(tree: Tree, visible: ReadonlySet<string>): void {
    const parts = this.partsOf(tree);
    const last = parts.at(-1);
    if (last === undefined || (parts.length === 1 && visible.has(plain(last.text)))) return;
    if (/^`[^]*\/[^]*`$/.test(last.text)) return;
    this.tableParts(parts);
  }

  private tableParts(parts: readonly { start: number }[]): void {
    const last = parts.at(-1);
    if (last === undefined) return;
    this.names.push({ kind: 'table', start: last.start });
    this.outerParts(parts.slice(0, -1));
  }

  private outer(tree: Tree, kind: 'schema' | 'catalog'): void {
    const parts = this.partsOf(tree);
    const last = parts.at(-1);
    if (last === undefined) return;
    if (kind === 'catalog') this.names.push({ kind, start: last.start });
    else this.outerParts(parts);
  }

  /** The parts before a table: a schema, or a catalog and a schema; nested namespaces are one schema. */
  private outerParts(parts: readonly { start: number }[]): void {
    const [first, second] = parts;
    if (first === undefined) return;
    if (second === undefined) {
      this.names.push({ kind: 'schema', start: first.start });
    } else {
      this.names.push({ kind: 'catalog', start: first.start }, { kind: 'schema', start: second.start });
    }
  }

  private partsOf(tree: Tree): { text: string; start: number }[] {
    const parts: { text: string; start: number }[] = [];
    const pending: Tree[] = [tree];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const { symbol } = node;
      if (symbol !== undefined) {
        const text = symbol.text ?? '';
        if (text !== '.' && text !== '') parts.push({ text, start: this.units?.[symbol.start] ?? symbol.start });
      } else for (const child of [...(node.children ?? [])].reverse()) pending.push(child);
    }
    return parts;
  }
}

function plain(name: string): string {
  return name.replace(/^["`]|["`]$/g, '').toLowerCase();
}
