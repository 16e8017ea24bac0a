import { readerFor } from '../analysis/readers.js';
import type { Facts } from '../languages/facts.js';
import { factsOf } from '../languages/facts-of.js';
import type { Source } from '../references/source.js';
import { createLanguage, type DomainSeparationLanguage } from './create-language.js';

/** The languages that this plugin brings along; the file's name tells the reader, as in the scanner. */
export const languages = {
  python: createLanguage(commentsOf),
  sql: createLanguage(commentsOf),
  dotenv: createLanguage(commentsOf),
  shell: createLanguage(commentsOf),
  makefile: createLanguage(commentsOf),
  dockerfile: createLanguage(commentsOf),
  properties: createLanguage(commentsOf),
  ini: createLanguage(commentsOf),
  terraform: createLanguage(commentsOf),
  notebook: createLanguage(commentsOf),
  yaml: createLanguage(commentsOf),
  json: createLanguage(commentsOf),
  toml: createLanguage(commentsOf),
  markdown: createLanguage(commentsOf),
  other: createLanguage(commentsOf),
} satisfies Readonly<Record<string, DomainSeparationLanguage>>;

/** The facts without what other modules say: ESLint asks a file only for its comments. */
function commentsOf(source: Source): Facts {
  return readerFor(source.path)?.read(source, () => null, null) ?? factsOf(source, {});
}
