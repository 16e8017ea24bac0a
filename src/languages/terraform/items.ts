import { type Text, literal } from '../../references/text.js';
import { MOST_ALTERNATIVES } from '../facts.js';
import { placeIn, type Located, type Scope } from './module.js';
import type { Call, Expression, ForExpression, List, ObjectLiteral, Template, Traversal } from './syntax.js';

/** One of several things: an item of a list, or an entry of an object with its key. */
export interface Item {
  readonly key: Text | null;
  readonly value: Located;
}

/** What the names in expressions lead to, and what their texts are. */
export interface Names {
  /** The expressions that a traversal may stand for; empty where none is known. */
  readonly targets: (value: Traversal, scope: Scope, depth: number) => readonly Located[];
  readonly texts: (value: Expression, scope: Scope, depth: number) => readonly Text[];
}

const DEEPEST = 16;

/** The items of lists, sets, objects and maps, as far as the files of a module show them. */
export class TerraformItems {
  readonly #names: Names;

  constructor(names: Names) {
    this.#names = names;
  }

  /** The items of an expression; null where it gives no list and no object, or nothing is known of it. */
  of({ value, scope }: Located, depth: number): readonly Item[] | null {
    if (depth > DEEPEST) return null;
    switch (value.type) {
      case 'list':
        return listed(value, scope);
      case 'object':
        return entries(value, scope);
      case 'for':
        return this.#made(value, scope, depth);
      case 'call':
        return this.#called(value, scope, depth);
      case 'traversal':
        return this.#ofFirst(this.#names.targets(value, scope, depth), depth);
      case 'either':
        return this.#ofFirst(value.options.map((option) => ({ value: option, scope })), depth);
      case 'template':
      case 'unreadable':
        return null;
    }
  }

  /**
   * What stands under keys of nested objects and at indexes of lists; under a key that is not known, `*`,
   * each of what is there. Empty where nothing is.
   */
  within(located: Located, keys: readonly string[], depth: number): readonly Located[] {
    let found: readonly Located[] = [located];
    for (const key of keys) {
      found = found.flatMap((inner) => this.#under(inner, key, depth)).slice(0, MOST_ALTERNATIVES);
    }
    return found;
  }

  #under(located: Located, key: string, depth: number): Located[] {
    const items = this.of(located, depth + 1) ?? [];
    const index = /^\d+$/.test(key) ? Number(key) : null;
    return items.filter((item, at) => key === '*' || (item.key === null ? index === at : item.key.flat === key)).map(({ value }) => value);
  }

  #ofFirst(options: readonly Located[], depth: number): readonly Item[] | null {
    for (const option of options) {
      const items = this.of(option, depth + 1);
      if (items !== null) return items;
    }
    return null;
  }

  #called({ name, arguments: values }: Call, scope: Scope, depth: number): readonly Item[] | null {
    const inner = values.flatMap((value) => {
      const items = this.of({ value, scope }, depth + 1);
      return items === null ? [] : [items];
    });
    const [first = null] = inner;
    switch (name) {
      case 'toset':
      case 'tolist':
      case 'tomap':
      case 'distinct':
      case 'compact':
      case 'sort':
      case 'flatten':
      case 'try':
      case 'coalesce':
        return first;
      case 'concat':
      case 'setunion':
      case 'merge':
        return inner.flat();
      case 'values':
        return first?.map(({ value }) => ({ key: null, value })) ?? null;
      case 'keys':
        return first?.flatMap(keyOf) ?? null;
      default:
        return null;
    }
  }

  /** `[for x in xs : f(x)]`, `{ for k, v in m : k => f(v) }`. */
  #made({ names, collection, key, result }: ForExpression, scope: Scope, depth: number): readonly Item[] | null {
    const items = this.of({ value: collection, scope }, depth + 1);
    if (items === null) return null;
    return items.flatMap((item): Item[] => {
      const inner: Scope = { ...scope, bindings: new Map([...scope.bindings, ...bound(names, item)]) };
      if (key === null) return [{ key: null, value: { value: result, scope: inner } }];
      const [text] = this.#names.texts(key, inner, depth + 1);
      return text === undefined ? [] : [{ key: text, value: { value: result, scope: inner } }];
    });
  }
}

function listed({ items }: List, scope: Scope): Item[] {
  return items.map((value) => ({ key: null, value: { value, scope } }));
}

function entries(value: ObjectLiteral, scope: Scope): Item[] {
  return value.entries.map(({ name, nameStart, nameEnd, value: held }) => ({
    key: literal(name, placeIn(scope, nameStart, nameEnd)),
    value: { value: held, scope },
  }));
}

/** What the names of a `for` stand for at one item: of two names the first is its key. */
function bound(names: readonly string[], { key, value }: Item): (readonly [string, Located | Text])[] {
  const [first, second] = names;
  if (first === undefined) return [];
  if (second === undefined) return [[first, value]];
  return key === null ? [[second, value]] : [[first, key], [second, value]];
}

/** A key that is written out, as an item. */
function keyOf({ key, value: { scope } }: Item): Item[] {
  if (key?.form !== 'literal' || key.place.source !== scope.file.source) return [];
  const { start, end } = key.place;
  const value: Template = { type: 'template', parts: [{ type: 'characters', escapes: false, start, end }], start, end };
  return [{ key: null, value: { value, scope } }];
}
