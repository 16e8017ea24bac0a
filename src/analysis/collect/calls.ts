import type { CallEntry, Library, Shape, Taken } from '../../catalogue/library.js';
import { compiled } from '../../catalogue/compiled.js';
import { agrees, type Meaning, patternFor } from '../../catalogue/names.js';
import type { Spoken } from '../../catalogue/spoken.js';
import { ofEach } from '../../languages/alternatives.js';
import type { Argument, Call, CarriedCall, TextValue, Value } from '../../languages/facts.js';
import { beginsAsStatement } from '../../languages/sql/looks-like-sql.js';
import type { Access, Dialect, Reference } from '../../references/reference.js';
import type { Place, Source } from '../../references/source.js';
import type { System } from '../../references/system.js';
import { concatenation, hole, isKnown, literal, type Origin, type Part, type Text } from '../../references/text.js';
import { takings, type Taking } from './arguments.js';
import { passedTo } from './carried.js';
import type { CatalogueIndex, Match } from './catalogue-index.js';
import { connectionOf } from './connections.js';
import { referencesOf, unknownReference } from './found.js';
import { within } from './handed.js';
import { partsIn } from './shapes.js';
import { sqlReferences, systemOfDialect } from './sql.js';

/** Receivers that no library of the catalogue is found behind; evaluating them would cost the most. */
const OF_NO_INTEREST =
  /(?:(?:self|this)\.)?_?(?:[lL]og(?:ger|ging)?|LOG(?:GER)?|console|json|re|sys|time|math|random|shutil|Math|JSON|Object|Array|Promise|expect)\./y;

