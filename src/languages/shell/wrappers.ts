import { HOLE, type Text, subText } from '../../references/text.js';
import { joinedWithBlanks, splitAtBlanks } from './pieces.js';

/** A command line without the programs that only run another one. */
export interface Unwrapped {
  readonly words: readonly Text[];
  /** `NAME=value` that the wrappers put into the environment. */
  readonly variables: readonly Text[];
  /** The script that `bash -c` runs instead; the words are then empty. */
  readonly script: Text | null;
  /** Whether the command is a shell that runs what it is fed: `bash -s <<EOF`, `ssh host <<EOF`. */
  readonly runsInput: boolean;
  /** What xargs does with what it is fed; null where the command runs once. */
  readonly each: Each | null;
}

/** How xargs hands on what it is fed. */
export interface Each {
  /** What stands for an item in the words: the `{}` of `-I {}`; null where the items come behind them. */
  readonly replaces: string | null;
  /** What parts the items: blanks, line ends, what `-d` says. */
  readonly separator: RegExp;
}

/** A program that runs the command behind its own options and operands. */
interface Wrapper {
  /** Words that must follow it, each behind options: `compose exec`. One of each list's. */
  readonly subcommands?: readonly (readonly string[])[];
  /** Options whose value is the next word. */
  readonly valued?: readonly string[];
  /** Options whose value is `NAME=value` for the command's environment. */
  readonly variables?: readonly string[];
  /** How many operands stand before the command: a container, a duration. */
  readonly operands?: number;
  /** The command begins behind `--`, and nowhere else. */
  readonly behindDashes?: boolean;
  /** `NAME=value` may stand before the command. */
  readonly assigns?: boolean;
}

const DOCKER_GLOBAL = ['-H', '--host', '-c', '--context', '--config', '-l', '--log-level'];
const DOCKER_RUN = [
  '-u', '--user', '-w', '--workdir', '-v', '--volume', '--mount', '--network', '--net', '--name', '-p',
  '--publish', '--env-file', '--entrypoint', '--platform', '-l', '--label', '-h', '--hostname', '--link',
  '-m', '--memory', '--cpus', '--add-host', '--restart', '--pull', '--shm-size', '--gpus', '--ip',
];
const COMPOSE = [
  '-f', '--file', '-p', '--project-name', '--profile', '--env-file', '--project-directory', '--index',
  '--ansi', '--progress', '-u', '--user', '-w', '--workdir', '-v', '--volume', '--name', '--entrypoint', '-l',
];
const KUBECTL = ['-n', '--namespace', '-c', '--container', '--context', '--kubeconfig', '--image', '-f', '-l'];
const ENV = ['-e', '--env'];
const XARGS_VALUED = ['-I', '-n', '-P', '-d', '-L', '-a', '-E', '-s'];
const SSH_VALUED = ['-i', '-p', '-l', '-o', '-F', '-J'];

const CONTAINER: Wrapper = {
  subcommands: [['exec', 'run']],
  valued: [...DOCKER_GLOBAL, ...DOCKER_RUN],
  variables: ENV,
  operands: 1,
};
const COMPOSE_RUN: Wrapper = { subcommands: [['exec', 'run']], valued: COMPOSE, variables: ENV, operands: 1 };
const DOCKER: readonly Wrapper[] = [
  { ...COMPOSE_RUN, subcommands: [['compose'], ['exec', 'run']] },
  { ...CONTAINER, subcommands: [['container'], ['exec', 'run']] },
  CONTAINER,
];
const KUBERNETES: readonly Wrapper[] = [
  { subcommands: [['exec', 'rsh', 'run']], valued: KUBECTL, behindDashes: true },
  { subcommands: [['exec', 'rsh']], valued: KUBECTL, operands: 1 },
];
const RUN: readonly Wrapper[] = [{ subcommands: [['run']] }];
const BARE: readonly Wrapper[] = [{}];

