import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { HOLE } from '../../src/references/text.js';
import { findingsOf } from './python-findings.js';
import type { Findings, FoundCall, FoundString } from './python-findings.js';

const script = fileURLToPath(new URL('python_ast.py', import.meta.url));
const version = pythonVersion();

/** `[3, 11]`; null where no python3 is found, or one before 3.9, whose tree had other ranges. */
function pythonVersion(): readonly [number, number] | null {
  try {
    const printed = execFileSync('python3', ['-c', 'import sys; print(*sys.version_info[:2])'], { encoding: 'utf8' });
    const [major = 0, minor = 0] = printed.trim().split(' ').map(Number);
    return major === 3 && minor >= 9 ? [major, minor] : null;
  } catch {
    return null;
  }
}

if (version === null) {
  console.warn('python3 (3.9 or later) was not found: the Python reader is not compared with CPython here (tests/oracles/python-ast).');
}

interface Told extends Findings {
  readonly path: string;
  /** Where the file is not UTF-8. */
  readonly text?: string;
}

const MOST_SHOWN = 20;
/** Half a minute on an idle machine. */
const A_WHILE = 300_000;

describe.skipIf(version === null)('the Python reader and the ast module of CPython', () => {
  const insideFormatted = version !== null && (version[0] > 3 || version[1] >= 12);
  const extent = insideFormatted ? 'f-strings and what is in them' : 'f-strings as wholes (places in them need Python 3.12)';

  it(`find the same strings and calls in the whole standard library, ${extent}`, async () => {
    const differences: string[] = [];
    let files = 0;
    const folders = process.env['PYTHON_ORACLE_PATHS']?.split(':') ?? [];
    // For other code than the standard library: files and folders, with colons between them.
    const python = spawn('python3', [script, ...folders], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(python, 'close');
    for await (const line of createInterface({ input: python.stdout })) {
      const told: Told = JSON.parse(line);
      files++;
      const text = told.text ?? readFileSync(told.path, 'utf8');
      if (differences.length < MOST_SHOWN) differences.push(...differencesIn(told, text, insideFormatted));
    }
    expect(differences).toEqual([]);
    expect(files).toBeGreaterThan(50);
    expect(await ended).toEqual([0, null]);
  }, A_WHILE);
});

function differencesIn(told: Told, text: string, insideFormatted: boolean): string[] {
  const ours = findingsOf(told.path, text, insideFormatted);
  return [
    ...compared(told.path, ours.strings, told.strings, sameString),
    ...compared(told.path, ours.calls, told.calls, sameCall),
  ];
}

function compared<T extends readonly [number, number, ...unknown[]]>(
  path: string,
  ours: T[],
  theirs: T[],
  same: (a: T, b: T) => boolean,
): string[] {
  const inOrder = (a: T, b: T): number => a[0] - b[0] || a[1] - b[1];
  ours.sort(inOrder);
  theirs.sort(inOrder);
  for (let index = 0; index < Math.max(ours.length, theirs.length); index++) {
    const our = ours[index];
    const their = theirs[index];
    if (our === undefined || their === undefined || !same(our, their)) {
      return [`${path}: we find ${JSON.stringify(our)}, CPython ${JSON.stringify(their)}`];
    }
  }
  return [];
}

function sameCall(our: FoundCall, their: FoundCall): boolean {
  return JSON.stringify(our) === JSON.stringify(their);
}

function sameString(our: FoundString, their: FoundString): boolean {
  return our[0] === their[0] && our[1] === their[1] && sameValue(our[2], their[2]);
}

/** Equal, where a hole of ours (a character known by a name that we do not have) stands for any character. */
function sameValue(our: unknown, their: unknown): boolean {
  if (typeof our === 'string' && typeof their === 'string') return our === their || sameButHoles(our, their);
  if (!Array.isArray(our) || !Array.isArray(their)) return our === their;
  return our.length === their.length && our.every((part, index) => sameValue(part, their[index]));
}

function sameButHoles(our: string, their: string): boolean {
  const ours = [...our];
  // A literal keeps U+FDD0 for holes: written in a source, it is read as U+FFFD.
  const theirs = [...their.replaceAll(HOLE, '\uFFFD')];
  return ours.length === theirs.length && ours.every((character, index) => character === HOLE || character === theirs[index]);
}
