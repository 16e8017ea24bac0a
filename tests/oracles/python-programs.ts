import { randomFrom } from '../languages/python/random.js';
import type { Random } from '../languages/python/random.js';

/** A program that puts names together as people do, with `reveal(…)` at what comes of them. */
export interface PythonProgram {
  readonly code: string;
  /** How many times it asks `choose(…)`, each time by another number. */
  readonly choices: number;
}

/** The same program for the same seed. */
export function randomProgram(seed: number): PythonProgram {
  return new Writer(randomFrom(seed)).program();
}

/** More ways through a program than two to this power are not run. */
const MOST_CHOICES = 3;

const WORDS = ['kol', 'sme', 'bronze', 'silver', 'raw', 'eu', 'v2', 'Events', 'a_b', 'x.y'];

/** What can be said where text is wanted: names that hold it, and expressions in them. */
class Writer {
  readonly #random: Random;
  readonly #lines: string[] = ['import os', 'from dataclasses import dataclass', 'from enum import Enum', ''];
  #choices = 0;
  #names = 0;
  /** Texts that are bound once, which functions may read at any time. */
  readonly #constants: string[] = [];
  /** Expressions that give text at this place of the module. */
  readonly #texts: string[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  program(): PythonProgram {
    for (let count = 2 + this.#random(2); count > 0; count--) this.#constant();
    for (let count = 4 + this.#random(6); count > 0; count--) {
      this.#oneOf(this.#statements)();
      this.#reveal(this.#text(2));
    }
    return { code: `${this.#lines.join('\n')}\n`, choices: this.#choices };
  }

  readonly #statements: readonly (() => void)[] = [
    () => this.#assigned(),
    () => this.#assigned(),
    () => this.#added(),
    () => this.#unpacked(),
    () => this.#starred(),
    () => this.#branched(),
    () => this.#branched(),
    () => this.#attempted(),
    () => this.#looped(),
    () => this.#listed(),
    () => this.#dictionary(),
    () => this.#called(),
    () => this.#called(),
    () => this.#chosenInFunction(),
    () => this.#class(),
    () => this.#inherited(),
    () => this.#dataclass(),
    () => this.#enumeration(),
    () => this.#generator(),
    () => this.#environment(),
  ];

  #oneOf<T>(items: readonly [T, ...T[]] | readonly T[]): T {
    const item = items[this.#random(items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }

  #name(stem: string): string {
    return `${stem}${this.#names++}`;
  }

