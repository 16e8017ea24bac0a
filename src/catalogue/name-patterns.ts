import { BUCKETS } from './name-patterns/buckets.js';
import { CATALOGS } from './name-patterns/catalogs.js';
import { DAGS } from './name-patterns/dags.js';
import { DATABASES, ENGINE_DATABASES } from './name-patterns/databases.js';
import { EXPERIMENTS } from './name-patterns/experiments.js';
import { KEYSPACES } from './name-patterns/keyspaces.js';
import { MODELS } from './name-patterns/models.js';
import type { NamePattern } from './name-patterns/name-pattern.js';
import { SCHEMAS } from './name-patterns/schemas.js';
import { TABLES } from './name-patterns/tables.js';
import { TOPICS } from './name-patterns/topics.js';

/** What names say of their values, in order: the first pattern that fits counts. */
export const NAME_PATTERNS: readonly NamePattern[] = [
  ...BUCKETS,
  ...CATALOGS,
  ...ENGINE_DATABASES,
  ...SCHEMAS,
  ...DATABASES,
  ...EXPERIMENTS,
  ...MODELS,
  ...KEYSPACES,
  ...TOPICS,
  ...DAGS,
  ...TABLES,
];
