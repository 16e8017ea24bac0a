import type {
  Call,
  CarriedCall,
  CarriedText,
  Comment,
  Declaration,
  Facts,
  ModuleLoader,
  Value,
} from '../facts.js';
import type { Source } from '../../references/source.js';
import { carriedCalls, carriedTexts } from './carried.js';
import { declaredField } from './values/fields.js';
import { unpacked } from './values/collections.js';
import { commandLines } from './command-lines.js';
import { reachedBodies, type ReachedBody } from './reached-bodies.js';
import { PythonText } from './text-site.js';
import { reachedValues } from './values/conditions.js';
import { dynamicImports } from './dynamic-imports.js';
import { Evaluator } from './values/evaluator.js';
import { handedCall } from './handed-calls.js';
import { defaultDeclarations, optionDeclarations, variableDeclarations } from './looked-up.js';
import { defaultIn } from './values/options.js';
import { outwardValues } from './values/outward.js';
import { callsWithText, positionalKeywords } from './parameter-names.js';
import { parsePython } from './syntax/parse.js';
import { survey } from './survey/surveyor.js';
import type { CallNode, DeclaredNode, Survey } from './survey/survey.js';
import type { Module } from './syntax/syntax.js';

/**
 * Reads a Python file. The tree is walked once; what its names and calls hold is evaluated when it is
 * asked for. Never throws: what cannot be read is among the problems.
 *
 * @param runs the modules whose names it has all got, though it does not import them
 */
export function readPython(source: Source, load: ModuleLoader, runs: readonly string[] = []): Facts {
  const module = parsePython(source.text);
  const found = survey(module, source.text, runs);
  return new PythonFacts(source, module, found, new Evaluator(source, found, load));
}

class PythonFacts implements Facts {
  readonly statements = [];
  #calls: Facts['calls'] | null = null;
  #passingText: readonly CallNode[] | null = null;
  #reached: readonly ReachedBody[] | null = null;
  #carried: readonly CarriedCall[] | null = null;
  #carriedTexts: readonly CarriedText[] | null = null;
  #declarations: Facts['declarations'] | null = null;
  #texts: Facts['texts'] | null = null;
  #imports: Facts['imports'] | null = null;
  #commands: Facts['commands'] | null = null;

  constructor(
    readonly source: Source,
    private readonly module: Module,
    private readonly survey: Survey,
    private readonly evaluator: Evaluator,
  ) {}

  get calls(): Facts['calls'] {
    this.#calls ??= callsOf(this.evaluator, this.survey);
    return this.#calls;
  }

  get carried(): readonly CarriedCall[] {
    this.#carried ??= carriedCalls(this.#reachedBodies());
    return this.#carried;
  }

  get carriedTexts(): readonly CarriedText[] {
    this.#carriedTexts ??= carriedTexts(this.#reachedBodies());
    return this.#carriedTexts;
  }

  #reachedBodies(): readonly ReachedBody[] {
    this.#reached ??= reachedBodies(this.evaluator, this.#callsWithText());
    return this.#reached;
  }

  #callsWithText(): readonly CallNode[] {
    this.#passingText ??= callsWithText(this.evaluator, this.survey.calls);
    return this.#passingText;
  }

  get declarations(): Facts['declarations'] {
    this.#declarations ??= [
      ...this.survey.declared,
      ...variableDeclarations(this.evaluator, this.survey),
      ...optionDeclarations(this.evaluator, this.survey),
      ...defaultDeclarations(this.evaluator, this.survey),
      ...positionalKeywords(this.evaluator, this.#callsWithText()),
    ].map((declared) => new PythonDeclaration(this.evaluator, declared));
    return this.#declarations;
  }

  get texts(): Facts['texts'] {
    this.#texts ??= this.survey.texts.map((text) => new PythonText(this.evaluator, text, null));
    return this.#texts;
  }

  get commands(): Facts['commands'] {
    this.#commands ??= commandLines(this.evaluator, this.survey);
    return this.#commands;
  }

  get embedded(): Facts['embedded'] {
    return this.survey.scripts.flatMap((script) =>
      this.evaluator.values(script, this.survey.scope, null).flatMap((value) => (value.form === 'text' ? [{ name: 'script.py', text: value.text }] : [])),
    );
  }

  get imports(): Facts['imports'] {
    this.#imports ??= [
      ...this.survey.imports.map(({ node, specifier, names }) => ({
        place: this.evaluator.place(node),
        specifier,
        names,
      })),
      ...dynamicImports(this.evaluator, this.survey),
    ];
    return this.#imports;
  }

  get comments(): readonly Comment[] {
    return this.module.comments.map((comment) => ({
      text: this.source.text.slice(comment.start + 1, comment.end),
      form: 'line',
      place: this.evaluator.place(comment),
    }));
  }

  get problems(): Facts['problems'] {
    return this.module.problems;
  }

  exported(name: string): readonly Value[] {
    return this.evaluator.exported(name);
  }
}

class PythonDeclaration implements Declaration {
  #values: readonly Value[] | null = null;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly declared: DeclaredNode,
  ) {}

  get name(): string {
    return this.declared.name;
  }

  get form(): Declaration['form'] {
    return this.declared.form;
  }

  get path(): readonly string[] {
    const { form, name, scope, within, callee } = this.declared;
    // Each dictionary is a document of its own: two of one name are not one.
    if (within !== null) return [`---${String(within.root)}`, ...within.keys, name];
    if (callee !== undefined) return [callee, name];
    return form === 'field' && scope.node.type === 'ClassDefinition' ? [scope.node.name.name, name] : [name];
  }

  get namePlace() {
    return this.evaluator.place(this.declared.node);
  }

  values(): readonly Value[] {
    this.#values ??= this.#evaluate();
    return this.#values;
  }

  #evaluate(): readonly Value[] {
    const { form, name, scope, unpacking } = this.declared;
    const field = form === 'field' ? declaredField(this.evaluator, scope, name, this.namePlace) : null;
    if (field !== null) return outwardValues(field, this.namePlace);
    const value = form === 'parameter' ? defaultIn(this.declared.value) : this.declared.value;
    const values = reachedValues(this.evaluator, value, scope, null);
    return outwardValues(
      unpacked(values, unpacking, this.evaluator.place(value)),
      this.evaluator.place(value),
    );
  }
}

/** The calls as they are written, and behind them those that they hand over. */
function callsOf(evaluator: Evaluator, { calls }: Survey): readonly Call[] {
  const found: Call[] = calls.map(({ node, scope }) => evaluator.callOf(node, scope, null));
  for (const { node, scope } of calls) {
    const handed = handedCall(node);
    if (handed !== null) found.push(evaluator.callOf(handed, scope, null));
  }
  return found;
}
