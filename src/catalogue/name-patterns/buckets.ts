import type { NamePattern } from './name-pattern.js';

/**
 * Files that speak of InfluxDB's buckets and of no object storage; most speak of neither, which is soon known in
 * this order. What stands behind is matched backwards: the start is found before anything is looked for from there.
 */
const INFLUX = 'influx(?<=(?![^]*(?:boto3|minio|s3a?://|aws-sdk))^[^]*)';

/** Names of other buckets, and of what else there is to say of one. */
const NO_BUCKET =
  '(?:^|_)(?:TOKEN|LEAKY|RATE|LIMIT|TIME|AGE|HASH|HISTOGRAM|PRICE|SCORE|LATENCY|DURATION|PERCENTILE|QUANTILE|RISK|SEVERITY|INCOME|SPEND|SALARY|REVENUE|DISTANCE|CONFIDENCE|FRESHNESS|TENURE|RECENCY|FREQUENCY|RATINGS?|SCORES|AMOUNT|QUANTITY|PROBABILITY|TEMPERATURE|GCLOUD|PROJECT|INFLUX|INFLUXDB)_BUCKETS?(?:_|$)|' +
  'BUCKETS?_(?:SIZE|COUNT|NUM|NUMBER|POLICY|ARN|REGION|URL|URI|URLS|HOST|ENDPOINT|KEY|PREFIX|PATH|PATHS|DIR|FOLDER|' +
  'USER|USERNAME|PASSWORD|OWNER|ACL|TYPE|INDEX|ID|IDS|ACCESS|SECRET|TOKEN|DOMAIN|PROVIDER|STYLE|CLASS|LOCATION|TIMEOUT|MODE|CONFIG|' +
  'OPTION|OPTIONS|LAYER|LAYERS|RESOURCE|KIND|ROLE|SUFFIX|LOGICAL|CONSTRUCT|VAR|VARIABLE|NAMESPACE|VERSION|VERSIONING|LIFECYCLE|ENCRYPTION|COLUMN|COLUMNS|COL|COLS|FIELD|FIELDS|NAV|HREF|ICON|WIDTH|DURATION|INTERVAL|BY|BOUNDARIES|LABEL|LABELS|' +
  'PURPOSES?|STACK|NOT|EXISTS|ERROR|MESSAGE|DESCRIPTION|TITLE|PERMISSION|PERMISSIONS|CREATED|REGEX|PATTERN|NOTIFICATION)(?:_|$)|^NUM_BUCKETS|' +
  'BUCKETS?_(?:[A-Z]+_)+(?:KEY|KEYS|ARN|REGION|POLICY|SUFFIX|PREFIX)$|' +
  // What lies in one: `path_in_bucket`, and `nome_no_bucket` in Portuguese.
  '_(?:IN|NO|WITHIN|INSIDE)_BUCKET$';

