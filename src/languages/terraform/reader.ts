import type { Place, Source } from '../../references/source.js';
import type { Comment, Declaration, Facts, FolderLoader, TextSite, Value } from '../facts.js';
import { factsOf } from '../facts-of.js';
import { type EmbeddedFacts, readEmbedded } from '../embedded.js';
import { once } from '../once.js';
import { evaluateShell } from '../shell/evaluator.js';
import { TerraformEvaluator } from './evaluator.js';
import { handedOn } from './handed-on.js';
import { type Scope, moduleOf } from './module.js';
import type { Attribute, Expression, ObjectEntry, Template } from './syntax.js';

/**
 * Reads a Terraform file (`.tf`, `.tfvars`): every attribute under the labels of its blocks
 * (`resource.aws_s3_bucket.gold.bucket`), with variables' defaults, locals, `for_each` and other
 * resources' names of the same folder followed, and what it gives to the variables of modules, under the
 * attributes that have it there. The scripts of provisioners are read as such,
 * and so is a whole file that stands in a heredoc.
 */
export function readTerraform(source: Source, beside: FolderLoader = () => []): Facts {
  return new TerraformReader(source, beside).read();
}

const VARIABLE_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const SPEAKS = /^(?:description|error_message|comment|title)$/;

class TerraformReader {
  readonly #source: Source;
  readonly #beside: FolderLoader;
  readonly #evaluator = new TerraformEvaluator();
  readonly #declarations: Declaration[] = [];
  readonly #texts: TextSite[] = [];
  /** What stands in the file as one of its own. */
  readonly #files: EmbeddedFacts[] = [];

  constructor(source: Source, beside: FolderLoader) {
    this.#source = source;
    this.#beside = beside;
  }

  read(): Facts {
    const { module, own } = moduleOf(this.#source, this.#beside);
    for (const { attribute, scope } of module.attributesOf(own)) this.#attribute(attribute, scope);
    this.#declarations.push(...handedOn(own, module, this.#beside));
    return factsOf(this.#source, {
      declarations: [...this.#declarations, ...this.#files.flatMap((facts) => facts.declarations)],
      texts: [...this.#texts, ...this.#files.flatMap((facts) => facts.texts)],
      commands: this.#files.flatMap((facts) => facts.commands),
      statements: this.#files.flatMap((facts) => facts.statements),
      embedded: this.#files.flatMap((facts) => facts.embedded),
      comments: own.tree.comments.map((comment) => this.#comment(comment)),
      problems: own.tree.problems,
    });
  }

  #comment({ form, start, end }: { form: 'line' | 'block'; start: number; end: number }): Comment {
    const written = this.#source.text.slice(start, end);
    const text = form === 'block' ? written.slice(2).replace(/\*\/$/, '') : written.replace(/^(?:#|\/\/)/, '');
    return { text, form, place: this.#place(start, end) };
  }

  #attribute({ path, nameStart, nameEnd, value }: Attribute, scope: Scope): void {
    const namePlace = this.#place(nameStart, nameEnd);
    if (path.includes('provisioner') && /^(?:command|inline)$/.test(path.at(-1) ?? '')) {
      for (const text of this.#evaluator.textsOf(value, scope)) this.#files.push(evaluateShell(text));
      return;
    }
    this.#declare(path, namePlace, value, scope);
  }

  #declare(path: readonly string[], namePlace: Place, value: Expression, scope: Scope): void {
    if (value.type === 'object') return this.#object(path, value.entries, scope);
    if (value.type === 'call') for (const inner of value.arguments) this.#nested(path, namePlace, inner, scope);
    if (value.type === 'list' && value.items.some((item) => item.type === 'object')) {
      value.items.forEach((item, index) => this.#nested([...path, String(index)], namePlace, item, scope));
      return;
    }
    const name = path.at(-1) ?? '';
    const isFile = this.#embedded(name, value, scope);
    const values = isFile ? () => [] : once(() => this.#evaluator.values(value, scope));
    const form = VARIABLE_NAME.test(name) ? 'variable' : 'key';
    this.#declarations.push({ name, form, path, namePlace, values });
    if (!isFile) this.#site(name, value, values);
  }

  /** A script, a chart's values or a notebook in a heredoc: a file of its own. */
  #embedded(name: string, value: Expression, scope: Scope): boolean {
    const found = this.#heredocsIn(value).flatMap((heredoc) => this.#evaluator.textsOf(heredoc, scope).slice(0, 1));
    const read = found.map((text) => (SPEAKS.test(name) ? null : readEmbedded(name, text)));
    const files = read.filter((facts) => facts !== null);
    if (files.length === 0 || files.length < read.length) return false;
    this.#files.push(...files);
    return true;
  }

  #heredocsIn(value: Expression): readonly Template[] {
    switch (value.type) {
      case 'template':
        return this.#source.text.startsWith('<<', value.start) ? [value] : [];
      case 'list':
        return value.items.flatMap((item) => this.#heredocsIn(item));
      case 'call':
        return value.arguments.flatMap((argument) => this.#heredocsIn(argument));
      default:
        return [];
    }
  }

  #nested(path: readonly string[], namePlace: Place, value: Expression, scope: Scope): void {
    if (value.type === 'object' || value.type === 'list') this.#declare(path, namePlace, value, scope);
  }

  #object(path: readonly string[], entries: readonly ObjectEntry[], scope: Scope): void {
    const name = entries.find((entry) => entry.name === 'name');
    const value = entries.find((entry) => entry.name === 'value');
    const [variable] = name === undefined ? [] : this.#evaluator.textsOf(name.value, scope);
    for (const entry of entries) {
      const named = entry === value && variable !== undefined && VARIABLE_NAME.test(variable.flat);
      const key = named ? variable.flat : entry.name;
      const place = named ? variable.place : this.#place(entry.nameStart, entry.nameEnd);
      this.#declare([...path, key], place, entry.value, scope);
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
