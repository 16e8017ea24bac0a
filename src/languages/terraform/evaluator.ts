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
  subText,
} from '../../references/text.js';
import { backslashEscapes, unescaped } from '../escapes.js';
import { MOST_ALTERNATIVES, type Value } from '../facts.js';
import { textValue } from '../facts-of.js';
import type {
  Attribute,
  Call,
  Characters,
  Expression,
  List,
  ObjectEntry,
  ObjectLiteral,
  Template,
  TerraformFile,
  Traversal,
} from './syntax.js';

/** What a resource's `id` or `arn` stands for. */
const NAMING = ['bucket', 'name', 'topic_name', 'id'];
const DEEPEST = 16;
const ESCAPES = backslashEscapes({ n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }, { u: 4, U: 8 });

/**
 * What the expressions of a Terraform file give, as far as the file shows it: variables' defaults, locals,
 * the items of `for_each`, other resources' names, and the functions that put texts together.
 */
export class TerraformEvaluator {
  readonly #source: Source;
  readonly #file: TerraformFile;
  readonly #attributes = new Map<string, Attribute>();
  readonly #forEach = new Map<number, Expression>();

  constructor(source: Source, file: TerraformFile) {
    this.#source = source;
    this.#file = file;
    for (const attribute of file.attributes) {
      this.#attributes.set(attribute.path.join('.'), attribute);
      // What a dynamic block repeats has a name of its own.
      if (attribute.path.at(-1) === 'for_each' && !attribute.path.includes('dynamic')) {
        this.#forEach.set(attribute.block, attribute.value);
      }
    }
  }

