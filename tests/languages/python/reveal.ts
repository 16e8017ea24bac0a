import type { Facts, ListValue, RecordValue, ThingValue, Value } from '../../../src/languages/facts.js';
import { readPython } from '../../../src/languages/python/read.js';
import { displayName } from '../../../src/references/name.js';
import { createSource, positionAt } from '../../../src/references/source.js';
import type { Place, Source } from '../../../src/references/source.js';
import { slice } from '../../../src/references/text.js';
import type { Text } from '../../../src/references/text.js';

/** Python modules by path, read on demand, as the repository's own modules are. */
export function readModules(files: ReadonlyMap<string, string>): (path: string) => Facts {
  const read = new Map<string, Facts>();
  const readFile = (path: string): Facts => {
    let facts = read.get(path);
    if (facts === undefined) {
      facts = readPython(createSource(path, files.get(path) ?? ''), (specifier, from) => {
        const found = pathsOf(specifier, from).find((one) => files.has(one));
        return found === undefined ? null : readFile(found);
      });
      read.set(path, facts);
    }
    return facts;
  };
  return readFile;
}

function pathsOf(specifier: string, from: Source): readonly string[] {
  const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
  const folders = dots === 0 ? [] : from.path.split('/').slice(0, -dots);
  const module = [
    ...folders,
    ...specifier
      .slice(dots)
      .split('.')
      .filter((part) => part !== ''),
  ].join('/');
  return module === '' ? ['__init__.py'] : [`${module}.py`, `${module}/__init__.py`];
}

/** The value of each `reveal(…)` call of a file, by line. */
export function revealed(facts: Facts): ReadonlyMap<number, string> {
  const lines = new Map<number, string>();
  for (const call of facts.calls) {
    if (call.method !== 'reveal') continue;
    const { line } = positionAt(facts.source, call.place.start);
    const [argument] = call.arguments;
    lines.set(line, showValues(argument?.values() ?? [], facts.source));
  }
  return lines;
}

/** Values as a specification writes them, alternatives with `|` between. */
export function showValues(values: readonly Value[], home: Source): string {
  return values.length === 0 ? 'nothing' : values.map((value) => showValue(value, home)).join(' | ');
}

function showValue(value: Value, home: Source): string {
  switch (value.form) {
    case 'text':
      return showText(value.text, home);
    case 'list':
      return showList(value, home);
    case 'record':
      return showRecord(value, home);
    case 'thing':
      return showThing(value);
    case 'unknown':
      return 'unknown';
  }
}

function showList(list: ListValue, home: Source): string {
  return `[${list.items.map((item) => showValues(item, home)).join(', ')}]`;
}

function showRecord(record: RecordValue, home: Source): string {
  return `{${record.entries.map((entry) => `${entry.key.flat}: ${showValues(entry.values(), home)}`).join(', ')}}`;
}

export function showThing(value: ThingValue): string {
  return value.path;
}

/** `"kol-" 3:9 + "bronze" 1:11 constant`: each part that stands somewhere, where and how it got there. */
export function showText(text: Text, home: Source): string {
  const leaves = leavesOf(text, 0);
  return leaves.map(([start, end]) => showPart(text, start, end, home)).join(' + ');
}

function leavesOf(text: Text, offset: number): readonly (readonly [number, number])[] {
  switch (text.form) {
    case 'literal':
    case 'hole':
      return [[offset, offset + text.flat.length]];
    case 'followed':
      return leavesOf(text.text, offset);
    case 'concatenation': {
      let start = offset;
      return text.parts.flatMap((part) => {
        const own = leavesOf(part.text, start);
        start += part.text.flat.length;
        return own;
      });
    }
  }
}

function showPart(text: Text, start: number, end: number, home: Source): string {
  const part = slice(text, start, end);
  const origin = part.origin === 'literal' || part.origin === null ? '' : ` ${part.origin}`;
  const env = part.env === null ? '' : ` ${part.env}`;
  const shown = `"${displayName(part.flat)}"`;
  return `${shown} ${showPlace(part.written, home)}${origin}${env}`;
}

export function showPlace(place: Place, home: Source): string {
  const { line, column } = positionAt(place.source, place.start);
  const file = place.source === home ? '' : `${place.source.path}:`;
  return `${file}${line}:${column}`;
}
