import type { Place } from '../../references/source.js';
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
import { type Item, TerraformItems } from './items.js';
import { type Held, type Located, type Scope, placeIn } from './module.js';
import type { Call, Characters, Expression, Template, Traversal } from './syntax.js';

/** What a resource's `id` or `arn` stands for. */
const NAMING = ['bucket', 'name', 'topic_name', 'id'];
const DEEPEST = 16;
const ESCAPES = backslashEscapes({ n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }, { u: 4, U: 8 });

/**
 * What the expressions of a Terraform module give, as far as its files show it: variables' defaults and what
 * they are given, locals, the items of `for_each`, other resources' names, and the functions that put texts
 * together.
 */
export class TerraformEvaluator {
  readonly #items = new TerraformItems({
    targets: (value, scope, depth) => this.#targets(value, scope, depth),
    texts: (value, scope, depth) => this.#alternatives(value, scope, depth),
  });

  /** The values of an expression. */
  values(value: Expression, scope: Scope, depth = 0): readonly Value[] {
    if (value.type === 'list') {
      const items = value.items.map((item) => this.values(item, scope, depth + 1));
      return [{ form: 'list', items, place: placeIn(scope, value.start, value.end) }];
    }
    return this.#alternatives(value, scope, depth).flatMap(textValue);
  }

  /** The texts of an expression, and those of a list. */
  textsOf(value: Expression, scope: Scope): Text[] {
    if (value.type === 'list') return value.items.flatMap((item) => this.#alternatives(item, scope, 0));
    return this.#alternatives(value, scope, 0);
  }

  /** The texts that an expression may give; a hole where nothing is known. */
  #alternatives(value: Expression, scope: Scope, depth: number): Text[] {
    const place = placeIn(scope, value.start, value.end);
    if (depth > DEEPEST) return [hole(place)];
    switch (value.type) {
      case 'template':
        return this.#template(value, scope, depth);
      case 'traversal':
        return this.#follow(value, scope, depth) ?? [hole(place)];
      case 'either':
        return value.options.flatMap((option) => this.#alternatives(option, scope, depth + 1));
      case 'call':
        return this.#call(value, scope, depth) ?? [hole(place)];
      case 'list':
      case 'object':
      case 'for':
      case 'unreadable':
        return [hole(place)];
    }
  }

  #template(template: Template, scope: Scope, depth: number): Text[] {
    const { parts, start, end } = template;
    const place = placeIn(scope, start, end);
    const lists = this.#scopesOf(template, scope, depth).flatMap((inner) => this.#combined(parts, inner, depth));
    return lists.slice(0, MOST_ALTERNATIVES).map((list) => {
      const [only] = list;
      if (only === undefined) return literal('', placeIn(scope, start + 1, start + 1));
      return list.length === 1 ? only.text : concatenation(list, place);
    });
  }

  /** Where `each.key` and `each.value` stand in one template they are of one item: a scope for each. */
  #scopesOf({ parts }: Template, scope: Scope, depth: number): readonly Scope[] {
    const several = parts.filter((part) => part.type === 'traversal' && part.names[0] === 'each').length > 1;
    const items = several ? this.#each(scope, depth) : null;
    return items === null ? [scope] : items.map((item) => ({ ...scope, each: [item] }));
  }

  #combined(parts: Template['parts'], scope: Scope, depth: number): Part[][] {
    let lists: Part[][] = [[]];
    for (const part of parts) {
      const at = placeIn(scope, part.start, part.end);
      const texts = part.type === 'characters' ? [characters(part, scope)] : this.#alternatives(part, scope, depth + 1);
      lists = lists.flatMap((list) => texts.map((text) => [...list, { text, place: at }])).slice(0, MOST_ALTERNATIVES);
    }
    return lists;
  }

  #call(call: Call, scope: Scope, depth: number): Text[] | null {
    const { name, arguments: values } = call;
    const [first] = values;
    if (first === undefined) return null;
    switch (name) {
      case 'lower':
        return this.#alternatives(first, scope, depth + 1).map((text) => rewritten(text, (known) => known.toLowerCase()));
      case 'upper':
        return this.#alternatives(first, scope, depth + 1).map((text) => rewritten(text, (known) => known.toUpperCase()));
      case 'coalesce':
      case 'try':
        return values.flatMap((value) => this.#alternatives(value, scope, depth + 1)).filter(({ form }) => form !== 'hole');
      case 'trimspace':
      case 'tostring':
        return this.#alternatives(first, scope, depth + 1);
      case 'replace':
        return this.#replaced(values, scope, depth);
      case 'format':
        return this.#formatted(call, scope, depth);
      case 'join':
        return this.#joined(call, scope, depth);
      case 'element':
      case 'lookup':
        return this.#textsAt({ value: first, scope }, ['*'], depth);
      default:
        return null;
    }
  }

  /** `replace(text, "_", "-")` of two plain texts. */
  #replaced([first, from, to]: readonly Expression[], scope: Scope, depth: number): Text[] | null {
    const [old] = from === undefined ? [] : this.#alternatives(from, scope, depth + 1);
    const [next] = to === undefined ? [] : this.#alternatives(to, scope, depth + 1);
    if (first === undefined || old?.form !== 'literal' || next?.form !== 'literal' || /^\/./.test(old.flat)) return null;
    return this.#alternatives(first, scope, depth + 1).map((text) => {
      return rewritten(text, (known) => known.replaceAll(old.flat, next.flat));
    });
  }

  /** `format("%s-%s", a, b)`. */
  #formatted(call: Call, scope: Scope, depth: number): Text[] | null {
    const [template, ...values] = call.arguments;
    const [pattern] = template === undefined ? [] : this.#alternatives(template, scope, depth + 1);
    if (pattern?.form !== 'literal') return null;
    const pieces: (readonly Text[])[] = [];
    let done = 0;
    let used = 0;
    for (const { index, 0: written } of pattern.flat.matchAll(/%[-+ 0#]*\d*(?:\.\d+)?[a-z%]/gi)) {
      if (index > done) pieces.push([subText(pattern, done, index)]);
      const value = values[used];
      if (written === '%%') pieces.push([subText(pattern, index, index + 1)]);
      else pieces.push(written === '%s' && value !== undefined ? this.#alternatives(value, scope, depth + 1) : [hole(pattern.place)]);
      if (written !== '%%') used += 1;
      done = index + written.length;
    }
    if (done < pattern.flat.length) pieces.push([subText(pattern, done, pattern.flat.length)]);
    return putTogether(pieces, pattern.place);
  }

  /** `join("-", [a, b])`. */
  #joined(call: Call, scope: Scope, depth: number): Text[] | null {
    const [first, second] = call.arguments;
    const [separator] = first === undefined ? [] : this.#alternatives(first, scope, depth + 1);
    const items = second === undefined ? null : this.#items.of({ value: second, scope }, depth + 1);
    if (separator?.form !== 'literal' || items === null) return null;
    const pieces = items.flatMap(({ value }, index): (readonly Text[])[] => {
      const texts = this.#alternatives(value.value, value.scope, depth + 1);
      return index === 0 ? [texts] : [[separator], texts];
    });
    return putTogether(pieces, placeIn(scope, call.start, call.end));
  }

  #follow(value: Traversal, scope: Scope, depth: number): Text[] | null {
    const [root = '', name = '', ...rest] = value.names;
    if (scope.bindings.has(root)) return this.#bound(value, scope, depth);
    switch (root) {
      case 'each':
        return this.#eachOf(value, scope, depth);
      case 'var':
        return this.#textsOf(scope.module.variable(name), rest, value, scope, depth);
      case 'local':
        return this.#textsOf(scope.module.at(`locals.${name}`), rest, value, scope, depth);
      case 'data':
        return this.#resource(['data', name, ...rest], value, scope, depth);
      default:
        return rest.length === 0 ? null : this.#resource(['resource', root, name, ...rest], value, scope, depth);
    }
  }

  #resource(path: readonly string[], value: Traversal, scope: Scope, depth: number): Text[] | null {
    const owner = path.filter((name) => !/^(?:\*|\d+)$/.test(name)).slice(0, 3).join('.');
    const attribute = path.at(-1) ?? '';
    const names = /^(?:id|arn|bucket_domain_name)$/.test(attribute) ? NAMING : [attribute];
    for (const name of names) {
      const found = this.#textsOf(scope.module.at(`${owner}.${name}`), [], value, scope, depth);
      if (found !== null) return found;
    }
    return null;
  }

  /** What an attribute holds, or what stands under keys within it; null where nothing does. */
  #textsOf(held: Held | null, keys: readonly string[], value: Traversal, scope: Scope, depth: number): Text[] | null {
    if (held === null) return null;
    const { attribute } = held;
    const found = this.#textsAt(held, keys, depth);
    if (found.length === 0) return null;
    const at = placeIn(held.scope, attribute.start, attribute.end);
    const step = { origin: originOf(held), label: value.names.join('.'), place: at, env: null };
    const place = placeIn(scope, value.start, value.end);
    // An empty default stands for what is given elsewhere, or for nothing.
    return found.map((text) => (text.flat === '' ? hole(place) : followed(text, step, place)));
  }

  #textsAt(located: Located, keys: readonly string[], depth: number): Text[] {
    const found = this.#items.within(located, keys, depth);
    return found.flatMap(({ value, scope }) => this.#alternatives(value, scope, depth + 1));
  }

  /** `x` and `x.name` where a `for` has an x. */
  #bound(value: Traversal, scope: Scope, depth: number): Text[] | null {
    const [name = '', ...keys] = value.names;
    const held = scope.bindings.get(name);
    if (held === undefined) return null;
    const texts = 'form' in held ? [held] : this.#textsAt(held, keys, depth);
    return texts.length === 0 ? null : texts.map((text) => followedTo(text, value, scope));
  }

  /** `each.key` and `each.value` in a block with `for_each`, or in one within it. */
  #eachOf(value: Traversal, scope: Scope, depth: number): Text[] | null {
    const [, which, ...keys] = value.names;
    const items = scope.each ?? this.#each(scope, depth);
    if (items === null) return null;
    const texts = items.flatMap((item) => {
      return which === 'key' && item.key !== null ? [item.key] : this.#textsAt(item.value, keys, depth);
    });
    return texts.map((text) => followedTo(text, value, scope));
  }

  /** The items that the block around repeats; null where they are not known. */
  #each(scope: Scope, depth: number): readonly Item[] | null {
    const { file } = scope;
    for (let at: number | undefined = scope.block; at !== undefined; at = file.tree.around.get(at)) {
      const given = file.forEach.get(at);
      if (given !== undefined) return this.#items.of({ value: given, scope }, depth + 1);
    }
    return null;
  }

  /** The expressions that a name stands for, where it may hold several things. */
  #targets(value: Traversal, scope: Scope, depth: number): readonly Located[] {
    const [root = '', name = '', ...rest] = value.names;
    const bound = scope.bindings.get(root);
    if (bound !== undefined) return 'form' in bound ? [] : this.#items.within(bound, value.names.slice(1), depth);
    if (root === 'each') {
      const items = scope.each ?? this.#each(scope, depth) ?? [];
      return name === 'value' ? items.flatMap((item) => this.#items.within(item.value, rest, depth)) : [];
    }
    const held = root === 'var' ? scope.module.variable(name) : root === 'local' ? scope.module.at(`locals.${name}`) : null;
    return held === null ? [] : this.#items.within(held, rest, depth);
  }
}

function characters({ start, end, escapes }: Characters, scope: Scope): Text {
  const place = placeIn(scope, start, end);
  return escapes ? unescaped(place, ESCAPES) : literal(place.source.text.slice(start, end), place);
}

function followedTo(text: Text, value: Traversal, scope: Scope): Text {
  const step = { origin: 'constant', label: value.names.join('.'), place: text.place, env: null } as const;
  return followed(text, step, placeIn(scope, value.start, value.end));
}

/** How a value came to a name: by what stands around the attribute that holds it. */
function originOf({ attribute: { path } }: Held): Origin {
  switch (path[0]) {
    case 'variable':
      return 'option-default';
    case 'locals':
      return 'constant';
    case 'module':
      return 'argument';
    default:
      return 'config';
  }
}

/** All the texts that the pieces give, one behind the other. */
function putTogether(pieces: readonly (readonly Text[])[], place: Place): Text[] {
  let lists: Part[][] = [[]];
  for (const texts of pieces) {
    lists = lists.flatMap((list) => texts.map((text) => [...list, { text, place: text.place }])).slice(0, MOST_ALTERNATIVES);
  }
  return lists.map((parts) => concatenation(parts, place));
}
