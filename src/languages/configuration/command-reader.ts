import { type Part, type Text, concatenation, literal, slice, subText } from '../../references/text.js';
import { type EmbeddedFacts, fileOf } from '../embedded.js';
import { evaluateShell, evaluateWords } from '../shell/evaluator.js';
import { interpreterOf, programOf, programOfImage, scalarOf, valueAt, withoutOuterQuotes, wordsOfCommand } from './map-keys.js';
import type { ListNode, MapNode, Node } from './node.js';

/** Keys whose strings a shell runs. */
const SCRIPT = /^(?:run|script|before_script|after_script|bash_command|cmd|cmds|shell_command|commands?|(?:ansible\.(?:builtin|legacy)\.)?(?:shell|command)|entrypoint|onCreateCommand|postCreateCommand|postStartCommand|preCommands|exec|sh)$/;
/** Those whose lists are the words of one command, not one script an item. */
const EXEC_FORM = /^(?:command|entrypoint|exec|test)$/;
/** Maps in which these keys are something else: the inputs of a GitHub action, JSON schemas. */
const NO_SCRIPTS = /^(?:with|inputs|properties|labels|annotations)$/;
/** What says which program is run with the arguments beside it: an image, a debugger's program, Spark's application, a task's file. */
const RUNS = /^(?:image|program|module|mainApplicationFile|main_application_file|python_file|main_python_file_uri|mainPythonFileUri|entry_?[pP]oint|jar)$/;
const ARGUMENTS = /^(?:args|arguments|parameters|entryPointArguments)$/;
/** The health check among the options of a container that GitHub starts as a service. */
const HEALTH_COMMAND = /--health-cmd(?:=|\s+)(["'])([^]*?)\1/d;

/** Where a map stands. */
interface Within {
  /** The last key above it that is a word. */
  readonly key: string;
  /** The variables that are set there. */
  readonly variables: ReadonlyMap<string, Text>;
}

/** What the reader of the whole file knows and wants. */
interface Around {
  isCompose(): boolean;
  /** A text as the file's own tool reads it. */
  interpolated(text: Text, variables: ReadonlyMap<string, Text>): Text;
  take(facts: EmbeddedFacts): void;
}

/**
 * The commands in a configuration file: scripts of steps, what containers are started with, health checks. What
 * an image or a shell takes as one is put together before it is read.
 */
export class CommandReader {
  readonly #around: Around;
  /** What a shell or a container runs: its strings are told as the command's, without its comments. */
  readonly #read = new Set<Text>();

  constructor(around: Around) {
    this.#around = around;
  }

  /** Whether a text is a command's, and told with it. */
  has(text: Text): boolean {
    return this.#read.has(text);
  }

  /** The commands of a service, a container or a step. */
  read(node: MapNode, within: Within): void {
    if (NO_SCRIPTS.test(within.key)) return;
    const interpreter = interpreterOf(node);
    if (interpreter !== null) return this.#interpreted(node, interpreter);
    const source = valueAt(node, 'source');
    // Argo's script templates have what the command runs beside it.
    if (source?.type === 'scalar' && valueAt(node, 'command')?.type === 'list') this.#runs(source, false, within);
    const written = valueAt(node, 'entrypoint');
    const entrypoint = written === null ? (valueAt(node, 'args') === null ? null : valueAt(node, 'command')) : programOf(written);
    const command = valueAt(node, entrypoint === valueAt(node, 'command') ? 'args' : 'command');
    this.#healthCheck(node, within);
    const together = entrypoint?.type === 'list' && command !== null && command.type !== 'map';
    const program = entrypoint === null && command !== null ? programOfImage(node, command) : null;
    if (together) this.#execute(entrypoint, command, within);
    else if (program !== null && command !== null && command.type !== 'map') this.#runsInImage(program, command, within);
    else if (entrypoint === null) this.#arguments(node, within);
    for (const { key, value, shared } of node.entries) {
      const joined = (together && (value === entrypoint || value === written || value === command)) || (program !== null && value === command);
      if (shared || joined || !(SCRIPT.test(key.flat) || isHealthTest(key.flat, within.key))) continue;
      this.#runs(value, EXEC_FORM.test(key.flat), within);
    }
  }

  /** Code of another language than the shell's: Python's is read, others' is not. */
  #interpreted(node: MapNode, interpreter: string): void {
    for (const { key, value } of node.entries) {
      if (value.type !== 'scalar' || !/^(?:run|script|source)$/.test(key.flat)) continue;
      if (!interpreter.includes('python') || !value.text.flat.includes('\n')) continue;
      this.#read.add(value.text);
      this.#around.take(fileOf('script.py', value.text));
    }
  }

  /** `options: --health-cmd "pg_isready -d kol"`. */
  #healthCheck(node: MapNode, within: Within): void {
    const options = scalarOf(node, 'options');
    const [start, end] = (options === null ? null : HEALTH_COMMAND.exec(options.flat))?.indices?.[2] ?? [0, 0];
    if (options === null || end === 0 || valueAt(node, 'image') === null) return;
    const script = this.#around.interpolated(subText(options, start, end), within.variables);
    this.#around.take(evaluateShell(script, { variables: within.variables }));
  }

  /** A container's entry point with its arguments; a string is what the shell of `sh -c` runs. */
  #execute(entrypoint: ListNode, command: Exclude<Node, MapNode>, within: Within): void {
    const words = this.#words(entrypoint, within);
    const rest = this.#words(command, within).flatMap((word) => (command.type === 'scalar' ? withoutOuterQuotes(word) : [word]));
    this.#around.take(evaluateWords([...words, ...rest], entrypoint.place));
  }

  /** What a container is told whose image runs one program: `mb local/kol` of minio/mc. */
  #runsInImage(program: string, command: Exclude<Node, MapNode>, within: Within): void {
    const place = command.type === 'scalar' ? command.text.place : command.place;
    const words = command.type === 'scalar' ? wordsOfCommand(this.#word(command.text, within)) : this.#words(command, within);
    this.#around.take(evaluateWords([literal(program, place, 'whole'), ...words], place));
  }

  /** The arguments of a program that the image, or a key beside them, says. */
  #arguments(node: MapNode, within: Within): void {
    if (!node.entries.some(({ key }) => RUNS.test(key.flat))) return;
    for (const { key, value, shared } of node.entries) {
      if (value.type !== 'list' || shared || !ARGUMENTS.test(key.flat)) continue;
      const [first] = value.items;
      if (first?.type === 'scalar' && first.text.flat.startsWith('-')) this.#around.take(evaluateWords(this.#words(value, within), value.place));
    }
  }

  #words(node: Exclude<Node, MapNode>, within: Within): Text[] {
    const items = node.type === 'scalar' ? [node] : node.items;
    return items.flatMap((item) => (item.type === 'scalar' ? [this.#word(item.text, within)] : []));
  }

  #word(text: Text, { variables }: Within): Text {
    this.#read.add(text);
    const known = this.#around.interpolated(text, variables);
    return this.#around.isCompose() ? known : withoutEscapedDollars(known);
  }

  #runs(node: Node, exec: boolean, within: Within): void {
    if (node.type === 'scalar') {
      const script = this.#word(node.text, within);
      this.#around.take(evaluateShell(script, { variables: within.variables }));
    } else if (node.type === 'list') {
      if (exec) this.#exec(node, within);
      else for (const item of node.items) this.#runs(item, exec, within);
    }
  }

  /** `["psql", "-c", …]`, or compose's `["CMD-SHELL", "psql -c …"]`. */
  #exec(node: ListNode, within: Within): void {
    const [first, ...rest] = this.#words(node, within);
    if (first === undefined) return;
    const [script] = rest;
    if (first.flat === 'CMD-SHELL' && script !== undefined) {
      this.#around.take(evaluateShell(script, { variables: within.variables }));
    } else {
      this.#around.take(evaluateWords(first.flat === 'CMD' ? rest : [first, ...rest], node.place));
    }
  }
}

/** Kubernetes reads `$$` in a container's command as one dollar sign. */
function withoutEscapedDollars(text: Text): Text {
  const parts: Part[] = [];
  let done = 0;
  for (const { index } of text.flat.matchAll(/\$\$(?=[A-Za-z_{(])/g)) {
    parts.push({ text: subText(text, done, index), place: slice(text, done, index).written });
    done = index + 1;
  }
  if (parts.length === 0) return text;
  parts.push({ text: subText(text, done, text.flat.length), place: slice(text, done, text.flat.length).written });
  return concatenation(parts, text.place);
}

function isHealthTest(key: string, above: string): boolean {
  return key === 'test' && above === 'healthcheck';
}
