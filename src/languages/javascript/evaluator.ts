import type { TSESTree } from '@typescript-eslint/utils';
import type { Place, Source } from '../../references/source.js';
import { type Origin, type Text, hole } from '../../references/text.js';
import type { Call, Entry, ListValue, ModuleLoader, ThingValue, Value } from '../facts.js';
import { annotated } from './annotations.js';
import type { Bindings } from './bindings.js';
import { callFact } from './call-fact.js';
import { knownCall } from './known-calls.js';
import { callFunction, selfOf } from './functions.js';
import { instanceOf, projectMember, superOf } from './classes.js';
import { enumEntries, namespaceEntries, objectEntries } from './entries.js';
import { type Operand, asTexts, joined, movedTo, numberText, stepped, union } from './compose.js';
import {
  environmentRead,
  environmentVariable,
  isEnvironment,
  readsVariable,
  schemaMember,
  withEnvironmentDefault,
} from './environment.js';
import { type Frame, frameAround } from './frame.js';
import { listMethod } from './list-methods.js';
import { packageName } from './package-name.js';
import { chunkPlace, chunkText, stringText } from './string-literal.js';
import { type SyntaxIndex, calleeOf } from './syntax-index.js';
import { textMethod } from './text-methods.js';
import {
  type Values,
  definedThing,
  definitionOf,
  isOpaque,
  isUnresolved,
  memberOf,
  named,
  thing,
} from './things.js';
import { type CallNode, type Node, isOf, wrappedBy, writtenKey } from './tree.js';
import { variableValues } from './variables.js';

/** Expressions within expressions are followed this deep, names included. */
const DEEPEST = 120;
/** How many expressions one question may lead through before the rest counts as unknown. */
const MOST_EXPRESSIONS = 4_000;
/**
 * How many expressions of a file are evaluated within calls, for each node of the file: what depends
 * on a call is evaluated anew for each, and the time must stay in proportion to the file.
 */
const MOST_IN_CALLS = 4;

/**
 * Says what a file's expressions give. Each expression is evaluated when it is first asked for, and
 * once; a name that leads back to itself is unknown there. `null` and `undefined` give no value, so
 * that what they leave open is filled by the other alternatives.
 */
export class Evaluator {
  readonly source: Source;
  readonly index: SyntaxIndex;
  readonly bindings: Bindings;
  readonly load: ModuleLoader;
  readonly #memo = new Map<Node, Values>();
  readonly #calls = new Map<CallNode, Call>();
  /** Expressions being evaluated, by the memo that will keep them. */
  readonly #open = new Map<Map<Node, Values>, Set<Node>>();
  #depth = 0;
  #left = MOST_EXPRESSIONS;
  #leftInCalls: number;

  constructor(source: Source, index: SyntaxIndex, bindings: Bindings, load: ModuleLoader) {
    this.source = source;
    this.index = index;
    this.bindings = bindings;
    this.load = load;
    this.#leftInCalls = 10_000 + MOST_IN_CALLS * index.nodes.length;
  }

