import { resolve } from 'node:path';

import type { File, Language } from '@eslint/core';

import type { Facts } from '../languages/facts.js';
import { createSource, type Source } from '../references/source.js';
import { OWN_ROOT } from '../reporting/create-rule.js';
import {
  COLUMN_START,
  DomainSeparationSourceCode,
  LINE_START,
  locationOf,
  type FileNode,
} from './source-code.js';

export type DomainSeparationLanguage = Language<{
  LangOptions: Record<string, unknown>;
  Code: DomainSeparationSourceCode;
  RootNode: FileNode;
  Node: FileNode;
}>;

/**
 * Makes ESLint's language of a reader. What a reader cannot make out is no fatal error, which would
 * keep every rule from the file: the rest was read, and the rules report what they find there.
 */
export function createLanguage(read: (source: Source) => Facts): DomainSeparationLanguage {
  return {
    fileType: 'text',
    lineStart: LINE_START,
    columnStart: COLUMN_START,
    nodeTypeKey: 'type',
    visitorKeys: { [OWN_ROOT]: [] },
    defaultLanguageOptions: {},
    /** Language options meant for JavaScript come along wherever a configuration does not scope them. */
    validateLanguageOptions() {},
    /** There are none; ESLint's rule `strict`, set loose on every file, looks into `parserOptions`. */
    normalizeLanguageOptions: () => ({ parserOptions: {} }),
    parse(file) {
      const source = createSource(pathOf(file), textOf(file));
      const { length } = source.text;
      const loc = locationOf({ source, start: 0, end: length });
      const ast: FileNode = { type: OWN_ROOT, range: [0, length], loc, source };
      return { ok: true, ast };
    },
    createSourceCode: (_file, { ast }) => new DomainSeparationSourceCode(ast, read),
  };
}

/** Code that a processor took out of a file has a path of its own below that file's. */
function pathOf(file: File): string {
  return resolve(file.path);
}

function textOf({ body }: File): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}
