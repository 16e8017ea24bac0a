import type { Place } from '../../references/source.js';
import { HOLE, type Text, slice, subText } from '../../references/text.js';
import { isEnvFile } from '../dotenv/file-name.js';
import type { TextContext } from '../facts.js';
import { codeOf } from './code.js';
import { contextOf } from './command-context.js';
import { commandsOfEach } from './each.js';
import type { ScriptFacts } from './script-facts.js';
import { programName, unwrapped } from './wrappers.js';

/** What runs code of the project: an interpreter, a script, a module (`python -m etl.load`). */
const RUNS_CODE = /^(?:python[\d.]*|(?:spark|spark3)-?submit|flink|node|tsx|ts-node|java|Rscript|scala|papermill|.*\.(?:py|sh|jar|js|ts|R)|[a-z_]\w*(?:\.\w+)+)$/;
const ANY_OPTION = /./;
/** Options that mean the same, whatever the program. */
const TELLING_OPTION = /^(?:s3-)?bucket(?:-name)?$|^(?:kafka-)?topic$|^keyspace$/;
/** An option where a program should stand. */
const BARE_OPTION = /^--?[A-Za-z]/;
/** A file whose name says what is in it. */
const NAMED_FILE = /(?:^|\/)[^/]*\.[A-Za-z]\w*$/;
const SHELL_FILE = /\.(?:sh|bash)$/i;
const SQL_FILE = /\.(?:sql|hql|ddl)$/i;
const CQL_FILE = /\.cql$/i;

/** Whether a file's name says how to read what is written to it. */
export function namesItsContent(file: string): boolean {
  return NAMED_FILE.test(file) || isEnvFile(file.slice(file.lastIndexOf('/') + 1));
}

/** Says what a command line tells: the command behind its wrappers, the strings in it, the files that it writes. */
export class CommandReporter {
  readonly #facts: ScriptFacts;
  readonly #runsScript: (script: Text, input: Text | null) => void;

  /** @param runsScript reads a script that another shell runs, with what it is fed */
  constructor(facts: ScriptFacts, runsScript: (script: Text, input: Text | null) => void) {
    this.#facts = facts;
    this.#runsScript = runsScript;
  }

  /** Reports a command line behind its wrappers, with the strings in it. */
  report(words: readonly Text[], input: Text | null, place: Place, context: TextContext, file = ''): void {
    const inner = unwrapped(words);
    for (const variable of inner.variables) this.#facts.variableWord(variable);
    if (inner.script !== null) return this.#runsScript(inner.script, input);
    if (inner.runsInput && input !== null) return this.#runsScript(input, null);
    const behind = inner.words === words ? context : contextOf(programName(inner.words[0]), context.form === 'value');
    if (inner.each === null) return this.#run(inner.words, input, place, behind, file);
    for (const each of commandsOfEach(inner.words, inner.each, input, place)) this.#run(each, null, place, behind, file);
  }

  #run(words: readonly Text[], input: Text | null, place: Place, context: TextContext, file: string): void {
    const code = codeOf(words, input);
    if (code !== null) this.#facts.embedded(code.name, code.text);
    this.#facts.command(words, input, place);
    // A container's arguments may stand without the program, which is then the image's own.
    const isBare = BARE_OPTION.test(words[0]?.flat ?? '');
    for (const word of isBare ? words : words.slice(1)) if (word !== code?.text) this.#argument(word, context);
    const isOwn = isBare || RUNS_CODE.test(programName(words[0]));
    if (context.form !== 'message') this.#options(words, isOwn ? ANY_OPTION : TELLING_OPTION);
    this.#setsValue(words);
    if (input !== null && input !== code?.text) this.#fed(input, words, file, context);
  }

  /** `airflow variables set NAME VALUE`. */
  #setsValue(words: readonly Text[]): void {
    const [program, group, verb, name, value] = words;
    if (name === undefined || value === undefined) return;
    const set = [program, group, verb].map((word) => word?.flat).join(' ');
    if (set === 'airflow variables set') this.#facts.option(name.flat, slice(name, 0, name.flat.length).written, value);
  }

  /** What a heredoc holds, where it is written to a file or printed. */
  #fed(input: Text, words: readonly Text[], file: string, context: TextContext): void {
    const program = programName(words[0]);
    if (program === 'cat') return this.written(input, file, context);
    if (program !== 'tee') return this.#facts.text(input, { form: 'value' });
    const target = words.find((word, index) => index > 0 && !word.flat.startsWith('-'))?.flat ?? '';
    this.written(input, target, { form: 'value' });
  }

  /** A text that becomes a file, which its name may say how to read. */
  written(text: Text, file: string, context: TextContext): void {
    if (SQL_FILE.test(file)) this.#facts.statement(text, null);
    else if (CQL_FILE.test(file)) this.#facts.statement(text, 'cql');
    else if (SHELL_FILE.test(file)) this.#runsScript(text, null);
    else if (namesItsContent(file)) this.#facts.embedded(file, text);
    else this.#facts.text(text, context);
  }

  /** The options that only their names say something of: all of the project's own programs, and few of any. */
  #options(words: readonly Text[], telling: RegExp): void {
    words.forEach((word, index) => {
      const [, name = '', equals] = /^--([A-Za-z][\w.-]*)(=)?/.exec(word.flat) ?? [];
      const next = words[index + 1];
      const value = equals === undefined ? next : subText(word, name.length + 3, word.flat.length);
      if (!telling.test(name) || value === undefined || (equals === undefined && value.flat.startsWith('-'))) return;
      this.#facts.option(name, slice(word, 2, 2 + name.length).written, value);
    });
  }

  #argument(word: Text, context: TextContext): void {
    const assigned = /^(?:--?[\w.-]+|[A-Za-z_][\w-]*)=/.exec(word.flat)?.[0].length ?? 0;
    if (assigned > 0) this.#assigned(word, assigned, context);
    else if (!word.flat.startsWith('-')) this.#facts.text(word, context);
  }

  /** `--name=value`; `NAME=value` of `make`, `--var` and `--build-arg`, whose name may speak for the value. */
  #assigned(word: Text, length: number, context: TextContext): void {
    const value = subText(word, length, word.flat.length);
    const inner = word.flat.startsWith('-') ? (/^[A-Za-z_]\w*=/.exec(value.flat)?.[0].length ?? 0) : 0;
    if (inner > 0) return this.#assigned(value, inner, context);
    this.#facts.text(value, context);
    if (!word.flat.startsWith('-') && context.form !== 'message') this.#facts.option(word.flat.slice(0, length - 1), slice(word, 0, length - 1).written, value);
  }

  /** `source ./names.sh`. */
  import(words: readonly Text[], place: Place): void {
    const [program, file] = words;
    if (file === undefined || (program?.flat !== 'source' && program?.flat !== '.')) return;
    if (!file.flat.includes(HOLE)) this.#facts.import(file.flat, place);
  }
}
