import type { TSESTree } from '@typescript-eslint/utils';
import type { ImportSite } from '../facts.js';
import type { Evaluator } from './evaluator.js';
import { type Node, isOf } from './tree.js';

/** The import that a node makes of another module: by a declaration, a re-export, `import()` or `require()`. */
export function importAt(evaluator: Evaluator, node: Node): ImportSite | null {
  switch (node.type) {
    case 'ImportDeclaration':
      return site(evaluator, node.source, node.specifiers.flatMap(importedNames));
    case 'ExportNamedDeclaration':
      return node.source === null
        ? null
        : site(evaluator, node.source, node.specifiers.flatMap(reexportedName));
    case 'ExportAllDeclaration':
      return site(evaluator, node.source, []);
    case 'ImportExpression':
      return site(evaluator, node.source, destructuredNames(evaluator, node));
    case 'TSExternalModuleReference':
      return site(evaluator, node.expression, []);
    case 'TSImportType':
      return site(evaluator, node.source, []);
    case 'CallExpression':
      return requireAt(evaluator, node);
    default:
      return null;
  }
}

function requireAt(evaluator: Evaluator, node: TSESTree.CallExpression): ImportSite | null {
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'require') return null;
  const [source] = node.arguments;
  if (source === undefined || evaluator.bindings.variableOf(node.callee) !== null) return null;
  return site(evaluator, source, destructuredNames(evaluator, node));
}

function site(evaluator: Evaluator, source: Node, names: readonly string[]): ImportSite | null {
  const specifier = literalText(source);
  return specifier === null ? null : { place: evaluator.place(source), specifier, names };
}

/** `'./a'`, and `` `./a` `` where `import()` or `require()` is given a template without holes. */
function literalText(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return null;
  return node.quasis[0]?.value.cooked ?? null;
}

function importedNames(specifier: TSESTree.ImportClause): string[] {
  switch (specifier.type) {
    case 'ImportSpecifier':
      return [nameOf(specifier.imported)];
    case 'ImportDefaultSpecifier':
      return ['default'];
    default:
      return [];
  }
}

function reexportedName(specifier: TSESTree.ExportSpecifier): string[] {
  return isOf(specifier, 'ExportSpecifier') ? [nameOf(specifier.local)] : [];
}

/** `const { a, b } = require('x')`. */
function destructuredNames(evaluator: Evaluator, node: Node): string[] {
  let outer = evaluator.index.parentOf(node);
  if (outer?.type === 'AwaitExpression') outer = evaluator.index.parentOf(outer);
  if (outer?.type !== 'VariableDeclarator' || outer.id.type !== 'ObjectPattern') return [];
  return outer.id.properties.flatMap((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' ? [property.key.name] : [],
  );
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}
