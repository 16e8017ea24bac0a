import { randomFrom } from '../languages/python/random.js';
import { ProgramWriter, WORDS } from './program-writer.js';

/** A program that puts names together as people do, with `reveal(…)` at what comes of them. */
export interface JavaScriptProgram {
  /** `main.ts`, which is run, and the modules that it imports. */
  readonly files: ReadonlyMap<string, string>;
  /** How many times it asks `choose(…)`, each time by another number. */
  readonly choices: number;
  /** What the environment holds in those runs in which it is given. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The same program for the same seed. */
export function randomProgram(seed: number): JavaScriptProgram {
  return new Writer(randomFrom(seed)).program();
}

/** What can be said where text is wanted: names that hold it, and expressions in them. */
class Writer extends ProgramWriter {
  readonly #imports: string[] = ["import * as path from 'node:path';", "import { posix } from 'path';"];
  readonly #modules = new Map<string, string>();
  readonly #environment: Record<string, string> = {};

  program(): JavaScriptProgram {
    for (let count = 2 + this.random(2); count > 0; count--) this.#constant();
    for (let count = 4 + this.random(6); count > 0; count--) {
      this.oneOf(this.#statements)();
      this.#reveal(this.#text(2));
    }
    const main = [...this.#imports, ...this.lines, ''].join('\n');
    return {
      files: new Map([['main.ts', main], ...this.#modules]),
      choices: this.choices,
      environment: this.#environment,
    };
  }

  readonly #statements: readonly (() => void)[] = [
    () => this.#assigned(),
    () => this.#assigned(),
    () => this.#added(),
    () => this.#unpacked(),
    () => this.#swapped(),
    () => this.#branched(),
    () => this.#branched(),
    () => this.#switched(),
    () => this.#attempted(),
    () => this.#looped(),
    () => this.#listed(),
    () => this.#object(),
    () => this.#changedObject(),
    () => this.#changedList(),
    () => this.#called(),
    () => this.#called(),
    () => this.#calledWithObject(),
    () => this.#chosenInFunction(),
    () => this.#hoisted(),
    () => this.#class(),
    () => this.#inherited(),
    () => this.#enumeration(),
    () => this.#map(),
    () => this.#tagged(),
    () => this.#readEnvironment(),
    () => this.#readEnvironment(),
    () => this.#module(),
    () => this.#commonModule(),
  ];

  #reveal(expression: string, indent = ''): void {
    this.line(`${indent}reveal(${expression});`);
  }

  #word(): string {
    const word = this.oneOf(WORDS);
    return this.oneOf([`'${word}'`, `'${word}'`, `"${word}"`, `\`${word}\``]);
  }

  // Expressions

  /** An expression that gives text, of what is bound so far and of `more`. */
  #text(depth: number, more: readonly string[] = []): string {
    const names = [...this.texts, ...this.constants, ...more];
    if (depth === 0 || this.random(4) === 0) return this.random(3) === 0 ? this.#word() : this.oneOf(names);
    const one = () => this.#text(depth - 1, more);
    switch (this.random(24)) {
      case 0:
      case 1:
        return `\`\${${one()}}-\${${one()}}\``;
      case 2:
        return `\`kol-\${${one()}}.x\``;
      case 3:
        return `(${one()} + '-' + ${one()})`;
      case 4:
        return `(${one()} + ${this.oneOf(['1', '-1', '0x10', '1.50', 'true', 'null', '(1 + 2)'])})`;
      case 5:
        return `${one()}.concat('-', ${one()})`;
      case 6:
        return `[${one()}, ${one()}].join(${this.oneOf(["'-'", "''", '', '`/`'])})`;
      case 7:
        return `${this.oneOf(['path.posix', 'posix', 'path'])}.join(${one()}, ${one()})`;
      case 8:
        return `(${one()}).${this.oneOf(METHODS)}`;
      case 9:
        return `(${one()}).split('-')${this.oneOf(['[0]', '.at(-1)!', '.pop()!', ".join('_')"])}`;
      case 10:
        return `(${surely(one())} ${this.oneOf(['||', '??', '&&'])} ${one()})`;
      case 11:
      case 12: {
        const test = this.choice();
        return test === null ? one() : `(${test} ? ${one()} : ${one()})`;
      }
      case 13:
        return `({ a: ${one()}, 'b': ${one()} }${this.oneOf(['.a', '.b', "['a']", '[`b`]'])})`;
      case 14:
        return `[${one()}, ${one()}]${this.oneOf(['[0]', '[1]', '.at(-1)!', '.slice(1)[0]', '.reverse()[0]'])}`;
      case 15:
        return `((a: string, b = 'kol') => a + b)(${one()})`;
      case 16:
        return `String(${one()})`;
      case 17:
        return `String.raw\`\\n\${${one()}}\``;
      case 18:
        return `Object.freeze({ a: ${one()}, b: 1 } as const).a`;
      case 19:
        return `[${one()}, ${one()}].map((each) => \`kol-\${each}\`)${this.oneOf(['[0]', ".join(',')", '[1]'])}`;
      case 20:
        return `Object.${this.oneOf(['values', 'keys'])}({ a: ${one()}, b: ${one()} })${this.oneOf(['[0]', ".join('+')"])}`;
      case 21:
        return `Object.entries({ a: ${one()} })[0]![${this.oneOf(['0', '1'])}]`;
      case 22:
        return `([${one()}, ${one()}, ...[${one()}]].${this.oneOf(["filter((each) => each !== 'kol').concat('z')[0]!", "slice(-1)[0]!"])})`;
      default:
        return `(${one()} as string)`;
    }
  }

