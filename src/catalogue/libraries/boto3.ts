import type { Library } from '../library.js';

const ACCESS = {
  define: '^(?:create|delete)_bucket$',
  read: '^(?:get|list|head|select|download|wait)_?',
  write: '^(?:put|upload|delete|copy|restore|create|complete|abort|write)_?',
} as const;

/** https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/s3.html */
export const boto3: Library = {
  library: 'boto3',
  language: 'python',
  system: 's3',
  types: {
    Session: ['boto3', 'boto3.Session()', 'boto3.session.Session()', 'aioboto3.Session()', 'aiobotocore.session.get_session()', 'botocore.session.get_session()'],
    Client: [
      { path: 'Session.client()', where: { at: 0, keyword: 'service_name', equals: ['s3'] } },
      { path: 'Session.create_client()', where: { at: 0, keyword: 'service_name', equals: ['s3'] } },
      'mypy_boto3_s3.S3Client()',
      'mypy_boto3_s3.client.S3Client()',
      'types_aiobotocore_s3.S3Client()',
      'types_aiobotocore_s3.client.S3Client()',
      'boto3.s3.transfer.S3Transfer()',
      'Resource.meta.client',
      '~s3',
      '~s3_client',
      '~s3client',
      '~s3_conn',
      '~s3_cli',
      '~boto3_client',
      '~minio_s3',
    ],
    Resource: [
      { path: 'Session.resource()', where: { at: 0, keyword: 'service_name', equals: ['s3'] } },
      'mypy_boto3_s3.S3ServiceResource()',
      'mypy_boto3_s3.service_resource.S3ServiceResource()',
      '~s3_resource',
      '~s3',
    ],
    Glue: [{ path: 'Session.client()', where: { at: 0, keyword: 'service_name', equals: ['glue'] } }, '~glue', '~glue_client'],
    Athena: [{ path: 'Session.client()', where: { at: 0, keyword: 'service_name', equals: ['athena'] } }, '~athena', '~athena_client'],
  },
  entries: [
    {
      call: ['*.*'],
      takes: [
        { keyword: 'Bucket', is: 'bucket' },
        { keyword: 'CopySource', entry: ['Bucket'], is: 'bucket', access: 'read' },
      ],
      accessByMethod: ACCESS,
      match: [
        { code: 'import boto3\nboto3.client("s3").put_object(Bucket="kol-bronze", Key="a")', finds: ['bucket kol-bronze'] },
        { code: 'store.delete_objects(Bucket="kol-bronze", Delete={})', finds: ['bucket kol-bronze'] },
        {
          code: 's3.copy_object(Bucket="kol-bronze", Key="a", CopySource={"Bucket": "sme-gold", "Key": "a"})',
          finds: ['bucket kol-bronze', 'bucket sme-gold'],
        },
        { code: 's3.put_object(Bucket=pick(), Key="a")', finds: ['bucket {?}'] },
      ],
      skip: ['s3.put_object(Key="kol-bronze")'],
    },
    {
      call: ['*.*'],
      takes: [{ keyword: ['Params', 'ExtraArgs'], entry: ['Bucket'], is: 'bucket' }],
      match: [
        {
          code: 's3.generate_presigned_url("get_object", Params={"Bucket": "kol-gold", "Key": "a"})',
          finds: ['bucket kol-gold'],
        },
      ],
      skip: ['client.call(Params={"Key": "kol-gold"})'],
    },
    {
      call: ['Client.upload_file', 'Client.upload_fileobj'],
      takes: [{ at: 1, is: 'bucket' }],
      access: 'write',
      match: [
        { code: 'import boto3\nboto3.client("s3").upload_file("a.csv", "kol-bronze", "a.csv")', finds: ['bucket kol-bronze'] },
        { code: 'self.s3_client.upload_fileobj(stream, "kol-bronze", "a.csv")', finds: ['bucket kol-bronze'] },
      ],
      skip: [
        'import boto3\nboto3.client("sqs").upload_file("a.csv", "kol-bronze", "a.csv")',
        'drive.upload_file("a.csv", "kol-bronze", "a.csv")',
        'def put(bucket):\n    bucket.upload_file("a.csv", "bronze")',
      ],
    },
    {
      call: ['Client.download_file', 'Client.download_fileobj'],
      takes: [{ at: 0, is: 'bucket' }],
      access: 'read',
      match: [{ code: 's3_client.download_file("kol-bronze", "a.csv", "/tmp/a.csv")', finds: ['bucket kol-bronze'] }],
      skip: [
        'drive.download_file("1f3x", "a.csv", "/tmp/a.csv")',
        'def get(bucket):\n    bucket.download_file("raw/a.csv", "a.csv")',
      ],
    },
    {
      call: ['Client.generate_presigned_post'],
      takes: [{ at: 0, is: 'bucket' }],
      access: 'write',
      match: [{ code: 'import boto3\nboto3.client("s3").generate_presigned_post("kol-bronze", "a.csv", ExpiresIn=60)', finds: ['bucket kol-bronze'] }],
      skip: ['blog.generate_presigned_post("kol-bronze", "a.csv")'],
    },
    {
      call: ['Client.copy'],
      takes: [
        { at: 0, entry: ['Bucket'], is: 'bucket', access: 'read' },
        { at: 1, is: 'bucket', access: 'write' },
      ],
      match: [
        { code: 's3_client.copy({"Bucket": "sme-gold", "Key": "a"}, "kol-bronze", "a")', finds: ['bucket sme-gold', 'bucket kol-bronze'] },
      ],
      skip: ['frame.copy("kol-bronze", "gold")'],
    },
    {
      call: ['Resource.Bucket', 'Resource.BucketPolicy', 'Resource.BucketVersioning', 'Resource.BucketAcl'],
      takes: [{ at: 0, keyword: 'name', is: 'bucket' }],
      match: [{ code: 'import boto3\nboto3.resource("s3").Bucket("kol-bronze").objects.all()', finds: ['bucket kol-bronze'] }],
      skip: ['import histogram\nhistogram.Bucket("kol-bronze")'],
    },
    {
      call: ['Resource.Object', 'Resource.ObjectSummary', 'Resource.MultipartUpload'],
      takes: [{ at: 0, keyword: 'bucket_name', is: 'bucket' }],
      match: [{ code: 'import boto3\nboto3.resource("s3").Object("kol-bronze", "a.csv")', finds: ['bucket kol-bronze'] }],
      skip: ['models.Object("kol-bronze", "a.csv")'],
    },
    {
      call: ['Glue.*'],
      takes: [
        { keyword: 'DatabaseName', is: 'schema', system: 'glue' },
        { keyword: 'TableName', is: 'table', system: 'glue' },
      ],
      match: [
        { code: 'import boto3\nboto3.client("glue").get_partitions(DatabaseName="kol_gold", TableName="scores")', finds: ['schema kol_gold', 'table scores'] },
      ],
      skip: ['client.get_table(Name="kol_gold")'],
    },
    {
      call: ['Glue.get_table', 'Glue.delete_table', 'Glue.create_table', 'Glue.update_table'],
      takes: [
        { keyword: 'Name', is: 'table', system: 'glue' },
        { keyword: 'TableInput', entry: ['Name'], is: 'table', system: 'glue' },
      ],
      accessByMethod: { read: '^get', define: '.' },
      match: [
        { code: 'import boto3\nboto3.client("glue").get_table(DatabaseName="kol_gold", Name="scores")', finds: ['schema kol_gold', 'table scores'] },
        {
          code: 'import boto3\nboto3.client("glue").create_table(DatabaseName="kol_gold", TableInput={"Name": "scores", "Parameters": {}})',
          finds: ['schema kol_gold', 'table scores'],
        },
      ],
      skip: ['import boto3\nboto3.client("dynamodb").delete_table(TableName="scores")'],
    },
    {
      call: ['Glue.create_database', 'Glue.update_database', 'Glue.get_database', 'Glue.delete_database'],
      takes: [
        { keyword: 'DatabaseInput', entry: ['Name'], is: 'schema', system: 'glue' },
        { keyword: 'Name', is: 'schema', system: 'glue' },
      ],
      access: 'define',
      match: [
        { code: 'import boto3\nboto3.client("glue").create_database(DatabaseInput={"Name": "kol_gold", "Description": "d"})', finds: ['schema kol_gold'] },
        { code: 'import boto3\nboto3.client("glue").get_database(Name="kol_gold")', finds: ['schema kol_gold'] },
      ],
      skip: ['import boto3\nboto3.client("rds").create_database(DatabaseInput={"Name": "kol_gold"})'],
    },
    {
      call: ['Athena.start_query_execution'],
      takes: [
        { keyword: 'QueryString', is: 'sql' },
        { keyword: 'QueryExecutionContext', entry: ['Database'], is: 'schema', system: 'glue' },
        { keyword: 'QueryExecutionContext', entry: ['Catalog'], is: 'catalog', system: 'glue' },
        { keyword: 'ResultConfiguration', entry: ['OutputLocation'], is: 'uri', access: 'write' },
      ],
      match: [
        {
          code: 'import boto3\nboto3.client("athena").start_query_execution(QueryString="SELECT 1 FROM kol_gold.t", QueryExecutionContext={"Database": "kol_gold"}, ResultConfiguration={"OutputLocation": "s3://kol-gold/out"})',
          finds: ['schema kol_gold', 'table t', 'schema kol_gold', 'bucket kol-gold'],
        },
      ],
      skip: ['import boto3\nboto3.client("athena").start_query_execution(WorkGroup="kol_gold")'],
    },
  ],
};
