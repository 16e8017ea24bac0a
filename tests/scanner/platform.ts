import { folderWith } from '../policy/policy-of.js';

export const POLICY = `
domains:
  kol:
    files: [kol/**]
    buckets: ["kol-*"]
    schemas: ["iceberg.kol_*"]
  sme:
    files: [sme/**]
    buckets: ["sme-*"]
    schemas: ["iceberg.sme_*"]
`;

/** A repository with one mistake of each domain's, in each of the first languages. */
export const FILES: Readonly<Record<string, string>> = {
  'domain-separation.yaml': POLICY,
  'kol/load.py': 'import boto3\ns3 = boto3.client("s3")\ns3.download_file("bronze", "k", "f")\n',
  'kol/clean.py': 'print("nothing here")\n',
  'kol/events.sql': 'SELECT * FROM iceberg.sme_gold.sales;\n',
  'kol/serve.ts': 'export const url: string = "s3://gold/x";\n',
  'sme/.env': 'MINIO_BUCKET_BRONZE=bronze\n',
};

export function platform(files: Readonly<Record<string, string>> = {}): string {
  return folderWith({ ...FILES, ...files });
}
