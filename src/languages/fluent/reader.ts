import type { Source } from '../../references/source.js';
import { literal } from '../../references/text.js';
import { expanded } from '../expansion.js';
import type { Comment, Declaration, Facts } from '../facts.js';
import { factsOf, sitesOf, textValue } from '../facts-of.js';

/** The sections that Fluent Bit and Fluentd have, each on a line of its own. */
const OWN_SECTION =
  /^[ \t]*(?:\[(?:SERVICE|INPUT|FILTER|OUTPUT|PARSER|MULTILINE_PARSER)\]|<(?:source|match|filter|store|label|system)(?:[ \t][^>\n]*)?>)[ \t]*\r?$/im;

/** Whether a text is a configuration of Fluent Bit's or Fluentd's, whatever its file is called. */
export function isFluent(text: string): boolean {
  return OWN_SECTION.test(text);
}

const LINE = /[^\r\n]+/g;
const OPENS = /^\s*(?:\[(\w+)\]|<(\w+)[^>]*>)\s*$/;
const CLOSES = /^\s*<\/\w+>\s*$/;
/** `bucket kol-logs`, `@type s3`. */
const SETTING = /^(\s*@?)([A-Za-z][\w.]*)[ \t]+(\S(?:.*\S)?)\s*$/;

/**
 * Reads the configuration of Fluent Bit (`[OUTPUT]`) or Fluentd (`<match kol.**>`): in each section a key
 * and its value a line, with blanks between. A section of Fluentd's may stand in another one.
 */
export function readFluent(source: Source): Facts {
  const declarations: Declaration[] = [];
  const comments: Comment[] = [];
  let sections: readonly string[] = [];
  let count = 0;
  for (const { index: at, 0: line } of source.text.matchAll(LINE)) {
    const sign = /^\s*#/.exec(line)?.[0].length ?? 0;
    const opened = OPENS.exec(line);
    if (sign > 0) comments.push({ text: line.slice(sign), form: 'line', place: { source, start: at + sign - 1, end: at + line.length } });
    else if (opened !== null) {
      // Sections of one name are apart by their number.
      const section = [opened[1] ?? opened[2] ?? '', String(count++)];
      sections = opened[1] === undefined ? [...sections, ...section] : section;
    } else if (CLOSES.test(line)) sections = sections.slice(0, -2);
    else declarations.push(...setting(source, at, line, sections));
  }
  return factsOf(source, { declarations, texts: sitesOf(declarations), comments });
}

function setting(source: Source, at: number, line: string, sections: readonly string[]): readonly Declaration[] {
  const [, before = '', name = '', value = ''] = SETTING.exec(line) ?? [];
  if (name === '') return [];
  const start = at + before.length;
  const end = at + line.trimEnd().length;
  const written = literal(value, { source, start: end - value.length, end });
  const text = expanded(written, { value: () => null, escape: 'none', bracesOnly: true });
  return [{ name, form: 'key', path: [...sections, name], namePlace: { source, start, end: start + name.length }, values: () => textValue(text) }];
}
