import type { Place, Source } from '../references/source.js';
import type { Text } from '../references/text.js';
import type { Declaration, Facts, TextSite, Value } from './facts.js';

/** The facts of a file of which only some were found; a file without code exports nothing. */
export function factsOf(source: Source, found: Partial<Omit<Facts, 'source'>>): Facts {
  return {
    source,
    calls: [],
    declarations: [],
    texts: [],
    commands: [],
    statements: [],
    imports: [],
    embedded: [],
    comments: [],
    problems: [],
    exported: () => [],
    ...found,
  };
}

/** One known text as the values of an expression. */
export function textValue(text: Text): readonly Value[] {
  return [{ form: 'text', text }];
}

/** An environment variable that is set, or given a default. */
export function variable(name: string, namePlace: Place, text: Text): Declaration {
  return { name, form: 'variable', path: [name], namePlace, values: () => textValue(text) };
}

/** The strings that declarations hold, as the sites they are as well: a URI counts whatever its key. */
export function sitesOf(declarations: readonly Declaration[]): TextSite[] {
  const sites: TextSite[] = [];
  for (const declaration of declarations) {
    for (const text of textsOf(declaration.values())) {
      sites.push({ place: text.place, context: { form: 'value' }, values: () => textValue(text) });
    }
  }
  return sites;
}

function textsOf(values: readonly Value[]): Text[] {
  return values.flatMap((value) => {
    if (value.form === 'text') return [value.text];
    if (value.form === 'list') return value.items.flatMap(textsOf);
    return [];
  });
}