  /** What an expression gives; in a call of its function, with that call's arguments. */
  evaluate(node: Node, frame: Frame | null): Values {
    const around = frameAround(node, frame);
    const memo = around?.memo ?? this.#memo;
    const known = memo.get(node);
    if (known !== undefined) return known;
    if (this.#depth === 0) this.#left = MOST_EXPRESSIONS;
    if (around !== null && this.#leftInCalls-- <= 0) return [this.unknown(node)];
    const open = this.#openIn(memo);
    if (this.#depth > DEEPEST || this.#left-- <= 0 || open.has(node)) return [this.unknown(node)];
    open.add(node);
    this.#depth += 1;
    try {
      const values = this.#broughtHere(union(this.#evaluate(node, around)), node);
      memo.set(node, values);
      return values;
    } finally {
      this.#depth -= 1;
      open.delete(node);
      if (open.size === 0) this.#open.delete(memo);
    }
  }

  #openIn(memo: Map<Node, Values>): Set<Node> {
    const open = this.#open.get(memo);
    if (open !== undefined) return open;
    const made = new Set<Node>();
    this.#open.set(memo, made);
    return made;
  }

  place(node: Node): Place {
    return { source: this.source, start: node.range[0], end: node.range[1] };
  }

  unknown(node: Node): Value {
    return { form: 'unknown', place: this.place(node) };
  }

  /** How a step names what was followed: the expression as written, on one line. */
  label(node: Node): string {
    const [start, end] = node.range;
    const written = this.source.text.slice(start, Math.min(end, start + 120)).replace(/\s+/g, ' ');
    return written.length > 60 ? `${written.slice(0, 57)}…` : written;
  }

  /** A text of another file that was taken out of what has no way to remember: `LAYERS[0]` of an array that is imported. */
  #broughtHere(values: Values, node: Node): Values {
    const isElsewhere = (value: Value) => value.form === 'text' && value.text.place.source !== this.source;
    if (!values.some(isElsewhere)) return values;
    return values.flatMap((value) => (isElsewhere(value) ? movedTo([value], this.place(node), this.label(node)) : [value]));
  }

  #evaluate(node: Node, frame: Frame | null): Values {
    const inner = wrappedBy(node);
    if (inner !== null) return this.#asserted(node, this.evaluate(inner, frame), frame);
    switch (node.type) {
      case 'Literal':
        return this.#literal(node);
      case 'TemplateLiteral':
        return joined(this.#templateOperands(node, frame, false), this.place(node));
      case 'TaggedTemplateExpression':
        return this.#tagged(node, frame);
      case 'Identifier':
        return this.#identifier(node, frame);
      case 'MemberExpression':
        return this.#member(node, frame);
      case 'MetaProperty':
        return [thing('import.meta')];
      case 'CallExpression':
      case 'NewExpression':
        return this.#call(node, frame);
      case 'ImportExpression':
        return this.#dynamicImport(node, frame);
      case 'BinaryExpression':
        return node.operator === '+' ? this.#sum(node, frame) : [this.unknown(node)];
      case 'LogicalExpression':
        return this.#logical(node, frame);
      case 'ConditionalExpression':
        return this.#conditional(node, frame);
      case 'AssignmentExpression':
        return this.#assignment(node, frame);
      case 'SequenceExpression':
        return this.#last(node, frame);
      case 'ArrayExpression':
        return [this.#list(node, frame)];
      case 'ObjectExpression':
        return [{ form: 'record', entries: objectEntries(this, node, frame), place: this.place(node) }];
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        return [definedThing({ form: 'function', node, evaluator: this, frame, self: null })];
      case 'ClassExpression':
      case 'ClassDeclaration':
        return [this.classThing(node, frame)];
      case 'ThisExpression':
        return selfOf(this, node, frame);
      case 'Super':
        return superOf(this, node, frame);
      case 'UnaryExpression':
        return node.operator === 'void' ? [] : [this.unknown(node)];
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        return [definedThing({ form: 'type', node, evaluator: this })];
      case 'TSModuleDeclaration':
        return [{ form: 'record', entries: namespaceEntries(this, node), place: this.place(node) }];
      case 'TSEnumDeclaration':
        return [{ form: 'record', entries: enumEntries(this, node), place: this.place(node) }];
      default:
        return [this.unknown(node)];
    }
  }

  /** `{} as Client`, `app.get('KAFKA') as ClientKafka`: what is asserted of a value of which nothing else is known. */
  #asserted(node: Node, values: Values, frame: Frame | null): Values {
    if (node.type !== 'TSAsExpression' && node.type !== 'TSTypeAssertion') return values;
    if (!values.every((value) => isUnresolved(value) || (value.form === 'record' && value.entries.length === 0))) return values;
    const types = annotated(this, node.typeAnnotation, frame).filter(({ form }) => form === 'thing');
    return types.length > 0 ? types : values;
  }

  #literal(node: TSESTree.Literal): Values {
    if (typeof node.value === 'string') {
      const inJsx = this.index.parentOf(node)?.type === 'JSXAttribute';
      return [{ form: 'text', text: stringText(this.source, node, inJsx) }];
    }
    return node.raw === 'null' ? [] : [this.unknown(node)];
  }

