import type { Command, Value } from '../facts.js';
import { hole } from '../../references/text.js';
import type { Text } from '../../references/text.js';
import { evaluateShell, evaluateWords } from '../shell/evaluator.js';
import type { Evaluator } from './values/evaluator.js';
import { reachedValues } from './values/conditions.js';
import type { CallNode, Survey } from './survey/survey.js';
import { keywordOf } from './survey/expression-queries.js';
import type { Expression } from './syntax/syntax.js';

/** How a call is given the command that it runs. */
interface Runner {
  /** The callee's path; `~` before it where nothing binds its first name. */
  readonly path: RegExp;
  /** The keyword of the command, where it is not the first argument. */
  readonly keyword: string;
  /** Whether each positional argument is a word. */
  readonly spread?: true;
  /** The keyword of the words that come before. */
  readonly before?: string;
}

/** By the last name of the callee. */
const RUNNERS: ReadonlyMap<string, Runner> = new Map([
  ...['run', 'call', 'check_call', 'check_output', 'Popen'].map(
    (method): readonly [string, Runner] => [method, { path: /^~?subprocess\.\w+$/, keyword: 'args' }],
  ),
  ...['getoutput', 'getstatusoutput'].map(
    (method): readonly [string, Runner] => [method, { path: /^~?subprocess\.\w+$/, keyword: 'cmd' }],
  ),
  ['system', { path: /^~?os\.system$/, keyword: 'command' }],
  ['popen', { path: /^~?os\.popen$/, keyword: 'cmd' }],
  ['create_subprocess_shell', { path: /^~?asyncio\.(?:subprocess\.)?\w+$/, keyword: 'cmd' }],
  ['create_subprocess_exec', { path: /^~?asyncio\.(?:subprocess\.)?\w+$/, keyword: 'program', spread: true }],
  ['BashOperator', { path: /^(?:airflow\.(?:\w+\.)*|~)BashOperator$/, keyword: 'bash_command' }],
  ...['KubernetesPodOperator', 'GKEStartPodOperator', 'EksPodOperator'].map(
    (method): readonly [string, Runner] => [method, { path: /^(?:airflow\.(?:\w+\.)*|~)\w+PodOperator$/, before: 'cmds', keyword: 'arguments' }],
  ),
  ['DockerOperator', { path: /^(?:airflow\.(?:\w+\.)*|~)DockerOperator$/, keyword: 'command' }],
  ['SSHOperator', { path: /^(?:airflow\.(?:\w+\.)*|~)SSHOperator$/, keyword: 'command' }],
]);

/** The command lines that a module runs: a list of words is one as it is, a text is the shell's. */
export function commandLines(evaluator: Evaluator, { callsByMethod }: Survey): readonly Command[] {
  const found: Command[] = [];
  for (const [method, runner] of RUNNERS) {
    for (const call of callsByMethod.get(method) ?? []) {
      if (evaluator.things(call.node.callee, call.scope, null).some(({ path }) => runner.path.test(path))) {
        found.push(...commandsOf(evaluator, call, runner));
      }
    }
  }
  return found;
}

function commandsOf(evaluator: Evaluator, { node, scope }: CallNode, { keyword, spread, before }: Runner): readonly Command[] {
  const place = evaluator.place(node);
  const valuesOf = (value: Expression) => reachedValues(evaluator, value, scope, null);
  const positional = node.arguments.filter((argument) => argument.keyword === null && argument.spread === '');
  if (spread === true) {
    return evaluateWords(positional.map((argument) => wordOf(valuesOf(argument.value), evaluator.place(argument))), place).commands;
  }
  const command = keywordOf(node, keyword) ?? positional[0]?.value;
  const program = before === undefined ? null : keywordOf(node, before);
  const [words] = program === null ? [] : valuesOf(program);
  const first = words?.form === 'list' ? words.items : [];
  return (command === undefined ? [] : valuesOf(command)).flatMap((value): readonly Command[] => {
    if (value.form === 'text') return evaluateShell(value.text).commands;
    if (value.form !== 'list') return [];
    return evaluateWords([...first, ...value.items].map((item) => wordOf(item, value.place)), place).commands;
  });
}

/** A word of a command; a hole where it is not one text. */
function wordOf(values: readonly Value[], place: Text['place']): Text {
  const [only] = values;
  return values.length === 1 && only?.form === 'text' ? only.text : hole(place);
}
