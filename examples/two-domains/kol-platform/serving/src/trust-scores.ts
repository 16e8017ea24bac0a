import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { BasicAuth, Trino } from 'trino-client';

const GOLD_BUCKET = process.env.MINIO_BUCKET_GOLD ?? 'kol-gold';
const GOLD_SCHEMA = process.env.TRINO_SCHEMA_GOLD ?? 'kol_gold';

const s3 = new S3Client({ endpoint: 'http://sme-minio:9000' });
const trino = Trino.create({ server: 'http://sme-trino:8080', auth: new BasicAuth('kol') });

export async function trustScores(campaign: string) {
  return trino.query(`SELECT kol_id, score FROM iceberg.${GOLD_SCHEMA}.kol_trust_scores WHERE campaign = '${campaign}'`);
}

export async function trustReport(day: string) {
  return s3.send(new GetObjectCommand({ Bucket: GOLD_BUCKET, Key: `reports/${day}.parquet` }));
}

export async function salesOfTheDay(day: string) {
  // Wrong: SME's silver schema was never granted to KOL.
  return trino.query(`SELECT * FROM iceberg.sme_silver.sales WHERE day = DATE '${day}'`);
}

export async function reportWrong(day: string) {
  return s3.send(new GetObjectCommand({ Bucket: 'gold', Key: `reports/${day}.parquet` }));
}
