import type { TSESTree } from '@typescript-eslint/utils';
import type { TextContext, TextSite } from '../facts.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frame.js';
import { calleeOf, isCall, methodOf } from './syntax-index.js';
import { type CallNode, type Node, wrappedBy } from './tree.js';

/** Methods of text that give text: the site is then the whole call. */
const TRANSFORMING = new Set([
  'toString',
  'valueOf',
  'normalize',
  'toLowerCase',
  'toLocaleLowerCase',
  'toUpperCase',
  'toLocaleUpperCase',
  'trim',
  'trimStart',
  'trimEnd',
  'concat',
  'slice',
  'substring',
  'substr',
  'replace',
  'replaceAll',
]);

/** Calls whose arguments are only compared with, or searched for in, some other text. */
const TESTING = new Set([
  'startsWith',
  'endsWith',
  'includes',
  'indexOf',
  'lastIndexOf',
  'replace',
  'replaceAll',
  'split',
  'match',
  'matchAll',
  'search',
  'localeCompare',
  'test',
  'exec',
  'padStart',
  'padEnd',
]);

const JOINING = new Set(['path.join', 'path.posix.join', 'posix.join']);
const COMPARING = new Set(['==', '===', '!=', '!==', '<', '>', '<=', '>=', 'in', 'instanceof']);
const ASSERTING = new Set(['assert', 'invariant']);

/**
 * The site that a string literal or template is the first string of: the outermost string expression
 * around it; null where it is no text of the program (a key, an import's source, a type) or not the
 * first string of a longer expression. Its values are those in a call of the function around it, where one is given.
 */
export function textSiteAt(evaluator: Evaluator, node: Node, frame: Frame | null = null): TextSite | null {
  if (!isText(evaluator, node)) return null;
  const outermost = outermostText(evaluator, node);
  if (outermost === null) return null;
  return {
    place: evaluator.place(outermost),
    context: contextOf(evaluator, outermost),
    values: () => evaluator.evaluate(outermost, frame),
  };
}

function isText(evaluator: Evaluator, node: Node): boolean {
  if (node.type !== 'TemplateLiteral' && !(node.type === 'Literal' && typeof node.value === 'string'))
    return false;
  const outer = evaluator.index.parentOf(node);
  if (outer === null) return false;
  switch (outer.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'ImportAttribute':
    case 'ImportSpecifier':
    case 'ExportSpecifier':
    case 'TSExternalModuleReference':
    case 'TSImportType':
    case 'TSLiteralType':
    case 'TSModuleDeclaration':
      return false;
    case 'ExpressionStatement':
      return node.type === 'TemplateLiteral';
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
    case 'AccessorProperty':
      return outer.key !== node || outer.computed;
    case 'MemberExpression':
      return outer.property !== node;
    case 'TSEnumMember':
      return outer.id !== node;
    default:
      return !isRequire(evaluator, outer);
  }
}

function isRequire(evaluator: Evaluator, node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return false;
  return node.callee.name === 'require' && evaluator.bindings.variableOf(node.callee) === null;
}

/** The longest string expression around a string; null where another string comes first in it. */
function outermostText(evaluator: Evaluator, node: Node): Node | null {
  let outermost = node;
  for (;;) {
    const longer = longerText(evaluator, chosenOf(evaluator, outermost));
    if (longer === null) return outermost;
    if (firstString(longer) !== node) return null;
    outermost = longer;
  }
}

/** The choice that an expression is an alternative of: `c ? 'a' : 'b'`, `x ?? 'd'`; itself where of none. */
function chosenOf(evaluator: Evaluator, node: Node): Node {
  let chosen = node;
  for (let outer = evaluator.index.parentOf(node); outer !== null; outer = evaluator.index.parentOf(chosen)) {
    const isAlternative =
      outer.type === 'LogicalExpression' || (outer.type === 'ConditionalExpression' && outer.test !== chosen);
    if (!isAlternative && wrappedBy(outer) !== chosen) break;
    chosen = outer;
  }
  return chosen;
}

/** The expression that makes a longer text of a string expression; null where none does. */
function longerText(evaluator: Evaluator, node: Node): Node | null {
  const { index } = evaluator;
  const outer = index.parentOf(node);
  if (outer === null) return null;
  switch (outer.type) {
    case 'BinaryExpression':
      return outer.operator === '+' ? outer : null;
    case 'TemplateLiteral':
      return outer;
    case 'TaggedTemplateExpression':
      return isRawTag(outer) ? outer : null;
    case 'MemberExpression':
      return outer.object === node ? methodOnText(index.parentOf(outer), outer) : null;
    case 'ArrayExpression':
      return joinOf(evaluator, outer);
    case 'CallExpression':
      return isPartOfCall(evaluator, outer, node) ? outer : null;
    default:
      return null;
  }
}

function isRawTag(node: TSESTree.TaggedTemplateExpression): boolean {
  const tag = node.tag;
  return tag.type === 'MemberExpression' && tag.object.type === 'Identifier' && tag.object.name === 'String';
}

function methodOnText(call: Node | null, callee: Node): Node | null {
  if (call?.type !== 'CallExpression' || call.callee !== callee) return null;
  return TRANSFORMING.has(methodOf(call)) ? call : null;
}

