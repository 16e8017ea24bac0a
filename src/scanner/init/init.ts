import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readerFor } from '../../analysis/readers.js';
import { isTestFile } from '../../analysis/test-files.js';
import { POLICY_FILES } from '../../policy/find-policy.js';
import { PolicyError } from '../../policy/policy-error.js';
import type { Policy } from '../../policy/policy.js';
import type { Paint } from '../format-stylish.js';
import { inventory } from '../inventory.js';
import { relativePath } from '../relative-path.js';
import { filesBelow } from '../walk.js';
import { explain } from './explain.js';
import { foundNames } from './found-name.js';
import { grantsFor, policyOfText, reportedBy } from './held-against.js';
import { policyText } from './policy-text.js';
import { domainNameOf, proposals } from './proposal.js';
import type { Proposal } from './proposal.js';

export interface InitOptions {
  /** The repository: what is below it is read, and the files are written there. */
  readonly cwd: string;
  readonly paint: Paint;
}

/** What `init` would write, and what it leaves as it is. */
export interface InitPlan {
  /** Why, for a person. */
  readonly explanation: string;
  readonly writes: readonly { readonly file: string; readonly text: string }[];
  /** Files that are there already; nothing is changed in them. */
  readonly kept: readonly string[];
}

const ESLINT_CONFIGS = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((ending) => `eslint.config.${ending}`);

const ESLINT_CONFIG = `import domainSeparation from 'eslint-plugin-domain-separation';

export default [...domainSeparation.configs.recommended];
`;

/**
 * Reads the repository and plans its policy and ESLint configuration; nothing is written yet. Throws a
 * `PolicyError` where a policy further up or down the tree is wrong.
 */
export async function planInit({ cwd, paint }: InitOptions): Promise<InitPlan> {
  const policyFile = thereOf(cwd, POLICY_FILES);
  const eslintConfig = thereOf(cwd, ESLINT_CONFIGS);
  const policy = policyFile === null ? await proposedPolicy(cwd, paint) : null;
  return {
    explanation: policy?.explanation ?? '',
    writes: [
      ...(policy === null ? [] : [{ file: POLICY_FILES[0], text: policy.text }]),
      ...(eslintConfig === null ? [{ file: eslintConfigName(cwd), text: ESLINT_CONFIG }] : []),
    ],
    kept: [policyFile, eslintConfig].filter((file) => file !== null),
  };
}

/** Writes what was planned. A file that has come in between makes it fail: nothing is overwritten. */
export function writePlan(cwd: string, { writes }: InitPlan): void {
  for (const { file, text } of writes) writeFileSync(join(cwd, file), text, { flag: 'wx' });
}

async function proposedPolicy(cwd: string, paint: Paint): Promise<{ text: string; explanation: string }> {
  const names = foundNames(await inventory({ cwd }));
  // What tests, pages and files that no reader is for are called says little of whose code it is.
  const files = filesBelow({ cwd, paths: [], exclude: [] })
    .filter(({ path }) => readerFor(path) !== null)
    .map(({ path }) => relativePath(cwd, path))
    .filter((file) => !isTestFile(file) && !file.endsWith('.md'));
  const { proposal, policy } = firstWithoutConflict(join(cwd, POLICY_FILES[0]), proposals(names, files, domainNameOf(basename(cwd))));
  const reported = reportedBy(policy, names);
  return { text: policyText(proposal, grantsFor(reported)), explanation: explain(proposal, names, reported, paint) };
}

/** The first proposal in which no two domains claim one name or file; throws a `PolicyError` where there is none. */
function firstWithoutConflict(file: string, candidates: readonly Proposal[]): { proposal: Proposal; policy: Policy } {
  const [first, ...others] = candidates;
  if (first === undefined) throw new Error('there is nothing to propose');
  try {
    return { proposal: first, policy: policyOfText(file, policyText(first)) };
  } catch (error) {
    if (others.length === 0 || !(error instanceof PolicyError)) throw error;
    return firstWithoutConflict(file, others);
  }
}

function thereOf(cwd: string, names: readonly string[]): string | null {
  return names.find((name) => existsSync(join(cwd, name))) ?? null;
}

/** Beside a `package.json` that says nothing of modules, `.js` would be CommonJS. */
function eslintConfigName(cwd: string): string {
  const manifest = join(cwd, 'package.json');
  if (!existsSync(manifest)) return 'eslint.config.js';
  return /"type"\s*:\s*"module"/.test(readFileSync(manifest, 'utf8')) ? 'eslint.config.js' : 'eslint.config.mjs';
}
