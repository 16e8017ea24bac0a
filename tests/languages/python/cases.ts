/** One case of a literate specification. */
export interface Case {
  readonly title: string;
  /** The Python files of the case; code whose fence names no file is `main.py`. */
  readonly files: ReadonlyMap<string, string>;
  /** What each line with a `reveal(…)` must give, by `file:line`. */
  readonly expected: ReadonlyMap<string, string>;
}

const FENCE = /^```python(?: (?<file>\S+))?\n(?<code>.*?)^```$/gms;
const REVEAL = /reveal\(.*\)\s+# (?<values>.*)$/;

/** The cases of a Markdown file: one for each `##` with code below it. */
export function readCases(markdown: string): readonly Case[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = ''] = section.split('\n', 1);
      const files = new Map<string, string>();
      for (const { groups } of section.matchAll(FENCE))
        files.set(groups?.file ?? 'main.py', groups?.code ?? '');
      const expected = new Map<string, string>();
      for (const [file, code] of files) {
        code.split('\n').forEach((line, index) => {
          const values = REVEAL.exec(line)?.groups?.values;
          if (values !== undefined) expected.set(`${file}:${index + 1}`, values);
        });
      }
      return { title, files, expected };
    });
}
