import type { CommandEntry } from '../command.js';

/** Flyway. */
export const flyway: readonly CommandEntry[] = [
  {
    via: 'flyway',
    program: ['flyway'],
    system: null,
    takes: [{ option: ['-schemas', '-defaultSchema'], is: 'schema', within: '^([\\w\\uFDD0]+)' }],
    match: [{ code: 'flyway -url=jdbc:postgresql://db:5432/kol_app -schemas=kol_core migrate', finds: ['schema kol_core'] }],
    skip: ['flyway -user=kol_app migrate'],
  },
];
