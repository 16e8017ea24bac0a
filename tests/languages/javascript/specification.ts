import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type FlatConfig, Linter } from '@typescript-eslint/utils/ts-eslint';
import { displayName } from '../../../src/references/name.js';
import { type Source, createSource, positionAt } from '../../../src/references/source.js';
import { type Text, slice } from '../../../src/references/text.js';
import type { Facts, Value } from '../../../src/languages/facts.js';
import { parseJavaScript } from '../../../src/languages/javascript/parse.js';
import { readJavaScript } from '../../../src/languages/javascript/reader.js';
import type { JavaScriptTree } from '../../../src/languages/javascript/tree.js';

/** One case of a specification: files, of which the first is read, and what is to be said of it. */
export interface Case {
  readonly title: string;
  readonly line: number;
  readonly files: ReadonlyMap<string, string>;
  /** By what they are of: `values`, `calls`, `declarations`, `texts`, `imports`, `commands`, `carried`, `carried-texts`. */
  readonly expected: ReadonlyMap<string, readonly string[]>;
}

const FENCE = /^```([\w-]+)(?: (\S+))?\n([\s\S]*?)^```$/gm;
const LANGUAGES = new Set(['js', 'ts', 'jsx', 'tsx']);

/**
 * The cases of a Markdown file, one a heading. A fence of code is a file (```` ```ts config.ts ````;
 * `main` with the fence's language where it has no name); any other fence holds expected lines.
 */
export function readCases(path: string): Case[] {
  const markdown = readFileSync(path, 'utf8');
  const headings = [...markdown.matchAll(/^## (.+)$/gm)];
  return headings.map((heading, index) => {
    const body = markdown.slice(heading.index, headings[index + 1]?.index);
    const files = new Map<string, string>();
    const expected = new Map<string, readonly string[]>();
    for (const [, language = '', name, content = ''] of body.matchAll(FENCE)) {
      if (LANGUAGES.has(language)) files.set(name ?? `main.${language}`, content);
      else
        expected.set(
          language,
          content.split('\n').filter((line) => line !== ''),
        );
    }
    const line = markdown.slice(0, heading.index).split('\n').length;
    return { title: heading[1] ?? '', line, files, expected };
  });
}

export type Parser = (source: Source) => JavaScriptTree;

export function parseWithTypeScript(source: Source): JavaScriptTree {
  const tree = parseJavaScript(source);
  if ('message' in tree) throw new Error(`${source.path}: ${tree.message}`);
  return tree;
}

/** The tree as a rule sees it in ESLint, made by ESLint's own parser. */
export function parseWithEspree(source: Source, sourceType: 'module' | 'script' = 'module'): JavaScriptTree {
  let tree: JavaScriptTree | null = null;
  const config: FlatConfig.Config = {
    languageOptions: { sourceType, parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: { 'test/take': 'error' },
    plugins: {
      test: {
        rules: {
          take: {
            meta: { type: 'problem', messages: {}, schema: [] },
            create(context) {
              tree = context.sourceCode;
              return {};
            },
          },
        },
      },
    },
  };
  const messages = new Linter().verify(source.text, config);
  if (tree === null) throw new Error(messages.map(({ message }) => message).join());
  return tree;
}

/** The facts of a case's first file; other files are loaded by relative specifier, or by bare name. */
export function factsOfCase({ files }: Case, parser: Parser): Facts {
  const loaded = new Map<string, Facts>();
  const read = (path: string): Facts | null => {
    const known = loaded.get(path);
    const text = files.get(path);
    if (known !== undefined || text === undefined) return known ?? null;
    const source = createSource(`/repo/${path}`, text);
    const facts = readJavaScript(source, parser(source), (specifier, from) => {
      const target = join(dirname(from.path), specifier).replace('/repo/', '').replace(/\.js$/, '');
      return read(`${target}.ts`) ?? read(`${target}.js`) ?? read(`${target}/index.ts`);
    });
    loaded.set(path, facts);
    return facts;
  };
  const facts = read([...files.keys()][0] ?? '');
  if (facts === null) throw new Error('The case has no code.');
  return facts;
}

/** What is said of a file, in the lines that a case expects. */
export function shown(facts: Facts, of: string): string[] {
  const show = (values: readonly Value[]) =>
    values.map((value) => shownValue(value, facts.source)).join(' | ') || 'nothing';
  switch (of) {
    case 'values':
      return facts.calls
        .filter(({ method }) => method === 'show')
        .map((call) => show(call.arguments[0]?.values() ?? []));
    case 'calls':
      return facts.calls.map((call) =>
        call
          .callees()
          .map(({ path }) => path)
          .join(' | '),
      );
    case 'declarations':
      return facts.declarations.map(
        (one) =>
          `${one.form} ${one.path.join('.')}${at(one.namePlace, facts.source)} = ${show(one.values())}`,
      );
    case 'texts':
      return facts.texts.map(
        ({ context, ...site }) =>
          `${context.form}${context.form === 'argument' ? ` of ${context.call.method}` : ''}: ${show(site.values())}`,
      );
    case 'imports':
      return facts.imports.map(
        ({ specifier, names, place }) => `${specifier}${at(place, facts.source)} {${names.join(', ')}}`,
      );
    case 'commands':
      return facts.commands.map(({ words }) => words.map(({ flat }) => displayName(flat)).join(' '));
    case 'carried':
      return (facts.carried ?? []).map(({ call, place }) => {
        const given = call.arguments.map((argument) => show(argument.values())).join(', ');
        return `${at(place, facts.source).slice(1)} ${call.method}(${given})`;
      });
    case 'carried-texts':
      return (facts.carriedTexts ?? []).map(({ site, place }) => `${at(place, facts.source).slice(1)} ${show(site.values())}`);
    case 'comments':
      return facts.comments.map(({ form, text, place }) => `${form}${at(place, facts.source)}${text}`);
    default:
      throw new Error(`Nothing is known of ${of}.`);
  }
}

/** `kol-bronze@1:8 <constant BRONZE>`: where it is written, and the way there from the use. */
function shownText(text: Text, source: Source): string {
  const { written, steps, env } = slice(text, 0, text.flat.length);
  const way = steps.map((step) => ` <${step.origin} ${step.label}>`).join('');
  const variable = env === null || way.includes(env) ? '' : ` $${env}`;
  return `${displayName(text.flat).replaceAll('\n', '\\n')}${at(written, source)}${variable}${way}`;
}

function at(place: { readonly source: Source; readonly start: number }, source: Source): string {
  const { line, column } = positionAt(place.source, place.start);
  const file = place.source === source ? '' : `${basename(place.source.path)}:`;
  return `@${file}${line}:${column}`;
}

function shownValue(value: Value, source: Source): string {
  switch (value.form) {
    case 'text':
      return shownText(value.text, source);
    case 'list':
      return `[${value.items.map((item) => item.map((inner) => shownValue(inner, source)).join(' | ')).join(', ')}]`;
    case 'record':
      return `{${value.entries
        .map(
          ({ key, ...entry }) =>
            `${key.flat}: ${entry.values()
              .map((inner) => shownValue(inner, source))
              .join(' | ')}`,
        )
        .join(', ')}}`;
    case 'thing':
      return value.path;
    case 'unknown':
      return 'unknown';
  }
}
