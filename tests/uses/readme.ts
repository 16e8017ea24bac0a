import { readFileSync } from 'node:fs';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The fenced code of one language under a heading of the README, so that what is tested is what is read. */
export function readmeExample(heading: string, language: string): string {
  const section = README.split(/^#{2,3} /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`README.md has no heading '${heading}'`);
  const example = new RegExp('^```' + language + '\\n([\\s\\S]*?)^```$', 'm').exec(section)?.[1];
  if (example === undefined) throw new Error(`README.md has no ${language} example under '${heading}'`);
  return example;
}
