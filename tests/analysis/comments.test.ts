import { describe, expect, it } from 'vitest';
import { Repository } from './workspace-of.js';

const repository = new Repository({});

function names(path: string, code: string): string[] {
  return repository.analyse(path, code).references.map(({ reference }) => `${reference.kind} ${reference.name}`);
}

function notebook(...cells: readonly string[]): string {
  return JSON.stringify({ cells: cells.map((source) => ({ cell_type: 'code', source })) });
}

/** A file in which the same line stands once as it is and once as a comment. */
const FORMATS: readonly (readonly [string, (line: string) => string, string, string])[] = [
  ['init.sh', (line) => line, 'mc mb local/bronze', '# mc mb local/bronze'],
  ['heredoc.sh', (line) => `psql <<EOF\n${line}\nEOF`, 'CREATE DATABASE bronze;', '-- CREATE DATABASE bronze;'],
  ['Makefile', (line) => `up:\n\t${line}\n`, 'mc mb local/bronze', '# mc mb local/bronze'],
  ['vars.mk', (line) => line, 'KOL_BUCKET = bronze', '# KOL_BUCKET = bronze'],
  ['Dockerfile', (line) => `FROM x\n${line}\n`, 'ENV KOL_BUCKET=bronze', '# ENV KOL_BUCKET=bronze'],
  ['run.Dockerfile', (line) => `FROM x\nRUN ls && \\\n${line}\n`, 'mc mb local/bronze', '# mc mb local/bronze \\\n ls'],
  ['python.ipynb', (line) => notebook(line), 'kol_bucket = "bronze"', '# kol_bucket = "bronze"'],
  ['command.ipynb', (line) => notebook(line), '!mc mb local/bronze', '# !mc mb local/bronze'],
  ['sql.ipynb', (line) => notebook(`%%sql\n${line}`), 'USE bronze', '-- USE bronze'],
  ['bash.ipynb', (line) => notebook(`%%bash\n${line}`), 'mc mb local/bronze', '# mc mb local/bronze'],
  ['guide.md', (line) => `\`\`\`bash\n${line}\n\`\`\`\n`, 'mc mb local/bronze', '# mc mb local/bronze'],
  ['prose.md', (line) => `${line}\n`, '```sql\nUSE bronze\n```', '<!-- s3://bronze/ -->'],
  ['Job.scala', (line) => line, 'val a = "s3://bronze/"', '// val a = "s3://bronze/"'],
  ['Job.java', (line) => line, 'String a = "s3://bronze/";', '/* String a = "s3://bronze/"; */'],
  ['main.go', (line) => line, 'a := "s3://bronze/"', '// a := "s3://bronze/"'],
  ['job.R', (line) => line, 'a <- "s3://bronze/"', '# a <- "s3://bronze/"'],
  ['site.xml', (line) => line, '<value>s3a://bronze/</value>', '<!-- <value>s3a://bronze/</value> -->'],
  ['init.ps1', (line) => line, 'mc mb local/bronze', '# mc mb local/bronze'],
  ['block.ps1', (line) => line, 'mc mb local/bronze', '<#\nmc mb local/bronze\n#>'],
  ['init.bat', (line) => line, 'mc mb local/bronze', 'rem mc mb local/bronze'],
  ['schema.prisma', (line) => `model A {\n  id Int @id\n  ${line}\n}`, '@@map("bronze")', '// @@map("bronze")'],
  ['fluent-bit.conf', (line) => `[OUTPUT]\n    Name s3\n    ${line}\n`, 'bucket bronze', '# bucket bronze'],
  ['db.changelog.xml', (line) => `<databaseChangeLog><changeSet id="1" author="a">${line}</changeSet></databaseChangeLog>`, '<sql>DROP TABLE bronze</sql>', '<!-- <sql>DROP TABLE bronze</sql> -->'],
  ['app.conf', (line) => line, 'path = "s3a://bronze/"', '# path = "s3a://bronze/"'],
];

describe.each(FORMATS)('%s', (path, file, line, comment) => {
  it('names what stands in it', () => {
    expect(names(path, file(line))).toEqual([expect.stringMatching(/^\w+ bronze$/)]);
  });

  it('names nothing in a comment', () => {
    expect(names(path, file(comment))).toEqual([]);
  });
});