const WRAPPERS: ReadonlyMap<string, readonly Wrapper[]> = new Map([
  ['sudo', [{ valued: ['-u', '-g', '-h', '-p', '-C', '-D', '-R', '-T', '-U', '--user', '--group'], assigns: true }]],
  ['env', [{ valued: ['-u', '-C', '--unset', '--chdir'], assigns: true }]],
  ['cross-env', [{ assigns: true }]],
  ['command', BARE],
  ['exec', BARE],
  ['builtin', BARE],
  ['nohup', BARE],
  ['setsid', BARE],
  ['winpty', BARE],
  ['npx', BARE],
  ['time', BARE],
  ['tini', BARE],
  ['dumb-init', BARE],
  ['nice', [{ valued: ['-n'] }]],
  ['ionice', [{ valued: ['-c', '-n'] }]],
  ['stdbuf', BARE],
  ['timeout', [{ valued: ['-s', '-k', '--signal', '--kill-after'], operands: 1 }]],
  ['watch', [{ valued: ['-n', '--interval'] }]],
  ['xargs', [{ valued: XARGS_VALUED }]],
  ['gosu', [{ operands: 1 }]],
  ['su-exec', [{ operands: 1 }]],
  ['poetry', RUN],
  ['uv', RUN],
  ['pipenv', RUN],
  ['pdm', RUN],
  ['rye', RUN],
  ['conda', [{ subcommands: [['run']], valued: ['-n', '-p', '--name', '--prefix'] }]],
  ['doppler', [{ subcommands: [['run']], behindDashes: true }]],
  ['wait-for-it.sh', [{ behindDashes: true }]],
  ['wait-for-it', [{ behindDashes: true }]],
  ['docker', DOCKER],
  ['podman', DOCKER],
  ['nerdctl', DOCKER],
  ['docker-compose', [COMPOSE_RUN]],
  ['podman-compose', [COMPOSE_RUN]],
  // What scripts call their own function for it.
  ['compose', [COMPOSE_RUN]],
  ['dc', [COMPOSE_RUN]],
  ['kubectl', KUBERNETES],
  ['oc', KUBERNETES],
  // `$COMPOSE exec -T db psql`, whatever is in the variable.
  [HOLE, [
    { subcommands: [['exec']], valued: KUBECTL, behindDashes: true },
    { subcommands: [['exec']], valued: COMPOSE, variables: ENV, operands: 1 },
  ]],
]);

const SHELLS = new Set(['bash', 'sh', 'zsh', 'dash', 'ash', 'ksh']);
const PYTHON = /^python[\d.]*$/;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;
/** Images whose entry point is the program that their arguments are for. */
const IMAGE_PROGRAM = /^(?:[\w.-]+\/)*(?:minio\/mc|amazon\/aws-cli)(?::[\w.-]+)?$/;
/** No command is wrapped more often than this. */
const MOST_WRAPPERS = 8;

/** Takes off the wrappers; a command line that is nothing but a wrapper comes back as it is. */
export function unwrapped(words: readonly Text[]): Unwrapped {
  let rest = words;
  let each: Each | null = null;
  const variables: Text[] = [];
  for (let round = 0; round < MOST_WRAPPERS; round++) {
    const program = programName(rest[0]);
    const script = scriptOf(program, rest);
    if (script !== null) return { words: [], variables, script, runsInput: false, each };
    if (program === 'xargs') each ??= eachOf(rest);
    const inner = innerOf(program, rest, variables);
    if (inner === null || inner.length === 0) break;
    rest = inner;
  }
  const remote = remoteCommand(rest);
  if (remote === null) return { words: rest, variables, script: null, runsInput: readsScript(rest), each };
  const isPlain = /^[\w\s./:@=,{}\uFDD0-]*$/.test(remote.flat);
  return { words: isPlain ? splitAtBlanks(remote) : [], variables, script: isPlain ? null : remote, runsInput: false, each };
}

/** The command line that stands in one word behind `--command`, as those give it who run it elsewhere. */
function remoteCommand(words: readonly Text[]): Text | null {
  const verb = words.findIndex(({ flat }, index) => index > 0 && index < MOST_WRAPPERS && /^(?:exec|ssh|execute-command)$/.test(flat));
  if (verb === -1) return null;
  const option = words.findIndex(({ flat }, index) => index > verb && flat.startsWith('--command'));
  const given = words[option];
  if (given === undefined) return null;
  return given.flat.startsWith('--command=') ? subText(given, '--command='.length, given.flat.length) : (words[option + 1] ?? null);
}

/** Whether a shell is told no script to run, and so runs what it is fed. */
function readsScript(words: readonly Text[]): boolean {
  const program = programName(words[0]);
  if (program === 'ssh') return words[skipOptions(words, 1, SSH_VALUED) + 1] === undefined;
  if (!SHELLS.has(program)) return false;
  return words.some(({ flat }) => /^-[a-z]*s$/.test(flat)) || words[skipOptions(words, 1, ['-o'])] === undefined;
}

function eachOf(words: readonly Text[]): Each {
  const options = words.slice(1, skipOptions(words, 1, XARGS_VALUED));
  const valueOf = (name: string) => {
    const index = options.findIndex(({ flat }) => flat.startsWith(name));
    const option = options[index]?.flat ?? '';
    return index === -1 ? null : option === name ? (options[index + 1]?.flat ?? '') : option.slice(name.length);
  };
  const replaces = valueOf('-I') ?? valueOf('--replace=') ?? (options.some(({ flat }) => flat === '-i') ? '{}' : null);
  const delimiter = valueOf('-d') ?? valueOf('--delimiter=');
  const [character] = delimiter === null ? [] : delimiter.replace(/^\\n$/, '\n');
  if (character !== undefined) return { replaces, separator: new RegExp(`[${character.replace(/[\\\]^]/, '\\$&')}]`) };
  return { replaces, separator: replaces !== null && valueOf('-n') === null ? /\n/ : /\s+/ };
}

/** The program a word names, without its folder: `psql` for `/usr/bin/psql`. */
export function programName(word: Text | undefined): string {
  return word === undefined ? '' : word.flat.slice(word.flat.lastIndexOf('/') + 1);
}

