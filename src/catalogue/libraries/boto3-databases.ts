import type { Library } from '../library.js';

const SESSION = { at: 0, keyword: 'service_name' } as const;

/** https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/rds-data.html and its neighbours: databases that speak SQL. */
export const boto3Databases: Library = {
  library: 'boto3-databases',
  language: 'python',
  system: null,
  types: {
    Session: ['boto3', 'boto3.Session()', 'boto3.session.Session()', 'aioboto3.Session()'],
    RdsData: [{ path: 'Session.client()', where: { ...SESSION, equals: ['rds-data'] } }, '~rds_data'],
    RedshiftData: [{ path: 'Session.client()', where: { ...SESSION, equals: ['redshift-data'] } }, '~redshift_data'],
    Rds: [{ path: 'Session.client()', where: { ...SESSION, equals: ['rds'] } }],
  },
  entries: [
    {
      call: ['RdsData.execute_statement', 'RdsData.batch_execute_statement', 'RdsData.begin_transaction'],
      takes: [
        { keyword: 'database', is: 'database', system: 'postgres' },
        { keyword: 'schema', is: 'schema', system: 'postgres' },
        { keyword: 'sql', is: 'sql' },
      ],
      match: [
        {
          code: 'import boto3\nboto3.client("rds-data").execute_statement(database="kol_app", sql="SELECT * FROM kol.users")',
          finds: ['database kol_app', 'schema kol', 'table users'],
        },
      ],
      skip: ['import boto3\nboto3.client("rds-data").execute_statement(resourceArn="kol_app")'],
    },
    {
      call: ['RedshiftData.*'],
      takes: [
        { keyword: 'Database', is: 'database', system: 'postgres' },
        { keyword: ['Sql', 'Sqls'], is: 'sql' },
      ],
      match: [
        {
          code: 'import boto3\nboto3.client("redshift-data").execute_statement(Database="kol_dw", Sql="SELECT * FROM kol.users")',
          finds: ['database kol_dw', 'schema kol', 'table users'],
        },
      ],
      skip: ['import boto3\nboto3.client("redshift-data").describe_statement(Id="kol_dw")'],
    },
    {
      call: ['Rds.create_db_instance', 'Rds.create_db_cluster', 'Rds.restore_db_instance_from_db_snapshot'],
      takes: [{ keyword: ['DBName', 'DatabaseName'], is: 'database' }],
      access: 'define',
      match: [{ code: 'import boto3\nboto3.client("rds").create_db_instance(DBName="kol_app", DBInstanceIdentifier="kol-pg")', finds: ['database kol_app'] }],
      skip: ['import boto3\nboto3.client("rds").create_db_instance(DBInstanceIdentifier="kol-pg")'],
    },
  ],
};
