import type { Place, Source } from '../../references/source.js';
import {
  type Origin,
  type Part,
  type Text,
  concatenation,
  followed,
  hole,
  literal,
  rewritten,
} from '../../references/text.js';
import { backslashEscapes, unescaped } from '../escapes.js';
import { type Comment, type Declaration, type Facts, MOST_ALTERNATIVES, type TextSite, type Value } from '../facts.js';
import { factsOf, textValue } from '../facts-of.js';
import { evaluateShell } from '../shell/evaluator.js';
import type { FactsOfScript } from '../shell/script-facts.js';
import { parseTerraform } from './parser.js';
import type { Attribute, Call, Characters, Expression, ObjectEntry, Template, TerraformFile, Traversal } from './syntax.js';

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
/** What a resource's `id` or `arn` stands for. */
const NAMING = ['bucket', 'name', 'topic_name', 'id'];
const DEEPEST = 16;
const ESCAPES = backslashEscapes({ n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }, { u: 4, U: 8 });

class TerraformReader {
  readonly #source: Source;
  readonly #file: TerraformFile;
  readonly #attributes = new Map<string, Attribute>();
  readonly #forEach = new Map<number, Expression>();
  readonly #declarations: Declaration[] = [];
  readonly #texts: TextSite[] = [];
  readonly #scripts: FactsOfScript[] = [];

