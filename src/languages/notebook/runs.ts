/**
 * The module that `%run` names, as an import would: `./setup/config` is `.setup.config`. Null for a path of
 * a workspace, which is not in the repository, and for what is no module's name.
 */
export function moduleOfRun(written: string): string | null {
  const path = /^\s*(?:-\w+\s+)*(["']?)([^"'\s]+)\1/.exec(written)?.[2] ?? '';
  const module = /^((?:\.{1,2}\/)*)([\w-]+(?:\/[\w-]+)*)(?:\.py|\.ipynb)?$/.exec(path);
  if (module === null) return null;
  const [, before = '', names = ''] = module;
  const up = before.split('/').filter((part) => part === '..').length;
  return '.'.repeat(up + 1) + names.replaceAll('/', '.');
}