  #line(line: string): void {
    this.#lines.push(line);
  }

  #reveal(expression: string, indent = ''): void {
    this.#line(`${indent}reveal(${expression})`);
  }

  /** A truth value that each run of the program decides anew; one that is known where there are enough. */
  #choice(): string | null {
    return this.#choices < MOST_CHOICES ? `choose(${this.#choices++})` : null;
  }

  #word(): string {
    const word = this.#oneOf(WORDS);
    return this.#random(4) === 0 ? `'${word}'` : `"${word}"`;
  }

  // Expressions

  /** An expression that gives text, of what is bound so far and of `more`. */
  #text(depth: number, more: readonly string[] = []): string {
    const names = [...this.#texts, ...this.#constants, ...more];
    if (depth === 0 || this.#random(4) === 0) return this.#random(3) === 0 ? this.#word() : this.#oneOf(names);
    const one = () => this.#text(depth - 1, more);
    const form = this.#random(16);
    switch (form) {
      case 0:
        return `f"{${this.#unquoted(one())}}-{${this.#unquoted(one())}!s}"`;
      case 1:
        return `f"kol-{${this.#unquoted(one())}}.x"`;
      case 2:
        return `(${one()} + "-" + ${one()})`;
      case 3:
        return `"%s/%s" % (${one()}, ${one()})`;
      case 4:
        return `"%(a)s_%(b)s%%" % {"a": ${one()}, "b": ${one()}}`;
      case 5:
        return `"{}-{n}-{}{{".format(${one()}, ${one()}, n=${one()})`;
      case 6:
        return `"{1}.{0}".format(${one()}, ${one()})`;
      case 7:
        return `"-".join([${one()}, ${one()}])`;
      case 8:
        return `os.path.join(${one()}, ${one()})`;
      case 9:
        return `(${one()}).${this.#oneOf(METHODS)}`;
      case 10:
        return `(${one()}).split("-")[${this.#oneOf(['0', '-1'])}]`;
      case 11:
        return `(${one()} or ${one()})`;
      case 12: {
        const test = this.#choice();
        return test === null ? one() : `(${one()} if ${test} else ${one()})`;
      }
      case 13:
        return `{"a": ${one()}, "b": ${one()}}.get("${this.#oneOf(['a', 'b', 'c'])}", ${one()})`;
      case 14:
        return `[${one()}, ${one()}][${this.#oneOf(['0', '1', '-1'])}]`;
      default:
        return `(lambda a, b="kol": a + b)(${one()})`;
    }
  }

  /** An expression as it can stand in the quotes of an f-string before Python 3.12. */
  #unquoted(expression: string): string {
    return /["\\{}]/.test(expression) ? this.#oneOf(this.#constants) : expression;
  }

  // Statements

  #bind(expression: string, stem = 'v'): string {
    const name = this.#name(stem);
    this.#line(`${name} = ${expression}`);
    return name;
  }

  #constant(): void {
    this.#constants.push(this.#bind(this.#constants.length === 0 ? this.#word() : this.#text(1), 'K'));
  }

  /** A name that is bound, and sometimes bound again, from itself. */
  #assigned(): void {
    const name = this.#bind(this.#text(2));
    if (this.#random(3) === 0) this.#line(`${name} = ${this.#text(1, [name])}`);
    this.#texts.push(name);
  }

  #added(): void {
    const name = this.#bind(this.#text(1));
    this.#line(`${name} += ${this.#text(1, [name])}`);
    if (this.#random(2) === 0) this.#line(`${name} += "-z"`);
    this.#texts.push(name);
  }

  #unpacked(): void {
    const [a, b, c] = [this.#name('v'), this.#name('v'), this.#name('v')];
    this.#line(`${a}, (${b}, ${c}) = ${this.#text(1)}, (${this.#text(1)}, ${this.#text(1)})`);
    if (this.#random(2) === 0) this.#line(`${a}, ${b} = ${b}, ${a}`);
    this.#texts.push(a, b, c);
  }

  #starred(): void {
    const [first, rest, last] = [this.#name('v'), this.#name('r'), this.#name('v')];
    const items = Array.from({ length: 3 + this.#random(2) }, () => this.#text(1));
    this.#line(`${first}, *${rest}, ${last} = [${items.join(', ')}]`);
    this.#texts.push(first, last, `${rest}[0]`);
  }

  #branched(): void {
    const name = this.#bind(this.#text(1));
    const test = this.#choice() ?? 'True is True';
    if (!test.startsWith('choose')) return;
    this.#line(`if ${test}:`);
    this.#line(`    ${name} = ${this.#text(1, [name])}`);
    if (this.#random(2) === 0) this.#reveal(this.#text(1, [name]), '    ');
    const other = this.#random(3);
    if (other > 0) this.#line('else:');
    if (other === 1) this.#line('    pass');
    if (other === 2) this.#line(`    ${name} = ${this.#text(1)}`);
    this.#texts.push(name);
  }

  #attempted(): void {
    const test = this.#choice();
    if (test === null) return;
    const name = this.#bind(this.#text(1));
    this.#line('try:');
    this.#line(`    if ${test}:`);
    this.#line('        raise ValueError');
    this.#line(`    ${name} = ${this.#text(1)}`);
    this.#line('except ValueError:');
    this.#line(this.#random(2) === 0 ? '    pass' : `    ${name} = ${this.#text(1)}`);
    this.#texts.push(name);
  }

  #looped(): void {
    const name = this.#name('each');
    const items = Array.from({ length: 1 + this.#random(3) }, () => this.#text(1));
    const list = this.#random(2) === 0 ? `[${items.join(', ')}]` : this.#bind(`(${items.join(', ')},)`, 'l');
    this.#line(`for ${name} in ${list}:`);
    this.#reveal(this.#text(2, [name, name]), '    ');
    this.#reveal(`f"{${name}}={${name}}"`, '    ');
    if (this.#random(2) === 0) this.#reveal(`"yes" if ${name} == ${this.#word()} else ${name}`, '    ');
  }

  #listed(): void {
    const each = this.#name('each');
    const items = Array.from({ length: 2 + this.#random(2) }, () => this.#text(1));
    const list = this.#bind(`[${items.join(', ')}]`, 'l');
    const filter = this.#random(2) === 0 ? ` if ${each} != ${this.#word()}` : '';
    const made = this.#bind(`[f"kol-{${each}}" for ${each} in ${list}${filter}] + [${this.#text(1)}]`, 'l');
    if (this.#random(2) === 0) this.#line(`${made}.append(${this.#text(1)})`);
    this.#line(`for ${each} in ${this.#oneOf([made, `${list}[1:]`, `reversed(${list})`, `[*${made}, *${list}]`])}:`);
    this.#reveal(this.#text(1, [each]), '    ');
    this.#texts.push(`${list}[-1]`);
  }

  #dictionary(): void {
    const [key, value] = [this.#name('key'), this.#name('each')];
    const name = this.#bind(`{"a": ${this.#text(1)}, "b": ${this.#text(1)}}`, 'd');
    const more = this.#oneOf([`{**${name}, "b": ${this.#text(1)}}`, `${name} | {"c": ${this.#text(1)}}`, name]);
    const all = this.#bind(`dict(${more})`, 'd');
    if (this.#random(2) === 0) this.#line(`${all}["a"] = ${this.#text(1)}`);
    this.#line(`for ${key}, ${value} in ${all}.items():`);
    this.#reveal(`f"{${key}}-{${value}}"`, '    ');
    this.#texts.push(`${all}["a"]`, `${all}.get("z", ${this.#word()})`);
  }

  /** A small function, called in each of the ways that arguments are passed. */
  #called(): void {
    const name = this.#name('f');
    const [k] = [this.#oneOf(this.#constants)];
    this.#line(`def ${name}(a, b=${k}, *rest, sep="-", **named):`);
    if (this.#random(2) === 0) this.#line(`    a = a + sep`);
    this.#line(`    ${this.#oneOf([`return f"{a}{sep}{b}"`, 'return sep.join([a, b, *rest])', `return a + named.get("x", ${k})`])}`);
    const ways = [
      `${name}(${this.#text(1)})`,
      `${name}(${this.#text(1)}, ${this.#text(1)})`,
      `${name}(b=${this.#text(1)}, a=${this.#text(1)})`,
      `${name}(*[${this.#text(1)}, ${this.#text(1)}])`,
      `${name}(${this.#text(1)}, **{"b": ${this.#text(1)}, "x": ${this.#text(1)}})`,
      `${name}(${this.#text(1)}, ${this.#text(1)}, ${this.#text(1)}, sep=${this.#text(0)})`,
    ];
    // Each way once, bound to a name: the choices in its text are made once.
    this.#texts.push(this.#bind(this.#oneOf(ways)), this.#bind(this.#oneOf(ways)));
  }

  /** A function that returns by what it is passed. */
  #chosenInFunction(): void {
    const name = this.#name('f');
    const [one, other] = [this.#word(), this.#word()];
    this.#line(`def ${name}(layer=None):`);
    this.#line('    if layer is None:');
    this.#line(`        return ${this.#oneOf(this.#constants)} + ${this.#word()}`);
    if (this.#random(2) === 0) {
      this.#line(`    if layer == ${one}:`);
      this.#line('        found = "first"');
      this.#line(`    elif layer in (${other}, "q"):`);
      this.#line('        found = "second"');
      this.#line('    else:');
      this.#line('        found = layer');
      this.#line('    return f"kol-{found}"');
    } else {
      this.#line('    match layer:');
      this.#line(`        case ${one} | "q":`);
      this.#line('            return "first"');
      this.#line('        case _:');
      this.#line('            return layer.upper()');
    }
    this.#texts.push(this.#oneOf([`${name}()`, `${name}(${one})`, `${name}(${other})`, `${name}(layer=${this.#word()})`]));
  }

  #class(): void {
    const name = this.#name('C');
    this.#line(`class ${name}:`);
    this.#line(`    prefix = ${this.#text(1)}`);
    this.#line(`    def __init__(self, layer, domain=${this.#word()}):`);
    this.#line('        self.layer = layer');
    this.#line('        self.name = f"{domain}-{layer}"');
    this.#line('    @property');
    this.#line('    def full(self):');
    this.#line('        return f"{self.prefix}:{self.name}"');
    this.#line('    def at(self, key, sep="/"):');
    this.#line('        return self.full + sep + key');
    this.#line('    @classmethod');
    this.#line('    def make(cls, layer):');
    this.#line('        return cls(layer, cls.prefix)');
    const made = this.#bind(`${name}(${this.#text(1)})`, 'c');
    this.#texts.push(`${made}.full`, `${made}.at(${this.#word()})`, `${name}.make(${this.#word()}).name`, `${name}.prefix`);
  }

  #inherited(): void {
    const [base, name] = [this.#name('C'), this.#name('C')];
    this.#line(`class ${base}:`);
    this.#line('    layer = "base"');
    this.#line('    def __init__(self, domain, kind="x"):');
    this.#line('        self.domain = domain');
    this.#line('        self.kind = kind');
    this.#line('    def name(self):');
    this.#line('        return f"{self.domain}-{self.layer}-{self.kind}"');
    this.#line(`class ${name}(${base}):`);
    this.#line(`    layer = ${this.#word()}`);
    this.#line(`    def __init__(self, kind=${this.#word()}):`);
    this.#line(`        super().__init__(${this.#word()}, ${this.#oneOf(['kind', 'kind=kind', '"fixed"'])})`);
    if (this.#random(2) === 0) {
      this.#line('    def name(self):');
      this.#line('        return super().name() + "!"');
    }
    const [one, other] = [this.#bind(`${name}(${this.#text(1)})`, 'c'), this.#bind(`${base}(${this.#text(1)})`, 'c')];
    this.#texts.push(`${name}().name()`, `${one}.name()`, `${other}.name()`);
  }

  #dataclass(): void {
    const name = this.#name('D');
    this.#line(`@dataclass`);
    this.#line(`class ${name}:`);
    this.#line('    bucket: str');
    this.#line(`    layer: str = ${this.#word()}`);
    this.#line('    def uri(self):');
    this.#line('        return f"s3://{self.bucket}/{self.layer}"');
    const made = this.#bind(`${name}(${this.#text(1)}${this.#oneOf(['', `, ${this.#word()}`, `, layer=${this.#text(1)}`])})`, 'c');
    this.#texts.push(`${made}.uri()`, `${made}.layer`, `${name}(**{"bucket": ${this.#word()}}).bucket`);
  }

  #enumeration(): void {
    const [name, each] = [this.#name('E'), this.#name('each')];
    this.#line(`class ${name}(Enum):`);
    this.#line('    ONE = "one"');
    this.#line('    TWO = "two"');
    this.#line('    @property');
    this.#line('    def bucket(self):');
    this.#line('        return f"kol-{self.value}"');
    this.#line(`for ${each} in ${name}:`);
    this.#reveal(this.#oneOf([`${each}.bucket`, `${each}.name + ${each}.value`]), '    ');
    this.#texts.push(`${name}.ONE.value`, `${name}("two").bucket`, `${name}["ONE"].name`);
  }

  #generator(): void {
    const [name, each] = [this.#name('g'), this.#name('each')];
    this.#line(`def ${name}(layers):`);
    this.#line('    yield "first"');
    this.#line('    for layer in layers:');
    this.#line('        yield f"kol-{layer}"');
    this.#line(`    yield from [${this.#word()}, ${this.#word()}]`);
    this.#line(`for ${each} in ${name}([${this.#text(1)}, ${this.#word()}]):`);
    this.#reveal(this.#text(1, [each]), '    ');
  }

  /** A default of the environment; nothing is decided by it, since the variable may be set. */
  #environment(): void {
    const variable = `"KOL_TEST_${this.#names++}"`;
    const name = this.#bind(
      this.#oneOf([
        `os.getenv(${variable}, ${this.#text(1)})`,
        `os.environ.get(${variable}, ${this.#text(1)})`,
        `os.getenv(${variable}) or ${this.#word()}`,
        `os.getenv(${variable}) or os.getenv("KOL_OTHER") or ${this.#word()}`,
      ]),
    );
    this.#reveal(name);
    this.#reveal(this.#text(2, [name, name, name]));
  }
}

const METHODS = [
  'upper()', 'lower()', 'title()', 'strip("k-")', 'replace("-", "_")', 'replace("o", "0", 1)', 'removeprefix("kol")',
  'removesuffix("-z")', 'partition("-")[0]', 'rpartition("-")[2]', 'rsplit("-", 1)[0]', 'swapcase()', 'capitalize()',
];
