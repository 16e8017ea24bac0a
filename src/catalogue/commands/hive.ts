import type { CommandEntry } from '../command.js';

/** Clients of Hive and Impala. */
export const hive: readonly CommandEntry[] = [
  {
    via: 'hive',
    program: ['hive', 'beeline', 'impala-shell'],
    system: 'hive',
    dialect: 'hive',
    takes: [
      { option: ['-e', '-q'], is: 'sql' },
      { option: ['--database', '-d'], is: 'schema', within: '^(?!\\w+[=.])(.*)$' },
      { option: ['-u'], is: 'uri' },
      { operand: 'input', is: 'sql' },
    ],
    valued: ['-n', '-p', '-f', '--hiveconf', '--hivevar', '-i'],
    match: [
      { code: 'beeline -u jdbc:hive2://h:10000/kol_gold -n kol -e "SHOW TABLES"', finds: ['schema kol_gold', 'sql SHOW TABLES'] },
      { code: 'hive --database kol_gold -e "SELECT 1"', finds: ['schema kol_gold', 'sql SELECT 1'] },
    ],
    skip: ['beeline -n kol -p kol', 'hive --service metastore', 'beeline -d org.apache.hive.jdbc.HiveDriver'],
  },
];
