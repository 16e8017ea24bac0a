import type { Span } from '../../references/named-part.js';

/** A script of a component; the range is that of its code, without the tags. */
export interface Script extends Span {
  readonly language: 'typescript' | 'jsx';
}

const ELEMENT = /<!--[^]*?(?:-->|$)|<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([^]*?)(?:<\/script\s*>|$)/gi;
const FRONT_MATTER = /^\s*---[ \t]*\r?\n([^]*?)^---[ \t]*$/m;
/** What is no script: data, templates, and what stands in another file. */
const NO_SCRIPT = /\btype\s*=\s*["']?(?!(?:module|text\/(?:java|type)script|application\/javascript)\b)|\bsrc\s*=/i;

/** The scripts of a Vue, Svelte or Astro component: its `<script>` elements, and Astro's front matter. */
export function scriptsIn(text: string, path: string): readonly Script[] {
  const scripts: Script[] = [];
  const front = path.endsWith('.astro') ? FRONT_MATTER.exec(text) : null;
  const begin = front === null ? 0 : front.index + front[0].length;
  if (front !== null) scripts.push(scriptAt(front.index + front[0].indexOf('\n') + 1, front[1] ?? '', ''));
  for (const { index, 1: attributes, 2: code } of text.matchAll(ELEMENT)) {
    if (index < begin || attributes === undefined || code === undefined || NO_SCRIPT.test(attributes)) continue;
    scripts.push(scriptAt(index + '<script>'.length + attributes.length, code, attributes));
  }
  return scripts;
}

function scriptAt(start: number, code: string, attributes: string): Script {
  const language = /\blang\s*=\s*["']?[jt]sx\b/i.test(attributes) ? 'jsx' : 'typescript';
  return { start, end: start + code.length, language };
}
