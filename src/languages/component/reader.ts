import type { Source } from '../../references/source.js';
import type { Comment, Facts, TextSite } from '../facts.js';
import { factsOf } from '../facts-of.js';
import { readOther } from '../other/reader.js';
import { viewOf, viewWithout } from '../view-of.js';
import { type Script, scriptsIn } from './scripts.js';

/** Reads code of JavaScript or TypeScript; without `.tsx`, `<T>x` is an assertion. */
export type ScriptReader = (code: Source, ending: '.ts' | '.tsx') => Facts;

/**
 * Reads a component of Vue, Svelte or Astro: its scripts as one module, or each alone where they are
 * none together, and the rest for its URIs. Places in scripts are in sources of the same path, lines
 * and offsets, in which everything else is blank.
 */
export function readComponent(source: Source, read: ScriptReader): Facts {
  const scripts = scriptsIn(source.text, source.path);
  const rest = readOther(source, viewWithout(source, scripts).text);
  const modules = modulesOf(source, scripts, read);
  const facts = factsOf(source, {
    calls: modules.flatMap(({ calls }) => calls),
    declarations: modules.flatMap(({ declarations }) => declarations),
    texts: inOrder([...rest.texts, ...modules.flatMap(({ texts }) => texts)]),
    statements: modules.flatMap(({ statements }) => statements),
    imports: modules.flatMap(({ imports }) => imports),
    embedded: modules.flatMap(({ embedded }) => embedded),
    comments: inOrder([...rest.comments, ...modules.flatMap(({ comments }) => comments)]),
    problems: modules.flatMap(({ problems }) => problems),
    exported: (name) => modules.flatMap((module) => module.exported(name)),
  });
  // What leads into other modules is only asked of a component that is read for itself.
  return {
    ...facts,
    get commands() {
      return modules.flatMap(({ commands }) => commands);
    },
    get carried() {
      return modules.flatMap(({ carried }) => carried ?? []);
    },
    get carriedTexts() {
      return modules.flatMap(({ carriedTexts }) => carriedTexts ?? []);
    },
  };
}

function modulesOf(source: Source, scripts: readonly Script[], read: ScriptReader): readonly Facts[] {
  if (scripts.length === 0) return [];
  const together = readScripts(source, scripts, read);
  if (together.problems.length === 0 || scripts.length === 1) return [together];
  return scripts.map((script) => readScripts(source, [script], read));
}

function readScripts(source: Source, scripts: readonly Script[], read: ScriptReader): Facts {
  return read(viewOf(source, scripts), scripts.some(({ language }) => language === 'jsx') ? '.tsx' : '.ts');
}

function inOrder<Item extends Comment | TextSite>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((one, other) => one.place.start - other.place.start);
}
