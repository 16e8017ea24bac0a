import type { ArgumentTest, CallEntry, Library } from '../../catalogue/library.js';
import type { Call, ThingValue } from '../../languages/facts.js';
import { alwaysPasses, isOneOf, passes, takings } from './arguments.js';
import { segmentsOf } from './thing-path.js';

/** A call that the catalogue knows. */
export interface Match {
  readonly library: Library;
  readonly entry: CallEntry;
  /** The callee's last name as the entry writes it. */
  readonly method: string;
  readonly callee: ThingValue;
}

interface TypeRule {
  readonly type: string;
  readonly where: ArgumentTest | null;
}

interface EntryRule {
  readonly library: Library;
  readonly entry: CallEntry;
  readonly method: string;
}

/** What a method's name alone tells of its calls. */
interface Interest {
  readonly entries: readonly CallEntry[];
  /** Whether an entry counts for any method, or for any that ends like this one. */
  readonly takesAny: boolean;
}

/** How many ways of reading one path are kept. */
const MOST_STATES = 16;
/** Of how many paths is remembered what they come to. */
const MOST_REMEMBERED = 20_000;

/**
 * The catalogue of one language, made ready for asking. A path is read segment by segment; wherever
 * what was read so far is what a library calls a type (`boto3.client()` with `"s3"`), the type's
 * name goes on in its place, so that entries are looked up by type and member.
 */
export class CatalogueIndex {
  readonly #types = new Map<string, TypeRule[]>();
  readonly #entries = new Map<string, EntryRule[]>();
  readonly #mentions = new Set<string>();
  readonly #elsewhere = new Set<string>();
  readonly #wrappers = new Set<string>();
  /** All that a path may still become something from. */
  readonly #prefixes = new Set<string>();
  readonly #modules = new Set<string>();
  /** The entries of each method, for a look at the arguments before anything is evaluated. */
  readonly #methods = new Map<string, CallEntry[]>();
  readonly #mentionMethods = new Set<string>();
  readonly #elsewhereMethods = new Set<string>();
  readonly #wrapperMethods = new Set<string>();
  readonly #endings: string[] = [];
  readonly #keywords = new Set<string>();
  #anyMethod = false;
  /** Paths whose type depends on a call's arguments. */
  readonly #conditional = new Set<string>();
  /** What paths come to, where no argument decides that: most files have the same few. */
  readonly #ends = new Map<string, readonly string[]>();
  readonly #interests = new Map<string, Interest>();
  /** The rules of a callee by its method and its path, likewise. */
  readonly #rules = new Map<string, Map<string, readonly EntryRule[]>>();

  constructor(libraries: readonly Library[]) {
    for (const library of libraries) this.#add(library);
  }

  /** The entries that a call fits; the callee is evaluated only where its last name is of interest. */
  matches(call: Call): readonly Match[] {
    if (!this.mayMatch(call)) return [];
    const found: Match[] = [];
    for (const callee of call.callees()) this.#collect(call, callee, found);
    return found;
  }

