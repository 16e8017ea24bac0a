import type { CommandEntry } from '../command.js';

const SPARK_VALUED = ['--master', '--name', '--class', '--packages', '--jars', '--py-files', '--files', '--deploy-mode', '--driver-memory', '--executor-memory', '--executor-cores', '--num-executors', '--total-executor-cores', '--driver-cores', '--repositories', '--exclude-packages', '--properties-file', '--archives', '--driver-class-path', '--driver-java-options', '--queue', '--proxy-user', '--principal', '--keytab', '-f', '-i', '--hivevar', '-d', '--define'];

/** Spark's programs. */
export const spark: readonly CommandEntry[] = [
  {
    via: 'spark-sql',
    program: ['spark-sql', 'spark3-sql', 'spark-sql3'],
    system: 'spark',
    dialect: 'spark',
    takes: [
      { option: ['-e'], is: 'sql' },
      { option: ['--database'], is: 'dotted-schema' },
      { operand: 'input', is: 'sql' },
    ],
    valued: [...SPARK_VALUED, '--conf', '-c'],
    match: [
      { code: 'spark-sql --database kol_gold -e "SELECT 1"', finds: ['schema kol_gold', 'sql SELECT 1'] },
      { code: '$SPARK_SQL -e "SELECT 1"', finds: ['sql SELECT 1'] },
    ],
    skip: ['spark-sql --master local[2] -f a.sql'],
  },
  {
    via: 'spark-submit',
    program: ['spark-submit', 'spark-shell', 'pyspark', 'spark3-submit', 'spark-sql', 'spark3-sql', 'thriftserver', 'start-thriftserver'],
    system: 'spark',
    takes: [{ option: ['--conf', '-c'], is: 'setting' }],
    valued: [...SPARK_VALUED, '-e', '--database'],
    match: [
      {
        code: 'spark-submit --conf spark.sql.catalog.kol_lake=org.apache.iceberg.spark.SparkCatalog job.py',
        finds: ['catalog kol_lake'],
      },
      {
        code: 'spark-submit --conf "spark.sql.catalog.kol_lake.warehouse=s3a://kol-lake/wh" job.py',
        // URIs in words are found as such, whatever the command.
        finds: ['catalog kol_lake'],
      },
      { code: 'spark-submit --conf spark.sql.defaultCatalog=kol_lake job.py', finds: ['catalog kol_lake'] },
    ],
    skip: ['spark-submit --conf spark.executor.memory=2g --name kol job.py'],
  },
];
