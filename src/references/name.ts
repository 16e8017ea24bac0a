import { HOLE, isKnown, isUnknown } from './text.js';

/** A resource's name: its characters, with `HOLE` for each part that is not statically known. */
export type Name = string;

/** The whole name, or null where a part of it is not known. */
export function wholeName(name: Name): string | null {
  return isKnown(name) ? name : null;
}

/** The known parts with `*` for each hole; null where all is known, or nothing. */
export function patternOf(name: Name): string | null {
  if (isKnown(name) || isUnknown(name)) return null;
  return name.replaceAll(HOLE, '*');
}

/** The name as a message shows it: `kol-{?}`. */
export function displayName(name: Name): string {
  return name.replaceAll(HOLE, '{?}');
}
