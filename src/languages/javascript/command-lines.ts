import type { Text } from '../../references/text.js';
import { hole } from '../../references/text.js';
import type { Command, Value } from '../facts.js';
import { evaluateShell, evaluateWords } from '../shell/evaluator.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frame.js';
import { framesOfCallers } from './functions.js';
import { calleeOf } from './syntax-index.js';
import { type Values, isUnresolved } from './things.js';
import type { CallNode, Node } from './tree.js';

/** What runs commands: a text is the shell's, a list of words is a command as it is, and so are a program and its words. */
const RUNNER = new RegExp(
  [
    '^(?:child_process|execa|shelljs|cross-spawn|zx|bun|@actions/exec|~Bun)(?:\\.default)?(?:\\.(?:exec|execSync|spawn|spawnSync|execFile|execFileSync|sync|execa|execaSync|execaCommand|execaCommandSync|getExecOutput))?$',
    // zx has `$` as a global, too
    '^(?:~|(?:execa|zx|bun|~Bun)(?:\\.default)?\\.)\\$(?:\\(\\))?$',
    '^(?:@testcontainers/\\w+|testcontainers)\\.\\w+\\(\\)(?:\\.\\w+\\(\\))*\\.exec$',
  ].join('|'),
);

/** What a runner is called by, where it is not held under another name. */
const METHODS = [
  'exec', 'execSync', 'spawn', 'spawnSync', 'execFile', 'execFileSync', 'sync', 'execa', 'execaSync', 'execaCommand', 'execaCommandSync',
  'getExecOutput', 'crossSpawn', '$',
];

/** A file without one of these runs nothing; most files end here. */
const RUNS = /\b(?:child_process|execa|shelljs|cross-spawn|zx|Bun|bun|testcontainers)\b|@actions\/exec/;

/** The command lines that a file runs. */
export function commandLines(evaluator: Evaluator): readonly Command[] {
  if (!RUNS.test(evaluator.source.text)) return [];
  const called = new Set([...METHODS, ...promisedNames(evaluator)]);
  const calls = [...called].flatMap((method) => evaluator.index.callsOf(method)).filter((call) => isRunner(evaluator, call));
  return calls.sort((one, other) => one.range[0] - other.range[0]).flatMap((call) => commandsOf(evaluator, call));
}

/** What `const run = promisify(exec)` calls it. */
function promisedNames({ index }: Evaluator): readonly string[] {
  return index.callsOf('promisify').flatMap((call) => {
    const holder = index.parentOf(call);
    return holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? [holder.id.name] : [];
  });
}

function isRunner(evaluator: Evaluator, call: CallNode): boolean {
  return evaluator.evaluate(calleeOf(call), null).some((value) => value.form === 'thing' && RUNNER.test(value.path));
}

function commandsOf(evaluator: Evaluator, call: CallNode): readonly Command[] {
  const [program, words] = call.type === 'TaggedTemplateExpression' ? [call] : call.arguments;
  if (program === undefined || program.type === 'SpreadElement') return [];
  return framesAround(evaluator, call, [program, words]).flatMap((frame) => {
    const lists = words === undefined ? [] : evaluator.evaluate(words, frame).filter(isList);
    return evaluator.evaluate(program, frame).flatMap((value) => commandsIn(value, lists));
  });
}

/** The calls of the function around a call, where what is run depends on them: each gives its own program its own words. */
function framesAround(evaluator: Evaluator, call: CallNode, parts: readonly (Node | undefined)[]): readonly (Frame | null)[] {
  const around = evaluator.index.functionOf(call);
  const isSure = parts.every((part) => part === undefined || isOne(evaluator.evaluate(part, null)));
  const frames = around === null || isSure ? [] : framesOfCallers(evaluator, around);
  return frames.length > 0 ? frames : [null];
}

function isOne(values: Values): boolean {
  const [only] = values;
  return values.length === 1 && only !== undefined && !isUnresolved(only);
}

type List = Value & { readonly form: 'list' };

function isList(value: Value): value is List {
  return value.form === 'list' && value.isLoose !== true;
}

function commandsIn(value: Value, lists: readonly List[]): readonly Command[] {
  if (isList(value)) return evaluateWords(wordsIn(value), value.place).commands;
  if (value.form !== 'text') return [];
  const { text } = value;
  if (lists.length === 0) return evaluateShell(text).commands;
  return lists.flatMap((list) => evaluateWords([text, ...wordsIn(list)], list.place).commands);
}

/** The words of a list; a hole where one is not one text. */
function wordsIn({ items, place }: List): readonly Text[] {
  return items.map((values) => {
    const [only] = values;
    return values.length === 1 && only?.form === 'text' ? only.text : hole(place);
  });
}