  /** The values of an expression that stands in a block. */
  values(value: Expression, block: number, depth = 0): readonly Value[] {
    if (value.type === 'list') {
      const items = value.items.map((item) => this.values(item, block, depth + 1));
      return [{ form: 'list', items, place: this.#place(value.start, value.end) }];
    }
    return this.#alternatives(value, block, depth).flatMap(textValue);
  }

  /** The texts of an expression, and those of a list. */
  textsOf(value: Expression, block: number): Text[] {
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

  #call(call: Call, block: number, depth: number): Text[] | null {
    const { name, arguments: values } = call;
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
      case 'replace':
        return this.#replaced(call.arguments, block, depth);
      case 'format':
        return this.#formatted(call, block, depth);
      case 'join':
        return this.#joined(call, block, depth);
      case 'element':
      case 'lookup':
        return entryAt(this.#collection(first, depth), ['*']).flatMap((item) => this.#alternatives(item, block, depth + 1));
      default:
        return null;
    }
  }

  /** `replace(text, "_", "-")` of two plain texts. */
  #replaced([first, from, to]: readonly Expression[], block: number, depth: number): Text[] | null {
    const [old] = from === undefined ? [] : this.#alternatives(from, block, depth + 1);
    const [next] = to === undefined ? [] : this.#alternatives(to, block, depth + 1);
    if (first === undefined || old?.form !== 'literal' || next?.form !== 'literal' || /^\/./.test(old.flat)) return null;
    return this.#alternatives(first, block, depth + 1).map((text) => {
      return rewritten(text, (known) => known.replaceAll(old.flat, next.flat));
    });
  }

  /** `format("%s-%s", a, b)`. */
  #formatted(call: Call, block: number, depth: number): Text[] | null {
    const [template, ...values] = call.arguments;
    const [pattern] = template === undefined ? [] : this.#alternatives(template, block, depth + 1);
    if (pattern?.form !== 'literal') return null;
    const pieces: (Text | Expression)[] = [];
    let done = 0;
    let used = 0;
    for (const { index, 0: written } of pattern.flat.matchAll(/%[-+ 0#]*\d*(?:\.\d+)?[a-z%]/gi)) {
      if (index > done) pieces.push(subText(pattern, done, index));
      const value = values[used];
      if (written === '%%') pieces.push(subText(pattern, index, index + 1));
      else pieces.push(written === '%s' && value !== undefined ? value : hole(pattern.place));
      if (written !== '%%') used += 1;
      done = index + written.length;
    }
    if (done < pattern.flat.length) pieces.push(subText(pattern, done, pattern.flat.length));
    return this.#putTogether(pieces, pattern.place, block, depth);
  }

  /** `join("-", [a, b])`. */
  #joined(call: Call, block: number, depth: number): Text[] | null {
    const [first, second] = call.arguments;
    const [separator] = first === undefined ? [] : this.#alternatives(first, block, depth + 1);
    const list = second === undefined ? null : this.#collection(second, depth);
    if (separator?.form !== 'literal' || list?.type !== 'list') return null;
    const pieces = list.items.flatMap((item, index): (Text | Expression)[] => (index === 0 ? [item] : [separator, item]));
    return this.#putTogether(pieces, this.#place(call.start, call.end), block, depth);
  }

  #putTogether(pieces: readonly (Text | Expression)[], place: Place, block: number, depth: number): Text[] {
    let lists: Part[][] = [[]];
    for (const piece of pieces) {
      const texts = 'form' in piece ? [piece] : this.#alternatives(piece, block, depth + 1);
      lists = lists.flatMap((list) => texts.map((text) => [...list, { text, place: text.place }])).slice(0, MOST_ALTERNATIVES);
    }
    return lists.map((parts) => concatenation(parts, place));
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
    const owner = path.filter((name) => !/^(?:\*|\d+)$/.test(name)).slice(0, 3);
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
      if (inner.length === 0) return null;
      const step = { origin, label: value.names.join('.'), place: this.#place(attribute.start, attribute.end), env: null };
      const place = this.#place(value.start, value.end);
      return inner
        .flatMap((found) => this.#alternatives(found, attribute.block, depth + 1))
        .map((text) => followed(text, step, place));
    }
    return null;
  }

  /** `each.key` and `each.value` in a block with `for_each`, or in one within it. */
  #eachOf(value: Traversal, which: string, block: number, depth: number): Text[] | null {
    const given = this.#forEachAround(block);
    const each = given === null ? null : this.#collection(given, depth);
    if (each === null) return null;
    const place = this.#place(value.start, value.end);
    const follow = (text: Text): Text => {
      return followed(text, { origin: 'constant', label: value.names.join('.'), place: text.place, env: null }, place);
    };
    if (each.type === 'list') return each.items.flatMap((item) => this.#alternatives(item, block, depth + 1)).map(follow);
    if (which === 'key') {
      return each.entries.map(({ name, nameStart, nameEnd }) => follow(literal(name, this.#place(nameStart, nameEnd))));
    }
    return each.entries.flatMap((entry) => {
      const inner = entryAt(entry.value, value.names.slice(2));
      return inner.flatMap((found) => this.#alternatives(found, block, depth + 1)).map(follow);
    });
  }

  #forEachAround(block: number): Expression | null {
    for (let at: number | undefined = block; at !== undefined; at = this.#file.around.get(at)) {
      const given = this.#forEach.get(at);
      if (given !== undefined) return given;
    }
    return null;
  }

  /** The list or object that an expression gives: itself, what a variable or a local holds, several put together. */
  #collection(value: Expression, depth: number): List | ObjectLiteral | null {
    if (depth > DEEPEST) return null;
    if (value.type === 'list' || value.type === 'object') return value;
    if (value.type === 'traversal') {
      const target = this.#target(value);
      return target === undefined ? null : this.#collection(target, depth + 1);
    }
    if (value.type !== 'call') return null;
    const { start, end } = value;
    const inner = value.arguments.flatMap((argument) => this.#collection(argument, depth + 1) ?? []);
    const [first] = inner;
    switch (value.name) {
      case 'toset':
      case 'tolist':
      case 'tomap':
      case 'distinct':
      case 'compact':
      case 'sort':
        return first ?? null;
      case 'concat':
      case 'setunion':
        return { type: 'list', items: inner.flatMap((each) => (each.type === 'list' ? each.items : [])), start, end };
      case 'merge':
        return { type: 'object', entries: inner.flatMap((each) => (each.type === 'object' ? each.entries : [])), start, end };
      case 'values':
        return first?.type === 'object' ? { type: 'list', items: first.entries.map((entry) => entry.value), start, end } : null;
      case 'keys':
        return first?.type === 'object' ? { type: 'list', items: first.entries.map(keyOf), start, end } : null;
      default:
        return null;
    }
  }

  #target({ names: [root, name = '', ...rest] }: Traversal): Expression | undefined {
    const path = root === 'var' ? ['variable', name, 'default'] : ['locals', name];
    const [target] = entryAt(this.#attributes.get(path.join('.'))?.value ?? null, rest);
    return target;
  }

  #place(start: number, end: number): Place {
    return { source: this.#source, start, end };
  }
}

/**
 * What stands under keys of nested objects and at indexes of lists; under a key that is not known, `*`,
 * each of what is there. Empty where nothing is.
 */
function entryAt(value: Expression | null, names: readonly string[]): readonly Expression[] {
  let found: readonly Expression[] = value === null ? [] : [value];
  for (const name of names) found = found.flatMap((inner) => within(inner, name)).slice(0, MOST_ALTERNATIVES);
  return found;
}

function within(value: Expression, name: string): readonly Expression[] {
  if (value.type === 'list') return name === '*' ? value.items : value.items.slice(Number(name), Number(name) + 1);
  if (value.type !== 'object') return [];
  return value.entries.filter((entry) => name === '*' || entry.name === name).map((entry) => entry.value);
}

/** A key of an object as an expression. */
function keyOf({ nameStart, nameEnd }: ObjectEntry): Template {
  const at = { start: nameStart, end: nameEnd };
  return { type: 'template', parts: [{ type: 'characters', escapes: false, ...at }], ...at };
}

function unreachable(value: never): never {
  throw new Error(`Unknown syntax: ${JSON.stringify(value)}`);
}