  constructor(source: Source, file: TerraformFile) {
    this.#source = source;
    this.#file = file;
    for (const attribute of file.attributes) {
      this.#attributes.set(attribute.path.join('.'), attribute);
      if (attribute.path.at(-1) === 'for_each') this.#forEach.set(attribute.block, attribute.value);
    }
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
      for (const text of this.#textsOf(value, block)) this.#scripts.push(evaluateShell(text));
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
    const values = once(() => this.#values(value, block, 0));
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
    const [variable] = name === undefined ? [] : this.#textsOf(name.value, block);
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

  #values(value: Expression, block: number, depth: number): readonly Value[] {
    if (value.type === 'list') {
      const items = value.items.map((item) => this.#values(item, block, depth + 1));
      return [{ form: 'list', items, place: this.#place(value.start, value.end) }];
    }
    return this.#alternatives(value, block, depth).flatMap(textValue);
  }

  #textsOf(value: Expression, block: number): Text[] {
    if (value.type === 'list') return value.items.flatMap((item) => this.#alternatives(item, block, 0));
    return this.#alternatives(value, block, 0);
  }

  /** The texts that an expression may give; a hole where nothing is known. */
  #alternatives(value: Expression, block: number, depth: number): Text[] {
    const place = this.#place(value.start, value.end);
    if (depth > DEEPEST) return [hole(place)];
    switch (value.type) {
      case 'template':
        return this.#template(value, block, depth);
      case 'traversal':
        return this.#follow(value, block, depth) ?? [hole(place)];
      case 'either':
        return value.options.flatMap((option) => this.#alternatives(option, block, depth + 1));
      case 'call':
        return this.#call(value, block, depth) ?? [hole(place)];
      case 'list':
      case 'object':
      case 'unreadable':
        return [hole(place)];
      default:
        return unreachable(value);
    }
  }

  #template({ parts, start, end }: Template, block: number, depth: number): Text[] {
    const place = this.#place(start, end);
    let lists: Part[][] = [[]];
    for (const part of parts) {
      const at = this.#place(part.start, part.end);
      const texts = part.type === 'characters' ? [this.#characters(part)] : this.#alternatives(part, block, depth + 1);
      lists = lists.flatMap((list) => texts.map((text) => [...list, { text, place: at }])).slice(0, MOST_ALTERNATIVES);
    }
    return lists.map((list) => {
      const [only] = list;
      if (only === undefined) return literal('', this.#place(start + 1, start + 1));
      return list.length === 1 ? only.text : concatenation(list, place);
    });
  }

  #characters({ start, end, escapes }: Characters): Text {
    const place = this.#place(start, end);
    return escapes ? unescaped(place, ESCAPES) : literal(this.#source.text.slice(start, end), place);
  }

  #call({ name, arguments: values }: Call, block: number, depth: number): Text[] | null {
    const [first] = values;
    if (first === undefined) return null;
    switch (name) {
      case 'lower':
        return this.#alternatives(first, block, depth + 1).map((text) => rewritten(text, (known) => known.toLowerCase()));
      case 'upper':
        return this.#alternatives(first, block, depth + 1).map((text) => rewritten(text, (known) => known.toUpperCase()));
      case 'coalesce':
      case 'try':
        return values.flatMap((value) => this.#alternatives(value, block, depth + 1)).filter(({ form }) => form !== 'hole');
      case 'trimspace':
      case 'tostring':
        return this.#alternatives(first, block, depth + 1);
      default:
        return null;
    }
  }

  #follow(value: Traversal, block: number, depth: number): Text[] | null {
    const [root = '', name = '', ...rest] = value.names;
    if (root === 'each') return this.#eachOf(value, name, block, depth);
    switch (root) {
      case 'var':
        return this.#declared(['variable', name, 'default', ...rest], value, 'option-default', depth);
      case 'local':
        return this.#declared(['locals', name, ...rest], value, 'constant', depth);
      case 'data':
        return this.#resource(['data', name, ...rest], value, depth);
      default:
        return rest.length === 0 ? null : this.#resource(['resource', root, name, ...rest], value, depth);
    }
  }

  #resource(path: readonly string[], value: Traversal, depth: number): Text[] | null {
    const owner = path.filter((name) => name !== '*').slice(0, 3);
    const attribute = path.at(-1) ?? '';
    const names = /^(?:id|arn|bucket_domain_name)$/.test(attribute) ? NAMING : [attribute];
    for (const name of names) {
      const found = this.#declared([...owner, name], value, 'config', depth);
      if (found !== null) return found;
    }
    return null;
  }

  /** What an attribute holds, or an entry of the object that it holds. */
  #declared(path: readonly string[], value: Traversal, origin: Origin, depth: number): Text[] | null {
    for (let length = path.length; length > 1; length--) {
      const attribute = this.#attributes.get(path.slice(0, length).join('.'));
      if (attribute === undefined) continue;
      const inner = entryAt(attribute.value, path.slice(length));
      if (inner === null) return null;
      const step = { origin, label: value.names.join('.'), place: this.#place(attribute.start, attribute.end), env: null };
      const place = this.#place(value.start, value.end);
      return this.#alternatives(inner, attribute.block, depth + 1).map((text) => followed(text, step, place));
    }
    return null;
  }

  /** `each.key` and `each.value` in a block with `for_each`. */
  #eachOf(value: Traversal, which: string, block: number, depth: number): Text[] | null {
    let each = this.#forEach.get(block);
    if (each?.type === 'call' && /^(?:toset|tolist|tomap)$/.test(each.name)) each = each.arguments[0];
    if (each?.type === 'traversal') each = this.#target(each);
    if (each?.type === 'call' && /^(?:toset|tolist|tomap)$/.test(each.name)) each = each.arguments[0];
    const place = this.#place(value.start, value.end);
    const follow = (text: Text): Text => {
      return followed(text, { origin: 'constant', label: value.names.join('.'), place: text.place, env: null }, place);
    };
    if (each?.type === 'list') return each.items.flatMap((item) => this.#alternatives(item, block, depth + 1)).map(follow);
    if (each?.type !== 'object') return null;
    if (which === 'key') {
      return each.entries.map(({ name, nameStart, nameEnd }) => follow(literal(name, this.#place(nameStart, nameEnd))));
    }
    return each.entries.flatMap((entry) => {
      const inner = entryAt(entry.value, value.names.slice(2));
      return inner === null ? [] : this.#alternatives(inner, block, depth + 1).map(follow);
    });
  }

  #target({ names: [root, name = ''] }: Traversal): Expression | undefined {
    const path = root === 'var' ? ['variable', name, 'default'] : ['locals', name];
    return this.#attributes.get(path.join('.'))?.value;
  }

  #place(start: number, end: number): Place {
    return { source: this.#source, start, end };
  }
}

/** What stands under keys of nested objects; null where nothing does. */
function entryAt(value: Expression, names: readonly string[]): Expression | null {
  let inner = value;
  for (const name of names) {
    if (inner.type !== 'object') return null;
    const found = inner.entries.find((entry) => entry.name === name);
    if (found === undefined) return null;
    inner = found.value;
  }
  return inner;
}

function itemsOf(value: Value): readonly Value[] {
  return value.form === 'list' ? value.items.flatMap((item) => item.flatMap(itemsOf)) : [value];
}

function once<Result>(compute: () => Result): () => Result {
  let found: { readonly result: Result } | null = null;
  return () => (found ??= { result: compute() }).result;
}

function unreachable(value: never): never {
  throw new Error(`Unknown syntax: ${JSON.stringify(value)}`);
}