function scriptOf(program: string, words: readonly Text[]): Text | null {
  if (SHELLS.has(program)) {
    const flag = words.findIndex((word) => /^-[a-z]*c$/.test(word.flat));
    return flag === -1 ? null : (words[flag + 1] ?? null);
  }
  if (program === 'su') {
    const flag = words.findIndex((word) => word.flat === '-c' || word.flat === '--command');
    return flag === -1 ? null : (words[flag + 1] ?? null);
  }
  if (program === 'eval') return evaluated(words.slice(1));
  if (program !== 'ssh') return null;
  const host = skipOptions(words, 1, SSH_VALUED);
  const remote = words[host + 1];
  return remote !== undefined && words.length === host + 2 ? remote : null;
}

/** The script that `eval` puts together. */
function evaluated(words: readonly Text[]): Text | null {
  const [first] = words;
  return first === undefined ? null : joinedWithBlanks(words, first.place);
}

function innerOf(program: string, words: readonly Text[], variables: Text[]): readonly Text[] | null {
  if (PYTHON.test(program)) return words[1]?.flat === '-m' ? words.slice(2) : null;
  if (program === 'ssh') return words.slice(skipOptions(words, 1, SSH_VALUED) + 1);
  for (const wrapper of WRAPPERS.get(program) ?? []) {
    const inner = behindWrapper(wrapper, words, variables);
    if (inner !== null) return inner;
  }
  return null;
}

function behindWrapper(wrapper: Wrapper, words: readonly Text[], variables: Text[]): readonly Text[] | null {
  const valued = [...(wrapper.valued ?? []), ...(wrapper.variables ?? [])];
  let index = 1;
  for (const subcommands of wrapper.subcommands ?? []) {
    index = skipOptions(words, index, valued);
    if (!subcommands.includes(words[index]?.flat ?? '')) return null;
    index += 1;
  }
  if (wrapper.behindDashes === true) {
    const dashes = words.findIndex((word) => word.flat === '--');
    // In `exec pod kafka-topics.sh -- --list` the program stands before them.
    const behind = words[dashes + 1]?.flat ?? '';
    return dashes === -1 || behind.startsWith('-') ? null : words.slice(dashes + 1);
  }
  const optionsStart = index;
  index = skipOptions(words, index, valued);
  const options = words.slice(optionsStart, index);
  takeVariables(options, wrapper.variables ?? [], variables);
  if (wrapper.assigns === true) {
    for (let word = words[index]; word !== undefined && ASSIGNMENT.test(word.flat); word = words[index]) {
      variables.push(word);
      index += 1;
    }
  }
  return behindOperands(words, index, wrapper.operands ?? 0, options);
}

/** The command behind a container's image, which may have a program of its own. */
function behindOperands(
  words: readonly Text[],
  index: number,
  operands: number,
  options: readonly Text[],
): readonly Text[] {
  const rest = words.slice(index + operands);
  const entrypoint = options.findIndex((word) => word.flat.startsWith('--entrypoint'));
  const option = options[entrypoint];
  if (option !== undefined) {
    const equals = option.flat.indexOf('=');
    const program = equals === -1 ? options[entrypoint + 1] : subText(option, equals + 1, option.flat.length);
    return program === undefined || program.flat === '' ? rest : [program, ...rest];
  }
  const image = words[index];
  if (operands === 0 || image === undefined || !IMAGE_PROGRAM.test(image.flat)) return rest;
  // Many name the image's own program again, or run a shell in it.
  if (/^(?:.*\/)?(?:mc|aws|bash|sh)$/.test(rest[0]?.flat ?? '')) return rest;
  return [imageProgram(image), ...rest];
}

function imageProgram(image: Text): Text {
  const name = /minio\/mc/.test(image.flat) ? 'mc' : 'aws';
  const start = image.flat.indexOf(name === 'mc' ? 'minio/mc' : 'aws-cli') + (name === 'mc' ? 'minio/'.length : 0);
  return subText(image, start, start + name.length);
}

function takeVariables(options: readonly Text[], names: readonly string[], into: Text[]): void {
  options.forEach((option, index) => {
    const value = options[index + 1];
    if (names.includes(option.flat) && value !== undefined && ASSIGNMENT.test(value.flat)) into.push(value);
    const joined = /^(?:--env=|-e)(?=[A-Za-z_]\w*=)/.exec(option.flat)?.[0];
    if (joined !== undefined && names.length > 0) into.push(subText(option, joined.length, option.flat.length));
  });
}

/** The index of the first word at or behind `from` that is neither an option nor an option's value. */
export function skipOptions(words: readonly Text[], from: number, valued: readonly string[]): number {
  let index = from;
  for (let word = words[index]; word !== undefined; word = words[index]) {
    if (word.flat === '--') return index + 1;
    if (!word.flat.startsWith('-') || word.flat === '-') return index;
    index += valued.includes(word.flat) ? 2 : 1;
  }
  return index;
}
