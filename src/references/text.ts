import type { Place } from './source.js';

/**
 * Text that remembers where each of its characters was written.
 *
 * Every reader turns the strings of its language into texts, and everything that looks into strings
 * (resource URIs, SQL, dotted names) works on a text's `flat` characters and asks `slice` where a
 * part of them stands. So `f"s3a://{BRONZE}/x"` can be parsed as one string, while the bucket in it is
 * pointed at in the file that says `BRONZE = "bronze"`.
 */
export type Text = Literal | Hole | Concatenation | Followed;

/**
 * Stands in `flat` for a part that is not statically known. A Unicode noncharacter: no source file
 * means anything by it.
 */
export const HOLE = '\uFDD0';

/** Characters written in one go. */
export interface Literal {
  readonly form: 'literal';
  readonly flat: string;
  /** The characters' range, quotes not included. */
  readonly place: Place;
  readonly offsets: Offsets;
}

/**
 * Where the characters of a literal stand: `identity`, one for one from the place's start; an array
 * with the source offset of each character and, last, of the end (for escapes, CRLF, `{{`); `whole`,
 * where the text was computed (lower-cased, say) and each part of it stands at the whole place.
 * Characters must stand without gaps: around a line continuation a reader makes two literals.
 */
export type Offsets = 'identity' | 'whole' | Int32Array;

/** A part that is not known. */
export interface Hole {
  readonly form: 'hole';
  readonly flat: typeof HOLE;
  readonly place: Place;
  /** Why the part is not known: an environment variable without a default, a parameter. */
  readonly origin: 'env' | 'argument' | null;
  /** The environment variable that is read. */
  readonly env: string | null;
}

/** Several texts joined by one expression: an f-string, a template, `a + b`, `"a" "b"`. */
export interface Concatenation {
  readonly form: 'concatenation';
  readonly flat: string;
  readonly place: Place;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly text: Text;
  /** Where the part stands in the joining expression: of a placeholder, braces included. */
  readonly place: Place;
}

/** A text that an expression leads to: a name to its constant, a call of getenv to its default. */
export interface Followed {
  readonly form: 'followed';
  readonly flat: string;
  /** The expression that leads there. */
  readonly place: Place;
  readonly step: Step;
  readonly text: Text;
}

/** One step on the way from a use to the place where a name is written. */
export interface Step {
  readonly origin: Origin;
  /** What was followed, as its file names it: `BRONZE`, `settings.bucket`, `MINIO_BUCKET`. */
  readonly label: string;
  /** The declaration that the step leads to. */
  readonly place: Place;
  /** The environment variable, where the step reads one. */
  readonly env: string | null;
}

export const ORIGINS = [
  'literal',
  'constant',
  'env',
  'env-default',
  'parameter-default',
  'option-default',
  'field-default',
  'config',
  'argument',
] as const;

export type Origin = (typeof ORIGINS)[number];

/** A part of a text, with all that is known of where it comes from. */
export interface Slice {
  /** The part's characters, holes included. */
  readonly flat: string;
  /** Where the part is written: inside a string, at a constant, at a default. */
  readonly written: Place;
  /** Where the part stands in the outermost expression, the one that uses it. */
  readonly used: Place;
  readonly origin: Origin | null;
  readonly env: string | null;
  /** From the use to the written place. */
  readonly steps: readonly Step[];
}

export function literal(flat: string, place: Place, offsets: Offsets = 'identity'): Literal {
  return { form: 'literal', flat: flat.includes(HOLE) ? flat.replaceAll(HOLE, '\uFFFD') : flat, place, offsets };
}

export function hole(place: Place, origin: Hole['origin'] = null, env: string | null = null): Hole {
  return { form: 'hole', flat: HOLE, place, origin, env };
}

export function concatenation(parts: readonly Part[], place: Place): Concatenation {
  let flat = '';
  for (const { text } of parts) flat += text.flat;
  return { form: 'concatenation', flat, place, parts };
}

export function followed(text: Text, step: Step, place: Place): Followed {
  return { form: 'followed', flat: text.flat, place, step, text };
}

/** Whether nothing of the text is known. */
export function isUnknown(flat: string): boolean {
  for (let index = 0; index < flat.length; index++) if (flat[index] !== HOLE) return false;
  return true;
}

/** Whether the whole text is known. */
export function isKnown(flat: string): boolean {
  return !flat.includes(HOLE);
}

/**
 * The characters `start` to `end` of `text.flat` with their origin. A part that lies in one literal
 * is found there, however many names lead to it; a part that several literals make up is where the
 * innermost expression joins them.
 */
export function slice(text: Text, start: number, end: number): Slice {
  const steps: Step[] = [];
  let node = text;
  let from = start;
  let to = end;
  for (;;) {
    const inner = descend(node, from, to);
    if (inner === null) break;
    if (node.form === 'followed') steps.push(node.step);
    node = inner.text;
    from -= inner.skipped;
    to -= inner.skipped;
  }
  return {
    flat: text.flat.slice(start, end),
    written: placeIn(node, from, to),
    used: usedPlace(text, start, end),
    origin: originOf(node, from, to, steps),
    env: envOf(node, steps),
    steps,
  };
}