  /** A template's stretches and placeholders; a placeholder's place includes its braces. */
  #templateOperands(node: TSESTree.TemplateLiteral, frame: Frame | null, raw: boolean): readonly Operand[] {
    if (!isWhole(node)) return [{ alternatives: [hole(this.place(node))], place: this.place(node) }];
    const operands: Operand[] = [];
    node.quasis.forEach((quasi, index) => {
      const place = chunkPlace(this.source, quasi);
      if (place.end > place.start || node.quasis.length === 1) {
        operands.push({ alternatives: [chunkText(this.source, quasi, raw)], place });
      }
      const expression = node.expressions[index];
      const following = node.quasis[index + 1];
      if (expression === undefined || following === undefined) return;
      const braces = { source: this.source, start: place.end, end: chunkPlace(this.source, following).start };
      const alternatives = this.texts(expression, frame, braces);
      operands.push({ alternatives: isBetweenSeparators(quasi, following) ? withoutEmpty(alternatives, braces) : alternatives, place: braces });
    });
    return operands;
  }

  /** An expression's alternatives as parts of a longer text. */
  texts(node: Node, frame: Frame | null, place: Place = this.place(node)): readonly Text[] {
    if (node.type === 'Literal' && typeof node.value === 'number') return [numberText(node.value, place)];
    return asTexts(this.evaluate(node, frame), place, this.#isParameter(node) ? 'argument' : null);
  }

  #isParameter(node: Node): boolean {
    if (node.type !== 'Identifier') return false;
    return this.bindings.variableOf(node)?.defs.some(({ type }) => type === 'Parameter') ?? false;
  }

  /** A tag is taken to pass the template's text on, as those of SQL libraries do. */
  #tagged(node: TSESTree.TaggedTemplateExpression, frame: Frame | null): Values {
    const tags = this.evaluate(node.tag, frame);
    const raw = tags.some((value) => value.form === 'thing' && value.path === '~String.raw');
    return joined(this.#templateOperands(node.quasi, frame, raw), this.place(node));
  }

  #identifier(node: TSESTree.Identifier, frame: Frame | null): Values {
    const variable = this.bindings.variableOf(node);
    if (variable === null) return node.name === 'undefined' ? [] : [named(node.name)];
    const values = variableValues(this, variable, node, frame);
    if (values.length === 0) return [named(node.name)];
    return union(values.map((value) => (isOpaque(value) ? named(node.name) : value)));
  }

  #member(node: TSESTree.MemberExpression, frame: Frame | null): Values {
    const owners = this.evaluate(node.object, frame);
    const key = this.#key(node, frame);
    return union(this.members(owners, key, node), this.#setOnInstance(node.object, owners, key));
  }

  /** `store.bucket = 'x'`: what is put on an instance stands beside what its class puts there. */
  #setOnInstance(object: Node, owners: Values, key: string | null): Values {
    const isInstance = owners.some((owner) => owner.form === 'thing' && definitionOf(owner)?.form === 'instance');
    const variable = isInstance && object.type === 'Identifier' ? this.bindings.variableOf(object) : null;
    if (variable === null) return [];
    const sets = this.bindings.mutationsOf(variable).filter(({ path }) => path.length === 1 && path[0] === key);
    return union(...sets.flatMap(({ values }) => values.map((value) => this.evaluate(value, null))));
  }

  /** The key that a member expression asks for; null where it is not known. */
  #key(node: TSESTree.MemberExpression, frame: Frame | null): string | null {
    const written = writtenKey(node.property, node.computed);
    if (written !== null) return written;
    const [value, ...others] = this.evaluate(node.property, frame);
    return value?.form === 'text' && others.length === 0 && !readsVariable(value.text)
      ? value.text.flat
      : null;
  }

  /**
   * What the values hold under a key, or, where the key is not known, under any; `node` asks for it.
   * An entry of an object is a step on the way, told as a `constant`'s unless it is said otherwise.
   */
  members(owners: Values, key: string | null, node: Node, origin: Origin | null = 'constant'): Values {
    return union(...owners.map((owner) => this.#memberOf(owner, key, node, origin)));
  }

  #memberOf(owner: Value, key: string | null, node: Node, origin: Origin | null = 'constant'): Values {
    switch (owner.form) {
      case 'record': {
        const entries = owner.entries.filter((entry) => key === null || entry.key.flat === key);
        const found = key === null ? entries : entries.slice(-1);
        if (found.length === 0) return [key === null ? this.unknown(node) : named(key)];
        return union(...found.map((entry) => this.#entryValues(entry, node, origin)));
      }
      case 'list': {
        if (key === null) return union(...owner.items);
        const isIndex = /^\d+$/.test(key);
        if (isIndex && owner.isLoose === true) return union(...owner.items);
        const item = isIndex ? owner.items[Number(key)] : undefined;
        return item ?? [this.#unknownMember(key, node)];
      }
      case 'thing':
        return this.#thingMember(owner, key, node);
      case 'text':
      case 'unknown':
        return [this.#unknownMember(key, node)];
    }
  }

  #unknownMember(key: string | null, node: Node): Value {
    return key === null ? this.unknown(node) : thing(`?.${key}`);
  }

  #entryValues(entry: Entry, node: Node, origin: Origin | null): Values {
    if (origin === null) return entry.values();
    const label = this.label(node);
    return stepped(entry.values(), { origin, label, place: entry.place, env: null }, this.place(node));
  }

  #thingMember(owner: ThingValue, key: string | null, node: Node): Values {
    if (isEnvironment(owner)) return environmentVariable(key, this.place(node));
    if (key === null) return [this.unknown(node)];
    const definition = definitionOf(owner);
    if (definition !== null) return projectMember(owner, definition, key, node, this);
    return schemaMember(owner, key, this.place(node)) ?? [memberOf(owner, key)];
  }

  #call(node: TSESTree.CallExpression | TSESTree.NewExpression, frame: Frame | null): Values {
    const callee = calleeOf(node);
    if (callee.type === 'MemberExpression') {
      const owners = this.evaluate(callee.object, frame);
      const key = this.#key(callee, frame);
      return union(...owners.map((owner) => this.#methodCall(owner, key, callee, node, frame)));
    }
    return union(...this.evaluate(callee, frame).map((value) => this.#callOf(value, node, frame)));
  }

  #methodCall(
    owner: Value,
    key: string | null,
    callee: TSESTree.MemberExpression,
    node: TSESTree.CallExpression | TSESTree.NewExpression,
    frame: Frame | null,
  ): Values {
    if (owner.form === 'text' && key !== null) {
      return textMethod(this, key, owner.text, node, frame) ?? [this.unknown(node)];
    }
    if (owner.form === 'list' && key !== null) {
      return listMethod(this, key, owner, node, frame) ?? [this.unknown(node)];
    }
    if (
      owner.form === 'record' &&
      key === 'get' &&
      !owner.entries.some((entry) => entry.key.flat === 'get')
    ) {
      const [first] = this.argumentValues(node, frame);
      const [asked] = first ?? [];
      return this.members([owner], asked?.form === 'text' ? asked.text.flat : null, node);
    }
    return union(...this.#memberOf(owner, key, callee).map((value) => this.#callOf(value, node, frame)));
  }

  /** What calling a value gives: of the repository's functions what they return, of a library's a thing. */
  #callOf(value: Value, node: TSESTree.CallExpression | TSESTree.NewExpression, frame: Frame | null): Values {
    if (value.form !== 'thing') return [this.unknown(node)];
    const definition = definitionOf(value);
    if (definition?.form === 'function') {
      return callFunction(definition, this.argumentValues(node, frame), this.place(node), frame);
    }
    if (definition?.form === 'class')
      return [instanceOf(definition, value, this.argumentValues(node, frame), this.call(node))];
    if (definition !== null) return [this.unknown(node)];
    const known = knownCall(this, value.path, node, frame);
    if (known !== null) return known;
    if (value.path === '?') return [this.unknown(node)];
    const result = thing(`${value.path}()`, [...value.calls, this.call(node)]);
    return environmentRead(result, this.place(node)) ?? [result];
  }

  /** The values of a call's positional arguments, up to a spread of what is not known. */
  argumentValues(node: CallNode, frame: Frame | null): readonly Values[] {
    if (node.type === 'TaggedTemplateExpression') return [];
    const values: Values[] = [];
    for (const argument of node.arguments) {
      if (argument.type !== 'SpreadElement') {
        values.push(this.evaluate(argument, frame));
        continue;
      }
      const [spread] = this.evaluate(argument.argument, frame);
      if (spread?.form !== 'list' || spread.isLoose === true) break;
      values.push(...spread.items);
    }
    return values;
  }

  /** The fact of a call: its arguments as they are in every call of the function around it. */
  call(node: CallNode): Call {
    let call = this.#calls.get(node);
    if (call === undefined) {
      call = callFact(this, node);
      this.#calls.set(node, call);
    }
    return call;
  }

  #dynamicImport(node: TSESTree.ImportExpression, frame: Frame | null): Values {
    const [source] = this.evaluate(node.source, frame);
    return source?.form === 'text' ? this.module(source.text.flat, node) : [this.unknown(node)];
  }

  /** What a module as a whole is: of the repository's own its exports, a library by its name. */
  module(specifier: string, node: Node): Values {
    const facts = isBuiltin(specifier) ? null : this.load(specifier, this.source);
    if (facts === null) return libraryModule(specifier);
    const whole = facts.exported('module.exports');
    if (whole.length > 0) return movedTo(whole, this.place(node), 'module.exports');
    return [definedThing({ form: 'namespace', facts })];
  }

  #sum(node: TSESTree.BinaryExpression, frame: Frame | null): Values {
    const operands: Operand[] = [];
    let known = false;
    for (const operand of operandsOf(node)) {
      const alternatives = this.texts(operand, frame);
      known ||= this.evaluate(operand, frame).some(({ form }) => form === 'text');
      operands.push({ alternatives, place: this.place(operand) });
    }
    return known ? joined(operands, this.place(node)) : [this.unknown(node)];
  }

  /** Of `X ? process.env.X : 'd'` the one is a default of the other. */
  #conditional({ consequent, alternate }: TSESTree.ConditionalExpression, frame: Frame | null): Values {
    const [chosen, other] = [this.evaluate(consequent, frame), this.evaluate(alternate, frame)];
    return withEnvironmentDefault(chosen, other, this.place(alternate), this.place(consequent));
  }

  #logical(node: TSESTree.LogicalExpression, frame: Frame | null): Values {
    const right = this.evaluate(node.right, frame);
    if (node.operator === '&&') return right;
    const left = this.evaluate(node.left, frame).filter(
      (value) => node.operator === '??' || !isEmptyText(value),
    );
    return this.withDefault(left, right, node.right, node);
  }

  /**
   * `left ?? right`: a read of the environment gives way to its default, an unknown name to what
   * stands in for it; what is known of the left stands beside the right.
   */
  withDefault(left: Values, right: Values, fallback: Node, node: Node): Values {
    const resolved = left.filter((value) => !isUnresolved(value));
    if (right.length === 0 || right.every(isUnresolved)) return union(left, resolved.length > 0 ? [] : right);
    return withEnvironmentDefault(resolved, right, this.place(fallback), this.place(node));
  }

  #assignment(node: TSESTree.AssignmentExpression, frame: Frame | null): Values {
    const right = () => this.evaluate(node.right, frame);
    if (node.operator === '=') return right();
    if (node.operator !== '??=' && node.operator !== '||=') return [this.unknown(node)];
    return this.withDefault(this.evaluate(node.left, frame), right(), node.right, node);
  }

  #last(node: TSESTree.SequenceExpression, frame: Frame | null): Values {
    const last = node.expressions.at(-1);
    return last === undefined ? [] : this.evaluate(last, frame);
  }

  #list(node: TSESTree.ArrayExpression, frame: Frame | null): ListValue {
    let isLoose = false;
    const items = node.elements.flatMap((element): readonly Values[] => {
      if (element === null) return [[]];
      if (element.type !== 'SpreadElement') return [this.evaluate(element, frame)];
      const spread = this.evaluate(element.argument, frame);
      isLoose ||= spread.length !== 1 || spread.some((value) => value.form !== 'list' || value.isLoose === true);
      return spread.flatMap((value) => (value.form === 'list' ? value.items : [[this.unknown(element)]]));
    });
    return { form: 'list', items, isLoose, place: this.place(node) };
  }

  /** A class; where it extends a library's, it goes by the library's name. */
  classThing(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression, frame: Frame | null): ThingValue {
    const definition = { form: 'class', node, evaluator: this, frame } as const;
    const parents = node.superClass === null ? [] : this.evaluate(node.superClass, frame);
    const parent = parents.find((value) => value.form === 'thing' && value.path !== '?');
    return parent?.form === 'thing'
      ? definedThing(definition, parent.path, parent.calls)
      : definedThing(definition);
  }
}

