import { describe, expect, it } from 'vitest';
import { handedByCommands } from '../../../src/analysis/collect/commands.js';
import { readMarkdown } from '../../../src/languages/markdown/reader.js';
import { createSource } from '../../../src/references/source.js';
import { shownHanded } from '../../catalogue/shown-handed.js';
import { shownDeclaration, shownValue } from '../shown.js';

function read(text: string) {
  return readMarkdown(createSource('/repo/domain-separation.md', text), new Map());
}

/** The shell commands that a guide to domain separation asks its readers to run. */
describe('the commands of a validation checklist', () => {
  it.each([
    ['listing buckets', 'docker exec sme-minio mc ls local/', []],
    ['listing databases', 'docker exec sme-postgres psql -U admin -c "\\l"', ['sql \\l']],
    ['listing schemas', 'docker exec sme-trino trino --execute "SHOW SCHEMAS IN iceberg;"', ['sql SHOW SCHEMAS IN iceberg;']],
    ['listing experiments', 'curl http://localhost:5000/api/2.0/mlflow/experiments/search', []],
    ['listing keyspaces', 'docker exec kol-cassandra cqlsh -e "DESCRIBE KEYSPACES;"', ['sql DESCRIBE KEYSPACES;']],
    ['starting the services', 'cd /path/to/sme-pulse\ndocker compose up -d\nmake up-kol', []],
    ['preparing the network', 'docker network create sme-network', []],
    ['preparing the namespaces', 'chmod +x infra/init-kol.sh\n./infra/init-kol.sh', []],
    ['looking at containers', 'docker ps | grep sme-', []],
  ])('for %s hand over what they name', (_, command, expected) => {
    const { commands } = read(`\`\`\`bash\n# ${command.split('\n')[0]}\n${command}\n\`\`\`\n`);
    expect(handedByCommands(commands).flatMap(shownHanded)).toEqual(expected);
  });

  it('for a code review search for names and use none', () => {
    const { texts } = read('```bash\ngrep -r "s3://bronze" .\n```\n');
    expect(texts.map((site) => [site.context.form, ...site.values().map(shownValue)])).toEqual([
      ['regex', 's3://bronze@2:10'],
      ['regex', '.@2:23'],
    ]);
  });

  it('hold the variables of an env file, written as shell', () => {
    const { declarations } = read('```bash\n# Buckets\nMINIO_BUCKET_BRONZE=kol-bronze\nFEATURE_STORE_PATH=s3://kol-silver/features\n```\n');
    expect(declarations.map(shownDeclaration)).toEqual([
      'variable MINIO_BUCKET_BRONZE = kol-bronze@3:21',
      'variable FEATURE_STORE_PATH = s3://kol-silver/features@4:20',
    ]);
  });
});
