import type { ExitCode, Surroundings } from '../command-line.js';
import type { Paint } from '../format-stylish.js';
import { planInit, writePlan } from './init.js';

export interface InitFlags {
  /** Writes without asking. */
  readonly yes: boolean;
  readonly paint: Paint;
}

/** Shows what the repository's policy would be and why, and writes it once that is wanted. */
export async function runInit({ yes, paint }: InitFlags, world: Surroundings): Promise<ExitCode> {
  const { cwd, writeOut } = world;
  const plan = await planInit({ cwd, paint });
  for (const file of plan.kept) writeOut(`${file} is there already and stays as it is.\n`);
  if (plan.writes.length === 0) return 0;
  if (plan.explanation !== '') writeOut(`${plan.explanation}\n`);
  for (const { file, text } of plan.writes) writeOut(`${paint('bold', file)}\n${indented(text)}\n`);
  const files = plan.writes.map(({ file }) => file).join(' and ');
  if (!yes && !(await isWanted(`Write ${files}? [y/N] `, world))) {
    writeOut('Nothing was written. --yes writes without asking.\n');
    return 0;
  }
  writePlan(cwd, plan);
  writeOut(`Wrote ${files}. "domain-separation scan" says what they report.\n`);
  return 0;
}

/** Where nobody can be asked, nobody wants it. */
async function isWanted(question: string, { ask }: Surroundings): Promise<boolean> {
  if (ask === undefined) return false;
  return /^y(?:es)?$/i.test((await ask(question)).trim());
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
