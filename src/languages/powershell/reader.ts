import type { Place, Source } from '../../references/source.js';
import type { Text } from '../../references/text.js';
import type { Facts } from '../facts.js';
import { factsOf } from '../facts-of.js';
import { reporterOf } from '../shell/evaluator.js';
import { ScriptFacts } from '../shell/script-facts.js';
import { type Token, type WordPiece, tokensOf } from './tokens.js';
import { Values } from './values.js';

/**
 * Reads a PowerShell script: the variables that it sets, its parameters' defaults, and its command lines with
 * them put in, as the shell's reader tells what they run. A `foreach` over known items is gone through; what
 * functions and cmdlets give is not known.
 */
export function readPowerShell(source: Source): Facts {
  return new PowerShellReader(source).read();
}

/** The pieces of one word. */
type Word = readonly WordPiece[];
/** A word, the items of an array, or a sign between them. */
type Element = { readonly type: 'word'; readonly word: Word } | { readonly type: 'list'; readonly words: readonly Word[] } | { readonly type: '=' | ',' | '|' };

/** What prints its arguments, and what only asks for them. */
const SPEAKS = /^(?:write-\w+|throw|out-\w+|read-host|exit|return|echo)$/i;
/** What runs the command behind it. */
const RUNS = /^(?:&|\.|call|start-process|invoke-expression|iex)$/i;
/** What is no command, but begins a block or goes with one. */
const KEYWORD = /^(?:if|elseif|else|foreach|for|while|do|until|switch|try|catch|finally|function|filter|param|begin|process|end|using|class|enum)$/i;
const FOR_EACH = /^(?:foreach-object|%|foreach)$/i;

class PowerShellReader {
  readonly #source: Source;
  readonly #tokens: readonly Token[];
  readonly #facts = new ScriptFacts();
  readonly #reporter = reporterOf(this.#facts);
  readonly #values: Values;
  #at = 0;

  constructor(source: Source) {
    this.#source = source;
    this.#tokens = tokensOf(source.text);
    this.#values = new Values(source);
  }