  // Statements

  #bind(expression: string, stem = 'v', keyword = 'const'): string {
    const name = this.name(stem);
    this.line(`${keyword} ${name} = ${expression};`);
    return name;
  }

  #constant(): void {
    this.constants.push(this.#bind(this.constants.length === 0 ? this.#word() : this.#text(1), 'K'));
  }

  /** A name that is bound, and sometimes bound again, from itself. */
  #assigned(): void {
    const name = this.#bind(this.#text(2), 'v', this.oneOf(['let', 'var']));
    if (this.random(3) === 0) this.line(`${name} = ${this.#text(1, [name])};`);
    this.texts.push(name);
  }

  #added(): void {
    const name = this.#bind(surely(this.#text(1)), 'v', 'let');
    this.line(`${name} ${this.oneOf(['+=', '+=', '||=', '??=', '&&='])} ${this.#text(1, [name])};`);
    if (this.random(2) === 0) this.line(`${name} += '-z';`);
    this.texts.push(name);
  }

  #unpacked(): void {
    const [a, b, c, d] = [this.name('v'), this.name('v'), this.name('v'), this.name('v')];
    this.line(`const { x: ${a}, y: { z: ${b} }, ${c} = ${this.#word()} }: any = { x: ${this.#text(1)}, y: { z: ${this.#text(1)} } };`);
    this.line(`const [${d}, , ...${this.name('r')}] = [${this.#text(1)}, 'k', ${this.#text(1)}];`);
    this.texts.push(a, b, c, d, `r${this.names - 1}[0]`);
  }

  #swapped(): void {
    const [a, b] = [this.name('v'), this.name('v')];
    this.line(`let [${a}, ${b}] = [${this.#text(1)}, ${this.#text(1)}];`);
    if (this.random(2) === 0) this.line(`[${a}, ${b}] = [${b}, ${a}];`);
    this.texts.push(a, b);
  }

  #branched(): void {
    const test = this.choice();
    if (test === null) return;
    const name = this.#bind(this.#text(1), 'v', 'let');
    this.line(`if (${test}) {`);
    this.line(`  ${name} ${this.oneOf(['=', '=', '+='])} ${this.#text(1, [name])};`);
    if (this.random(2) === 0) this.#reveal(this.#text(1, [name]), '  ');
    if (this.random(2) === 0) this.line(`} else {\n  ${name} = ${this.#text(1)};`);
    this.line('}');
    this.texts.push(name);
  }

  #switched(): void {
    const test = this.choice();
    if (test === null) return;
    const name = this.name('v');
    this.line(`let ${name} = ${this.#word()};`);
    this.line(`switch (${test} ? 'one' : 'two') {`);
    this.line(`  case 'one': ${name} = ${this.#text(1)}; ${this.oneOf(['break;', ''])}`);
    this.line(`  default: ${name} += ${this.#word()};`);
    this.line('}');
    this.texts.push(name);
  }

  #attempted(): void {
    const test = this.choice();
    if (test === null) return;
    const name = this.#bind(this.#text(1), 'v', 'let');
    this.line('try {');
    this.line(`  if (${test}) throw new Error('x');`);
    this.line(`  ${name} = ${this.#text(1)};`);
    this.line(`} catch {\n  ${this.random(2) === 0 ? '' : `${name} = ${this.#text(1)};`}`);
    this.line(`}${this.random(3) === 0 ? ` finally { ${name} += '!'; }` : ''}`);
    this.texts.push(name);
  }

  #looped(): void {
    const name = this.name('each');
    const items = Array.from({ length: 1 + this.random(3) }, () => this.#text(1));
    const list = this.random(2) === 0 ? `[${items.join(', ')}]` : this.#bind(`[${items.join(', ')}]`, 'l');
    switch (this.random(4)) {
      case 0:
        this.line(`for (const ${name} of ${list}) {`);
        break;
      case 1:
        this.line(`for (const [, ${name}] of ${list}.entries()) {`);
        break;
      case 2:
        this.line(`${list}.forEach((${name}) => {`);
        break;
      default:
        this.line(`for (const ${name} in { one: 1, two: ${list} }) {`);
    }
    const closing = this.lines.at(-1)?.includes('forEach') === true ? '});' : '}';
    this.#reveal(this.#text(2, [name, name]), '  ');
    this.#reveal(`\`\${${name}}=\${${name}}\``, '  ');
    if (this.random(2) === 0) this.#reveal(`${name} === ${this.#word()} ? 'yes' : ${name}`, '  ');
    this.line(closing);
    if (this.random(3) === 0) {
      const grown = this.#bind(this.#word(), 'v', 'let');
      this.line(`for (const ${name} of [${this.#text(1)}, 'z']) ${grown} ${this.oneOf(['=', '+='])} ${name};`);
      this.texts.push(grown);
    }
  }

  #listed(): void {
    const each = this.name('each');
    const items = Array.from({ length: 2 + this.random(2) }, () => this.#text(1));
    const list = this.#bind(`[${items.join(', ')}]`, 'l');
    const filter = this.random(2) === 0 ? `.filter((${each}) => ${each} !== ${this.#word()})` : '';
    const made = this.#bind(`${list}${filter}.map((${each}) => ${this.oneOf([`'kol-' + ${each}`, `\`\${${each}}\``])})`, 'l');
    this.line(`for (const ${each} of ${this.oneOf([made, `${list}.slice(1)`, `[...${made}, ...${list}]`, `new Set(${list})`])}) {`);
    this.#reveal(this.#text(1, [each]), '  ');
    this.line('}');
    this.texts.push(`${list}[0]`, `${list}.at(-1)`);
  }

  #object(): void {
    const [key, value] = [this.name('key'), this.name('each')];
    const name = this.#bind(`{ a: ${this.#text(1)}, 'b-c': ${this.#text(1)}, n: { m: ${this.#text(1)} } } as const`, 'o');
    const computed = this.#bind(`{ ...${name}, [${this.oneOf(["'a'", "'d'", '`a`'])}]: ${this.#text(1)}, get g() { return this.a + '!'; } }`, 'o');
    this.line(`for (const [${key}, ${value}] of Object.entries({ a: ${name}.a, b: ${this.#text(1)} })) {`);
    this.#reveal(`\`\${${key}}-\${${value}}\``, '  ');
    this.line('}');
    this.texts.push(`${name}.a`, `${name}['b-c']`, `${name}.n.m`, `${computed}.a`, `${computed}.g`);
  }

  /** An object that is no constant, though its name is. */
  #changedObject(): void {
    const name = this.#bind(`{ a: ${this.#text(1)}, b: ${this.#text(1)} } as Record<string, any>`, 'o');
    this.line(
      this.oneOf([
        `${name}.a = ${this.#text(1)};`,
        `${name}['a'] = ${this.#text(1)};`,
        `${name}[${this.oneOf(['"a"', "'c'.replace('c', 'a')"])}] = ${this.#text(1)};`,
        `Object.assign(${name}, { a: ${this.#text(1)} });`,
        `${name}.a += ${this.#text(1)};`,
        `delete ${name}.a;`,
        `[${name}.a] = [${this.#word()}];`,
        `({ x: ${name}.a } = { x: ${this.#word()} });`,
        `for (const key of ['a']) ${name}[key] = ${this.#word()};`,
      ]),
    );
    this.#reveal(`\`\${${name}.a}\``);
    this.texts.push(`${name}.b`, `\`\${${name}.a}\``);
  }

  #changedList(): void {
    const name = this.#bind(`[${this.#text(1)}, ${this.#text(1)}]`, 'l');
    this.line(
      this.oneOf([
        `${name}.push(${this.#text(1)});`,
        `${name}.unshift(${this.#text(1)});`,
        `${name}[0] = ${this.#text(1)};`,
        `${name}.splice(0, 1);`,
        `${name}.reverse();`,
        `${name}.sort();`,
        `${name}.length = 1;`,
        `${name}.shift();`,
        `${name}.fill(${this.#word()});`,
      ]),
    );
    this.#reveal(`\`\${${name}[0]}\``);
    this.texts.push(`${name}.join('-')`);
  }

  /** A small function, called in each of the ways that arguments are passed. */
  #called(): void {
    const name = this.name('f');
    const constant = this.oneOf(this.constants);
    const body = this.oneOf([
      '`${a}${sep}${b}`',
      '[a, b, ...rest].join(sep)',
      `(\`\${a}\` || ${constant}) + sep`,
      'a.toUpperCase() + b',
    ]);
    const parameters = `a: string, b = ${constant}, sep = '-', ...rest: string[]`;
    if (this.random(2) === 0) this.line(`const ${name} = (${parameters}) => ${body};`);
    else this.line(`function ${name}(${parameters}) { ${this.oneOf(['', "a = a + '.';", "if (a === 'kol') return b;"])} return ${body}; }`);
    const ways = [
      `${name}(${this.#text(1)})`,
      `${name}(${this.#text(1)}, ${surely(this.#text(1))})`,
      `${name}(${this.#text(1)}, undefined, ${this.#text(1)})`,
      `${name}(...([${this.#text(1)}, ${this.#text(1)}] as const))`,
      `${name}(${this.#text(1)}, ${this.#text(1)}, ${this.#text(0)}, ${this.#text(1)})`,
      `${name}.call(null, ${this.#text(1)})`,
    ];
    // Each way once, bound to a name: the choices in its text are made once.
    this.texts.push(this.#bind(this.oneOf(ways)), this.#bind(this.oneOf(ways)));
  }

  #calledWithObject(): void {
    const name = this.name('f');
    this.line(`function ${name}({ a, b = ${this.oneOf(this.constants)}, c: { d } = { d: 'deep' } }: any = { a: 'none' }) {`);
    this.line('  return `${a}/${b}/${d}`;\n}');
    this.texts.push(
      this.#bind(
        this.oneOf([
          `${name}()`,
          `${name}({ a: ${this.#text(1)} })`,
          `${name}({ a: ${this.#text(1)}, b: ${surely(this.#text(1))} })`,
          `${name}({ a: ${this.#text(1)}, c: { d: ${this.#text(1)} } })`,
          `${name}({ b: 'over', ...{ a: ${this.#text(1)}, b: ${surely(this.#text(1))} } })`,
        ]),
      ),
    );
  }

  /** A function that returns by what it is passed. */
  #chosenInFunction(): void {
    const name = this.name('f');
    const [one, other] = [this.#word(), this.#word()];
    this.line(`function ${name}(layer?: string): string {`);
    this.line(`  if (!layer) return ${this.oneOf(this.constants)} + ${this.#word()};`);
    if (this.random(2) === 0) {
      this.line('  let found: string;');
      this.line(`  if (layer === ${one}) found = 'first';`);
      this.line(`  else if (layer === ${other}) found = 'second';`);
      this.line('  else found = layer;');
      this.line('  return `kol-${found}`;\n}');
    } else {
      this.line('  switch (layer) {');
      this.line(`    case ${one}:\n    case 'q':\n      return 'first';`);
      this.line('    default:\n      return layer.toLowerCase();\n  }\n}');
    }
    this.texts.push(this.oneOf([`${name}()`, `${name}(${one})`, `${name}(${other})`, `${name}(${this.#word()})`]));
  }

  /** A function that stands after the call, and reads a name that is bound again. */
  #hoisted(): void {
    const [name, state] = [this.name('f'), this.name('v')];
    this.line(`var ${state} = ${this.#text(1)};`);
    this.#reveal(`${name}(${this.#word()})`);
    if (this.random(2) === 0) this.line(`${state} = ${this.#text(1)};`);
    this.line(`function ${name}(key: string) { return ${state} + '/' + key; }`);
    this.#reveal(`${name}(${this.#word()})`);
    this.texts.push(state);
  }

  #class(): void {
    const name = this.name('C');
    this.line(`class ${name} {`);
    this.line(`  static prefix = ${this.#text(1)};`);
    this.line('  readonly name: string;');
    this.line(`  kind = ${this.#word()};`);
    this.line(`  #secret = ${this.#word()};`);
    this.line(`  constructor(public layer: string, domain = ${this.#word()}) {`);
    this.line('    this.name = `${domain}-${layer}`;');
    if (this.random(2) === 0) this.line(`    this.kind = ${this.#word()};`);
    this.line('  }');
    this.line(`  get full() { return \`\${${name}.prefix}:\${this.name}\`; }`);
    this.line("  at(key: string, sep = '/') { return this.full + sep + key + this.#secret; }");
    this.line(`  static make(layer: string) { return new ${this.oneOf([name, 'this'])}(layer, ${name}.prefix); }`);
    if (this.random(3) === 0) this.line('  rename() { this.kind = this.kind + "2"; return this; }');
    this.line('}');
    const made = this.#bind(`new ${name}(${this.#text(1)})`, 'c');
    if (this.random(4) === 0) this.line(`${made}.layer = ${this.#text(1)};`);
    this.texts.push(`${made}.full`, `${made}.at(${this.#word()})`, `${name}.make(${this.#word()}).name`, `${name}.prefix`, `${made}.kind`, `${made}.layer`);
  }

  #inherited(): void {
    const [base, name] = [this.name('C'), this.name('C')];
    this.line(`class ${base} {`);
    this.line("  layer = 'base';");
    this.line("  constructor(readonly domain: string, readonly kind = 'x') {}");
    this.line('  name() { return `${this.domain}-${this.layer}-${this.kind}`; }');
    this.line('}');
    this.line(`class ${name} extends ${base} {`);
    this.line(`  layer = ${this.#word()};`);
    this.line(`  constructor(kind = ${this.#word()}) { super(${this.#word()}, ${this.oneOf(['kind', "'fixed'"])}); }`);
    if (this.random(2) === 0) this.line("  name() { return super.name() + '!'; }");
    this.line('}');
    const [one, other] = [this.#bind(`new ${name}(${this.#text(1)})`, 'c'), this.#bind(`new ${base}(${this.#text(1)})`, 'c')];
    this.texts.push(`new ${name}().name()`, `${one}.name()`, `${other}.name()`, `${one}.domain`);
  }

  #enumeration(): void {
    const [name, each] = [this.name('E'), this.name('each')];
    this.line(`${this.oneOf(['enum', 'const enum'])} ${name} { One = 'one', Two = ${this.oneOf(["'two'", '"t" + "wo"', '`two`'])} }`);
    this.line(`const ${each} = ${name}.One as string;`);
    this.line(`namespace N${name} { export const inner = ${this.#text(1)}; }`);
    this.texts.push(`${name}.One`, `${name}['Two']`, each, `N${name}.inner`);
  }

  #map(): void {
    const name = this.#bind(`new Map([['a', ${this.#text(1)}], ['b', ${this.#text(1)}]])`, 'm');
    if (this.random(2) === 0) this.line(`${name}.set('${this.oneOf(['a', 'c'])}', ${this.#text(1)});`);
    if (this.random(4) === 0) this.line(`${name}.delete('a');`);
    this.texts.push(`\`\${${name}.get('a')}\``, `${name}.get('b')!`);
  }

  /** A tag of the program's own, which does with its text as it pleases. */
  #tagged(): void {
    const name = this.name('tag');
    const body = this.oneOf([
      "parts.reduce((all, part, at) => all + part + (values[at] ?? ''), '')",
      'String.raw({ raw: parts }, ...values)',
    ]);
    this.line(`function ${name}(parts: TemplateStringsArray, ...values: string[]) { return ${body}; }`);
    this.texts.push(this.#bind(`${name}\`kol-\${${this.#text(1)}}-x\``));
  }

  /** A default of the environment; nothing is decided by it, since the variable may be set. */
  #readEnvironment(): void {
    const variable = `KOL_TEST_${this.names++}`;
    if (this.random(2) === 0) this.#environment[variable] = 'given';
    const name = this.name('v');
    this.line(
      this.oneOf([
        `const ${name} = process.env.${variable} ?? ${this.#text(1)};`,
        `const ${name} = process.env.${variable} || ${this.#text(1)};`,
        `const ${name} = process.env['${variable}'] || process.env.KOL_OTHER || ${this.#text(1)};`,
        `const { ${variable}: ${name} = ${this.#text(1)} } = process.env;`,
        `const ${name} = process.env.${variable} ? process.env.${variable} : ${this.#text(1)};`,
        `let ${name} = process.env.${variable}!; ${name} ??= ${this.#text(1)};`,
        `let ${name} = process.env.${variable}!; if (!${name}) ${name} = ${this.#text(1)};`,
      ]),
    );
    this.#reveal(name);
    this.#reveal(this.#text(2, [name, name, name]));
  }

  #module(): void {
    const stem = this.name('config');
    const [one, other, main] = [this.name('x'), this.name('x'), this.name('x')];
    this.#modules.set(
      `${stem}.ts`,
      [
        `export const ${one} = ${this.#word()};`,
        `const hidden = ${one} + ${this.#word()};`,
        `export { hidden as ${other} };`,
        `export let changed = ${this.#word()};`,
        this.oneOf(['', `changed = ${this.#word()};`, `export function change() { changed = ${this.#word()}; }`]),
        `export default ${this.oneOf(['{ a: hidden }', `{ a: ${one} } as const`])};`,
        '',
      ].join('\n'),
    );
    const index = `${stem}-index.ts`;
    this.#modules.set(index, `export * from './${stem}';\nexport { default as ${main}, ${one} as again${one} } from './${stem}';\n`);
    const whole = this.name('cfg');
    this.#imports.push(
      `import ${main}d, { ${one}, ${other} as renamed${other}, changed as changed${other} } from './${stem}';`,
      `import * as ${whole} from './${stem}-index';`,
    );
    this.texts.push(one, `renamed${other}`, `changed${other}`, `${main}d.a`, `${whole}.${other}`, `${whole}.${main}.a`, `${whole}.again${one}`);
  }

  #commonModule(): void {
    const stem = this.name('common');
    const name = this.name('x');
    this.#modules.set(
      `${stem}.js`,
      this.oneOf([
        `const a = ${this.#word()};\nmodule.exports = { a, b: a + 'b' };\n`,
        `exports.a = ${this.#word()};\nmodule.exports.b = exports.a + 'b';\n`,
        `module.exports = { a: ${this.#word()} };\nmodule.exports.b = ${this.#word()};\n`,
      ]),
    );
    this.line(`const ${name} = require('./${stem}');`);
    this.line(`const { a: a${name} } = require('./${stem}');`);
    this.texts.push(`${name}.a`, `${name}.b`, `a${name}`);
  }
}

/** An expression as one that gives text for sure: what is not known at all gives way to a default. */
function surely(expression: string): string {
  return `\`\${${expression}}\``;
}

const METHODS = [
  'toUpperCase()', 'toLowerCase()', 'trim()', "replace('-', '_')", "replaceAll('o', '0')", 'replace(/[aeiou]/g, "")', 'slice(1)',
  'slice(-2)', 'slice(0, 3)', 'substring(1, 3)', 'substr(1, 2)', "padStart(8, '*')", "padEnd(6, '.')", 'repeat(2)', 'at(0)!', 'charAt(1)',
  "concat('!')", 'toString()', 'valueOf()', "replace(/^(\\w)/, '<$1>')", "replace('kol', (m) => m + '2')", 'trimEnd()', 'normalize()', 'substring(2)',
];
