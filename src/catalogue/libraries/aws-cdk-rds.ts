import type { Library } from '../library.js';

/** https://docs.aws.amazon.com/cdk/api/v2/python/aws_cdk.aws_rds.html: the database that an instance begins with. */
export const awsCdkRds: Library = {
  library: 'aws-cdk-rds',
  language: 'python',
  system: null,
  types: {},
  entries: [
    {
      call: [
        'aws_cdk.aws_rds.DatabaseInstance', 'aws_cdk.aws_rds.CfnDBInstance', 'aws_cdk.aws_rds.DatabaseCluster', 'aws_cdk.aws_rds.ServerlessCluster',
        'aws_cdk.aws_rds.CfnDBCluster',
      ],
      takes: [{ keyword: ['database_name', 'default_database_name', 'db_name'], is: 'database' }],
      access: 'define',
      match: [
        { code: 'from aws_cdk import aws_rds as rds\nrds.DatabaseInstance(self, "Db", database_name="kol_app")', finds: ['database kol_app'] },
      ],
      skip: ['from aws_cdk import aws_rds as rds\nrds.DatabaseInstance(self, "kol_app", instance_identifier="kol_app")'],
    },
  ],
};