  read(): Facts {
    while (this.#at < this.#tokens.length) this.#statement(this.#elements());
    return factsOf(this.#source, this.#facts.found(() => []));
  }

  /** What stands up to the end of a statement, or to a bracket in it. */
  #elements(): readonly Element[] {
    const elements: Element[] = [];
    for (let token = this.#next(); token !== null; token = this.#next()) {
      if (token.type !== 'sign') elements.push({ type: 'word', word: this.#word(token) });
      else if (token.sign === '@(') elements.push({ type: 'list', words: this.#items() });
      else if (token.sign === '=' || token.sign === ',' || token.sign === '|') elements.push({ type: token.sign });
      else if (token.sign !== '\n' || !goesOn(elements.at(-1))) break;
    }
    return elements;
  }

  /** The next token that is no comment. */
  #next(): Exclude<Token, { type: 'comment' }> | null {
    for (let token = this.#tokens[this.#at++]; token !== undefined; token = this.#tokens[this.#at++]) {
      if (token.type !== 'comment') return token;
      this.#facts.comment(this.#source.text.slice(token.start, token.end), this.#place(token.from, token.to));
    }
    return null;
  }

  #word(first: WordPiece): Word {
    const pieces = [first];
    for (let token = this.#tokens[this.#at]; token !== undefined && 'joined' in token && token.joined; token = this.#tokens[++this.#at]) {
      pieces.push(token);
    }
    return pieces;
  }

  /** The words of an array up to the bracket that closes it. */
  #items(): readonly Word[] {
    const words: Word[] = [];
    let depth = 1;
    for (let token = this.#next(); token !== null; token = this.#next()) {
      if (token.type !== 'sign') words.push(this.#word(token));
      else if (token.sign === '(' || token.sign === '@(') depth += 1;
      else if (token.sign === ')' && --depth === 0) break;
    }
    return words;
  }

  #statement(elements: readonly Element[]): void {
    const [first, second, third] = elements;
    if (first?.type !== 'word') return;
    const target = targetOf(first.word);
    if (target !== null && second?.type === '=') return this.#assignments(elements);
    // `foreach ($topic in $topics)`, `$topics | ForEach-Object { … $_ … }`.
    if (target !== null && isWord(second, this.#source, /^in$/i)) return this.#values.set(target, this.#textsOf(elements.slice(2)));
    if (target !== null && second?.type === '|' && isWord(third, this.#source, FOR_EACH)) return this.#values.setItem(this.#textsOf([first]));
    this.#commands(elements);
  }

  /** What a variable is given; behind a comma another parameter may have its default. */
  #assignments(elements: readonly Element[]): void {
    let from = 0;
    elements.forEach((element, index) => {
      if (!isNextTarget(element, elements[index - 1], elements[index + 1])) return;
      this.#assignment(elements.slice(from, index));
      from = index;
    });
    this.#assignment(elements.slice(from));
  }

  #assignment([variable, , ...given]: readonly Element[]): void {
    const target = variable?.type === 'word' ? targetOf(variable.word) : null;
    if (target === null) return;
    const [value] = given;
    const isCommand = value?.type === 'word' && value.word[0]?.type === 'bare' && !/^(?:\[|-?\d)/.test(this.#written(value.word));
    if (isCommand) {
      this.#values.set(target, []);
      this.#commands(given);
    } else {
      const texts = this.#textsOf(given);
      this.#values.set(target, texts);
      this.#facts.variable(this.#values.nameOf(target), this.#place(target.start, target.end), this.#values.heldBy(target));
    }
  }

  #textsOf(elements: readonly Element[]): readonly Text[] {
    return elements.flatMap((element) => {
      if (element.type === 'list') return element.words.flatMap((word) => this.#values.everyTextOf(word));
      return element.type === 'word' ? this.#values.everyTextOf(element.word) : [];
    });
  }

  /** The commands of a pipeline; text before one is what it is fed. */
  #commands(elements: readonly Element[]): void {
    let fed: Word | null = null;
    for (const words of stagesOf(elements)) {
      const [only, ...others] = words;
      if (only !== undefined && others.length === 0 && only[0]?.type !== 'bare') fed = only;
      else {
        this.#command(words, fed);
        fed = null;
      }
    }
  }

  #command(all: readonly Word[], fed: Word | null): void {
    const words = all.slice(all.findIndex((word) => !RUNS.test(this.#written(word))));
    const [program] = words;
    const last = all.at(-1)?.at(-1);
    if (program === undefined || last === undefined || SPEAKS.test(this.#written(program)) || KEYWORD.test(this.#written(program))) return;
    const place = this.#place(program[0]?.from ?? last.from, last.to);
    this.#values.forEachChoice(fed === null ? words : [...words, fed], (textOf) => {
      this.#reporter.report(words.map(textOf), fed === null ? null : textOf(fed), place, { form: 'value' });
    });
  }

  #written(word: Word): string {
    const [first] = word;
    return first === undefined ? '' : this.#source.text.slice(first.from, word.at(-1)?.to);
  }

  #place(start: number, end: number): Place {
    return { source: this.#source, start, end };
  }
}

/** Whether a statement goes on in the next line: behind a pipe, a comma or an equals sign. */
function goesOn(last: Element | undefined): boolean {
  return last !== undefined && last.type !== 'word' && last.type !== 'list';
}

/** `$bucket`, `[string]$bucket`: the variable that is set; null for any other word. */
function targetOf(word: Word): WordPiece | null {
  const last = word.at(-1);
  return last?.type === 'variable' && word.every((piece) => piece === last || piece.type === 'bare') ? last : null;
}

function isNextTarget(element: Element, before: Element | undefined, behind: Element | undefined): boolean {
  return before?.type === ',' && element.type === 'word' && targetOf(element.word) !== null && behind?.type === '=';
}

function isWord(element: Element | undefined, { text }: Source, wanted: RegExp): boolean {
  if (element?.type !== 'word') return false;
  const [only, ...others] = element.word;
  return only?.type === 'bare' && others.length === 0 && wanted.test(text.slice(only.start, only.end));
}

/** The words of each command of a pipeline; the items of an array are arguments of their own. */
function stagesOf(elements: readonly Element[]): readonly (readonly Word[])[] {
  const stages: Word[][] = [[]];
  for (const element of elements) {
    if (element.type === '|') stages.push([]);
    else if (element.type === 'word') stages.at(-1)?.push(element.word);
    else if (element.type === 'list') stages.at(-1)?.push(...element.words);
  }
  return stages;
}
