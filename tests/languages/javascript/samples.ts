import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Source, createSource } from '../../../src/references/source.js';

const MODULES = join(import.meta.dirname, '../../../node_modules');
const LARGEST = 100_000;

/** Sources of installed packages, the same for the same seed as long as the same packages are installed. */
export function installedSources(count: number, seed: number): readonly Source[] {
  const paths = filesOf(MODULES, 5).sort();
  const sources: Source[] = [];
  let state = seed;
  for (let tries = 0; sources.length < count && tries < count * 10; tries++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const path = paths[state % paths.length];
    if (path === undefined || statSync(path).size > LARGEST) continue;
    sources.push(createSource(path, readFileSync(path, 'utf8')));
  }
  return sources;
}

function filesOf(folder: string, depth: number): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return depth > 0 ? filesOf(path, depth - 1) : [];
    return /\.[cm]?[jt]sx?$/.test(entry.name) && !entry.name.includes('.min.') ? [path] : [];
  });
}