/** The operands of a chain of `+`, first to last; a chain leans left, so this needs no recursion. */
function operandsOf(node: TSESTree.BinaryExpression): readonly Node[] {
  const operands: Node[] = [];
  let left: Node = node;
  while (left.type === 'BinaryExpression' && left.operator === '+') {
    operands.push(left.right);
    left = left.left;
  }
  operands.push(left);
  return operands.reverse();
}

/** Whether a template is one as the types say it; another parser may have put its own nodes in. */
function isWhole(node: TSESTree.TemplateLiteral): boolean {
  return isOf(node, 'TemplateLiteral') && node.quasis.every((quasi) => isOf(quasi, 'TemplateElement'));
}

/** Whether a placeholder is a word of a name of several: `kol-${stage}`, `${team}_events`. */
function isBetweenSeparators({ value: before }: TSESTree.TemplateElement, { value: after }: TSESTree.TemplateElement): boolean {
  return (before.raw === '' || /[-_.]$/.test(before.raw)) && (after.raw === '' || /^[-_.]/.test(after.raw)) && before.raw + after.raw !== '';
}

/** A word that is empty where nothing gives it, `process.env.STAGE || ''`, is not known: no name ends with a separator. */
function withoutEmpty(alternatives: readonly Text[], place: Place): readonly Text[] {
  return alternatives.map((text) => (text.flat === '' ? hole(place) : text));
}

function isEmptyText(value: Value): boolean {
  return value.form === 'text' && value.text.flat === '';
}

/** A module that is not the repository's, by its name; nothing for one that should be and was not found. */
export function libraryModule(specifier: string): readonly ThingValue[] {
  return isOwnModule(specifier) ? [] : [thing(packageName(specifier))];
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:');
}

/** Whether a specifier can only mean a module of the repository. */
function isOwnModule(specifier: string): boolean {
  return /^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..';
}
