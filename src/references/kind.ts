/** What a name on the platform can be the name of. */
export const KINDS = [
  'bucket',
  'catalog',
  'schema',
  'table',
  'database',
  'experiment',
  'model',
  'keyspace',
  'topic',
  'dag',
] as const;

export type Kind = (typeof KINDS)[number];