/** `['a', 'b'].join('/')`. */
function joinOf(evaluator: Evaluator, array: Node): Node | null {
  const member = evaluator.index.parentOf(array);
  if (member?.type !== 'MemberExpression' || member.object !== array) return null;
  const call = evaluator.index.parentOf(member);
  return call?.type === 'CallExpression' && call.callee === member && methodOf(call) === 'join' ? call : null;
}

/** An argument that becomes a part of the text the call gives. */
function isPartOfCall(evaluator: Evaluator, call: TSESTree.CallExpression, node: Node): boolean {
  if (!call.arguments.some((argument) => argument === node)) return false;
  const callee = calleeOf(call);
  if (callee.type !== 'MemberExpression') return false;
  if (JOINING.has(evaluator.label(callee))) return true;
  const method = methodOf(call);
  if (method === 'join') return callee.object.type === 'ArrayExpression';
  return method === 'concat' && firstString(callee.object) !== null;
}

/** The first string literal or template within a string expression, itself included. */
function firstString(node: Node): Node | null {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? node : null;
    case 'TemplateLiteral':
      return node;
    case 'BinaryExpression':
      return node.operator === '+' ? (firstString(node.left) ?? firstString(node.right)) : null;
    case 'TaggedTemplateExpression':
      return isRawTag(node) ? node.quasi : null;
    case 'MemberExpression':
      return firstString(node.object);
    case 'ConditionalExpression':
      return firstString(node.consequent) ?? firstString(node.alternate);
    case 'LogicalExpression':
      return firstString(node.left) ?? firstString(node.right);
    case 'ArrayExpression':
      return firstOf(node.elements);
    case 'CallExpression':
      return firstString(node.callee) ?? firstOf(node.arguments);
    default: {
      const inner = wrappedBy(node);
      return inner === null ? null : firstString(inner);
    }
  }
}

function firstOf(nodes: readonly (Node | null)[]): Node | null {
  for (const node of nodes) {
    const found = node === null ? null : firstString(node);
    if (found !== null) return found;
  }
  return null;
}

/**
 * What is done with a string. A string in an array or object that is passed to a call is still an
 * argument's, so that what is only logged or asserted is known to be.
 */
function contextOf(evaluator: Evaluator, site: Node): TextContext {
  const { index } = evaluator;
  let node = site;
  for (let outer = index.parentOf(node); outer !== null; outer = index.parentOf(node)) {
    switch (outer.type) {
      case 'ConditionalExpression':
        if (outer.test === node) return { form: 'test' };
        break;
      case 'BinaryExpression':
        return COMPARING.has(outer.operator) ? { form: 'test' } : { form: 'value' };
      case 'SwitchCase':
      case 'SwitchStatement':
        return { form: 'test' };
      case 'ThrowStatement':
        return { form: 'message' };
      case 'MemberExpression':
        return { form: outer.object === node ? 'test' : 'value' };
      case 'CallExpression':
      case 'NewExpression':
      case 'TaggedTemplateExpression':
        return callContext(evaluator, outer, node);
      case 'Property':
        if (outer.value === node && isMessageKey(outer.key)) return { form: 'message' };
        break;
      case 'JSXAttribute':
        return { form: isMessageAttribute(outer.name) ? 'message' : 'value' };
      // What stands between tags is shown.
      case 'JSXElement':
      case 'JSXFragment':
        return { form: 'message' };
      case 'JSXExpressionContainer':
      case 'LogicalExpression':
      case 'ArrayExpression':
      case 'ObjectExpression':
      case 'SpreadElement':
      case 'SequenceExpression':
        break;
      default:
        if (wrappedBy(outer) !== node) return { form: 'value' };
    }
    node = outer;
  }
  return { form: 'value' };
}

/** `{ message: '…' }`: what people read. */
function isMessageKey(key: Node): boolean {
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : null;
  return typeof name === 'string' && /^(?:message|msg|description|help|helpText|tooltip|placeholder|errorMessage)$/.test(name);
}

/** `<input placeholder="…" aria-label="…">`: what people read. */
function isMessageAttribute({ name }: TSESTree.JSXAttribute['name']): boolean {
  return (
    typeof name === 'string' &&
    /^(?:aria-[a-z]+|alt|caption|description|help|helperText|helpText|hint|label|message|placeholder|subtitle|summary|title|tooltip)$/.test(name)
  );
}

function callContext(evaluator: Evaluator, call: CallNode, node: Node): TextContext {
  const method = methodOf(call);
  if (call.type === 'NewExpression' && /(?:Error|Exception)$/.test(method)) return { form: 'message' };
  if (method === 'RegExp') return { form: 'regex' };
  if (isAssertion(call)) return { form: 'test' };
  if (ASSERTING.has(method)) return { form: 'message' };
  if (calleeOf(call).type === 'MemberExpression' && TESTING.has(method)) return { form: 'test' };
  const fact = evaluator.call(call);
  const place = evaluator.place(node);
  const argument = fact.arguments.find(
    (candidate) => candidate.place.start <= place.start && candidate.place.end >= place.end,
  );
  return argument === undefined ? { form: 'value' } : { form: 'argument', call: fact, argument };
}

/** `expect(x).toBe(…)`, `assert.equal(…)`: the text is what another is compared with. */
function isAssertion(call: CallNode): boolean {
  let callee = calleeOf(call);
  if (callee.type !== 'MemberExpression') return false;
  while (callee.type === 'MemberExpression') callee = callee.object;
  if (callee.type === 'Identifier') return callee.name === 'assert';
  return isCall(callee) && methodOf(callee) === 'expect';
}
