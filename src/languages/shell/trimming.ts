/** What is left of a text by `#prefix`, `##prefix`, `%suffix` or `%%suffix`; a doubled sign takes the longest match. */
export function keptBy(sign: string, pattern: string, flat: string): { readonly start: number; readonly end: number } {
  const lengths = Array.from({ length: flat.length + 1 }, (_, length) => length);
  if (sign.length === 2) lengths.reverse();
  const pieces = pattern.split('*').map((piece) => piece.replaceAll(/[.+^${}()|/-]/g, '\\$&'));
  const glob = new RegExp(`^${pieces.join('[^]*')}$`);
  const isPrefix = sign.startsWith('#');
  const taken = lengths.find((length) => glob.test(isPrefix ? flat.slice(0, length) : flat.slice(flat.length - length))) ?? 0;
  return isPrefix ? { start: taken, end: flat.length } : { start: 0, end: flat.length - taken };
}
