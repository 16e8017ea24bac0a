import type { TSESTree } from '@typescript-eslint/utils';
import type { Entry } from '../facts.js';
import { stepped, union } from './compose.js';
import type { Evaluator } from './evaluator.js';
import { patternValues } from './patterns.js';
import type { Values } from './things.js';
import { type Node, isOf, unwrapped, writtenKey } from './tree.js';
import { importedName, variableValues } from './variables.js';

/** What a module offers its importers, found when first asked for. */
export class Exports {
  readonly #evaluator: Evaluator;
  readonly #program: TSESTree.Program;
  /** Names whose values are being looked up: modules may import each other. */
  readonly #open = new Set<string>();
  #table: Map<string, (() => Values)[]> | null = null;
  readonly #stars: string[] = [];

  constructor(evaluator: Evaluator, program: TSESTree.Program) {
    this.#evaluator = evaluator;
    this.#program = program;
  }

  /**
   * The values of an exported name; empty where there is none. `default` is the default export,
   * `module.exports` what CommonJS code assigns to it.
   */
  valuesOf(name: string): Values {
    if (this.#open.has(name)) return [];
    this.#open.add(name);
    try {
      this.#table ??= this.#collect();
      const own = this.#table.get(name);
      if (own !== undefined) return union(...own.map((values) => values()));
      return union(this.#common(name), this.#fromStars(name));
    } finally {
      this.#open.delete(name);
    }
  }

  /** A name that CommonJS code puts into the object it exports; the default import is that object. */
  #common(name: string): Values {
    if (name === 'module.exports') return [];
    const whole = this.valuesOf('module.exports');
    if (whole.length === 0 || name === 'default') return whole;
    const lists = whole.flatMap((value) =>
      value.form === 'record' ? value.entries.filter(({ key }) => key.flat === name).map(exportedEntry) : [],
    );
    return union(...lists);
  }

  #fromStars(name: string): Values {
    if (name === 'default' || name === 'module.exports') return [];
    const evaluator = this.#evaluator;
    return union(
      ...this.#stars.map((specifier) => evaluator.load(specifier, evaluator.source)?.exported(name) ?? []),
    );
  }

  #collect(): Map<string, (() => Values)[]> {
    const table = new Map<string, (() => Values)[]>();
    const add = (name: string, values: () => Values) => {
      const known = table.get(name);
      if (known === undefined) table.set(name, [values]);
      else known.push(values);
    };
    for (const statement of this.#program.body) this.#collectStatement(statement, add);
    for (const node of this.#evaluator.index.nodes) {
      if (node.type === 'AssignmentExpression') this.#collectAssignment(node, add);
    }
    return table;
  }

  #collectStatement(statement: Node, add: (name: string, values: () => Values) => void): void {
    const evaluator = this.#evaluator;
    switch (statement.type) {
      case 'ExportDefaultDeclaration':
        add('default', () => evaluator.evaluate(statement.declaration, null));
        return;
      case 'ExportAllDeclaration': {
        const specifier = statement.source.value;
        if (statement.exported === null) this.#stars.push(specifier);
        else add(nameOf(statement.exported), () => evaluator.module(specifier, statement));
        return;
      }
      case 'TSExportAssignment':
        add('module.exports', () => evaluator.evaluate(statement.expression, null));
        return;
      case 'ExportNamedDeclaration':
        for (const specifier of statement.specifiers) {
          if (!isOf(specifier, 'ExportSpecifier')) continue;
          add(nameOf(specifier.exported), () =>
            this.#specifierValues(specifier, statement.source?.value ?? null),
          );
        }
        if (statement.declaration !== null) this.#collectDeclaration(statement.declaration, add);
        return;
      default:
        return;
    }
  }

  #specifierValues(specifier: TSESTree.ExportSpecifier, source: string | null): Values {
    const evaluator = this.#evaluator;
    if (source !== null) return importedName(evaluator, source, nameOf(specifier.local), specifier);
    return evaluator.evaluate(specifier.local, null);
  }

  #collectDeclaration(declaration: Node, add: (name: string, values: () => Values) => void): void {
    const evaluator = this.#evaluator;
    switch (declaration.type) {
      case 'VariableDeclaration':
        for (const { id } of declaration.declarations) {
          for (const name of boundNames(id)) add(name.name, () => this.#bound(name));
        }
        return;
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
      case 'TSEnumDeclaration':
        if (declaration.id !== null) {
          add(declaration.id.name, () => evaluator.evaluate(declaration, null));
        }
        return;
      default:
        return;
    }
  }

  /** What a name of the top level holds, whichever write an importer comes after. */
  #bound(name: TSESTree.Identifier): Values {
    const evaluator = this.#evaluator;
    const variable = evaluator.bindings.variableOf(name);
    if (variable !== null) return variableValues(evaluator, variable, this.#program, null);
    const { values } = patternValues(evaluator, name, null);
    return values;
  }

  /** `module.exports = …`, `exports.x = …`, `module.exports.x = …`. */
  #collectAssignment(
    node: TSESTree.AssignmentExpression,
    add: (name: string, values: () => Values) => void,
  ): void {
    const { left } = node;
    if (node.operator !== '=' || left.type !== 'MemberExpression') return;
    const values = () => this.#evaluator.evaluate(node.right, null);
    if (isModuleExports(left)) {
      add('module.exports', values);
      return;
    }
    const owner = unwrapped(left.object);
    const isExports = owner.type === 'Identifier' && owner.name === 'exports';
    const name = writtenKey(left.property, left.computed);
    if (name === null || !(isExports || isModuleExports(owner))) return;
    const evaluator = this.#evaluator;
    const step = {
      origin: 'constant',
      label: name,
      place: evaluator.place(left.property),
      env: null,
    } as const;
    add(name, () => stepped(values(), step, evaluator.place(left)));
  }
}

function exportedEntry(entry: Entry): Values {
  const { key, place } = entry;
  return stepped(entry.values(), { origin: 'constant', label: key.flat, place, env: null }, place);
}

function isModuleExports(node: Node): boolean {
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return false;
  return node.object.name === 'module' && writtenKey(node.property, node.computed) === 'exports';
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

/** The names that a pattern binds. */
export function boundNames(pattern: Node): TSESTree.Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        boundNames(property.type === 'Property' ? property.value : property),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : boundNames(element)));
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'RestElement':
      return boundNames(pattern.argument);
    default:
      return [];
  }
}
