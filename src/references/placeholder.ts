import { HOLE } from './text.js';

/**
 * Parts of an unformatted template that stand for something else, as logging, `%`, `.format`, Jinja,
 * the shell and documentation write them: `%s`, `%(bucket)s`, `{}`, `{bucket}`, `{{ bucket }}`,
 * `${BUCKET}`, `$BUCKET`, `$(…)`, `<bucket>`, `__BUCKET__`, `xxxx`.
 */
const PLACEHOLDER =
  /\$?\{\{[^{}\n]*\}\}|\$\{[^{}\n]*\}|\$\([^()\n]*\)|\$[A-Za-z_]\w*|\{[\w.!:[\]'" -]*\}|%\([\w.]+\)[sdr]|%[sdr](?![0-9A-Fa-f])|<[A-Za-z][\w .-]*>|\[[A-Z][A-Z_ -]*\]|__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__|(?<![\w-])(?:x{4,}|X{4,})(?![\w-])/y;

const FIRST: ReadonlySet<number> = new Set(Array.from('{$%<[_xX', (character) => character.charCodeAt(0)));

/** How many characters from `index` are a placeholder; 0 where none begins there. */
export function placeholderLength(flat: string, index: number): number {
  const first = flat.charCodeAt(index);
  if (!FIRST.has(first)) return 0;
  PLACEHOLDER.lastIndex = index;
  return PLACEHOLDER.exec(flat)?.[0].length ?? 0;
}

/** The characters with a hole for each placeholder. */
export function withoutPlaceholders(flat: string): string {
  let result = '';
  let copied = 0;
  for (let index = 0; index < flat.length; index++) {
    const length = placeholderLength(flat, index);
    if (length === 0) continue;
    result += flat.slice(copied, index) + HOLE;
    copied = index + length;
    index = copied - 1;
  }
  return copied === 0 ? flat : result + flat.slice(copied);
}
