import { fileGlobs, pathWithin } from './file-globs.js';
import { withoutBang } from './policy-checker.js';

/** Words of which the names of folders and modules are made whose code is for everybody around them. */
const EVERYBODYS: ReadonlySet<string> = new Set([
  'common', 'commons', 'core', 'helper', 'helpers', 'lib', 'libs', 'shared', 'util', 'utilities', 'utility', 'utils',
]);

/**
 * Whether a domain has a file only because it has all that stands around it, while the file says by its name
 * that it is for everybody there: `dags/common/db.py` of `dags/**` or `**`, for `dags/sme_daily.py`. A glob
 * that leads to such code (`dags/common/**`, `kol/**` for what is outside of `kol`) makes it the domain's own.
 *
 * @param globs of the domain that has the file, relative to `root`
 */
export function isCommonCode(root: string, globs: readonly string[], path: string, importer: string): boolean {
  const file = pathWithin(root, path);
  const from = pathWithin(root, importer);
  if (file === null || from === null) return false;
  const claims = globs.filter((glob) => !glob.startsWith('!') && fileGlobs(root, [glob]).covers(path));
  // A file that is the domain's by its own name (`.env.kol`) is claimed by none.
  return claims.length > 0 && claims.every((glob) => {
    const ground = groundOf(glob);
    if (!from.startsWith(ground)) return false;
    return file.slice(ground.length).split('/').some((part) => isEverybodys(part) && !glob.includes(part));
  });
}

/** The folder that a glob begins with: `dags/` of `dags/**`, none of `**`. */
function groundOf(glob: string): string {
  return /^(?:[^*?[{/]+\/)*/.exec(withoutBang(glob).replace(/^\.\//, ''))?.[0] ?? '';
}

/** `common`, `utils.py`, `shared_lib`; not `sales_utils.py`. */
function isEverybodys(part: string): boolean {
  const [name = ''] = part.split('.');
  return name.toLowerCase().split(/[-_]/).every((word) => EVERYBODYS.has(word));
}
