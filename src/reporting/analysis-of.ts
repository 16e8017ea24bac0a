import { resolve } from 'node:path';

import type { Analysis } from '../analysis/analysis.js';
import { Workspace } from '../analysis/workspace.js';
import type { JavaScriptTree } from '../languages/javascript/tree.js';
import { createSource } from '../references/source.js';
import { dependencyRecordOf } from './dependency-record.js';
import type { RuleContext, RuleSourceCode } from './rule-context.js';

/** By root node, so that the rules of one run share an analysis and nobody keeps it longer than the file. */
const analyses = new WeakMap<WeakKey, Analysis>();
const workspaces = new Map<string, Workspace>();

/** What a configuration may say in `settings['domain-separation']`. */
interface Settings {
  /** The policy file that counts for every file, from the working directory; else the nearest one does. */
  readonly policy: string | null;
  /** Whether a preset has the dependency record's token in the settings: then the record is kept. */
  readonly isRecorded: boolean;
}

/** The analysis of the file that a rule runs on, made once a file. */
export function analysisOf(context: RuleContext): Analysis {
  const root = context.sourceCode.ast;
  if (typeof root !== 'object' || root === null) throw new TypeError('ESLint gave a source code without a tree.');
  const known = analyses.get(root);
  if (known !== undefined) return known;
  const { cwd, filename, sourceCode } = context;
  const { policy, isRecorded } = settingsOf(context);
  const source = createSource(resolve(cwd, filename), sourceCode.text ?? '');
  const analysis = workspaceOf(cwd, policy).analyse(source, javaScriptTree(sourceCode));
  if (isRecorded) dependencyRecordOf(cwd).add(analysis);
  analyses.set(root, analysis);
  return analysis;
}

/** What ESLint's own language has parsed; null for other languages, which their readers read themselves. */
function javaScriptTree(sourceCode: RuleSourceCode): JavaScriptTree | null {
  return 'scopeManager' in sourceCode && sourceCode.scopeManager !== null ? (sourceCode as JavaScriptTree) : null;
}

/** Lints with a workspace of one's own in place of the one that is kept for an editor, where files may change. */
export function withWorkspace<Result>(
  root: string,
  policyFile: string | null,
  workspace: Workspace,
  lint: () => Result,
): Result {
  const key = workspaceKey(root, policyFile);
  const kept = workspaces.get(key);
  workspaces.set(key, workspace);
  try {
    return lint();
  } finally {
    if (kept === undefined) workspaces.delete(key);
    else workspaces.set(key, kept);
  }
}

function workspaceKey(root: string, policyFile: string | null): string {
  return JSON.stringify([root, policyFile]);
}

function workspaceOf(root: string, policy: string | null): Workspace {
  const policyFile = policy === null ? null : resolve(root, policy);
  const key = workspaceKey(root, policyFile);
  let workspace = workspaces.get(key);
  if (workspace === undefined) {
    workspace = new Workspace({ root, policyFile });
    workspaces.set(key, workspace);
  }
  return workspace;
}

function settingsOf({ settings }: RuleContext): Settings {
  const own = settings['domain-separation'];
  if (own === undefined) return { policy: null, isRecorded: false };
  if (typeof own !== 'object' || own === null) throw new TypeError("settings['domain-separation'] must be an object.");
  const policy = 'policy' in own ? own.policy : undefined;
  if (policy !== undefined && typeof policy !== 'string') {
    throw new TypeError("settings['domain-separation'].policy must be the path of a policy file.");
  }
  return { policy: policy ?? null, isRecorded: 'fingerprint' in own };
}
