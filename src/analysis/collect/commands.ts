import type { CommandEntry, CommandTaken } from '../../catalogue/command.js';
import { COMMANDS } from '../../catalogue/commands/index.js';
import type { Command } from '../../languages/facts.js';
import { programName } from '../../languages/shell/wrappers.js';
import type { Name } from '../../references/name.js';
import { HOLE, type Text, slice, subText } from '../../references/text.js';
import { type Handed, within } from './handed.js';
import { handedBySetting } from './keys.js';
import { type Connection, NO_CONNECTION } from './sql.js';

/**
 * What the command lines of one file hand to the platform's systems. All of a file's commands are
 * asked together, because one says what the other means (`mc alias set`).
 */
export function handedByCommands(commands: readonly Command[]): readonly Handed[] {
  const aliases = aliasesIn(commands);
  return commands.flatMap((command) => handedByCommand(command, aliases));
}

function handedByCommand(command: Command, aliases: ReadonlySet<string>): Handed[] {
  const entries = ENTRIES.get(programOf(command)) ?? [];
  return entries.flatMap((entry) => {
    const line = readLine(command, entry);
    return line === null ? [] : entry.takes.flatMap((taken) => handedBy(taken, entry, line, aliases));
  });
}

const ENTRIES = entriesByProgram();

function entriesByProgram(): ReadonlyMap<string, readonly CommandEntry[]> {
  const entries = new Map<string, CommandEntry[]>();
  for (const entry of COMMANDS) {
    for (const program of entry.program) {
      const known = entries.get(program) ?? [];
      known.push(entry);
      entries.set(program, known);
    }
  }
  return entries;
}

/** The program's name; where it is only known to be in `$SPARK_SQL` or `$PSQL_CMD`, the variable's. */
function programOf({ words }: Command): string {
  const [word] = words;
  if (word === undefined) return '';
  if (word.flat !== HOLE) return programName(word).replace(/\.(?:sh|exe)$/, '');
  const variable = slice(word, 0, 1).env ?? '';
  return variable.toLowerCase().replace(/_(?:bin|cmd|cli|path|exec|command)$/, '').replaceAll('_', '-');
}

/** A command line, split into options and operands as its program reads it. */
interface Line {
  readonly command: Command;
  readonly options: readonly { readonly name: string; readonly value: Text }[];
  /** The operands behind the subcommand. */
  readonly operands: readonly Text[];
}

const VALUED = new WeakMap<CommandEntry, ReadonlySet<string>>();

/** The options of a command that take the next word. */
function valuedOptions(entry: CommandEntry): ReadonlySet<string> {
  let valued = VALUED.get(entry);
  if (valued === undefined) {
    valued = new Set([...(entry.valued ?? []), ...entry.takes.flatMap((taken) => taken.option ?? [])]);
    VALUED.set(entry, valued);
  }
  return valued;
}

/** Reads the words of a command; null where it is another subcommand. */
function readLine(command: Command, entry: CommandEntry): Line | null {
  const valued = valuedOptions(entry);
  const options: { name: string; value: Text }[] = [];
  const operands: Text[] = [];
  const words = command.words;
  for (let index = 1; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) break;
    if (word.flat === '--' || !isOption(word.flat)) {
      if (word.flat !== '--') operands.push(word);
      continue;
    }
    if (entry.joined?.some((name) => word.flat.startsWith(name)) === true) continue;
    const option = readOption(word, words[index + 1], valued);
    if (option === null) continue;
    options.push(option);
    if (option.separate) index += 1;
  }
  const subcommand = entry.subcommand ?? [];
  if (!subcommand.every((names, index) => names.includes(operands[index]?.flat ?? ''))) return null;
  return { command, options, operands: operands.slice(subcommand.length) };
}

function isOption(flat: string): boolean {
  return flat.startsWith('-') && flat.length > 1;
}

const LONG_OPTION = /^--[a-z][\w-]*(?:=|$)/;

/** `--name=value`, `--name value`, `-nvalue`, `-abn value`; null for an option without a value. */
function readOption(word: Text, next: Text | undefined, valued: ReadonlySet<string>) {
  const { flat } = word;
  const equals = /^--?[\w.-]+=/.exec(flat)?.[0].length ?? 0;
  if (equals > 0 && (flat.startsWith('--') || valued.has(flat.slice(0, equals - 1)))) {
    return { name: flat.slice(0, equals - 1), value: subText(word, equals, flat.length), separate: false };
  }
  // What is an option with a value for one subcommand may be one without for another: `-p --brokers kafka:9092`.
  if (valued.has(flat)) return next === undefined || LONG_OPTION.test(next.flat) ? null : { name: flat, value: next, separate: true };
  if (flat.startsWith('--')) return null;
  for (let index = 1; index < flat.length; index++) {
    const name = `-${flat.charAt(index)}`;
    if (!valued.has(name)) continue;
    if (index < flat.length - 1) return { name, value: subText(word, index + 1, flat.length), separate: false };
    return next === undefined ? null : { name, value: next, separate: true };
  }
  return null;
}

function handedBy(taken: CommandTaken, entry: CommandEntry, line: Line, aliases: ReadonlySet<string>): Handed[] {
  if (!applies(taken, line)) return [];
  const { place } = line.command;
  return textsAt(taken, line).flatMap((whole) => {
    const text = addressed(taken, whole, line, aliases);
    const part = text && within(text, taken.within);
    if (part === null || part.flat === '') return [];
    if (taken.is === 'setting') return handedBySetting(part, place);
    const is = taken.is !== 'sql' && part.flat.includes('://') ? 'uri' : taken.is;
    const system = entry.system;
    const access = taken.access ?? 'unknown';
    const qualifier = qualifierOf(is, entry, line);
    const connection = is === 'sql' ? connectionOf(entry, line) : NO_CONNECTION;
    return [{ text: part, is, system, access, via: entry.via, place, qualifier, connection }];
  });
}

