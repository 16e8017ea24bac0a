import { fileGlobs, pathWithin } from './file-globs.js';

/** Words of which the names of folders and modules are made whose code is for everybody around them. */
const EVERYBODYS: ReadonlySet<string> = new Set([
  'common', 'commons', 'core', 'helper', 'helpers', 'lib', 'libs', 'shared', 'util', 'utilities', 'utility', 'utils',
]);

/** Whether a file of a domain is code for everybody around it, so that another file may import it. */
export type IsCommonCode = (path: string, importer: string) => boolean;

/**
 * Tells whether a domain has a file only because it has all that stands around it, while the file says by its name
 * that it is for everybody there: `dags/common/db.py` of `dags/**` or `**`, for `dags/sme_daily.py`. A glob
 * that leads to such code (`dags/common/**`, `kol/**` for what is outside of `kol`) makes it the domain's own.
 *
 * @param globs of the domain that has the files, relative to `root`
 */
export function commonCode(root: string, globs: readonly string[]): IsCommonCode {
  const claims = globs
    .filter((glob) => !glob.startsWith('!'))
    .map((glob) => ({ glob, ground: groundOf(glob), files: fileGlobs(root, [glob]) }));
  return (path, importer) => {
    const file = pathWithin(root, path);
    const from = pathWithin(root, importer);
    if (file === null || from === null) return false;
    const those = claims.filter(({ files }) => files.covers(path));
    // A file that is the domain's by its own name (`.env.kol`) is claimed by none.
    return those.length > 0 && those.every(({ glob, ground }) => {
      if (!from.startsWith(ground)) return false;
      return file.slice(ground.length).split('/').some((part) => isEverybodys(part) && !glob.includes(part));
    });
  };
}

/** The folder that a glob begins with: `dags/` of `dags/**`, none of `**`. */
function groundOf(glob: string): string {
  return /^(?:[^*?[{/]+\/)*/.exec(glob.replace(/^\.\//, ''))?.[0] ?? '';
}

/** `common`, `utils.py`, `shared_lib`; not `sales_utils.py`. */
function isEverybodys(part: string): boolean {
  const [name = ''] = part.split('.');
  return name.toLowerCase().split(/[-_]/).every((word) => EVERYBODYS.has(word));
}
