import type { Call, Expression, Identifier, Module, Node, StringLiteral } from '../syntax/syntax.js';
import { Binder } from './binder.js';
import { lastName } from './expression-queries.js';
import { handedCalls } from './handing.js';
import { ListsByName } from './lists-by-name.js';
import { nameOfReturned } from './returned-names.js';
import type { Scope, Unpacking } from './scopes.js';
import type { CallNode, DeclaredNode, ImportNode, NodeContext, Survey, TextNode } from './survey.js';

const NO_ITEMS: readonly never[] = [];

/** Methods of loggers, which say what they are given: `log.info("sent", topic="kol.events")`. */
const LOGS: ReadonlySet<string> = new Set(['debug', 'info', 'warning', 'warn', 'error', 'exception', 'critical', 'fatal']);

/** The survey while it is made: each thing that is found is written down with the scope it was found in. */
export class SurveyRecord implements Survey {
  readonly binder: Binder;
  readonly scope: Scope;
  readonly scopes = new Map<Node, Scope>();
  readonly calls: CallNode[] = [];
  readonly callsByMethod = new ListsByName<CallNode>();
  readonly decorated = new Map<Node, Identifier>();
  readonly handed = new ListsByName<CallNode>();
  readonly declared: DeclaredNode[] = [];
  readonly texts: TextNode[] = [];
  readonly imports: ImportNode[] = [];
  readonly scripts: StringLiteral[] = [];
  readonly classes: Scope[] = [];
  readonly starred: string[];
  readonly attributesSet: ReadonlySet<string>;

  constructor(module: Module, runs: readonly string[]) {
    this.starred = [...runs];
    this.binder = new Binder(module);
    this.scope = this.binder.module;
    this.attributesSet = this.binder.attributesSet;
  }

  /** `def bucket_name(self): return "kol-bronze"`. */
  declareReturned(value: Expression): void {
    const definition = this.binder.function?.node;
    if (definition?.type !== 'FunctionDefinition') return;
    const name = nameOfReturned(definition, value);
    if (name !== null) this.declareNamed('constant', name, definition.name, value, NO_ITEMS);
  }

  /** A name with a value: what it is called may say what it holds. */
  declare(form: DeclaredNode['form'], name: Identifier, value: Expression, unpacking: Unpacking): void {
    this.declareNamed(form, name.name, name, value, unpacking);
  }

  #declareKeyword(callee: string, keyword: Identifier, value: Expression): void {
    const { name } = keyword;
    const { scope } = this.binder;
    this.declared.push({ form: 'keyword', name, within: null, callee, node: keyword, value, unpacking: NO_ITEMS, scope });
  }

  declareNamed(
    form: DeclaredNode['form'],
    name: string,
    node: Node,
    value: Expression,
    unpacking: Unpacking,
    within: DeclaredNode['within'] = null,
  ): void {
    this.declared.push({ form, name, within, node, value, unpacking, scope: this.binder.scope });
  }

  /** A text, and what it stands in. */
  site(node: Expression, context: NodeContext): void {
    this.texts.push({ node, scope: this.binder.scope, context });
  }

  /** @param speaks whether the call is of a message, which names nothing: `raise SinkError(topic="x")` */
  call(node: Call, speaks = false): CallNode {
    const call: CallNode = { node, scope: this.binder.scope };
    this.calls.push(call);
    const method = lastName(node.callee);
    this.callsByMethod.add(method, call);
    for (const handed of handedCalls(node, method)) this.#hand(handed);
    for (const { keyword, value } of speaks || LOGS.has(method) ? NO_ITEMS : node.arguments) {
      if (keyword !== null) this.#declareKeyword(method, keyword, value);
    }
    return call;
  }

  #hand(node: Call): void {
    this.handed.add(lastName(node.callee), { node, scope: this.binder.scope });
  }
}
