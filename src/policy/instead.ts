import { LAYER_WORDS } from './conventions.js';
import { fixedText } from './glob.js';

/**
 * The one name that a name of nobody's, or of another domain's, stands for in a domain: the domain's
 * globs filled in with it (`kol-*` with `bronze` gives `kol-bronze`) or matched at a separator
 * (`kol-{bronze,silver}` with `bronze`). Null where none fits, or several fit as well as each other.
 *
 * `templates` are the domain's globs with their braces expanded; `foreignStems` the beginnings that
 * mark a name as another domain's, so that `sme-bronze` is matched as `bronze`. Another domain's name that
 * has no such beginning says what is the other's: only a layer's word has its like here.
 */
export function nameInstead(
  name: string,
  templates: readonly string[],
  foreignStems: readonly string[],
): string | null {
  // A title (`Churn, second try`) is no name that only wants its prefix.
  if (/\s/.test(name)) return null;
  const all = wordsOf(name);
  const words = withoutStem(all, foreignStems.map(wordsOf));
  if (words.length === 0) return null;
  const isOthersAlone = foreignStems.length > 0 && words.length === all.length && !isLayer(name);
  const fixedOnly = isOthersAlone ? templates.filter((template) => fixedText(template) !== null) : templates;
  const candidates = fixedOnly.map((template) => fitting(name, words, template)).filter((one) => one !== null);
  const best = Math.max(...candidates.map(({ matched }) => matched));
  const names = new Set(candidates.filter(({ matched }) => matched === best).map((candidate) => candidate.name));
  const [only] = names;
  return names.size === 1 && only !== undefined && only !== name ? only : null;
}

/**
 * How the names of a list of globs begin before what tells them apart: `sme` of `sme-*` and of
 * `sme-{bronze,silver}`, nothing of `bronze` and `silver`.
 */
export function stemsOf(templates: readonly string[]): string[] {
  const heads = templates.map((template) => /^(.*?)[-_./]?[*?[]/.exec(template)?.[1] ?? null);
  const fixed = templates.filter((_, index) => heads[index] === null).map(wordsOf);
  const [first, ...others] = fixed;
  const shared = first?.findIndex((word, index) => others.some((other) => !sameWord(word, other[index]))) ?? -1;
  const common = others.length > 0 && first !== undefined && shared > 0 ? first.slice(0, shared) : [];
  const stems = [...heads, common.map((word) => word.text).join('-')];
  return stems.filter((stem) => stem !== null).filter((stem) => stem !== '');
}

interface Word {
  readonly text: string;
  readonly start: number;
}

interface Candidate {
  readonly name: string;
  /** How many of the template's words the name has. */
  readonly matched: number;
}

function fitting(name: string, words: readonly Word[], template: string): Candidate | null {
  const text = fixedText(template);
  if (text !== null) return matchedWhole(words, text);
  const star = template.indexOf('*');
  if (star === -1) return null;
  const head = fixedText(template.slice(0, star));
  const tail = fixedText(template.slice(star + 1));
  return head === null || tail === null ? null : filledIn(name, words, head, tail);
}

/** The fixed name itself, where all of the name's words are in it, in their order. */
function matchedWhole(words: readonly Word[], text: string): Candidate | null {
  const matched = commonWords(wordsOf(text), words);
  return matched === words.length ? { name: text, matched } : null;
}

/** The name between what stands before and behind the star; words that stand there are left out. */
function filledIn(name: string, words: readonly Word[], head: string, tail: string): Candidate | null {
  // `lake*` with `raw` would give a word that nobody chose.
  if (/[^-_./]$/.test(head) || /^[^-_./]/.test(tail)) return null;
  const fixed = [...wordsOf(head), ...wordsOf(tail)];
  const matched = commonWords(wordsOf(head), words);
  const [first, ...others] = words.slice(matched);
  // A word of the domain's further in says that the name is built another way round.
  if (first === undefined || [first, ...others].some((word) => fixed.some((own) => sameWord(own, word)))) return null;
  const rest = name.slice(first.start);
  return { name: head + (matched > 0 ? separatedAs(head, name.charAt(first.start - 1), rest) : rest) + tail, matched };
}

/** `kol_daily_events` is meant for `kol-*` and separated another way throughout. */
function separatedAs(head: string, written: string, rest: string): string {
  const own = head.slice(-1);
  return own === written || own === '' ? rest : rest.replaceAll(written, own);
}

function isLayer(name: string): boolean {
  return LAYER_WORDS.some((word) => word === name.toLowerCase());
}

/** How many of the words, from the first on, are among the template's in the same order. */
function commonWords(template: readonly Word[], words: readonly Word[]): number {
  let matched = 0;
  for (const own of template) if (sameWord(own, words[matched])) matched++;
  return matched;
}

function withoutStem(words: readonly Word[], stems: readonly (readonly Word[])[]): readonly Word[] {
  const lengths = stems
    .filter((stem) => stem.length < words.length && stem.every((word, index) => sameWord(word, words[index])))
    .map((stem) => stem.length);
  return words.slice(Math.max(0, ...lengths));
}

function wordsOf(name: string): Word[] {
  return [...name.matchAll(/[^-_./]+/g)].map((match) => ({ text: match[0], start: match.index }));
}

function sameWord(left: Word, right: Word | undefined): boolean {
  return right !== undefined && left.text.toLowerCase() === right.text.toLowerCase();
}