/** The one child of a node that holds the whole part, or null where the node itself is the place. */
function descend(node: Text, start: number, end: number): { text: Text; skipped: number } | null {
  switch (node.form) {
    case 'literal':
    case 'hole':
      return null;
    case 'followed':
      return { text: node.text, skipped: 0 };
    case 'concatenation':
      return childHolding(node, start, end);
  }
}

function childHolding(node: Concatenation, start: number, end: number) {
  let skipped = 0;
  for (const { text } of node.parts) {
    const length = text.flat.length;
    if (length > 0 && start >= skipped && end <= skipped + length && start < skipped + length) {
      return { text, skipped };
    }
    skipped += length;
  }
  return null;
}

/** Where a part of a node stands in the node's own expression. */
function placeIn(node: Text, start: number, end: number): Place {
  switch (node.form) {
    case 'literal':
      return literalPlace(node, start, end);
    case 'hole':
    case 'followed':
      return node.place;
    case 'concatenation':
      return concatenationPlace(node, start, end);
  }
}

function literalPlace(node: Literal, start: number, end: number): Place {
  const { place, offsets } = node;
  if (offsets === 'whole') return place;
  if (offsets === 'identity') {
    return { source: place.source, start: place.start + start, end: place.start + end };
  }
  return { source: place.source, start: offsets[start] ?? place.start, end: offsets[end] ?? place.end };
}

function concatenationPlace(node: Concatenation, start: number, end: number): Place {
  let begin: Place | null = null;
  let finish: Place | null = null;
  let skipped = 0;
  for (const { text, place } of node.parts) {
    const length = text.flat.length;
    const from = Math.max(start - skipped, 0);
    const to = Math.min(end - skipped, length);
    if (from < to) {
      const part = text.form === 'literal' ? literalPlace(text, from, to) : place;
      begin ??= part;
      finish = part;
    }
    skipped += length;
  }
  if (begin === null || finish === null) return node.place;
  if (begin.source !== finish.source || begin.start > finish.end) return node.place;
  return { source: begin.source, start: begin.start, end: finish.end };
}

function usedPlace(text: Text, start: number, end: number): Place {
  if (text.form !== 'concatenation') return placeIn(text, start, end);
  const child = childHolding(text, start, end);
  if (child === null) return concatenationPlace(text, start, end);
  return usedPlace(child.text, start - child.skipped, end - child.skipped);
}

/** What is put together of parts that the environment gives, if only in part, comes from there. */
function originOf(node: Text, start: number, end: number, steps: readonly Step[]): Origin | null {
  if (node.form === 'hole') return node.origin;
  if (node.form === 'concatenation' && partsBetween(node, start, end).some(({ text }) => readsEnvironment(text))) return 'env-default';
  return steps.at(-1)?.origin ?? 'literal';
}

function readsEnvironment(text: Text): boolean {
  switch (text.form) {
    case 'literal':
      return false;
    case 'hole':
      return text.env !== null;
    case 'followed':
      return text.step.env !== null || readsEnvironment(text.text);
    case 'concatenation':
      return text.parts.some((part) => readsEnvironment(part.text));
  }
}

function envOf(node: Text, steps: readonly Step[]): string | null {
  if (node.form === 'hole' && node.env !== null) return node.env;
  for (const step of steps) if (step.env !== null) return step.env;
  return null;
}

/** The part `start` to `end` of a text, as a text: what `strip`, `removeprefix` and `split` give. */
export function subText(text: Text, start: number, end: number): Text {
  switch (text.form) {
    case 'hole':
      return text;
    case 'literal': {
      const offsets = typeof text.offsets === 'string' ? text.offsets : text.offsets.slice(start, end + 1);
      return literal(text.flat.slice(start, end), literalPlace(text, start, end), offsets);
    }
    case 'followed':
      return followed(subText(text.text, start, end), text.step, text.place);
    case 'concatenation':
      return concatenation(partsBetween(text, start, end), text.place);
  }
}

function partsBetween(node: Concatenation, start: number, end: number): Part[] {
  const parts: Part[] = [];
  let skipped = 0;
  for (const { text, place } of node.parts) {
    const length = text.flat.length;
    const from = Math.max(start - skipped, 0);
    const to = Math.min(end - skipped, length);
    if (from < to) parts.push({ text: subText(text, from, to), place });
    skipped += length;
  }
  return parts;
}

/**
 * A text with its known characters rewritten (`upper`, `replace`); its parts stand at the whole place
 * of what they were computed from. Holes stay holes, so `rewrite` must work piece by piece.
 */
export function rewritten(text: Text, rewrite: (known: string) => string): Text {
  switch (text.form) {
    case 'hole':
      return text;
    case 'literal': {
      const flat = rewrite(text.flat);
      return flat === text.flat ? text : literal(flat, text.place, 'whole');
    }
    case 'followed':
      return followed(rewritten(text.text, rewrite), text.step, text.place);
    case 'concatenation':
      return concatenation(
        text.parts.map((part) => ({ text: rewritten(part.text, rewrite), place: part.place })),
        text.place,
      );
  }
}
