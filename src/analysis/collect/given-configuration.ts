import { readConfiguration } from '../../languages/configuration/reader.js';
import type { Command, Declaration } from '../../languages/facts.js';
import { parseJson } from '../../languages/json/reader.js';
import { programName } from '../../languages/shell/wrappers.js';
import { type Text, slice, subText } from '../../references/text.js';

/**
 * The keys of the configuration that commands are given: the JSON that curl sends or a run is started
 * with, and what Helm's `--set` puts into a chart's values.
 */
export function configurationGiven(commands: readonly Command[]): readonly Declaration[] {
  return commands.flatMap((command, index) => {
    if (ONLY_PASSES_ON.test(programName(command.words[0]))) return [];
    const texts = command.input === null ? command.words : [...command.words, command.input];
    return [...texts.flatMap((text, nth) => keysIn(text, `---${index}.${nth}`)), ...settingsOf(command, `---${index}`)];
  });
}

/** What prints, searches or sends on what it is given, be it data with such keys. */
const ONLY_PASSES_ON = /^(?:echo|printf|cat|tee|grep|jq|sed|kafka-.*|kcat|kafkacat|rpk|mongosh?|redis-cli)$/;
/** An object, by itself or behind the option that it is the value of. */
const OBJECT = /^(--?[\w.-]+=)?\s*\{\s*"/;

/** The keys of a text that is a JSON object, each behind the mark of its document. */
function keysIn(text: Text, document: string): Declaration[] {
  const [begin, option = ''] = OBJECT.exec(text.flat) ?? [];
  if (begin === undefined) return [];
  const { root } = parseJson(subText(text, option.length, text.flat.length));
  const { declarations = [] } = readConfiguration(root === null ? [] : [root], []);
  return declarations.filter(({ form }) => form === 'key').map((declaration) => {
    const { name, form, path, namePlace } = declaration;
    return { name, form, path: [document, ...path], namePlace, values: () => declaration.values() };
  });
}

const SETS = /^--set(?:-string)?$/;
/** `a.b.c=value`, of which several stand with commas between. */
const SETTING = /(?:^|,)((?:[\w-]|\\.|\.(?=\w))+)=([^,]*)/g;

function settingsOf({ words }: Command, document: string): Declaration[] {
  if (!/^helm/.test(programName(words[0]))) return [];
  return words.flatMap((word, index) => (SETS.test(words[index - 1]?.flat ?? '') ? settingsIn(word, document) : []));
}

function settingsIn(word: Text, document: string): Declaration[] {
  return [...word.flat.matchAll(SETTING)].map((match): Declaration => {
    const [setting, key = '', value = ''] = match;
    const path = key.split('.');
    const name = path.at(-1) ?? '';
    const end = match.index + setting.length;
    const keyEnd = end - value.length - 1;
    const text = subText(word, end - value.length, end);
    const namePlace = slice(word, keyEnd - name.length, keyEnd).written;
    return { name, form: 'key', path: [document, ...path], namePlace, values: () => [{ form: 'text', text }] };
  });
}
