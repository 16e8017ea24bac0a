import type { KeyEntry } from './key-entry.js';

/** CloudFormation and SAM; the Serverless Framework's resources are the same. */
export const CLOUDFORMATION_KEYS: readonly KeyEntry[] = [
  {
    via: 'cloudformation',
    key: 'Properties.DatabaseInput.Name',
    is: 'schema',
    system: 'glue',
    access: 'define',
    match: [
      {
        in: 'template.yaml',
        code: 'Resources:\n  Gold:\n    Type: AWS::Glue::Database\n    Properties:\n      DatabaseInput:\n        Name: kol_gold',
        finds: ['schema kol_gold'],
      },
      {
        in: 'serverless.ts',
        code: "export default { resources: { Resources: { Gold: { Type: 'AWS::Glue::Database', Properties: { DatabaseInput: { Name: 'kol_gold' } } } } } };",
        finds: ['schema kol_gold'],
      },
    ],
    skip: [{ in: 'template.yaml', code: 'Resources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      Name: kol' }],
  },
  {
    via: 'cloudformation',
    key: 'Properties.TableInput.Name',
    is: 'table',
    system: 'glue',
    access: 'define',
    match: [
      {
        in: 'template.json',
        code: '{"Resources": {"Events": {"Type": "AWS::Glue::Table", "Properties": {"DatabaseName": "kol_gold", "TableInput": {"Name": "events"}}}}}',
        finds: ['schema kol_gold', 'table events'],
      },
    ],
    skip: [],
  },
  ...['Table', 'Crawler', 'Partition', 'Connection'].map((type): KeyEntry => ({
    via: 'cloudformation',
    key: 'Properties.DatabaseName',
    is: 'schema',
    system: 'glue',
    where: { key: '../Type', matches: `^AWS::Glue::${type}$` },
    match: [
      {
        in: 'template.yaml',
        code: `Resources:\n  X:\n    Type: AWS::Glue::${type}\n    Properties:\n      DatabaseName: kol_gold`,
        finds: ['schema kol_gold'],
      },
    ],
    skip: [{ in: 'template.yaml', code: 'Resources:\n  X:\n    Type: AWS::Timestream::Database\n    Properties:\n      DatabaseName: kol' }],
  })),
  {
    via: 'cloudformation',
    key: 'Properties.DBName',
    is: 'database',
    system: 'postgres',
    where: { key: '../Type', matches: '^AWS::(?:RDS::DBInstance|Redshift::Cluster)$' },
    match: [
      {
        in: 'template.yaml',
        code: 'Resources:\n  X:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBInstanceIdentifier: kol\n      DBName: kol_app',
        finds: ['database kol_app'],
      },
    ],
    skip: [],
  },
  {
    via: 'cloudformation',
    key: 'Properties.KeyspaceName',
    is: 'keyspace',
    system: 'cassandra',
    match: [
      {
        in: 'template.yaml',
        code: 'Resources:\n  X:\n    Type: AWS::Cassandra::Keyspace\n    Properties:\n      KeyspaceName: kol_metrics',
        finds: ['keyspace kol_metrics'],
      },
    ],
    skip: [],
  },
  {
    // https://www.serverless.com/framework/docs/providers/aws/events/s3
    via: 'serverless',
    key: 'functions.*.events.*.s3',
    is: 'bucket',
    within: '^([a-z0-9\\uFDD0][a-z0-9.\\uFDD0-]+)$',
    system: 's3',
    file: '\\.ya?ml$',
    match: [{ in: 'serverless.yml', code: 'functions:\n  resize:\n    handler: a.b\n    events:\n      - s3: kol-photos', finds: ['bucket kol-photos'] }],
    skip: [{ in: 'serverless.yml', code: 'functions:\n  resize:\n    events:\n      - sns: kol-photos' }],
  },
];
