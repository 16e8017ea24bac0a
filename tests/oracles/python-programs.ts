import { randomFrom } from '../languages/python/random.js';
import type { Random } from '../languages/python/random.js';
import { MOST_CHOICES, ProgramWriter, WORDS } from './program-writer.js';

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

const HEADER = ['import functools', 'import os', 'from dataclasses import dataclass', 'from enum import Enum', ''];

/** What can be said where text is wanted: names that hold it, and expressions in them. */
class Writer extends ProgramWriter {

  constructor(random: Random) {
    super(random);
    this.lines.push(...HEADER);
  }

  program(): PythonProgram {
    for (let count = 2 + this.random(2); count > 0; count--) this.#constant();
    for (let count = 4 + this.random(6); count > 0; count--) {
      this.oneOf(this.#statements)();
      this.#reveal(this.#text(2));
    }
    return { code: `${this.lines.join('\n')}\n`, choices: this.choices };
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
    () => this.#decidedByEnvironment(),
    () => this.#decorated(),
    () => this.#recursive(),
    () => this.#captured(),
    () => this.#skipped(),
    () => this.#changedWithin(),
    () => this.#changedThroughAlias(),
  ];

  #reveal(expression: string, indent = ''): void {
    this.line(`${indent}reveal(${expression})`);
  }

