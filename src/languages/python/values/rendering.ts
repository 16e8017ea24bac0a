import type { Value } from '../../facts.js';
import { HOLE, literal, subText } from '../../../references/text.js';
import type { Text } from '../../../references/text.js';
import type { Expression, StringLiteral } from '../syntax/syntax.js';
import type { CallNode } from '../survey/survey.js';
import { entriesFor } from './collections.js';
import type { Evaluator } from './evaluator.js';
import { choicesOf, textValue } from './forms.js';
import type { Frame } from './frames.js';
import { joinTexts } from './joining.js';
import type { JoinedPart } from './joining.js';
import { keywordOf } from '../survey/expression-queries.js';

type TextValue = Extract<Value, { form: 'text' }>;

/** An expression of Jinja's. */
const TEMPLATE = /\{\{-?\s*([^{}]*?)\s*-?\}\}/g;
/** `params.lake.bucket`, `params["bucket"]`, `landing_bucket`. */
const PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[(["'])[\w.-]+\1\])*$/;
/** What an expression gives where nothing else is set: `x.get("bucket", "kol-raw")`, `x or "kol-raw"`, `x | default("kol-raw")`. */
const FALLBACK = /(?:\.get\(\s*["'][^"'\n]*["']\s*,\s*|\bor\s+|\|\s*d(?:efault)?\(\s*)(["'])([^"'\n]+)\1/d;

/**
 * What Airflow puts into the strings that it renders: the parameters of the task or of a DAG of the same
 * file, the DAG's own macros, and what an expression falls back on.
 * https://airflow.apache.org/docs/apache-airflow/stable/templates-ref.html
 */
export class Rendering {
  readonly #evaluator: Evaluator;
  /** The tasks' calls by the strings that they are given. */
  readonly #calls = new Map<Expression, CallNode>();
  readonly #ofDags: readonly CallNode[];

  private constructor(evaluator: Evaluator) {
    const { texts, callsByMethod } = evaluator.survey;
    this.#evaluator = evaluator;
    for (const { node, context } of texts) if (context.form === 'argument') this.#calls.set(node, context.call);
    this.#ofDags = ['DAG', 'dag'].flatMap((method) => callsByMethod.get(method) ?? []);
  }

  /** The rendering of a module; null where it has nothing to do with Airflow, or no template. */
  static of(evaluator: Evaluator): Rendering | null {
    const { source, survey } = evaluator;
    const isOfAirflow = survey.imports.some(({ specifier }) => specifier.startsWith('airflow'));
    return isOfAirflow && source.text.includes('{{') ? new Rendering(evaluator) : null;
  }

  /** The values of a string with what is known of its templates put in. */
  rendered(node: StringLiteral, values: readonly Value[], frame: Frame | null): readonly Value[] {
    if (!values.some((value) => value.form === 'text' && value.text.flat.includes('{{'))) return values;
    return values.flatMap((value) => (value.form === 'text' ? this.#rendered(node, value, frame) : [value]));
  }

  #rendered(node: StringLiteral, value: TextValue, frame: Frame | null): readonly Value[] {
    const { text } = value;
    const place = this.#evaluator.place(node);
    const parts: JoinedPart[] = [];
    let done = 0;
    const keep = (start: number, end: number) => {
      if (end > start) parts.push({ values: [textValue(subText(text, start, end), choicesOf(value))], place });
    };
    for (const match of text.flat.matchAll(TEMPLATE)) {
      const given = this.#given(node, text, match, frame);
      if (given === null) continue;
      const end = match.index + match[0].length;
      keep(done, match.index);
      parts.push({ values: given, place });
      done = end;
    }
    if (parts.length === 0) return [value];
    keep(done, text.flat.length);
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only.values : joinTexts(parts, place);
  }

  /** What one expression gives; null where that is not known. */
  #given(node: StringLiteral, text: Text, match: RegExpMatchArray, frame: Frame | null): readonly Value[] | null {
    const [written, expression = ''] = match;
    if (PATH.test(expression)) return this.#valuesAt(node, keysOf(expression), frame);
    const range = FALLBACK.exec(written)?.indices?.[2];
    if (range === undefined) return null;
    const start = match.index ?? 0;
    return [textValue(subText(text, start + range[0], start + range[1]))];
  }

  #valuesAt(node: StringLiteral, keys: readonly string[], frame: Frame | null): readonly Value[] | null {
    const [first = '', ...rest] = keys;
    const own = this.#calls.get(node);
    if (first !== 'params') return this.#among(this.#ofDags, 'user_defined_macros', keys, null);
    return (own === undefined ? null : this.#among([own], 'params', rest, frame)) ?? this.#among(this.#ofDags, 'params', rest, null);
  }

  /** The values under the keys of what the calls are given by a keyword; null where there are none. */
  #among(calls: readonly CallNode[], keyword: string, keys: readonly string[], frame: Frame | null): readonly Value[] | null {
    const values = calls.flatMap(({ node, scope }): readonly Value[] => {
      const given = keywordOf(node, keyword);
      if (given === null) return [];
      return keys.reduce<readonly Value[]>((found, key) => this.#under(found, key, given), this.#evaluator.values(given, scope, frame));
    });
    const texts = values.filter((value) => value.form === 'text' && value.text.flat !== HOLE);
    return texts.length === 0 ? null : texts;
  }

  #under(values: readonly Value[], key: string, around: Expression): readonly Value[] {
    const place = this.#evaluator.place(around);
    const keys = [textValue(literal(key, place, 'whole'))];
    return values.flatMap((value) => (value.form === 'record' ? (entriesFor(value, keys, key, place) ?? []) : []));
  }
}

function keysOf(path: string): readonly string[] {
  return path.replaceAll(/\[["']|["']\]/g, '.').split('.').filter((key) => key !== '');
}
