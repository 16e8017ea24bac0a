import { expandBraces, GlobError, loneBracket, parseGlob } from './glob.js';
import { nearestWord } from './nearest-word.js';
import type { Written } from './policy-document.js';
import type { PolicyProblem } from './policy-error.js';
import type { At, ListNode, MapEntry, MapNode, PolicyNode } from './policy-node.js';

/** Reads values of expected form out of a policy file's nodes, and keeps what is wrong with them. */
export class PolicyChecker {
  readonly problems: PolicyProblem[] = [];

  report(at: At, message: string, hint: string | null = null): void {
    this.problems.push({ file: at.file, line: at.line, column: at.column, message, hint });
  }

  /** The map's entries whose keys are known; the others are problems. */
  entries(node: PolicyNode, what: string, keys: readonly string[]): readonly MapEntry[] {
    return (this.map(node, what)?.entries ?? []).filter(({ key, keyAt }) => {
      if (keys.includes(key)) return true;
      this.report(keyAt, `unknown key "${key}" in ${what}`, suggestion(key, keys));
      return false;
    });
  }

  map(node: PolicyNode, what: string): MapNode | null {
    if (node.form === 'map') return node;
    this.report(node, `${what} must be a map of keys, not ${describe(node)}`);
    return null;
  }

  list(node: PolicyNode, what: string): ListNode | null {
    if (node.form === 'list') return node;
    const hint = node.form === 'scalar' && node.value !== null ? `write [${node.value}]` : null;
    this.report(node, `${what} must be a list, not ${describe(node)}`, hint);
    return null;
  }

  text(node: PolicyNode, what: string): string | null {
    if (node.form === 'scalar' && typeof node.value === 'string' && node.value !== '') return node.value;
    const hint = node.form === 'scalar' && node.value !== null && node.value !== '' ? 'put it in quotes' : null;
    this.report(node, `${what} must be text, not ${describe(node)}`, hint);
    return null;
  }

  oneOf<Word extends string>(node: PolicyNode, what: string, words: readonly Word[]): Word | null {
    const value = node.form === 'scalar' ? node.value : null;
    const word = words.find((candidate) => candidate === value);
    if (word !== undefined) return word;
    const nearest = typeof value === 'string' ? nearestWord(value, words) : null;
    const hint = nearest === null ? `write ${anyOf(words)}` : `did you mean "${nearest}"?`;
    this.report(node, `${what} must be ${anyOf(words)}, not ${describe(node)}`, hint);
    return null;
  }

  texts(node: PolicyNode, what: string): Written[] {
    const items = this.list(node, what)?.items ?? [];
    return items.flatMap((item) => {
      const text = this.text(item, `an entry of ${what}`);
      return text === null ? [] : [{ text, at: item }];
    });
  }

  /** Globs for names, each one checked on its own; `!` before one takes names away. */
  nameGlobs(node: PolicyNode, what: string): Written[] {
    const globs = this.texts(node, what).filter((glob) => this.#isGlob(glob));
    this.#reportLoneExclusions(globs, what);
    return globs;
  }

  /** Globs for files, relative to the policy's folder. */
  fileGlobs(node: PolicyNode, what: string): Written[] {
    const globs = this.texts(node, what).filter((glob) => this.#isFileGlob(glob));
    this.#reportLoneExclusions(globs, what);
    return globs;
  }

  #isGlob({ text, at }: Written): boolean {
    if (this.#hasLoneBracket({ text, at })) return false;
    try {
      for (const part of expandBraces(withoutBang(text))) parseGlob(part, { foldsCase: false, isPath: false });
      return true;
    } catch (error) {
      if (!(error instanceof GlobError)) throw error;
      this.report(at, error.message);
      return false;
    }
  }

  #isFileGlob({ text, at }: Written): boolean {
    const path = withoutBang(text);
    if (path.trim() === '') this.report(at, 'an empty glob matches nothing', 'write "**" for every file');
    else if (/^(?:\/|[a-z]:)/i.test(path)) {
      this.report(at, `"${text}" is an absolute path`, "write it relative to the policy file's folder");
    } else if (/(?:^|\/)\.\.(?:\/|$)/.test(path)) {
      this.report(at, `"${text}" leads out of the policy file's folder`, 'put the policy file further up');
    } else if (path.includes('\\')) {
      this.report(at, `"${text}" has a backslash`, 'separate folders with /');
    } else return !this.#hasLoneBracket({ text, at });
    return false;
  }

  /** A bracket alone stands for itself, which hardly anybody means. */
  #hasLoneBracket({ text, at }: Written): boolean {
    const bracket = loneBracket(text);
    if (bracket === null) return false;
    this.report(at, `"${text}" has a "${bracket}" without its counterpart`, `close it, or write [${bracket}] for the character itself`);
    return true;
  }

  #reportLoneExclusions(globs: readonly Written[], what: string): void {
    const [first] = globs;
    if (first === undefined || globs.some(({ text }) => !text.startsWith('!'))) return;
    this.report(first.at, `${what} only takes away, from nothing`, 'put what it takes away from before it');
  }
}

export function withoutBang(glob: string): string {
  return glob.startsWith('!') ? glob.slice(1) : glob;
}

/** What to write for a misspelt word, or which words there are. */
export function suggestion(word: string, words: readonly string[]): string {
  const nearest = nearestWord(word, words);
  return nearest === null ? `known are ${words.join(', ')}` : `did you mean "${nearest}"?`;
}

function anyOf(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

function describe(node: PolicyNode): string {
  switch (node.form) {
    case 'map':
      return 'a map';
    case 'list':
      return 'a list';
    case 'scalar':
      if (node.value === null) return 'nothing';
      if (node.value === '') return 'empty text';
      return typeof node.value === 'string' ? `"${node.value}"` : `the ${typeof node.value} ${node.value}`;
  }
}
