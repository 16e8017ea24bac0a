import { displayName } from '../../src/references/name.js';
import { positionAt, type Source } from '../../src/references/source.js';
import { type Text, slice } from '../../src/references/text.js';
import type { Command, Declaration, Facts, Value } from '../../src/languages/facts.js';

/**
 * A text as a test can state it: its characters, and where they are written. `kol-bronze@1:8` begins
 * in line 1, column 8; a hole is `{?}`, with the variable it stands for; steps follow behind.
 */
export function shownText(text: Text): string {
  const part = slice(text, 0, text.flat.length);
  const { line, column } = positionAt(part.written.source, part.written.start);
  const way = part.steps.map((step) => ` <${step.origin} ${step.label}>`).join('');
  const env = part.env === null || way.includes(part.env) ? '' : ` $${part.env}`;
  return `${displayName(text.flat)}@${line}:${column}${env}${way}`;
}

export function shownValue(value: Value): string {
  if (value.form === 'text') return shownText(value.text);
  if (value.form === 'list') return `[${value.items.map((item) => item.map(shownValue).join('|')).join(', ')}]`;
  return value.form;
}

export function shownDeclaration(declaration: Declaration): string {
  return `${declaration.form} ${declaration.path.join('.')} = ${declaration.values().map(shownValue).join(' | ')}`;
}

export function shownCommand(command: Command): string {
  const words = command.words.map((word) => displayName(word.flat)).join(' ');
  return command.input === null ? words : `${words} << ${displayName(command.input.flat)}`;
}

/** What the source holds at a text's place, which tells whether the place is exact. */
export function writtenAt(text: Text, start = 0, end = text.flat.length): string {
  const { written } = slice(text, start, end);
  return written.source.text.slice(written.start, written.end);
}

/** Every text of the facts, for checks that hold of all of them. */
export function textsOf(facts: Facts): Text[] {
  const inValue = (value: Value): Text[] => {
    if (value.form === 'text') return [value.text];
    if (value.form === 'list') return value.items.flat().flatMap(inValue);
    return [];
  };
  return [
    ...facts.declarations.flatMap((declaration) => declaration.values().flatMap(inValue)),
    ...facts.texts.flatMap((site) => site.values().flatMap(inValue)),
    ...facts.commands.flatMap((command) => [...command.words, ...(command.input === null ? [] : [command.input])]),
    ...facts.statements.map((statement) => statement.text),
  ];
}

/** Throws where a fact stands outside of the text, or a text's offsets do not fit its characters. */
export function checkPlaces(facts: Facts, source: Source): void {
  const length = source.text.length;
  const inside = (start: number, end: number) => start >= 0 && start <= end && end <= length;
  for (const text of textsOf(facts)) {
    for (let index = 0; index < text.flat.length; index += 7) {
      const { written } = slice(text, index, index + 1);
      if (!inside(written.start, written.end)) throw new Error(`outside: ${JSON.stringify(text.flat)}`);
    }
  }
  for (const { place } of facts.comments) if (!inside(place.start, place.end)) throw new Error('comment outside');
  for (const { offset } of facts.problems) if (!inside(offset, offset)) throw new Error('problem outside');
}

/** Texts cut off, with a stretch doubled and with a stretch missing; the same for the same seed. */
export function* broken(text: string, count: number, seed = 1): Generator<string> {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % Math.max(limit, 1);
  };
  for (let round = 0; round < count; round++) {
    const at = below(text.length);
    const to = at + below(12);
    yield text.slice(0, at);
    yield text.slice(0, to) + text.slice(at);
    yield text.slice(0, at) + text.slice(to);
  }
}
