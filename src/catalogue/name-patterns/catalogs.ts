import { CODE, type NamePattern } from './name-pattern.js';
import { PLATFORM, KEY_BEGIN, KEY_END } from './surroundings.js';

const NO_CATALOG = '^(?:PRODUCT|DATA|SERVICE|COURSE|APP|BOOK|FILE|STAC|MESSAGE|AWS|GLUE)_CATALOG';

/** Names of catalogs. */
export const CATALOGS: readonly NamePattern[] = [
  {
    is: 'catalog',
    system: 'trino',
    name: '(?:^|_)(?:TRINO|PRESTO|STARBURST)_CATALOG(?:_NAME)?$|(?:^|_)ICEBERG_CATALOG(?:_NAME)?$',
    match: ['TRINO_CATALOG=iceberg', 'ICEBERG_CATALOG_NAME=kol_lake'],
    skip: ['ICEBERG_CATALOG_TYPE=hive', 'ICEBERG_CATALOG_URI=thrift://hive:9083', 'TRINO_CATALOG_DIR=/etc/trino'],
  },
  {
    is: 'catalog',
    system: null,
    name: '^(?:[A-Z\\d]+_)*CATALOG(?:_NAME)?$',
    not: NO_CATALOG,
    near: PLATFORM,
    forms: [...CODE, 'keyword', 'entry'],
    match: ['catalog=iceberg @trino', 'lab05_catalog=kol_dev @databricks', 'CATALOG_NAME=kol_lake @iceberg'],
    skip: ['CATALOG=shoes', 'catalog=shoes @archive, timedelta', 'CATALOG_ID=12 @trino', 'catalog={"a": 1} @trino', 'product_catalog=shoes @spark'],
  },
  {
    is: 'catalog',
    system: null,
    name: '^(?:[A-Z]+_)*(?:CATALOGS|CATALOG_NAMES)$',
    not: `${NO_CATALOG}S`,
    near: 'trino|presto|iceberg|databricks|unity_?catalog|lakehouse',
    forms: ['constant', 'field'],
    match: ['CATALOGS=kol_dev @databricks'],
    skip: ['CATALOGS=shoes', 'product_catalogs=shoes @databricks'],
  },
  {
    is: 'catalog',
    system: null,
    name: '^(?:[A-Z\\d]+_)*CATALOG(?:_NAME)?$',
    not: NO_CATALOG,
    // A schema beside it says as much.
    near: `${KEY_BEGIN}schema(?:_name)?${KEY_END}`,
    forms: ['key', 'variable'],
    match: ['gold_catalog=kol_dev @\ngold_schema = 1 > catalog kol_dev'],
    skip: ['gold_catalog=kol_dev @schema', 'product_catalog=kol @\nschema: 1'],
  },
];
