import type { Library } from '../catalogue/library.js';
import type { Kind } from '../references/kind.js';
import type { Dialect } from '../references/reference.js';
import type { EnvShape, RuleSetting } from './policy.js';
import type { At } from './policy-node.js';

/** What a policy file says, checked for form: every key known, every value of its type. */
export interface PolicyDocument {
  readonly domains: ReadonlyMap<string, DomainPart>;
  readonly shared: Names;
  readonly grants: readonly Grant[];
  readonly sql: readonly SqlPart[];
  readonly rules: ReadonlyMap<string, RulePart>;
  readonly overrides: readonly Override[];
  readonly tests: 'ignore' | 'report' | null;
  readonly catalogue: readonly Library[];
  readonly env: readonly EnvPart[];
  readonly extends: readonly Written[];
}

/** Text of the policy file, with its place. */
export interface Written {
  readonly text: string;
  readonly at: At;
}

/** Globs by kind; a kind that is not mentioned has no entry, one that a domain has none of an empty list. */
export type Names = ReadonlyMap<Kind, readonly Written[]>;

export interface DomainPart {
  readonly name: string;
  readonly at: At;
  readonly title: string | null;
  /** Null where left out. */
  readonly files: readonly Written[] | null;
  readonly names: Names;
}

export interface Grant {
  readonly at: At;
  readonly domain: Written;
  readonly may: 'read' | 'write';
  readonly names: Names;
  readonly files: readonly Written[];
  readonly reason: string | null;
  /** The last day on which the grant holds, as `2026-12-31`. */
  readonly until: string | null;
}

export interface SqlPart {
  readonly files: readonly Written[];
  readonly dialect: Dialect;
}

export interface RulePart extends RuleSetting {
  readonly at: At;
}

export interface Override {
  readonly files: readonly Written[];
  readonly rules: ReadonlyMap<string, RulePart>;
}

export interface EnvPart {
  readonly variable: Written;
  readonly shape: EnvShape;
}

/** The key under which a policy lists names of a kind. Tables have none: their schema is judged. */
export const KEY_OF_KIND = {
  bucket: 'buckets',
  catalog: 'catalogs',
  schema: 'schemas',
  database: 'databases',
  experiment: 'experiments',
  model: 'models',
  keyspace: 'keyspaces',
  topic: 'topics',
  dag: 'dags',
} as const satisfies Partial<Record<Kind, string>>;

export type NamedKind = keyof typeof KEY_OF_KIND;

export const NAMED_KINDS = Object.keys(KEY_OF_KIND).filter(isNamedKind);

function isNamedKind(kind: string): kind is NamedKind {
  return kind in KEY_OF_KIND;
}