  /** Whether a call fits an entry as far as its method and its keywords tell, without evaluating anything. */
  mayMatch(call: Call): boolean {
    const { entries, takesAny } = this.#interestIn(call.method);
    if (entries.some((entry) => hasOne(call, entry))) return true;
    if (takesAny) return call.arguments.length > 0 || isDecorator(call);
    return call.hasKeyword(this.#keywords);
  }

  /** What a method's name tells of its calls: asked for each call there is, of few names. */
  #interestIn(method: string): Interest {
    let interest = this.#interests.get(method);
    if (interest === undefined) {
      const takesAny = this.#anyMethod || this.#endings.some((ending) => method.endsWith(ending));
      interest = { entries: this.#methods.get(method) ?? [], takesAny };
      remember(this.#interests, method, interest);
    }
    return interest;
  }

  /** Whether the call only speaks of its arguments. */
  isMention(call: Call): boolean {
    if (!this.#mentionMethods.has(call.method)) return false;
    return call.callees().some((callee) => this.#leadsTo(callee, this.#mentions));
  }

  /** Whether the call is one of a system that is none of ours: Snowflake has databases, too. */
  isElsewhere(call: Call): boolean {
    if (!this.#elsewhereMethods.has(call.method)) return false;
    return call.callees().some((callee) => this.#leadsTo(callee, this.#elsewhere));
  }

  /** Whether a thing is a call whose first argument stands for it: `sqlalchemy.text("…")`. */
  isWrapper(thing: ThingValue): boolean {
    const call = thing.calls.at(-1);
    if (call === undefined || !thing.path.endsWith('()') || !this.#wrapperMethods.has(call.method)) {
      return false;
    }
    return this.#leadsTo({ ...thing, path: thing.path.slice(0, -2) }, this.#wrappers);
  }

  #add(library: Library): void {
    const canonical = (path: string) => canonicalPath(library, path);
    for (const [name, paths] of Object.entries(library.types)) {
      for (const typePath of paths) this.#addType(library, typeName(library, name), typePath);
    }
    for (const entry of library.entries) {
      for (const path of entry.call) this.#addEntry(library, entry, canonical(path));
    }
    for (const path of library.mentions ?? []) {
      this.#addPath(canonical(path), this.#mentions);
      this.#mentionMethods.add(lastName(path).replace(/^~/, ''));
    }
    for (const path of library.elsewhere ?? []) {
      this.#addPath(canonical(path), this.#elsewhere);
      this.#elsewhereMethods.add(lastName(path).replace(/^~/, ''));
    }
    for (const path of library.wrappers ?? []) {
      this.#addPath(canonical(path), this.#wrappers);
      this.#wrapperMethods.add(lastName(path));
    }
  }

  #addType(library: Library, type: string, typePath: Library['types'][string][number]): void {
    const [written, where] = typeof typePath === 'string' ? [typePath, null] : [typePath.path, typePath.where];
    const path = canonicalPath(library, written);
    this.#addPrefixes(path);
    listIn(this.#types, path).push({ type, where });
    if (where !== null) this.#conditional.add(path);
  }

  #addEntry(library: Library, entry: CallEntry, path: string): void {
    const method = lastName(path);
    this.#addPrefixes(path);
    listIn(this.#entries, path).push({ library, entry, method });
    if (!method.includes('*')) listIn(this.#methods, method).push(entry);
    else if (method.length > 1) this.#endings.push(method.slice(1));
    else this.#addAnyMethod(entry);
  }

  /** Of calls with any method, those by keyword are found by the keyword, the others always looked at. */
  #addAnyMethod(entry: CallEntry): void {
    for (const taken of entry.takes) {
      if (taken.keyword === undefined) this.#anyMethod = true;
      else for (const keyword of [taken.keyword].flat()) this.#keywords.add(keyword);
    }
  }

  #addPath(path: string, to: Set<string>): void {
    this.#addPrefixes(path);
    to.add(path);
  }

  #addPrefixes(path: string): void {
    let prefix = '';
    for (const segment of segmentsOf(path)) {
      prefix = joined(prefix, segment);
      this.#prefixes.add(prefix);
    }
    if (!path.startsWith('~') && !path.startsWith('*')) this.#modules.add(segmentsOf(path)[0] ?? '');
  }

  #collect(call: Call, callee: ThingValue, found: Match[]): void {
    for (const { library, entry } of this.#rulesOf(callee, call.method)) {
      if (found.some((match) => match.entry === entry)) continue;
      if (!counts(entry, call)) continue;
      found.push({ library, entry, method: call.method, callee });
    }
  }

  /** The rules for a callee, those of its own path before those of its method alone. */
  #rulesOf(callee: ThingValue, method: string): readonly EntryRule[] {
    const rulesOfMethod = this.#rules.get(method);
    const known = rulesOfMethod?.get(callee.path);
    if (known !== undefined) return known;
    const ends = this.#endsOf(callee);
    const rules = ends.flatMap((path) => this.#rulesFor(path, method));
    const ending = this.#endingOf(method);
    for (const pattern of [`*.${method}`, ...(ending === undefined ? [] : [`*.*${ending}`]), '*.*']) rules.push(...(this.#entries.get(pattern) ?? []));
    if (this.#ends.has(callee.path)) {
      if (rulesOfMethod === undefined) this.#rules.set(method, new Map([[callee.path, rules]]));
      else remember(rulesOfMethod, callee.path, rules);
    }
    return rules;
  }

  #rulesFor(path: string, method: string): readonly EntryRule[] {
    const exact = this.#entries.get(path) ?? [];
    const owner = path.slice(0, path.length - lastName(path).length);
    const any = this.#entries.get(`${owner}*`) ?? [];
    const ending = this.#endingOf(method);
    const like = ending === undefined ? [] : (this.#entries.get(`${owner}*${ending}`) ?? []);
    return [...exact, ...like, ...any];
  }

  #endingOf(method: string): string | undefined {
    return this.#endings.find((candidate) => method.endsWith(candidate));
  }

  #leadsTo(thing: ThingValue, paths: ReadonlySet<string>): boolean {
    for (const path of this.#endsOf(thing)) {
      if (paths.has(path)) return true;
      if (paths.has(`${path.slice(0, path.length - lastName(path).length)}*`)) return true;
    }
    return false;
  }

  /** All readings of a whole path: with libraries' types for what leads to them. */
  #endsOf(thing: ThingValue): readonly string[] {
    const known = this.#ends.get(thing.path);
    if (known !== undefined) return known;
    const { ends, isConditional } = this.#read(thing);
    if (!isConditional) remember(this.#ends, thing.path, ends);
    return ends;
  }

  #read(thing: ThingValue): { ends: readonly string[]; isConditional: boolean } {
    let states: readonly string[] = [''];
    let calls = 0;
    let known = false;
    let isConditional = false;
    for (const [index, segment] of segmentsOf(thing.path).entries()) {
      const call = segment === '()' ? thing.calls[calls++] : undefined;
      const candidates = states.map((state) => joined(state, segment));
      if (index === 0) known = this.#modules.has(segment);
      else if (!known && /^[a-z_]/.test(segment)) candidates.push(conventional(segment));
      if (index === 0 && segment.startsWith('~')) {
        candidates.push(conventional(segment.slice(1)));
        if (this.#modules.has(segment.slice(1))) candidates.push(segment.slice(1));
      }
      isConditional ||= candidates.some((path) => this.#conditional.has(path) || this.#conditional.has(withAnyMember(path)));
      states = this.#advance(candidates, call);
      if (states.length === 0) states = known ? [] : [`?`];
    }
    return { ends: states, isConditional };
  }

  #advance(candidates: readonly string[], call: Call | undefined): readonly string[] {
    const next = new Set<string>();
    for (const candidate of candidates) {
      for (const type of this.#typesOf(candidate, call)) next.add(type);
      if (this.#leadsOn(candidate)) next.add(candidate);
      if (next.size >= MOST_STATES) break;
    }
    return [...next];
  }

  #typesOf(path: string, call: Call | undefined): readonly string[] {
    const rules = this.#types.get(path) ?? this.#types.get(withAnyMember(path)) ?? [];
    const types: string[] = [];
    for (const { type, where } of rules) {
      if (where === null || (call !== undefined && passes(call, where))) types.push(type);
    }
    return types;
  }

  #leadsOn(path: string): boolean {
    if (this.#prefixes.has(path) || this.#prefixes.has(withAnyMember(path))) return true;
    const owner = path.slice(0, path.lastIndexOf('.') + 1);
    if (owner === '') return false;
    return this.#endings.some((ending) => path.endsWith(ending) && this.#prefixes.has(`${owner}*${ending}`));
  }
}

function isDecorator({ decorates }: Call): boolean {
  return decorates !== undefined && decorates !== null;
}

/** Whether a call has the arguments on which an entry counts. */
function counts({ where, with: needed, without, unless }: CallEntry, call: Call): boolean {
  if (where !== undefined && !alwaysPasses(call, where)) return false;
  if (unless !== undefined && passes(call, unless)) return false;
  if (needed !== undefined && takings(call, needed).length === 0) return false;
  return without === undefined || takings(call, without).length === 0;
}

/** Whether a call has an argument where an entry takes one. */
function hasOne(call: Call, { takes }: CallEntry): boolean {
  return takes.some(({ at, keyword, decorated }) =>
    decorated === true ? isDecorator(call) : call.arguments.some((argument) => {
      if (argument.spread) return true;
      return argument.keyword === null ? argument.position === at : isOneOf(argument.keyword, keyword);
    }),
  );
}

/**
 * `_s3` and `s3` are the same convention, and so is `clients.s3`, whatever `clients` is; a class or a
 * function of another package is not.
 */
function conventional(name: string): string {
  return `~${name.replace(/^[_#]+/, '')}`;
}

function typeName(library: Library, name: string): string {
  return `${library.library}#${name}`;
}

/** A path of the catalogue with the library's own types under their full name. */
function canonicalPath(library: Library, path: string): string {
  const [first = '', ...rest] = segmentsOf(path);
  if (!Object.hasOwn(library.types, first)) return path;
  return rest.reduce(joined, typeName(library, first));
}

function joined(path: string, segment: string): string {
  if (path === '') return segment;
  return segment === '()' ? `${path}()` : `${path}.${segment}`;
}

function lastName(path: string): string {
  return segmentsOf(path).at(-1) ?? '';
}

/** `T.read()` as `T.*()`, `T.read` as `T.*`. */
function withAnyMember(path: string): string {
  const called = path.endsWith('()');
  const end = called ? path.length - 2 : path.length;
  const dot = path.lastIndexOf('.', end);
  return dot < 0 ? path : `${path.slice(0, dot)}.*${called ? '()' : ''}`;
}

/** Keeps what a path comes to; all is forgotten where a repository has too many of them. */
function remember<Found>(memory: Map<string, Found>, path: string, found: Found): void {
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(path, found);
}

function listIn<Key, Item>(map: Map<Key, Item[]>, key: Key): Item[] {
  const present = map.get(key);
  if (present !== undefined) return present;
  const list: Item[] = [];
  map.set(key, list);
  return list;
}
