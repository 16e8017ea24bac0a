import { dirname, join } from 'node:path';
import type { Files } from '../files.js';
import { foldersUp } from '../folders-up.js';
import type { Language } from '../readers.js';

const OF_ANY_LANGUAGE = ['pyproject.toml', 'requirements.txt', 'package.json', 'pom.xml', 'build.gradle', 'build.gradle.kts', 'go.mod'];

/** The files in which a package says what it depends on. */
const MANIFESTS: Partial<Readonly<Record<Language, readonly string[]>>> = {
  javascript: ['package.json'],
  python: ['pyproject.toml', 'requirements.txt'],
  // A configuration may be of a program in any language, and variables of what is started beside it.
  configuration: OF_ANY_LANGUAGE,
  dotenv: [...OF_ANY_LANGUAGE, 'docker-compose.yml', 'docker-compose.yaml', 'compose.yml', 'compose.yaml'],
};

/** Components of pages, which speak to people: a `topic` there is a subject, whatever else their package speaks to. */
const COMPONENT = /\.(?:[jt]sx|vue|svelte|astro)$/;

/** The manifests of the packages that a file is in, the nearest first. */
export function manifestsFor(files: Files, root: string, path: string, language: Language): readonly string[] {
  const names = COMPONENT.test(path) ? [] : (MANIFESTS[language] ?? []);
  const found: string[] = [];
  if (names.length === 0) return found;
  for (const folder of foldersUp(root, dirname(path))) {
    for (const name of names) if (files.isFile(join(folder, name))) found.push(join(folder, name));
  }
  return found;
}
