import type { TextContext } from '../facts.js';

/** Programs, and functions by their names, that only say something. */
export const SPEAKS =
  /^(?:echo|printf|print|logger|wall|(?:log|info|warn|warning|error|err|die|fail|debug|success|ok|msg|message|note|step|header|section|banner|title|say)(?:_?(?:info|warn|warning|error|err|debug|success|ok|msg|message|step|header|section))?|(?:print|echo)_\w+)$/;
const TESTS = new Set(['[', 'test', 'expr']);
const SEARCHES = new Set(['grep', 'egrep', 'fgrep', 'rg', 'ag', 'sed', 'awk', 'gawk', 'perl', 'tr', 'cut', 'jq', 'yq']);

/** What a program does with the strings it is given; `kept` where its output goes to a file or another program. */
export function contextOf(program: string, kept: boolean): TextContext {
  if (TESTS.has(program)) return { form: 'test' };
  if (SEARCHES.has(program)) return { form: 'regex' };
  if (!kept && (SPEAKS.test(program) || program === 'cat')) return { form: 'message' };
  return { form: 'value' };
}