/** Names of buckets. */
export const BUCKETS: readonly NamePattern[] = [
  {
    is: 'bucket',
    system: 's3',
    name: '^BUCKETS?$',
    near: 's3|minio|aws|amazon|storage|gcs|gcp|google|upload|download|cloudflare|boto|blob|region|endpoint|prefix|object_?key|file_?name',
    far: INFLUX,
    forms: ['entry', 'keyword', 'parameter'],
    match: ['bucket=raw @minio', 'bucket=uploads @endpoint'],
    skip: ['bucket=champion', 'bucket=Container @minio', 'bucket=metrics @influxdb_client'],
  },
  {
    is: 'bucket',
    system: 's3',
    name: '^BUCKETS?$',
    // Code sorts into buckets as well, and calls the one at hand just so.
    near: '\\b(?:s3|aws|boto|gcs|r2)|s3\\b|minio|amazon|storage|upload|download|cloudflare|object_?store',
    far: INFLUX,
    forms: ['constant', 'field'],
    match: ['bucket=raw @minio', 'bucket=uploads @aws-sdk'],
    skip: ['bucket=older', 'bucket=older @draws and prefix'],
  },
  {
    is: 'bucket',
    system: 's3',
    name: '^BUCKETS?$',
    far: INFLUX,
    forms: ['entry', 'keyword', 'parameter', 'constant', 'field'],
    // A word alone may be any bucket: of models, of a histogram, of ages.
    value: '[-._\\d:\\uFDD0]',
    match: ['bucket=kol-bronze', 'bucket=s3://kol-bronze/x > bucket kol-bronze'],
    skip: ['bucket=champion', 'bucket=under_30s @influxdb_client', 'bucket=YYYY-MM-DD'],
  },
  {
    is: 'bucket',
    system: 's3',
    name: '(?:^|_)BUCKETS$',
    not: NO_BUCKET,
    near: 's3|minio|boto|aws|gcs|gs://|storage',
    far: INFLUX,
    match: ['RAW_BUCKETS=kol_raw @minio'],
    skip: ['AGE_BUCKETS=kol_raw @minio', 'PREDICTED_RATING_BUCKETS=top @minio'],
  },
  {
    is: 'bucket',
    system: 's3',
    name: '(?:^|_)BUCKETS$',
    not: NO_BUCKET,
    far: INFLUX,
    // Where nothing else speaks of storage, words with an underscore are classes that something is sorted into.
    value: '^[^_]*$',
    match: ['BUCKETS=kol-gold'],
    skip: ['ATTRIBUTION_BUCKETS=direct_30m'],
  },
  {
    is: 'bucket',
    system: 's3',
    name: '^BUCKET$',
    far: INFLUX,
    forms: ['variable', 'key'],
    match: ['BUCKET=raw', 'bucket=raw'],
    skip: ['BUCKET=true', 'BUCKET=./local/folder', 'bucket=metrics @influxdb_client'],
  },
  {
    is: 'bucket',
    system: 's3',
    name: '(?:^|_)BUCKETS?(?:_|$)|(?:^|_)BUCKETNAMES?$',
    not: `${NO_BUCKET}|^BUCKET$`,
    // How long a bucket of time is.
    value: '^(?!\\d{1,3}[smhdwMy]$)',
    far: INFLUX,
    match: [
      'bucketnames=kol-loki',
      'MINIO_BUCKET_BRONZE=kol-bronze',
      'bronze_bucket=kol-bronze',
      'bronzeBucket=kol-bronze',
      'S3_BUCKET=sme-gold',
      'bucket_name=kol-gold',
      'BUCKETS=kol-gold',
      'DATA_BUCKET=s3://kol-bronze/x > bucket kol-bronze',
    ],
    skip: [
      'BUCKET_SIZE=100',
      'BUCKET_POLICY=private',
      'BUCKET_REGION=eu-west-1',
      'bucket_namespace=account-regional',
      'bucket_user=kol',
      'length_bucket=short',
      'bucket=fill',
      'TOKEN_BUCKET=memory',
      'latencyBuckets=p95',
      'RISK_BUCKET=watch-list',
      'bucket_prefix=raw',
      'BUCKET_URL=https://example.org',
      'BUCKET=./local/folder',
      'BUCKET=data/out.csv',
      'BUCKETS=0.05',
      'ASSET_BUCKET_OPTION=ALL',
      'BUCKET_VAR=UPLOADS',
      'BUCKET=KOL_BRONZE_BUCKET',
      'BUCKET_CREATE=createBucket',
      'BUCKET_KIND=Container',
      'bucketed=yes',
      'bucket_cols=id',
      'bucket_purposes=bronze',
      'bucketNavLabel=Bucket',
      'BUCKET_RESPONSE_KEY=Buckets',
      'raw_bucket_name_suffix=raw-data',
      'bucket_layer=stage',
      'data_bucket_resource_name=StageBucket',
      'yyyymmddBuckets=2012-06-01',
      'bucket=metrics @influxdb_client',
      'BUCKET=true',
      'window_bucket=15m',
      'RAW_BUCKET_ENV=RAW_BUCKET',
      'BUCKET_ENV_VAR=RAW_BUCKET',
      'RAW_BUCKET_STACK=KOL-RAW-BUCKET-STACK',
      'path_in_bucket=kol-events',
      'check_bucket_task=kol-events',
      'nome_no_bucket=kol-events',
    ],
  },
];
