import type { CommandEntry } from '../command.js';

const MC_VALUED = ['--region', '--config-dir', '-C', '--older-than', '--newer-than', '--attr', '--name', '--maxdepth', '--json-path', '--limit-upload', '--limit-download', '--exclude', '--expiry-days', '--arn', '--event', '--prefix', '--suffix'];

/** MinIO's client. */
export const minioClient: readonly CommandEntry[] = [
  {
    via: 'mc/define',
    program: ['mc', 'mcli'],
    subcommand: [['mb', 'rb']],
    system: 's3',
    takes: [{ operand: 'all', is: 'path', behind: 'alias', access: 'define' }],
    valued: MC_VALUED,
    match: [
      { code: 'mc mb local/kol-bronze', finds: ['bucket kol-bronze'] },
      { code: 'mc mb --ignore-existing minio/kol-bronze minio/kol-silver', finds: ['bucket kol-bronze', 'bucket kol-silver'] },
      { code: 'docker exec sme-minio mc mb -p local/kol-gold || true', finds: ['bucket kol-gold'] },
      { code: 'mc mb --region us-east-1 "$ALIAS/kol-gold"', finds: ['bucket kol-gold'] },
      { code: 'for b in a-x b-x; do mc rb --force local/$b; done', finds: ['bucket a-x', 'bucket b-x'] },
    ],
    skip: ['mc mb local', 'mc mb ./data', 'mc --help'],
  },
  {
    via: 'mc/read',
    program: ['mc', 'mcli'],
    subcommand: [['ls', 'cat', 'head', 'stat', 'du', 'find', 'tree', 'sql', 'watch', 'share', 'diff']],
    system: 's3',
    takes: [{ operand: 'all', is: 'path', behind: 'alias', access: 'read' }],
    valued: MC_VALUED,
    match: [
      { code: 'mc ls local/kol-gold/x/', finds: ['bucket kol-gold'] },
      { code: 'mc ls --recursive local/kol-gold', finds: ['bucket kol-gold'] },
    ],
    skip: ['docker exec sme-minio mc ls local/', 'mc ls local', 'mc ls'],
  },
  {
    via: 'mc/write',
    program: ['mc', 'mcli'],
    subcommand: [['rm', 'pipe', 'put', 'undo']],
    system: 's3',
    takes: [{ operand: 'all', is: 'path', behind: 'alias', access: 'write' }],
    valued: MC_VALUED,
    match: [{ code: 'mc rm --recursive --force local/kol-gold/tmp', finds: ['bucket kol-gold'] }],
    skip: ['mc rm'],
  },
  {
    via: 'mc/copy',
    program: ['mc', 'mcli'],
    subcommand: [['cp', 'mv', 'mirror', 'get']],
    system: 's3',
    takes: [
      { operand: 'not-last', is: 'path', behind: 'alias', access: 'read' },
      { operand: 'last', is: 'path', behind: 'alias', access: 'write' },
    ],
    valued: MC_VALUED,
    match: [
      { code: 'mc cp ./a.csv local/kol-bronze/x/', finds: ['bucket kol-bronze'] },
      { code: 'mc cp data/a.csv minio/kol-bronze/x/', finds: ['bucket kol-bronze'] },
      { code: 'mc mirror minio/sme-gold minio/kol-gold', finds: ['bucket sme-gold', 'bucket kol-gold'] },
      { code: 'mc alias set prod http://h k s\nmc cp prod/kol-gold/a b/c', finds: ['bucket kol-gold'] },
      { code: 'mc ls prod/\nmc cp "$FILE" prod/kol-gold/a.csv', finds: ['bucket kol-gold'] },
      { code: 'mc cp "$DIR/code/a.csv" local/kol-gold/x/', finds: ['bucket kol-gold'] },
    ],
    skip: ['mc cp /data/a.csv ./b.csv', 'mc --version'],
  },
  {
    via: 'mc/permission',
    program: ['mc', 'mcli'],
    subcommand: [['anonymous', 'policy', 'quota', 'version', 'ilm', 'encrypt', 'tag', 'retention', 'legalhold', 'event', 'replicate', 'cors'], ['set', 'set-json', 'get', 'add', 'list', 'ls', 'rm', 'remove', 'enable', 'suspend', 'info', 'import', 'export', 'clear', 'rule', 'links']],
    system: 's3',
    takes: [{ operand: 'all', is: 'path', behind: 'alias', access: 'define', within: '^(?!.*\\.(?:json|xml)$)(.*)$' }],
    valued: [...MC_VALUED, '--expire-days', '--transition-days', '--transition-tier', '--size', '--priority', '--remote-bucket'],
    match: [
      { code: 'mc anonymous set download local/kol-gold', finds: ['bucket kol-gold'] },
      { code: 'mc anonymous set-json policies/kol.json local/kol-gold', finds: ['bucket kol-gold'] },
      { code: 'mc ilm rule add --expire-days 30 local/kol-gold', finds: ['bucket kol-gold'] },
      { code: 'mc event add local/kol-gold arn:minio:sqs::1:kafka --suffix .csv', finds: ['bucket kol-gold'] },
      { code: 'mc policy set public minio/kol-gold', finds: ['bucket kol-gold'] },
      { code: 'mc version enable local/kol-gold', finds: ['bucket kol-gold'] },
    ],
    skip: ['mc alias set local http://sme-minio:9000 kol kol-secret', 'mc config host add local http://minio:9000 a b', 'mc admin info local'],
  },
];
