import type { CommandEntry } from '../command.js';

/** MySQL's and MariaDB's own programs. */
export const mysql: readonly CommandEntry[] = [
  {
    via: 'mysql',
    program: ['mysql', 'mariadb', 'mycli'],
    system: 'mysql',
    dialect: 'mysql',
    takes: [
      { option: ['-D', '--database'], is: 'database' },
      { operand: 0, without: ['-D', '--database'], is: 'database' },
      { option: ['-e', '--execute'], is: 'sql' },
      { operand: 'input', is: 'sql' },
    ],
    valued: ['-u', '--user', '-h', '--host', '-P', '--port', '--protocol', '-S', '--socket', '--default-character-set'],
    joined: ['-p'],
    match: [{ code: 'mysql -u root -pkol kol_app -e "SELECT 1"', finds: ['database kol_app', 'sql SELECT 1'] }],
    skip: ['mysql -u kol_app -p', 'mysql -u kol -pdebezium'],
  },
  {
    via: 'mysqldump',
    program: ['mysqldump', 'mariadb-dump', 'mysqladmin-create'],
    system: 'mysql',
    takes: [{ operand: 0, is: 'database', access: 'read' }],
    valued: ['-u', '--user', '-h', '--host', '-P', '--port'],
    joined: ['-p'],
    match: [{ code: 'mysqldump -u root kol_app', finds: ['database kol_app'] }],
    skip: ['mysqldump --all-databases'],
  },
];
