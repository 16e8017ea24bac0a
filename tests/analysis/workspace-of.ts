import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll } from 'vitest';
import type { Analysis, JudgedReference } from '../../src/analysis/analysis.js';
import { Workspace } from '../../src/analysis/workspace.js';
import { displayName } from '../../src/references/name.js';
import { createSource } from '../../src/references/source.js';
import { shownPlace } from './shown.js';

export const POLICY = `
domains:
  kol:
    files: [kol/**]
    buckets: ["kol-{bronze,silver,gold,mlflow}"]
    schemas: ["iceberg.kol_*"]
    databases: ["kol_*"]
    experiments: ["KOL_*"]
    models: ["KOL_*"]
  sme:
    files: [sme/**]
    buckets: ["sme-*"]
    schemas: ["iceberg.sme_*"]
    databases: ["sme_*"]
    experiments: ["SME_*"]
    models: ["SME_*"]
shared:
  databases: [metastore, airflow]
grants:
  - domain: kol
    may: read
    schemas: ["iceberg.sme_gold"]
    reason: customer segments
`;

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A repository on disk for the time of a test. */
export class Repository {
  readonly root = mkdtempSync(join(tmpdir(), 'workspace-'));
  readonly workspace: Workspace;
  #written = 0;

  constructor(files: Readonly<Record<string, string>>) {
    folders.push(this.root);
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    this.workspace = new Workspace({ root: this.root });
  }

  /** Writes a file, each time with a later modification time than before. */
  write(path: string, text: string): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    const time = new Date(Date.UTC(2026, 0, 1, 0, 0, ++this.#written));
    utimesSync(file, time, time);
    utimesSync(dirname(file), time, time);
  }

  remove(path: string): void {
    rmSync(join(this.root, path));
    const time = new Date(Date.UTC(2026, 0, 1, 0, 0, ++this.#written));
    utimesSync(dirname(join(this.root, path)), time, time);
  }

  analyse(path: string, text: string): Analysis {
    return this.workspace.analyse(createSource(join(this.root, path), text));
  }

  /** `2:5 bucket bronze outside`, what is reported, where it is reported. */
  reported(path: string, text: string): string[] {
    return this.analyse(path, text).references.filter(isReported).map((judged) => {
      const { reference, judgement, reportAt } = judged;
      const name = [...reference.qualifier, reference.name].map(displayName).join('.');
      return `${reportAt === null ? '' : shownPlace(reportAt)} ${reference.kind} ${name} ${judgement.verdict}`;
    });
  }

  relative(path: string): string {
    return relative(this.root, path);
  }
}

function isReported({ reference, judgement, reportAt }: JudgedReference): boolean {
  const wrong = judgement.verdict === 'outside' || judgement.verdict === 'foreign';
  return wrong && reference.judged && reportAt !== null;
}
