import type { CommandEntry } from '../command.js';

const S3_GLOBAL = [
  '--endpoint-url', '--profile', '--region', '--output', '--query', '--color', '--cli-read-timeout', '--ca-bundle',
  '--cli-connect-timeout', '--include', '--exclude', '--acl', '--storage-class', '--sse', '--content-type', '--grants',
  '--metadata', '--cache-control', '--expires-in', '--page-size', '--source-region', '--key', '--prefix', '--body',
  '--create-bucket-configuration', '--policy', '--cors-configuration', '--versioning-configuration', '--upload-id',
  '--lifecycle-configuration', '--delimiter', '--max-items', '--tagging', '--notification-configuration',
];

/** The AWS command line. */
export const aws: readonly CommandEntry[] = [
  {
    via: 'aws/s3',
    program: ['aws', 'awslocal'],
    subcommand: [['s3'], ['mb', 'rb']],
    system: 's3',
    takes: [{ operand: 'all', is: 'uri', access: 'define' }],
    valued: S3_GLOBAL,
    match: [
      { code: 'aws s3 mb s3://kol-bronze', finds: ['bucket kol-bronze'] },
      { code: 'aws --endpoint-url http://sme-minio:9000 s3 mb s3://kol-bronze --region x', finds: ['bucket kol-bronze'] },
    ],
    skip: ['aws s3 mb'],
  },
  {
    via: 'aws/s3',
    program: ['aws', 'awslocal'],
    subcommand: [['s3'], ['ls', 'presign']],
    system: 's3',
    takes: [
      { operand: 'all', is: 'uri', access: 'read' },
      { operand: 0, is: 'path', access: 'read', within: '^([\\w.\\uFDD0-]+(?:/.*)?)$' },
    ],
    valued: S3_GLOBAL,
    match: [
      { code: 'aws s3 ls s3://kol-bronze/x --recursive', finds: ['bucket kol-bronze'] },
      { code: 'aws s3 ls kol-bronze', finds: ['bucket kol-bronze'] },
    ],
    skip: ['aws s3 ls', 'aws s3 ls --profile kol'],
  },
  {
    via: 'aws/s3',
    program: ['aws', 'awslocal'],
    subcommand: [['s3'], ['cp', 'mv', 'sync']],
    system: 's3',
    takes: [
      { operand: 0, is: 'uri', access: 'read' },
      { operand: 1, is: 'uri', access: 'write' },
    ],
    valued: S3_GLOBAL,
    match: [{ code: 'aws s3 cp s3://sme-gold/a s3://kol-gold/b', finds: ['bucket sme-gold', 'bucket kol-gold'] }],
    skip: ['aws s3 cp ./a ./b'],
  },
  {
    via: 'aws/s3',
    program: ['aws', 'awslocal'],
    subcommand: [['s3'], ['rm', 'website']],
    system: 's3',
    takes: [{ operand: 'all', is: 'uri', access: 'write' }],
    valued: S3_GLOBAL,
    match: [{ code: 'aws s3 rm s3://kol-gold/tmp --recursive', finds: ['bucket kol-gold'] }],
    skip: ['aws s3 rm'],
  },
  {
    via: 'aws/s3api',
    program: ['aws', 'awslocal'],
    subcommand: [['s3api', 's3control']],
    system: 's3',
    takes: [
      { option: ['--bucket'], is: 'bucket' },
      { option: ['--copy-source'], is: 'path', access: 'read', within: '^/?(.*)$' },
    ],
    valued: S3_GLOBAL,
    match: [
      { code: 'aws s3api create-bucket --bucket kol-bronze --region x', finds: ['bucket kol-bronze'] },
      { code: 'aws s3api put-object --bucket=kol-gold --key bronze/a', finds: ['bucket kol-gold'] },
      { code: 'aws s3api copy-object --bucket kol-gold --copy-source sme-gold/k', finds: ['bucket kol-gold', 'bucket sme-gold'] },
    ],
    skip: ['aws s3api list-buckets', 'aws ec2 run --bucket x'],
  },
  {
    via: 'aws/glue',
    program: ['aws', 'awslocal'],
    subcommand: [['glue']],
    system: 'glue',
    takes: [
      { option: ['--database-name'], is: 'schema' },
      { option: ['--database-input'], is: 'schema', within: '(?:"Name"\\s*:\\s*"|\\bName=)([\\w\\uFDD0-]+)', access: 'define' },
      { option: ['--table-name'], is: 'table' },
    ],
    valued: S3_GLOBAL,
    match: [
      { code: 'aws glue get-tables --database-name kol_gold', finds: ['schema kol_gold'] },
      { code: "aws glue create-database --database-input '{\"Name\": \"kol_gold\"}'", finds: ['schema kol_gold'] },
      { code: 'aws glue get-table --database-name kol_gold --table-name scores', finds: ['schema kol_gold', 'table scores'] },
    ],
    skip: ['aws glue start-crawler --name kol'],
  },
  {
    via: 'aws/glue',
    program: ['aws', 'awslocal'],
    subcommand: [['glue'], ['get-database', 'delete-database', 'update-database']],
    system: 'glue',
    takes: [{ option: ['--name'], is: 'schema' }],
    valued: S3_GLOBAL,
    match: [{ code: 'aws glue get-database --name kol_gold', finds: ['schema kol_gold'] }],
    skip: ['aws glue get-job --name kol'],
  },
  {
    via: 'aws/glue',
    program: ['aws', 'awslocal'],
    subcommand: [['glue'], ['get-table', 'delete-table']],
    system: 'glue',
    takes: [{ option: ['--name'], is: 'table' }],
    valued: [...S3_GLOBAL, '--database-name', '--catalog-id'],
    match: [{ code: 'aws glue get-table --database-name kol_gold --name scores', finds: ['schema kol_gold', 'table scores'] }],
    skip: ['aws glue get-crawler --name kol'],
  },
  {
    via: 'aws/athena',
    program: ['aws', 'awslocal'],
    subcommand: [['athena']],
    system: 'glue',
    dialect: 'trino',
    takes: [
      { option: ['--query-execution-context'], is: 'schema', within: '(?:^|,)Database=([\\w\\uFDD0-]+)' },
      { option: ['--query-string'], is: 'sql' },
      { option: ['--result-configuration'], is: 'uri', access: 'write' },
    ],
    valued: S3_GLOBAL,
    match: [
      {
        code: 'aws athena start-query-execution --query-string "SELECT 1 FROM t" --query-execution-context Database=kol_gold --result-configuration OutputLocation=s3://kol-athena/x',
        finds: ['sql SELECT 1 FROM t', 'schema kol_gold', 'bucket kol-athena'],
      },
    ],
    skip: ['aws athena get-query-execution --query-execution-id kol'],
  },
];
