import type { Language } from '@eslint/core';

import { readDotenv } from '../languages/dotenv/reader.js';
import type { Facts } from '../languages/facts.js';
import { factsOf } from '../languages/facts-of.js';
import type { Source } from '../references/source.js';
import { createLanguage } from './create-language.js';

/** The languages that this plugin brings along, each with its reader. */
const READERS = {
  python: (source) => factsOf(source, {}),
  sql: (source) => factsOf(source, {}),
  dotenv: readDotenv,
} satisfies Readonly<Record<string, (source: Source) => Facts>>;

export const languages: Readonly<Record<keyof typeof READERS, Language>> = {
  python: createLanguage(READERS.python),
  sql: createLanguage(READERS.sql),
  dotenv: createLanguage(READERS.dotenv),
};