  #word(): string {
    const word = this.oneOf(WORDS);
    return this.random(4) === 0 ? `'${word}'` : `"${word}"`;
  }

  // Expressions

  /** An expression that gives text, of what is bound so far and of `more`. */
  #text(depth: number, more: readonly string[] = []): string {
    const names = [...this.texts, ...this.constants, ...more];
    if (depth === 0 || this.random(4) === 0) return this.random(3) === 0 ? this.#word() : this.oneOf(names);
    const one = () => this.#text(depth - 1, more);
    const form = this.random(16);
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
        return `(${one()}).${this.oneOf(METHODS)}`;
      case 10:
        return `(${one()}).split("-")[${this.oneOf(['0', '-1'])}]`;
      case 11:
        return `(${one()} or ${one()})`;
      case 12: {
        const test = this.choice();
        return test === null ? one() : `(${one()} if ${test} else ${one()})`;
      }
      case 13:
        return `{"a": ${one()}, "b": ${one()}}.get("${this.oneOf(['a', 'b', 'c'])}", ${one()})`;
      case 14:
        return `[${one()}, ${one()}][${this.oneOf(['0', '1', '-1'])}]`;
      default:
        return `(lambda a, b="kol": a + b)(${one()})`;
    }
  }

  /** An expression as it can stand in the quotes of an f-string before Python 3.12. */
  #unquoted(expression: string): string {
    return /["\\{}]/.test(expression) ? this.oneOf(this.constants) : expression;
  }

  // Statements

  #bind(expression: string, stem = 'v'): string {
    const name = this.name(stem);
    this.line(`${name} = ${expression}`);
    return name;
  }

  #constant(): void {
    this.constants.push(this.#bind(this.constants.length === 0 ? this.#word() : this.#text(1), 'K'));
  }

  /** A name that is bound, and sometimes bound again, from itself. */
  #assigned(): void {
    const name = this.#bind(this.#text(2));
    if (this.random(3) === 0) this.line(`${name} = ${this.#text(1, [name])}`);
    this.texts.push(name);
  }

  #added(): void {
    const name = this.#bind(this.#text(1));
    this.line(`${name} += ${this.#text(1, [name])}`);
    if (this.random(2) === 0) this.line(`${name} += "-z"`);
    this.texts.push(name);
  }

  #unpacked(): void {
    const [a, b, c] = [this.name('v'), this.name('v'), this.name('v')];
    this.line(`${a}, (${b}, ${c}) = ${this.#text(1)}, (${this.#text(1)}, ${this.#text(1)})`);
    if (this.random(2) === 0) this.line(`${a}, ${b} = ${b}, ${a}`);
    this.texts.push(a, b, c);
  }

  #starred(): void {
    const [first, rest, last] = [this.name('v'), this.name('r'), this.name('v')];
    const items = Array.from({ length: 3 + this.random(2) }, () => this.#text(1));
    this.line(`${first}, *${rest}, ${last} = [${items.join(', ')}]`);
    this.texts.push(first, last, `${rest}[0]`);
  }

  #branched(): void {
    const name = this.#bind(this.#text(1));
    const test = this.choice() ?? 'True is True';
    if (!test.startsWith('choose')) return;
    this.line(`if ${test}:`);
    this.line(`    ${name} = ${this.#text(1, [name])}`);
    if (this.random(2) === 0) this.#reveal(this.#text(1, [name]), '    ');
    const other = this.random(3);
    if (other > 0) this.line('else:');
    if (other === 1) this.line('    pass');
    if (other === 2) this.line(`    ${name} = ${this.#text(1)}`);
    this.texts.push(name);
  }

  #attempted(): void {
    const test = this.choice();
    if (test === null) return;
    const name = this.#bind(this.#text(1));
    this.line('try:');
    this.line(`    if ${test}:`);
    this.line('        raise ValueError');
    this.line(`    ${name} = ${this.#text(1)}`);
    this.line('except ValueError:');
    this.line(this.random(2) === 0 ? '    pass' : `    ${name} = ${this.#text(1)}`);
    this.texts.push(name);
  }

  #looped(): void {
    const name = this.name('each');
    const items = Array.from({ length: 1 + this.random(3) }, () => this.#text(1));
    const list = this.random(2) === 0 ? `[${items.join(', ')}]` : this.#bind(`(${items.join(', ')},)`, 'l');
    this.line(`for ${name} in ${list}:`);
    this.#reveal(this.#text(2, [name, name]), '    ');
    this.#reveal(`f"{${name}}={${name}}"`, '    ');
    if (this.random(2) === 0) this.#reveal(`"yes" if ${name} == ${this.#word()} else ${name}`, '    ');
  }

  #listed(): void {
    const each = this.name('each');
    const items = Array.from({ length: 2 + this.random(2) }, () => this.#text(1));
    const list = this.#bind(`[${items.join(', ')}]`, 'l');
    const filter = this.random(2) === 0 ? ` if ${each} != ${this.#word()}` : '';
    const made = this.#bind(`[f"kol-{${each}}" for ${each} in ${list}${filter}] + [${this.#text(1)}]`, 'l');
    if (this.random(2) === 0) this.line(`${made}.append(${this.#text(1)})`);
    this.line(`for ${each} in ${this.oneOf([made, `${list}[1:]`, `reversed(${list})`, `[*${made}, *${list}]`])}:`);
    this.#reveal(this.#text(1, [each]), '    ');
    this.texts.push(`${list}[-1]`);
  }

  #dictionary(): void {
    const [key, value] = [this.name('key'), this.name('each')];
    const name = this.#bind(`{"a": ${this.#text(1)}, "b": ${this.#text(1)}}`, 'd');
    const more = this.oneOf([`{**${name}, "b": ${this.#text(1)}}`, `${name} | {"c": ${this.#text(1)}}`, name]);
    const all = this.#bind(`dict(${more})`, 'd');
    if (this.random(2) === 0) this.line(`${all}["a"] = ${this.#text(1)}`);
    this.line(`for ${key}, ${value} in ${all}.items():`);
    this.#reveal(`f"{${key}}-{${value}}"`, '    ');
    this.texts.push(`${all}["a"]`, `${all}.get("z", ${this.#word()})`);
  }

  /** A small function, called in each of the ways that arguments are passed. */
  #called(): void {
    const name = this.name('f');
    const [k] = [this.oneOf(this.constants)];
    this.line(`def ${name}(a, b=${k}, *rest, sep="-", **named):`);
    if (this.random(2) === 0) this.line(`    a = a + sep`);
    this.line(`    ${this.oneOf([`return f"{a}{sep}{b}"`, 'return sep.join([a, b, *rest])', `return a + named.get("x", ${k})`])}`);
    const ways = [
      `${name}(${this.#text(1)})`,
      `${name}(${this.#text(1)}, ${this.#text(1)})`,
      `${name}(b=${this.#text(1)}, a=${this.#text(1)})`,
      `${name}(*[${this.#text(1)}, ${this.#text(1)}])`,
      `${name}(${this.#text(1)}, **{"b": ${this.#text(1)}, "x": ${this.#text(1)}})`,
      `${name}(${this.#text(1)}, ${this.#text(1)}, ${this.#text(1)}, sep=${this.#text(0)})`,
    ];
    // Each way once, bound to a name: the choices in its text are made once.
    this.texts.push(this.#bind(this.oneOf(ways)), this.#bind(this.oneOf(ways)));
  }

  /** A function that returns by what it is passed. */
  #chosenInFunction(): void {
    const name = this.name('f');
    const [one, other] = [this.#word(), this.#word()];
    this.line(`def ${name}(layer=None):`);
    this.line('    if layer is None:');
    this.line(`        return ${this.oneOf(this.constants)} + ${this.#word()}`);
    if (this.random(2) === 0) {
      this.line(`    if layer == ${one}:`);
      this.line('        found = "first"');
      this.line(`    elif layer in (${other}, "q"):`);
      this.line('        found = "second"');
      this.line('    else:');
      this.line('        found = layer');
      this.line('    return f"kol-{found}"');
    } else {
      this.line('    match layer:');
      this.line(`        case ${one} | "q":`);
      this.line('            return "first"');
      this.line('        case _:');
      this.line('            return layer.upper()');
    }
    this.texts.push(this.oneOf([`${name}()`, `${name}(${one})`, `${name}(${other})`, `${name}(layer=${this.#word()})`]));
  }

  #class(): void {
    const name = this.name('C');
    this.line(`class ${name}:`);
    this.line(`    prefix = ${this.#text(1)}`);
    this.line(`    def __init__(self, layer, domain=${this.#word()}):`);
    this.line('        self.layer = layer');
    this.line('        self.name = f"{domain}-{layer}"');
    this.line('    @property');
    this.line('    def full(self):');
    this.line('        return f"{self.prefix}:{self.name}"');
    this.line('    def at(self, key, sep="/"):');
    this.line('        return self.full + sep + key');
    this.line('    @classmethod');
    this.line('    def make(cls, layer):');
    this.line('        return cls(layer, cls.prefix)');
    const made = this.#bind(`${name}(${this.#text(1)})`, 'c');
    this.texts.push(`${made}.full`, `${made}.at(${this.#word()})`, `${name}.make(${this.#word()}).name`, `${name}.prefix`);
  }

  #inherited(): void {
    const [base, name] = [this.name('C'), this.name('C')];
    this.line(`class ${base}:`);
    this.line('    layer = "base"');
    this.line('    def __init__(self, domain, kind="x"):');
    this.line('        self.domain = domain');
    this.line('        self.kind = kind');
    this.line('    def name(self):');
    this.line('        return f"{self.domain}-{self.layer}-{self.kind}"');
    this.line(`class ${name}(${base}):`);
    this.line(`    layer = ${this.#word()}`);
    this.line(`    def __init__(self, kind=${this.#word()}):`);
    this.line(`        super().__init__(${this.#word()}, ${this.oneOf(['kind', 'kind=kind', '"fixed"'])})`);
    if (this.random(2) === 0) {
      this.line('    def name(self):');
      this.line('        return super().name() + "!"');
    }
    const [one, other] = [this.#bind(`${name}(${this.#text(1)})`, 'c'), this.#bind(`${base}(${this.#text(1)})`, 'c')];
    this.texts.push(`${name}().name()`, `${one}.name()`, `${other}.name()`);
  }

  #dataclass(): void {
    const name = this.name('D');
    this.line(`@dataclass`);
    this.line(`class ${name}:`);
    this.line('    bucket: str');
    this.line(`    layer: str = ${this.#word()}`);
    this.line('    def uri(self):');
    this.line('        return f"s3://{self.bucket}/{self.layer}"');
    const made = this.#bind(`${name}(${this.#text(1)}${this.oneOf(['', `, ${this.#word()}`, `, layer=${this.#text(1)}`])})`, 'c');
    this.texts.push(`${made}.uri()`, `${made}.layer`, `${name}(**{"bucket": ${this.#word()}}).bucket`);
  }

  #enumeration(): void {
    const [name, each] = [this.name('E'), this.name('each')];
    this.line(`class ${name}(Enum):`);
    this.line('    ONE = "one"');
    this.line('    TWO = "two"');
    this.line('    @property');
    this.line('    def bucket(self):');
    this.line('        return f"kol-{self.value}"');
    this.line(`for ${each} in ${name}:`);
    this.#reveal(this.oneOf([`${each}.bucket`, `${each}.name + ${each}.value`]), '    ');
    this.texts.push(`${name}.ONE.value`, `${name}("two").bucket`, `${name}["ONE"].name`);
  }

  #generator(): void {
    const [name, each] = [this.name('g'), this.name('each')];
    this.line(`def ${name}(layers):`);
    this.line('    yield "first"');
    this.line('    for layer in layers:');
    this.line('        yield f"kol-{layer}"');
    this.line(`    yield from [${this.#word()}, ${this.#word()}]`);
    this.line(`for ${each} in ${name}([${this.#text(1)}, ${this.#word()}]):`);
    this.#reveal(this.#text(1, [each]), '    ');
  }

  /** A default of the environment; nothing is decided by it, since the variable may be set. */
  #environment(): void {
    const variable = `"KOL_TEST_${this.names++}"`;
    const name = this.#bind(
      this.oneOf([
        `os.getenv(${variable}, ${this.#text(1)})`,
        `os.environ.get(${variable}, ${this.#text(1)})`,
        `os.getenv(${variable}) or ${this.#word()}`,
        `os.getenv(${variable}) or os.getenv("KOL_OTHER") or ${this.#word()}`,
      ]),
    );
    this.#reveal(name);
    this.#reveal(this.#text(2, [name, name, name]));
  }

  /** A switch that the environment sets in some runs: both of its arms are possible, wherever it is asked. */
  #decidedByEnvironment(): void {
    if (this.choices >= MOST_CHOICES) return;
    const [name, tier] = [this.name('v'), this.name('t')];
    const read = this.oneOf(['os.getenv', 'os.environ.get']);
    this.line(`${tier} = ${read}("KOL_CHOICE_${this.choices++}", "dev")`);
    const [one, other] = [this.#text(1), this.#text(1)];
    switch (this.random(4)) {
      case 0:
        this.line(`if ${tier} == "prod":`);
        this.line(`    ${name} = ${one}`);
        this.line('else:');
        this.line(`    ${name} = ${other}`);
        break;
      case 1:
        this.line(`${name} = ${one} if ${tier} ${this.oneOf(['== "prod"', 'in ("prod", "live")', '!= "dev"'])} else ${other}`);
        break;
      case 2:
        this.line(`def ${name}f(tier=${tier}):`);
        this.line('    if tier == "prod":');
        this.line(`        return ${this.oneOf(this.constants)} + "-p"`);
        this.line('    return "kol-d"');
        // What one call may give is not kept together over several uses: it is used once.
        return this.#reveal(`${name}f(${this.oneOf(['', tier, `tier=${tier}`])}) + ${this.#text(1)}`);
      default:
        this.line(`for ${name}e in ["dev", "prod"]:`);
        this.line(`    if ${name}e ${this.oneOf([`in [${tier}]`, `== ${tier}`])}:`);
        this.line(`        ${name} = "kol-" + ${name}e`);
    }
    this.texts.push(name);
  }

  /** Functions under decorators of the program's own, which keep what they give or change it. */
  #decorated(): void {
    const [maker, name] = [this.name('f'), this.name('f')];
    const passed = '*args, **named';
    const given = this.oneOf([`fn(${passed})`, `fn(${passed}) + "-end"`, `fn(${passed}).upper()`, `f"kol-{fn(${passed})}"`]);
    const withArgument = this.random(3) === 0;
    const indent = withArgument ? '    ' : '';
    this.line(`def ${maker}(${withArgument ? 'start' : 'fn'}):`);
    if (withArgument) this.line('    def decorate(fn):');
    this.line(`${indent}    def inner(${passed}):`);
    this.line(`${indent}        found = ${withArgument ? `start + ${given}` : given}`);
    this.line(`${indent}        return found`);
    this.line(`${indent}    return inner`);
    if (withArgument) this.line('    return decorate');
    if (this.random(3) === 0) this.line('@functools.lru_cache');
    this.line(withArgument ? `@${maker}(${this.#text(1)})` : `@${maker}`);
    this.line(`def ${name}(a, b="kol"):`);
    this.line('    return f"{a}.{b}"');
    this.texts.push(this.oneOf([`${name}(${this.#word()})`, `${name}(${this.#word()}, b=${this.#word()})`, `${name}(a=${this.#word()})`]));
  }

  /** A function that calls itself, with what it has put together so far. */
  #recursive(): void {
    const name = this.name('f');
    this.line(`def ${name}(left, name=${this.#word()}):`);
    this.line('    if not left:');
    this.line('        return name');
    this.line(`    return ${this.oneOf([`${name}(left[1:], name + left[0])`, `${name}(left[1:]) + "-x"`, `${name}(left[1:], name=name)`])}`);
    this.#reveal(`${name}(${this.oneOf(['["a", "b"]', '["a"]', '[]'])}, ${this.#word()})`);
  }

  /** Names that patterns capture, some of them bound before. */
  #captured(): void {
    const [each, name] = [this.name('each'), this.name('v')];
    const kept = this.#bind(this.#word());
    this.line(`for ${each} in [${this.#word()}, ${this.#word()}, "q"]:`);
    this.line(`    match ${each}:`);
    this.line(`        case ${this.#word()}:`);
    this.line('            pass');
    this.line(`        case ("q" | ${this.#word()}) as ${name}:`);
    this.#reveal(name, '            ');
    this.line(`        case ${this.oneOf([`str() as ${name}`, name])}:`);
    this.#reveal(`${name} + "-x"`, '            ');
    this.line(`match {"a": ${this.#word()}, "b": [${this.#word()}]}:`);
    this.line(`    case {"a": ${kept}, "b": [${name}]}:`);
    this.#reveal(kept, '        ');
    this.#reveal(`${name} + ${kept}`, '        ');
  }

  /** Turns that end before the rest of a loop. */
  #skipped(): void {
    const [each, name] = [this.name('each'), this.name('v')];
    const word = this.#word();
    this.line(`for ${each} in [${word}, ${this.#word()}, ${this.#word()}]:`);
    this.line(`    ${name} = ${this.#text(1, [each])}`);
    this.line(`    if ${each} ${this.oneOf([`== ${word}`, `!= ${word}`, `in (${word}, "q")`, `not in (${word}, "q")`])}:`);
    if (this.random(2) === 0) this.line(`        ${name} = "skipped"`);
    this.line('        continue');
    if (this.random(2) === 0) {
      this.line(`    if ${each} == ${this.#word()}:`);
      this.line(`        ${name} = "kept-" + ${each}`);
      this.line('    else:');
      this.line(this.random(2) === 0 ? '        continue' : '        pass');
    }
    this.#reveal(`f"{${each}}/{${name}}"`, '    ');
    this.#reveal(name, '    ');
  }

  /** Changes of what a dictionary's entries hold. */
  #changedWithin(): void {
    const name = this.#bind(`{"a": {"x": ${this.#text(1)}, "y": ${this.#text(1)}}, "l": [${this.#text(1)}, ${this.#text(1)}]}`, 'd');
    const change = (indent: string) =>
      this.line(
        indent +
          this.oneOf([
            `${name}["a"]["x"] = ${this.#text(1)}`,
            `${name}["a"]["y"] += "-z"`,
            `${name}["a"].update(x=${this.#text(1)})`,
            `${name}["a"] = {"x": ${this.#word()}, "y": ${this.#word()}}`,
            `${name}["l"][0] = ${this.#text(1)}`,
            // Whether a list is longer by one is not followed.
            indent === '' ? `${name}["l"].append(${this.#text(1)})` : `${name}["l"][1] = ${this.#text(1)}`,
            `${name}["l"] += [${this.#text(1)}]`,
          ]),
      );
    change('');
    const test = this.choice();
    if (test !== null) {
      this.line(`if ${test}:`);
      change('    ');
    }
    change('');
    for (const part of ['["a"]["x"]', '["a"]["y"]', '["l"][0]', '["l"][-1]']) this.#reveal(name + part);
  }

  /** Changes through another name for the same thing, or for a part of it. */
  #changedThroughAlias(): void {
    const name = this.#bind(`{"a": {"x": ${this.#text(1)}}, "b": ${this.#text(1)}}`, 'd');
    if (this.random(2) === 0) this.line(`${name}["b"] = ${this.#text(1)}`);
    const whole = this.#bind(name, 'd');
    const part = this.#bind(`${name}["a"]`, 'd');
    this.line(`${part}["x"] = ${this.#text(1)}`);
    this.line(`${this.oneOf([whole, name])}["b"] = ${this.#text(1)}`);
    if (this.random(2) === 0) this.line(`${whole} = {"b": ${this.#word()}}`);
    this.line(`${whole}["b"] = ${this.#text(1)}`);
    this.#reveal(`${name}["b"]`);
    this.#reveal(`${whole}["b"]`);
    this.#reveal(`${name}["a"]["x"]`);
    this.#reveal(`${part}["x"]`);
  }
}

const METHODS = [
  'upper()', 'lower()', 'title()', 'strip("k-")', 'replace("-", "_")', 'replace("o", "0", 1)', 'removeprefix("kol")',
  'removesuffix("-z")', 'partition("-")[0]', 'rpartition("-")[2]', 'rsplit("-", 1)[0]', 'swapcase()', 'capitalize()',
];