function applies({ without, where }: CommandTaken, { options, operands }: Line): boolean {
  if (without !== undefined && options.some(({ name }) => without.includes(name))) return false;
  if (where === undefined) return true;
  if ('operand' in where) return operands.some((operand) => operand.flat.includes(where.operand));
  return options.some(({ name, value }) => name === where.option && value.flat === where.equals);
}

function textsAt({ option, operand }: CommandTaken, { command, options, operands }: Line): readonly Text[] {
  const found = options.flatMap(({ name, value }) => (option?.includes(name) === true ? [value] : []));
  switch (operand) {
    case undefined:
      return found;
    case 'input':
      return command.input === null ? found : [...found, command.input];
    case 'all':
      return [...found, ...operands];
    case 'last':
      return operands.length > 1 ? [...found, ...operands.slice(-1)] : found;
    case 'not-last':
      return [...found, ...(operands.length > 1 ? operands.slice(0, -1) : operands)];
    default:
      return [...found, ...operands.slice(operand, operand + 1)];
  }
}

/** What stands behind the alias of a server; null for a file of this machine. */
function addressed({ behind }: CommandTaken, text: Text, line: Line, aliases: ReadonlySet<string>): Text | null {
  if (behind === undefined) return text;
  const { flat } = text;
  const separator = behind === 'alias' ? '/' : ':';
  const at = flat.indexOf(separator);
  if (at <= 0) return null;
  const alias = flat.slice(0, at);
  if (!/^[\w\uFDD0-]+$/.test(alias)) return null;
  if (behind === 'remote' && alias.length === 1 && alias !== HOLE) return null;
  if (behind === 'alias' && !isServer(alias, text, line, aliases)) return null;
  return subText(text, at + 1, flat.length);
}

const SERVER_ONLY = /^(?:mb|rb|ls|stat|du)$/;
const COPIES = /^(?:cp|mv|mirror|get)$/;
const USUAL_ALIASES: ReadonlySet<string> = new Set(['local', 'minio', 'myminio', 's3', 'play', 'gcs', 'storage', 'store']);

/** Whether the first part of a path is an alias of mc, which may be a folder where files are copied. */
function isServer(alias: string, text: Text, line: Line, aliases: ReadonlySet<string>): boolean {
  if (!line.command.words.some((word) => COPIES.test(word.flat))) return true;
  const isAlias = (name: string) => aliases.has(name) || USUAL_ALIASES.has(name);
  const other = line.operands.find((operand) => operand !== text && !COPIES.test(operand.flat));
  // What is not known is a folder, where a file below it goes to a server that is known.
  if (alias === HOLE) return !(isFile(text.flat) && other !== undefined && isAlias(other.flat.split('/', 1)[0] ?? ''));
  if (isAlias(alias)) return true;
  if (aliases.size > 0) return false;
  // Of two paths, the one that is no file of this machine is the server's.
  return other !== undefined && (/^(?:[./~]|[^/]*$)/.test(other.flat) || isFile(other.flat)) && !isFile(text.flat);
}

/** Whether a path ends as the name of a file does. */
function isFile(path: string): boolean {
  return /\.\w{2,5}$/.test(path);
}

/** The aliases that a file gives to servers. */
function aliasesIn(commands: readonly Command[]): ReadonlySet<string> {
  const aliases = new Set<string>();
  for (const { words } of commands) {
    if (!/^(?:mc|mcli)$/.test(programName(words[0]))) continue;
    const flat = words.map((word) => word.flat).filter((word) => !word.startsWith('-'));
    const [, group, verb, third, fourth] = flat;
    if (group === 'alias' && (verb === 'set' || verb === 's') && third !== undefined) aliases.add(third);
    if (group === 'config' && verb === 'host' && third === 'add' && fourth !== undefined) aliases.add(fourth);
    // What is listed or made is on a server, under an alias that was given elsewhere.
    const listed = group !== undefined && SERVER_ONLY.test(group) ? /^([\w-]+)(?:\/|$)/.exec(verb ?? '')?.[1] : undefined;
    if (listed !== undefined) aliases.add(listed);
  }
  aliases.delete(HOLE);
  return aliases;
}

function qualifierOf(is: Handed['is'], entry: CommandEntry, line: Line): readonly Name[] {
  const catalog = flatOf('catalog', entry, line);
  const schema = flatOf('schema', entry, line);
  if (is === 'schema') return catalog === null ? [] : [catalog];
  if (is !== 'table' || schema === null) return [];
  return catalog === null ? [schema] : [catalog, schema];
}

function connectionOf(entry: CommandEntry, line: Line): Connection {
  const schema = flatOf('schema', entry, line) ?? flatOf('dotted-schema', entry, line) ?? flatOf('keyspace', entry, line);
  return { dialect: entry.dialect ?? null, session: { catalog: flatOf('catalog', entry, line), schema } };
}

/** What the command line gives for a kind; null where it gives none. */
function flatOf(kind: Handed['is'], entry: CommandEntry, line: Line): string | null {
  for (const taken of entry.takes) {
    if (taken.is !== kind || !applies(taken, line)) continue;
    for (const text of textsAt(taken, line)) {
      const part = within(text, taken.within);
      if (part !== null) return part.flat;
    }
  }
  return null;
}
