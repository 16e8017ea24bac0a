/** Words of platforms whose tables have schemas; `archive`, `timedelta` and `DynamoDBTable` are none. */
export const PLATFORM = 'trino|presto|iceberg|(?<!arc)hive|athena|glue|spark|(?<!time_?)delta|(?<![a-z])dbt(?!able)|postgres|psycopg|psql|pg_dump|postgis|redshift|databricks|lakehouse|warehouse|medallion|unity_?catalog|notebook_task';

/** Around a key of YAML, TOML, JSON or an env file whose name ends so. */
export const KEY_BEGIN = '(?:^|\\n)[ \\t]*["\\\']?(?:(?:\\w+_)?(?:unity|landing|base|bronze|silver|gold|raw|curated|enriched|staging|source|target|dev|prod|main|default|lake|lakehouse)_)?';
export const KEY_END = '["\\\']?[ \\t]*[:=]';
