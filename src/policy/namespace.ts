import { FOLDED_KINDS, type Kind } from '../references/kind.js';
import type { Name } from '../references/name.js';
import { HOLE, isUnknown } from '../references/text.js';
import { ANYTHING, expandBraces, fixedPattern, parseGlob, PART_END } from './glob.js';
import type { GlobSyntax, Pattern } from './glob.js';
import { nameSet } from './name-set.js';
import type { Membership, NameSet } from './name-set.js';
import { withoutBang } from './policy-checker.js';

/** The names of one kind that a domain owns, that are shared, or that a grant covers. */
export interface Names {
  /** As the policy writes them. */
  readonly globs: readonly string[];
  /** Names with what stands before or behind them: catalog and schema, bucket and path. */
  readonly whole: NameSet;
  /** Only the globs that say a catalog; of other kinds than schemas, all. */
  readonly explicit: NameSet;
  /** Schemas by their own part, whatever the catalog; of other kinds, the same as `whole`. */
  readonly own: NameSet;
  /** The name's own part of each glob, braces expanded: what a fix may be made of. */
  readonly templates: readonly string[];
}

/** A name with its qualifier or path, as `Names` are asked for it. */
export interface NameQuery {
  readonly joined: Name;
  /** Set where nothing is known of a schema's catalog. */
  readonly own: Name | null;
}

/** Compiles the globs of one kind; they must have been checked before. */
export function compileNames(kind: Kind, globs: readonly string[]): Names {
  const parts = globs.flatMap((glob) => partsOf(kind, glob));
  const whole = setOf(parts, (part) => part.joined);
  if (kind !== 'schema') {
    return { globs, whole, explicit: whole, own: whole, templates: templatesOf(parts) };
  }
  // What is taken away of one catalog is not taken away where the catalog is not known.
  const judgedAlone = parts.filter((part) => !part.isExcluded || !part.isExplicit);
  return {
    globs,
    whole,
    explicit: setOf(
      parts.filter((part) => part.isExcluded || part.isExplicit),
      (part) => part.joined,
    ),
    own: setOf(judgedAlone, (part) => part.own),
    templates: templatesOf(parts),
  };
}

export function queryOf(kind: Kind, name: Name, qualifier: readonly Name[], path: Name | null): NameQuery {
  const plainName = name.replaceAll(PART_END, '\uFFFD');
  if (kind === 'bucket') {
    const rest = path === null || path === '' ? HOLE : path.replace(/^\/+/, '');
    return { joined: plainName + PART_END + rest, own: null };
  }
  if (kind === 'schema') {
    const catalog = qualifier.at(-1) ?? HOLE;
    return { joined: catalog + PART_END + plainName, own: isUnknown(catalog) ? plainName : null };
  }
  return { joined: plainName, own: null };
}

export function membership(names: Names, query: NameQuery): Membership {
  return query.own === null ? names.whole.holds(query.joined) : names.own.holds(query.own);
}

/** A joined name as people write it. */
export function displayJoined(kind: Kind, joined: string): string {
  const parts = joined.split(PART_END).filter((part) => part !== '');
  return parts.join(kind === 'bucket' ? '/' : '.');
}

interface GlobPart {
  readonly isExcluded: boolean;
  /** Whether a schema's glob says a catalog, a bucket's glob a path. */
  readonly isExplicit: boolean;
  readonly joined: readonly Pattern[];
  readonly own: readonly Pattern[];
  /** The glob's own part; null for a bucket with a path, which other names share. */
  readonly template: string | null;
}

function partsOf(kind: Kind, glob: string): GlobPart[] {
  const isExcluded = glob.startsWith('!');
  return expandBraces(withoutBang(glob)).map((text) => ({ isExcluded, ...partOf(kind, text) }));
}

function partOf(kind: Kind, text: string): Omit<GlobPart, 'isExcluded'> {
  const syntax: GlobSyntax = { foldsCase: FOLDED_KINDS.has(kind), isPath: false };
  if (kind === 'schema') {
    const dot = text.indexOf('.');
    const template = text.slice(dot + 1);
    const own = parseGlob(template, syntax);
    const catalogs = dot === -1 ? [[ANYTHING]] : parseGlob(text.slice(0, dot), syntax);
    return { isExplicit: dot !== -1, joined: productOf(catalogs, own), own, template };
  }
  if (kind === 'bucket') {
    const slash = text.indexOf('/');
    if (slash === -1) {
      const own = parseGlob(text, syntax);
      return { isExplicit: false, joined: productOf(own, [[ANYTHING]]), own, template: text };
    }
    const own = parseGlob(text.slice(0, slash), syntax);
    const paths = pathPatterns(text.slice(slash + 1));
    return { isExplicit: true, joined: productOf(own, paths), own, template: null };
  }
  const own = parseGlob(text, syntax);
  return { isExplicit: true, joined: own, own, template: text };
}

/** `kol/**` is the folder `kol` as well: code often names it alone and adds to it elsewhere. */
function pathPatterns(glob: string): Pattern[] {
  if (glob === '**') return [[ANYTHING]];
  const folder = /^(.+)\/\*\*$/.exec(glob)?.[1];
  const globs = folder === undefined ? [glob] : [glob, folder, `${folder}/`];
  return globs.flatMap((text) => parseGlob(text, { foldsCase: false, isPath: true }));
}

function productOf(heads: readonly Pattern[], tails: readonly Pattern[]): Pattern[] {
  const end = fixedPattern(PART_END);
  return heads.flatMap((head) => tails.map((tail) => [...head, ...end, ...tail]));
}

function setOf(parts: readonly GlobPart[], patterns: (part: GlobPart) => readonly Pattern[]): NameSet {
  return nameSet(
    parts.filter((part) => !part.isExcluded).flatMap(patterns),
    parts.filter((part) => part.isExcluded).flatMap(patterns),
  );
}

function templatesOf(parts: readonly GlobPart[]): string[] {
  const templates = parts.filter((part) => !part.isExcluded).map((part) => part.template);
  return [...new Set(templates.filter((template) => template !== null))];
}
