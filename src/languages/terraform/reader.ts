import type { Place, Source } from '../../references/source.js';
import type { Comment, Declaration, Facts, TextSite, Value } from '../facts.js';
import { factsOf } from '../facts-of.js';
import { evaluateShell } from '../shell/evaluator.js';
import type { FactsOfScript } from '../shell/script-facts.js';
import { TerraformEvaluator } from './evaluator.js';
import { parseTerraform } from './parser.js';
import type { Attribute, Expression, ObjectEntry, TerraformFile } from './syntax.js';

/**
 * Reads a Terraform file (`.tf`, `.tfvars`): every attribute under the labels of its blocks
 * (`resource.aws_s3_bucket.gold.bucket`), with variables' defaults, locals, `for_each` and other
 * resources' names of the same file followed. The scripts of provisioners are read as such.
 */
export function readTerraform(source: Source): Facts {
  return new TerraformReader(source, parseTerraform(source.text)).read();
}

const VARIABLE_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const SPEAKS = /^(?:description|error_message|comment|title)$/;

class TerraformReader {
  readonly #source: Source;
  readonly #file: TerraformFile;
  readonly #evaluator: TerraformEvaluator;
  readonly #declarations: Declaration[] = [];
  readonly #texts: TextSite[] = [];
  readonly #scripts: FactsOfScript[] = [];

  constructor(source: Source, file: TerraformFile) {
    this.#source = source;
    this.#file = file;
    this.#evaluator = new TerraformEvaluator(source, file);
  }

  read(): Facts {
    for (const attribute of this.#file.attributes) this.#attribute(attribute);
    return factsOf(this.#source, {
      declarations: [...this.#declarations, ...this.#scripts.flatMap((facts) => facts.declarations)],
      texts: [...this.#texts, ...this.#scripts.flatMap((facts) => facts.texts)],
      commands: this.#scripts.flatMap((facts) => facts.commands),
      statements: this.#scripts.flatMap((facts) => facts.statements),
      embedded: this.#scripts.flatMap((facts) => facts.embedded),
      comments: this.#file.comments.map((comment) => this.#comment(comment)),
      problems: this.#file.problems,
    });
  }

  #comment({ form, start, end }: { form: 'line' | 'block'; start: number; end: number }): Comment {
    const written = this.#source.text.slice(start, end);
    const text = form === 'block' ? written.slice(2).replace(/\*\/$/, '') : written.replace(/^(?:#|\/\/)/, '');
    return { text, form, place: this.#place(start, end) };
  }

  #attribute({ path, nameStart, nameEnd, value, block }: Attribute): void {
    const namePlace = this.#place(nameStart, nameEnd);
    if (path.includes('provisioner') && /^(?:command|inline)$/.test(path.at(-1) ?? '')) {
      for (const text of this.#evaluator.textsOf(value, block)) this.#scripts.push(evaluateShell(text));
      return;
    }
    this.#declare(path, namePlace, value, block);
  }

  #declare(path: readonly string[], namePlace: Place, value: Expression, block: number): void {
    if (value.type === 'object') return this.#object(path, value.entries, block);
    if (value.type === 'call') for (const inner of value.arguments) this.#nested(path, namePlace, inner, block);
    if (value.type === 'list' && value.items.some((item) => item.type === 'object')) {
      value.items.forEach((item, index) => this.#nested([...path, String(index)], namePlace, item, block));
      return;
    }
    const name = path.at(-1) ?? '';
    const values = once(() => this.#evaluator.values(value, block));
    const form = VARIABLE_NAME.test(name) ? 'variable' : 'key';
    this.#declarations.push({ name, form, path, namePlace, values });
    this.#site(name, value, values);
  }

  #nested(path: readonly string[], namePlace: Place, value: Expression, block: number): void {
    if (value.type === 'object' || value.type === 'list') this.#declare(path, namePlace, value, block);
  }

  #object(path: readonly string[], entries: readonly ObjectEntry[], block: number): void {
    const name = entries.find((entry) => entry.name === 'name');
    const value = entries.find((entry) => entry.name === 'value');
    const [variable] = name === undefined ? [] : this.#evaluator.textsOf(name.value, block);
    for (const entry of entries) {
      const named = entry === value && variable !== undefined && VARIABLE_NAME.test(variable.flat);
      const key = named ? variable.flat : entry.name;
      const place = named ? variable.place : this.#place(entry.nameStart, entry.nameEnd);
      this.#declare([...path, key], place, entry.value, block);
    }
  }

  #site(name: string, value: Expression, values: () => readonly Value[]): void {
    if (value.type !== 'template' && value.type !== 'list' && value.type !== 'either' && value.type !== 'call') return;
    const context = SPEAKS.test(name) ? ({ form: 'docstring' } as const) : ({ form: 'value' } as const);
    this.#texts.push({ place: this.#place(value.start, value.end), context, values: once(() => values().flatMap(itemsOf)) });
  }

  #place(start: number, end: number): Place {
    return { source: this.#source, start, end };
  }
}

function itemsOf(value: Value): readonly Value[] {
  return value.form === 'list' ? value.items.flatMap((item) => item.flatMap(itemsOf)) : [value];
}

function once<Result>(compute: () => Result): () => Result {
  let found: { readonly result: Result } | null = null;
  return () => (found ??= { result: compute() }).result;
}
