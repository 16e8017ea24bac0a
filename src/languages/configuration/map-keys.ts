import { type Text, subText } from '../../references/text.js';
import type { MapNode, Node } from './node.js';

/** The value under a key of a map. */
export function valueAt(node: MapNode, key: string): Node | null {
  return node.entries.find((entry) => entry.key.flat === key)?.value ?? null;
}

/** The text under a key of a map, where it is one. */
export function scalarOf(node: MapNode, key: string): Text | null {
  const value = valueAt(node, key);
  return value?.type === 'scalar' ? value.text : null;
}

/** The file that a `content` in the map is written to: `path: /opt/init.sql`. */
export function fileBeside(node: MapNode): string | null {
  return (scalarOf(node, 'path') ?? scalarOf(node, 'dest'))?.flat ?? null;
}

/** What runs a step's code, where it is no shell: GitHub's `shell: python`, Argo's `command: [python]`, Kestra's type. */
export function interpreterOf(node: MapNode): string | null {
  const command = valueAt(node, 'source') === null ? null : valueAt(node, 'command');
  const [program] = command?.type === 'list' ? command.items : [];
  const task = /\bscripts\.(\w+)/.exec(scalarOf(node, 'type')?.flat ?? '')?.[1];
  // Ansible's `shell` is the script itself.
  const shell = scalarOf(node, 'shell')?.flat ?? '';
  const names = [/^\S+$|\{0\}/.test(shell) ? shell : null, program?.type === 'scalar' ? program.text.flat : null, task];
  return names.find((name) => /\b(?:python|node|pwsh|powershell)/.test(name ?? '')) ?? null;
}

/** An entry point that is a program with its options, `/bin/bash -c`, as the list of its words; any other as it is. */
export function programOf(entrypoint: Node): Node {
  if (entrypoint.type !== 'scalar' || !/^[\w./-]+(?:\s+-[\w-]+)*$/.test(entrypoint.text.flat)) return entrypoint;
  const { text } = entrypoint;
  const items = [...text.flat.matchAll(/\S+/g)].map(({ index, 0: word }): Node => {
    return { type: 'scalar', text: subText(text, index, index + word.length), tag: null };
  });
  return { type: 'list', items, place: text.place };
}

/** Images whose entry point is a program that is told what to do. */
const PROGRAMS_OF_IMAGES: readonly (readonly [image: RegExp, program: string])[] = [
  [/(?:^|\/)(?:minio\/|minio-)?mc(?::|@|$)/, 'mc'],
  [/(?:^|\/)(?:amazon\/)?aws-cli(?::|@|$)/, 'aws'],
];

/** The program that a container's command is for, where its image runs one; null where the command says its own, a shell or that program. */
export function programOfImage(node: MapNode, command: Node): string | null {
  const image = scalarOf(node, 'image')?.flat ?? '';
  const program = PROGRAMS_OF_IMAGES.find(([name]) => name.test(image))?.[1];
  if (program === undefined) return null;
  const [first] = command.type === 'list' ? command.items : [command];
  const word = first?.type === 'scalar' ? (/^\s*(\S+)/.exec(first.text.flat)?.[1] ?? '') : '';
  return /^[a-z][a-z0-9-]*$/.test(word) && word !== program && !/^(?:sh|bash|ash)$/.test(word) ? program : null;
}

/** The words of a command in one string that no shell reads. */
export function wordsOfCommand(command: Text): Text[] {
  return [...command.flat.matchAll(/\S+/g)].map(({ index, 0: word }) => subText(command, index, index + word.length));
}

/** A whole script in quotes, with the `-c` before it or not: `-c "mc mb local/kol"`. Of several lines, it may have quotes in it. */
const IN_QUOTES = /^\s*(-\w*c\s+)?(?:"(\s*\n[^]*|(?:\\[^]|[^"\\])*)"|'(\s*\n[^]*|[^']*)')\s*$/d;

/** A command that one string holds, as the words that its quotes make of it; one word where they make up no whole. */
export function withoutOuterQuotes(command: Text): Text[] {
  const { indices } = IN_QUOTES.exec(command.flat) ?? {};
  const [start, end] = indices?.[2] ?? indices?.[3] ?? [];
  if (start === undefined || end === undefined) return [command];
  const option = indices?.[1];
  const script = subText(command, start, end);
  return option === undefined ? [script] : [subText(command, option[0], option[0] + command.flat.slice(...option).trimEnd().length), script];
}

/** A compose file, by what stands in it: services that have an image or are built. */
export function isCompose(node: MapNode): boolean {
  const services = valueAt(node, 'services');
  if (services?.type !== 'map') return node.entries.some(({ key }) => key.flat.startsWith('x-'));
  return services.entries.some(({ value }) => {
    return value.type === 'map' && value.entries.some(({ key }) => /^(?:image|build|extends|environment|command|entrypoint)$/.test(key.flat));
  });
}
