import { LIBRARIES } from '../../catalogue/index.js';
import type { Library } from '../../catalogue/library.js';
import { CatalogueIndex } from './catalogue-index.js';
import type { Language } from '../readers.js';

type Asked = Library['language'] | 'any';

/** By the user's own libraries: every workspace without some shares one catalogue, and what it remembers. */
const catalogues = new WeakMap<readonly Library[], Map<Asked, CatalogueIndex>>();

/** The catalogue for files of a language, the user's own libraries before the others; made when it is first asked for. */
export function catalogueFor(language: Language, own: readonly Library[]): CatalogueIndex {
  // A shell script may hold Python, a Markdown file anything.
  const asked = language === 'python' || language === 'javascript' ? language : 'any';
  const known = catalogues.get(own) ?? new Map<Asked, CatalogueIndex>();
  catalogues.set(own, known);
  let index = known.get(asked);
  if (index === undefined) {
    index = new CatalogueIndex([...own, ...LIBRARIES].filter((library) => asked === 'any' || library.language === asked));
    known.set(asked, index);
  }
  return index;
}
