import type { Random } from './random.js';

/** Valid Python, made at random from the constructs that data platforms are written in. */
export function generatedProgram(random: Random, statements: number): string {
  return Array.from({ length: statements }, () => statement(random, 0, 3)).join('');
}

function pick<T>(random: Random, from: readonly [T, ...T[]]): T {
  return from[random(from.length)] ?? from[0];
}

const WORDS = ['spark', 'df', 'bucket', 'x', 'run_id', 'client', 'name', 'mlflow', 'row', 'cfg'] as const;
const METHODS = ['read', 'parquet', 'format', 'load', 'get', 'execute', 'upload_file', 'option', 'join'] as const;
const TEXTS = ['kol-bronze', 's3a://sme-gold/x', '', 'SELECT * FROM iceberg.kol_gold.t', 'it', 'é😀', 'a%s'] as const;
const OPERATORS = ['+', '-', '*', '%', '==', 'in', 'not in', 'is not', 'and', 'or', '|', '**', '//', '<='] as const;

function statement(random: Random, indent: number, depth: number): string {
  const margin = '    '.repeat(indent);
  const block = (): string =>
    Array.from({ length: 1 + random(3) }, () => statement(random, indent + 1, depth - 1)).join('');
  const value = (): string => expression(random, 3);
  const kinds = depth > 0 ? 16 : 7;
  switch (random(kinds)) {
    case 0:
    case 1:
      return `${margin}${pick(random, WORDS)} = ${value()}${random(4) === 0 ? '  # note "x"' : ''}\n`;
    case 2:
      return `${margin}${pick(random, WORDS)}.${pick(random, METHODS)}(${callArguments(random, 3)})\n`;
    case 3:
      return `${margin}import a.b as c; from ..d import (e,\n        f)\n`;
    case 4:
      return `${margin}assert ${value()}, ${text(random, 1)}\n`;
    case 5:
      return `${margin}x: dict[str, int] = ${value()}\n`;
    case 6:
      return `${margin}"""Text over\n\n  lines, with 'quotes' and \\""" in it."""\n`;
    case 7:
      return `${margin}@task(retries=2)\n${margin}def f(a, *args, b: int = ${value()}, **kwargs) -> str:\n${block()}`;
    case 8:
      return `${margin}class A(B, metaclass=M):\n${block()}`;
    case 9:
      return `${margin}if ${value()}:\n${block()}${margin}elif ${value()}:\n${block()}${margin}else:\n${block()}`;
    case 10:
      return `${margin}for i, j in ${value()}:\n${block()}`;
    case 11:
      return `${margin}with open(${value()}) as f, lock:\n${block()}`;
    case 12:
      return `${margin}try:\n${block()}${margin}except (A, B) as e:\n${block()}${margin}finally:\n${block()}`;
    case 13:
      return `${margin}while ${value()}:\n${block()}`;
    case 14:
      return `${margin}async def g():\n${margin}    async for x in ${value()}:\n${margin}        await h(${value()})\n`;
    default:
      return `${margin}# a comment, with ( and "\n\n${margin}return_ = lambda a, *b: ${value()}\n`;
  }
}

function expression(random: Random, depth: number): string {
  if (depth === 0) return pick(random, [pick(random, WORDS), text(random, 0), '1_000.5', 'None', '0xff']);
  const inner = (): string => expression(random, depth - 1);
  switch (random(12)) {
    case 0:
    case 1:
      return text(random, depth);
    case 2:
    case 3:
      return `${pick(random, WORDS)}.${pick(random, METHODS)}(${callArguments(random, depth - 1)})`;
    case 4:
      return `(${inner()} ${pick(random, OPERATORS)} ${inner()})`;
    case 5:
      return `[${inner()}, ${inner()}]`;
    case 6:
      return `{${text(random, 0)}: ${inner()}, "b": ${inner()}}`;
    case 7:
      return `(${inner()} if ${inner()} else ${inner()})`;
    case 8:
      return `[${inner()} for x in ${inner()} if ${inner()}]`;
    case 9:
      return `${pick(random, WORDS)}[${inner()}:${inner()}]`;
    case 10:
      return `(not ${inner()})`;
    default:
      return `f(${inner()})(\n    ${inner()},\n)`;
  }
}

function callArguments(random: Random, depth: number): string {
  const given = Array.from({ length: random(4) }, () => expression(random, Math.max(0, depth - 1)));
  if (random(3) === 0) given.push(`*${pick(random, WORDS)}`);
  if (random(2) === 0) given.push(`Bucket=${expression(random, Math.max(0, depth - 1))}`);
  if (random(4) === 0) given.push(`**${pick(random, WORDS)}`);
  return given.join(', ');
}

function text(random: Random, depth: number): string {
  const content = pick(random, TEXTS);
  switch (random(8)) {
    case 0:
      return `'${content}'`;
    case 1:
      return `r"${content}\\d\\""`;
    case 2:
      return `("${content}" '\\'${content}\\n'\n        "x")`;
    case 3:
      return `"""${content} "quoted"\n"""`;
    case 4:
      return `b'\\x00"'`;
    case 5:
    case 6: {
      const field = depth > 0 ? expression(random, 1).replaceAll('\n', ' ') : pick(random, WORDS);
      // Only a name, since strings of the same quotes need Python 3.12.
      const value = /["'\\#]/.test(field) ? pick(random, WORDS) : field;
      return `f"${content}{${value}}/{{x}}{${pick(random, WORDS)}!r:>{width}}"`;
    }
    default:
      return `"${content}"`;
  }
}
