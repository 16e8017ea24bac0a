/** A fenced code block; the range is that of its lines, without the fences. */
export interface CodeBlock {
  /** The first word of the info string in lower case, braces and dots taken off; '' where there is none. */
  readonly language: string;
  readonly start: number;
  readonly end: number;
}

const FENCE = /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(`{3,}|~{3,})[ \t]*([^\n\r]*)\r?$/;

/** The fenced code blocks of a Markdown text (https://spec.commonmark.org/0.31.2/#fenced-code-blocks). */
export function codeBlocksIn(text: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { readonly fence: string; readonly language: string; readonly start: number } | null = null;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const match = FENCE.exec(text.slice(at, end));
    const [, fence = '', info = ''] = match ?? [];
    if (open === null && match !== null && !(fence.startsWith('`') && info.includes('`'))) {
      open = { fence, language: languageOf(info), start: Math.min(end + 1, text.length) };
    } else if (open !== null && info.trim() === '' && fence.startsWith(open.fence)) {
      blocks.push({ language: open.language, start: open.start, end: at });
      open = null;
    }
    at = end + 1;
  }
  // A block that nothing closes goes to the end of the text.
  if (open !== null) blocks.push({ language: open.language, start: open.start, end: text.length });
  return blocks;
}

/** `python`, `{.python}`, `{python, echo=FALSE}`, `sql title="x"`. */
function languageOf(info: string): string {
  return /^[{.\s]*([^\s{},:=]*)/.exec(info)?.[1]?.toLowerCase() ?? '';
}
