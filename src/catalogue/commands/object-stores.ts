import type { CommandEntry } from '../command.js';

/** Clients of any object store. */
export const objectStores: readonly CommandEntry[] = [
  {
    via: 's3cmd',
    program: ['s3cmd', 's5cmd', 'gsutil'],
    subcommand: [['mb', 'rb']],
    system: 's3',
    takes: [{ operand: 'all', is: 'uri', access: 'define' }],
    valued: ['-c', '--config', '--host', '--host-bucket', '-l', '-p', '--region', '--endpoint-url'],
    match: [
      { code: 's3cmd mb s3://kol-bronze', finds: ['bucket kol-bronze'] },
      { code: 'gsutil mb -l eu gs://kol-bronze', finds: ['bucket kol-bronze'] },
    ],
    skip: ['s3cmd --configure'],
  },
  {
    via: 's3cmd',
    program: ['s3cmd', 's5cmd', 'gsutil'],
    subcommand: [['ls', 'get', 'cat', 'du', 'stat', 'info']],
    system: 's3',
    takes: [{ operand: 'all', is: 'uri', access: 'read' }],
    match: [{ code: 's3cmd get s3://kol-bronze/a b', finds: ['bucket kol-bronze'] }],
    skip: ['s3cmd ls'],
  },
  {
    via: 's3cmd',
    program: ['s3cmd', 's5cmd', 'gsutil'],
    subcommand: [['put', 'cp', 'mv', 'sync', 'rsync']],
    system: 's3',
    takes: [
      { operand: 'not-last', is: 'uri', access: 'read' },
      { operand: 'last', is: 'uri', access: 'write' },
    ],
    match: [{ code: 'gsutil -m cp -r gs://sme-gold/a gs://kol-gold/b', finds: ['bucket sme-gold', 'bucket kol-gold'] }],
    skip: ['s3cmd put a'],
  },
  {
    via: 'rclone',
    program: ['rclone'],
    subcommand: [['copy', 'copyto', 'move', 'moveto', 'sync', 'ls', 'lsd', 'lsf', 'mkdir', 'delete', 'purge', 'cat', 'check']],
    system: 's3',
    takes: [{ operand: 'all', is: 'path', behind: 'remote' }],
    valued: ['--config', '--transfers', '--checkers', '--include', '--exclude', '--filter'],
    match: [{ code: 'rclone copy ./data minio:kol-bronze/x', finds: ['bucket kol-bronze'] }],
    skip: ['rclone copy a b', 'rclone ls C:/data', 'rclone lsd minio:'],
  },
];