/** What JDBC reads as a table: `(SELECT … FROM kol.scores) AS s`. */
const SUBQUERY = /^\s*\(\s*(?:select|with)\b/i;

/** What one call says: the names it uses, and those it only gives as a default. */
export interface CallReading {
  readonly uses: readonly Reference[];
  readonly defaults: readonly Reference[];
}

const NOTHING_READ: CallReading = { uses: [], defaults: [] };

/** What an argument is, once the name that says so is known. */
interface NamedShape {
  readonly is: Exclude<Shape, 'named'>;
  readonly system: System | null;
}

/** The references that a file's calls make, and the arguments that are thereby spoken for. */
export class CallReader {
  readonly #index: CatalogueIndex;
  readonly #source: Source;
  /** The dialect of SQL whose connection says none. */
  readonly #dialect: Dialect | null;
  readonly #claimed = new Set<Argument>();
  /** Where the texts begin that entries take from within an argument; the rest of it may name something, too. */
  readonly #claimedTexts = new Set<number>();
  readonly #spoken: Spoken;

  constructor(index: CatalogueIndex, source: Source, dialect: Dialect | null, spoken: Spoken) {
    this.#index = index;
    this.#source = source;
    this.#dialect = dialect;
    this.#spoken = spoken;
  }

  /** Whether the catalogue has said what an argument is. */
  isClaimed(argument: Argument): boolean {
    return this.#claimed.has(argument);
  }

  /** Whether the catalogue has said what a text within an argument is. */
  isClaimedText({ source, start }: Place): boolean {
    // Behind the quote begins the text.
    return source === this.#source && (this.#claimedTexts.has(start) || this.#claimedTexts.has(start + 1));
  }

  read(call: Call): CallReading {
    if (!this.#index.mayMatch(call) || this.#isOfNoInterest(call)) return NOTHING_READ;
    const reading = { uses: new Array<Reference>(), defaults: new Array<Reference>() };
    for (const match of this.#index.matches(call)) {
      if (!this.#isNear(match.entry)) continue;
      const uses: Reference[] = [];
      for (const taken of match.entry.takes) {
        // Of most names that say what a value is there is nothing to say: the value is not looked at.
        const meaning = taken.is === 'named' ? this.#meaningOf(call, taken) : null;
        if (taken.is === 'named' && meaning === null) continue;
        const to = taken.origin === undefined ? uses : reading.defaults;
        for (const taking of takings(call, taken)) {
          const found = this.#readTaking(call, match, taken, taking, meaning);
          const said = taken.begins === undefined || found.length > 0;
          if (said) this.#claim(taken, taking);
          to.push(...found);
        }
      }
      reading.uses.push(...withCatalog(uses));
    }
    return reading;
  }

  #claim({ entry }: Taken, { argument, values }: Taking): void {
    if (argument === null) return;
    if (entry === undefined) this.#claimed.add(argument);
    else for (const { text } of this.#textsOf(values)) this.#claimedTexts.add(text.place.start);
  }

  /** Whether the file speaks of what an entry counts beside; or the manifest of its package does, and the file of nothing else. */
  #isNear({ near, far }: CallEntry): boolean {
    if (near === undefined || this.#spoken.speaksOf(compiled(near, 'i'))) return true;
    if (far !== undefined && this.#spoken.speaksOf(compiled(far, 'i'))) return false;
    return this.#spoken.manifestSpeaksOf(compiled(near, 'i'));
  }

  /** The names that a call of another module uses and does not write itself, as uses of the call that leads to it. */
  readCarried({ call, place }: CarriedCall): Reference[] {
    return passedTo(call.place.source, this.read(call).uses, place);
  }

  /** Whether a call is one of those that fill programs and have a method of a common name: `logger.info`. */
  #isOfNoInterest({ place }: Call): boolean {
    OF_NO_INTEREST.lastIndex = place.start;
    return OF_NO_INTEREST.test(place.source.text);
  }

  #readTaking(call: Call, match: Match, taken: Taken, taking: Taking, meaning: Meaning | null): readonly Reference[] {
    const system = taken.system ?? match.library.system ?? this.#systemOfConnection(call, match, taken);
    const use = useOf(match, taken, taking.place);
    const shape = taken.is === 'named' ? meaning : { is: taken.is, system };
    if (shape === null) return [];
    const known = this.#textsOf(isDotted(taken.is) ? taking.values.map(identifierOf) : taking.values);
    if (known.length === 0) return taken.orClass === true ? [] : unknowns(shape, taking, use);
    const found = ofEach(known, ({ text }) => {
      const part = within(text, taken.within);
      if (part === null || (meaning !== null && !agrees(meaning, part.flat))) return [];
      return this.#readText(call, match, taken, shape, part, use);
    });
    return taken.origin === undefined ? found : asDefaults(found, taken.origin, nameIn(call, taken));
  }

  #readText(
    call: Call,
    match: Match,
    taken: Taken,
    shape: NamedShape,
    text: Text,
    use: { access: Access; via: string; place: Place },
  ): Reference[] {
    if (shape.is === 'sql' || (shape.is === 'dotted-table' && SUBQUERY.test(text.flat))) {
      if (taken.begins === 'statement' && !beginsAsStatement(text.flat)) return [];
      const connection = connectionOf(this.#index, call, match, taken);
      return sqlReferences(text, { ...connection, dialect: connection.dialect ?? this.#dialect }, use);
    }
    return referencesOf(text, partsIn(text.flat, shape.is, shape.system), use);
  }

  #systemOfConnection(call: Call, match: Match, taken: Taken): System | null {
    if (taken.connection === undefined || taken.is === 'sql') return null;
    return systemOfDialect(connectionOf(this.#index, call, match, taken).dialect);
  }

  /** What the argument that says the name makes of the one that is named. */
  #meaningOf(call: Call, taken: Taken): Meaning | null {
    const name = nameIn(call, taken);
    return name === null ? null : patternFor([name], 'variable', this.#spoken);
  }

  /** The texts among values: of lists each item's, of wrapped texts what is wrapped. */
  #textsOf(values: readonly Value[]): readonly TextValue[] {
    return ofEach(values, (value): readonly TextValue[] => {
      switch (value.form) {
        case 'text':
          return [value];
        case 'list':
          return this.#textsOf(value.items.flat());
        case 'thing':
          return this.#index.isWrapper(value) ? this.#textsOf(firstArgument(value.calls.at(-1))) : [];
        case 'record':
        case 'unknown':
          return [];
      }
    });
  }
}

/** `connect(catalog="kol_lake", schema="gold")`: a schema is one of the catalog that the same call names. */
function withCatalog(references: readonly Reference[]): readonly Reference[] {
  const catalogs = new Set(references.filter(({ kind }) => kind === 'catalog').map(({ name }) => name));
  const [only] = catalogs;
  if (only === undefined || catalogs.size > 1) return references;
  return references.map((reference) =>
    reference.kind === 'schema' && reference.qualifier.length === 0 ? { ...reference, qualifier: [only] } : reference,
  );
}

function isDotted(shape: Shape): boolean {
  return shape === 'dotted-table' || shape === 'dotted-schema';
}

/** `("kol_gold", "scores")`, as PyIceberg takes `kol_gold.scores` part by part; other values as they are. */
function identifierOf(value: Value): Value {
  if (value.form !== 'list' || value.items.length < 2 || value.items.length > 3) return value;
  const { place } = value;
  const dot: Part = { text: literal('.', { ...place, end: place.start }, 'whole'), place };
  const parts: Part[] = [];
  for (const [first] of value.items) {
    const text = partOf(first, place);
    if (text === null || text.flat.includes('.')) return value;
    if (parts.length > 0) parts.push(dot);
    parts.push({ text, place: text.place });
  }
  const text = concatenation(parts, place);
  return /\w/.test(text.flat) ? { form: 'text', text } : value;
}

/** One part of an identifier, a hole where it is not known; null where it is none. */
function partOf(value: Value | undefined, around: Place): Text | null {
  if (value === undefined || value.form === 'thing') return hole(around);
  if (value.form === 'unknown') return hole(value.place);
  return value.form === 'text' ? value.text : null;
}

/** What the argument says that names another; null where that may be several names, each of another value. */
function nameIn(call: Call, taken: Taken): string | null {
  const names = takings(call, taken.named ?? {}).flatMap(({ values }) => values).flatMap((value) => {
    return value.form === 'text' && isKnown(value.text.flat) ? [optionName(value.text.flat)] : [];
  });
  const [name = null] = names;
  return names.every((other) => other === name) ? name : null;
}

/** `-b, --bucket <name>` and `[bucket]`, as commander has them, are called `--bucket` and `bucket`. */
function optionName(written: string): string {
  return written.replace(/^-\w,?\s+(?=--)/, '').replace(/(?<=\S)\s+[<[].*$|^[<[]|\.{3}|[\]>]$/g, '');
}

/** A default written in a call of the environment or of an option, as what it is. */
function asDefaults(found: readonly Reference[], origin: Origin, name: string | null): Reference[] {
  const env = origin === 'env-default' ? name : null;
  return found.map((reference) =>
    reference.origin === 'literal' ? { ...reference, origin, env: reference.env ?? env } : reference,
  );
}

function firstArgument(call: Call | undefined): readonly Value[] {
  return call?.arguments.find(({ position }) => position === 0)?.values() ?? [];
}

function useOf({ library, entry, method }: Match, taken: Taken, place: Place) {
  return { access: taken.access ?? accessOf(entry, method), via: viaOf(library, method), place };
}

const ACCESSES = ['define', 'read', 'write'] as const;

function accessOf({ access, accessByMethod = {} }: CallEntry, method: string): Access {
  return ACCESSES.find((candidate) => fits(accessByMethod[candidate], method)) ?? access ?? 'unknown';
}

function fits(pattern: string | undefined, method: string): boolean {
  return pattern !== undefined && compiled(pattern).test(method);
}

function viaOf(library: Library, method: string): string {
  return `${library.library}/${method}`;
}

/** Nothing known, but a name stands there: the place of the expression. */
function unknowns(
  shape: NamedShape,
  taking: Taking,
  use: { access: Access; via: string; place: Place },
): Reference[] {
  const { is, system } = shape;
  if (taking.values.every(({ form }) => form === 'record' || form === 'list')) return [];
  switch (is) {
    case 'sql':
    case 'uri':
    case 'path':
    case 'topics':
    case 'dotted-schema':
    case 'dotted-table':
      return [];
    default:
      return [unknownReference(is, system, taking.place, use)];
  }
}
