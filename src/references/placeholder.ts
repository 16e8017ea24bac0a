import { HOLE } from './text.js';

/**
 * Parts of an unformatted template that stand for something else, as logging, `%`, `.format`, Jinja,
 * the shell and documentation write them: `%s`, `%(bucket)s`, `{}`, `{bucket}`, `{{ bucket }}`,
 * `${BUCKET}`, `$BUCKET`, `$(…)`, `<bucket>`, `__BUCKET__`.
 */
const PLACEHOLDER =
  /\$?\{\{[^{}\n]*\}\}|\$\{[^{}\n]*\}|\$\([^()\n]*\)|\$[A-Za-z_]\w*|\{[\w.!:[\]'" -]*\}|%\([\w.]+\)[sdr]|%[sdr](?![0-9A-Fa-f])|<[A-Za-z][\w .-]*>|\[[A-Z][A-Z_ -]*\]|__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__/y;

/** How many characters from `index` are a placeholder; 0 where none begins there. */
export function placeholderLength(flat: string, index: number): number {
  const first = flat.charCodeAt(index);
  // { $ % < [ _
  if (first !== 123 && first !== 36 && first !== 37 && first !== 60 && first !== 91 && first !== 95) return 0;
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
