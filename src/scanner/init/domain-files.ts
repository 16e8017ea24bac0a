import { basename, dirname } from 'node:path/posix';
import { isEnvFile } from '../../languages/dotenv/file-name.js';
import { groupBy } from '../group-by.js';

/** How often a file's names carry each domain's word. */
export type WordCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A folder is a domain's if so large a part of the names in it are; with fewer names nothing is said. */
const MOSTLY = 0.8;
const FEWEST = 3;
const GLOB_CHARACTER = /[*?{}[\]()!\\]/;

/**
 * Which files are whose, as globs by domain: folders and files that carry a domain's word in their own
 * name, and folders whose names of resources are mostly one domain's. No file is given to two.
 *
 * @param files relative to the repository, with slashes
 */
export function domainFiles(
  domains: readonly string[],
  files: readonly string[],
  counts: WordCounts,
): ReadonlyMap<string, readonly string[]> {
  const claims = new Map<string, string[]>(domains.map((domain) => [domain, []]));
  const visit = (folder: string, below: readonly string[]): void => {
    const owner = folder === '' ? null : (domainIn(basename(folder), domains) ?? mostlyOf(below, domains, counts));
    if (owner !== null && !GLOB_CHARACTER.test(folder)) {
      claims.get(owner)?.push(`${folder}/**`);
      return;
    }
    const children = groupBy(below, (file) => childFolder(folder, file));
    for (const [child, inside] of children) {
      if (child !== null) visit(child, inside);
    }
    for (const [domain, globs] of claims) globs.push(...namedFiles(children.get(null) ?? [], domain, domains));
  };
  visit('', files);
  return claims;
}

/** The one domain whose word is in the name of a file or folder: `kol-platform`, `.env.kol`, `payments-service` for `payment`. */
export function domainIn(name: string, domains: readonly string[]): string | null {
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  const named = domains.filter((domain) => words.includes(domain) || words.includes(`${domain}s`));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The domain that nearly all names in some files are of; null where others' files or folders are among them. */
function mostlyOf(files: readonly string[], domains: readonly string[], counts: WordCounts): string | null {
  const sums = domains.map((domain) => ({
    domain,
    count: files.reduce((sum, file) => sum + (counts.get(file)?.get(domain) ?? 0), 0),
  }));
  const total = sums.reduce((sum, { count }) => sum + count, 0);
  const most = sums.find(({ count }) => count >= FEWEST && count >= total * MOSTLY);
  if (most === undefined) return null;
  const others = domains.filter((domain) => domain !== most.domain);
  const isOthers = files.some((file) => file.split('/').some((part) => domainIn(part, others) !== null));
  return isOthers ? null : most.domain;
}

function childFolder(folder: string, file: string): string | null {
  const below = folder === '' ? file : file.slice(folder.length + 1);
  const end = below.indexOf('/');
  if (end < 0) return null;
  return folder === '' ? below.slice(0, end) : `${folder}/${below.slice(0, end)}`;
}

/** Files that carry the domain's word; `.env.kol` needs no glob, it is the domain's by its name. */
function namedFiles(files: readonly string[], domain: string, domains: readonly string[]): string[] {
  const named = files.filter((file) => {
    const name = basename(file);
    return domainIn(name, domains) === domain && !isEnvFile(name) && !GLOB_CHARACTER.test(file);
  });
  const globs = named.map((file) => {
    const stem = /^[a-z0-9]+[-_.]/i.exec(basename(file))?.[0];
    const folder = dirname(file) === '.' ? '' : `${dirname(file)}/`;
    return stem?.slice(0, -1).toLowerCase() === domain ? `${folder}${stem}*` : file;
  });
  return [...new Set(globs)];
}
