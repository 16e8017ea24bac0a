import { CatalogueIndex } from '../../src/analysis/collect/catalogue-index.js';
import { collectReferences } from '../../src/analysis/collect/collect.js';
import { readerFor } from '../../src/analysis/readers.js';
import { LIBRARIES } from '../../src/catalogue/index.js';
import type { Library } from '../../src/catalogue/library.js';
import type { Facts } from '../../src/languages/facts.js';
import { displayName } from '../../src/references/name.js';
import type { Reference } from '../../src/references/reference.js';
import { createSource, positionAt, type Place } from '../../src/references/source.js';

const INDEXES = {
  python: indexOf('python', LIBRARIES),
  javascript: indexOf('javascript', LIBRARIES),
};

export function indexOf(language: Library['language'], libraries: readonly Library[]): CatalogueIndex {
  return new CatalogueIndex(libraries.filter((library) => library.language === language));
}

/** The references of a piece of code, by the name of the file it would stand in. */
export function referencesIn(code: string, path = 'a.py', libraries?: readonly Library[], manifest = ''): readonly Reference[] {
  const facts = factsIn(code, path);
  const language = /\.py$/.test(path) ? 'python' : 'javascript';
  const index = libraries === undefined ? INDEXES[language] : indexOf(language, libraries);
  return collectReferences(facts, { index, envShapes: () => undefined, dialect: null, manifest: () => manifest });
}

export function factsIn(code: string, path = 'a.py'): Facts {
  const reader = readerFor(path);
  if (reader === null) throw new Error(`No reader for ${path}.`);
  return reader.read(createSource(`/repo/${path}`, code), () => null, null);
}

/** `bucket kol-bronze`, as the catalogue's examples write it; mentions left out. */
export function shownNames(references: readonly Reference[]): string[] {
  return references.filter(({ use }) => use.access !== 'mention').map(({ kind, name }) => `${kind} ${displayName(name)}`);
}

/** `2:5 bucket kol-bronze`, where it is written, and ` <- 4:1` where it is used if that is elsewhere. */
export function shownWithPlaces(references: readonly Reference[]): string[] {
  return references.map(({ kind, name, qualifier, written, use }) => {
    const full = [...qualifier, name].map(displayName).join('.');
    const [there, here] = [shownPlace(written), shownPlace(use.place)];
    return `${there} ${kind} ${full}${there === here ? '' : ` <- ${here}`}${use.access === 'mention' ? ' (mention)' : ''}`;
  });
}

export function shownPlace({ source, start }: Place): string {
  const { line, column } = positionAt(source, start);
  return `${line}:${column}`;
}
