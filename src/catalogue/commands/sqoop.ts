import type { CommandEntry } from '../command.js';

/** Sqoop, which copies tables of databases into Hive and back. */
export const sqoop: readonly CommandEntry[] = [
  {
    via: 'sqoop',
    program: ['sqoop', 'sqoop-import', 'sqoop-export'],
    system: 'hive',
    takes: [
      { option: ['--table'], is: 'dotted-table' },
      { option: ['--hive-table', '--hcatalog-table'], is: 'dotted-table' },
      { option: ['--hive-database', '--hcatalog-database'], is: 'schema' },
      { option: ['--query', '-e'], is: 'sql' },
    ],
    valued: ['--connect', '--username', '--password', '--target-dir', '-m', '--num-mappers', '--split-by', '--where', '--columns'],
    match: [
      { code: 'sqoop import --connect jdbc:mysql://h/kol_app --table source_orders --hive-import --hive-table kol_raw.orders', finds: ['table source_orders', 'schema kol_raw', 'table orders'] },
      { code: 'sqoop import --hive-database kol_raw --query "SELECT 1" -m 1', finds: ['schema kol_raw', 'sql SELECT 1'] },
    ],
    skip: ['sqoop list-databases --username kol'],
  },
];
