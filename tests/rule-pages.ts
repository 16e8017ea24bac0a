import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PAGES = fileURLToPath(new URL('../docs/rules', import.meta.url));

/** A fenced block of a page: an example with its verdict, or a file that the examples need. */
export interface Example {
  readonly language: string;
  readonly verdict: 'incorrect' | 'correct' | null;
  readonly file: string | null;
  readonly code: string;
  /** 1-based, of the block's first line in the page. */
  readonly line: number;
}

export interface RulePage {
  readonly rule: string;
  readonly text: string;
  readonly examples: readonly Example[];
}

const FENCE = /^```(\w+)([^\n]*)\n([^]*?)^```$/gm;

/** Every page of docs/rules, by the name of its rule. */
export function rulePages(): RulePage[] {
  return readdirSync(PAGES)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(PAGES, file), 'utf8');
      return { rule: basename(file, '.md'), text, examples: examplesOf(text) };
    });
}

function examplesOf(text: string): Example[] {
  return [...text.matchAll(FENCE)].map(({ index, 1: language = '', 2: marks = '', 3: code = '' }) => {
    const verdict = /\beslint\/(incorrect|correct)\b/.exec(marks)?.[1];
    return {
      language,
      verdict: verdict === 'incorrect' || verdict === 'correct' ? verdict : null,
      file: /\bfile=(\S+)/.exec(marks)?.[1] ?? null,
      code,
      line: text.slice(0, index).split('\n').length + 1,
    };
  });
}
