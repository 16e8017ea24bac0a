import { join } from 'node:path';
import type { Files } from '../files.js';

const MANIFESTS = ['pyproject.toml', 'setup.py', 'setup.cfg'] as const;
/** How far below the root a monorepo's projects stand: `libs/kol/pyproject.toml`. */
const DEEPEST = 3;
const NO_PROJECTS = /^(?:\..*|node_modules|site-packages|venv|tests?|docs?|target|build|dist)$/;

/** As they were in one run. */
const known = new WeakMap<Files, { readonly run: number; readonly root: string; readonly projects: readonly string[] }>();

/** The folders of a repository that are Python projects of their own, and so installed beside each other. */
export function pythonProjects(files: Files, root: string): readonly string[] {
  const kept = known.get(files);
  if (kept?.run === files.run && kept.root === root) return kept.projects;
  const projects = projectsBelow(files, root, 0);
  known.set(files, { run: files.run, root, projects });
  return projects;
}

function projectsBelow(files: Files, folder: string, depth: number): string[] {
  const names = files.namesIn(folder);
  const own = MANIFESTS.some((manifest) => names.get(manifest) === 'file') ? [folder] : [];
  if (depth === DEEPEST) return own;
  const folders = [...names].filter(([name, form]) => form === 'folder' && !NO_PROJECTS.test(name));
  return [...own, ...folders.flatMap(([name]) => projectsBelow(files, join(folder, name), depth + 1))];
}
