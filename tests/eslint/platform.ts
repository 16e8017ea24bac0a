import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The document's two domains, side by side. */
export const POLICY = `domains:
  kol:
    files: [kol/**]
    buckets: ["kol-{bronze,silver,gold,mlflow}"]
    schemas: ["iceberg.kol_*"]
    databases: ["kol_*"]
    experiments: ["KOL_*"]
    models: ["KOL_*"]
    keyspaces: [kol_metrics]
  sme:
    files: [sme/**]
    buckets: ["sme-{bronze,silver,gold,mlflow}"]
    schemas: ["iceberg.sme_*"]
    databases: ["sme_*"]
    experiments: ["SME_*"]
    models: ["SME_*"]
    keyspaces: []
shared:
  databases: [metastore, airflow]
`;

/** What a user writes, and nothing more. */
export const CONFIGURATION = `import domainSeparation from 'eslint-plugin-domain-separation';

export default [...domainSeparation.configs.recommended];
`;

/**
 * A repository of its own in a temporary folder: the policy, an ESLint configuration, and the given
 * files. Its node_modules has this package as it is built, and the ESLint that is asked for.
 */
export function createPlatform(files: Readonly<Record<string, string>>, eslint: 'eslint' | 'eslint-v9' = 'eslint') {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'platform-')));
  const write = (file: string, text: string): void => {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const modules = join(root, 'node_modules');
  mkdirSync(modules);
  symlinkSync(REPOSITORY, join(modules, 'eslint-plugin-domain-separation'), 'junction');
  symlinkSync(join(REPOSITORY, 'node_modules', eslint), join(modules, 'eslint'), 'junction');
  write('package.json', '{ "type": "module", "private": true }\n');
  write('domain-separation.yaml', POLICY);
  write('eslint.config.js', CONFIGURATION);
  for (const [file, text] of Object.entries(files)) write(file, text);
  return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export type Platform = ReturnType<typeof createPlatform>;
