import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { LanguageServerClient, type Diagnostic, type TextEdit } from './language-server.js';
import { createPlatform, type Platform } from './platform.js';

let platform: Platform;
let editor: LanguageServerClient;

beforeAll(async () => {
  // The server looks for ESLint from the folder of a document, which must be there.
  platform = createPlatform({ 'kol/README.md': '' });
  editor = await LanguageServerClient.start(platform.root);
});

afterAll(async () => {
  await editor.stop();
  platform.remove();
});

/** `line:column-column rule`, 1-based, as an editor shows it. */
function squiggle({ range: { start, end }, code }: Diagnostic): string {
  return `${start.line + 1}:${start.character + 1}-${end.character + 1} ${code}`;
}

async function squiggles(file: string): Promise<string[]> {
  return (await editor.diagnostics(file)).map(squiggle);
}

/** A text after an editor has applied one edit to it. */
function applied(text: string, { range: { start, end }, newText }: TextEdit): string {
  const lines = text.split('\n');
  const offset = (line: number, character: number) =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
  return text.slice(0, offset(start.line, start.character)) + newText + text.slice(offset(end.line, end.character));
}

async function only(file: string): Promise<Diagnostic> {
  const [diagnostic, ...others] = await editor.diagnostics(file);
  if (diagnostic === undefined || others.length > 0) throw new Error(`Not one squiggle in ${file}.`);
  return diagnostic;
}

/** The text after the code action of that title on the file's only squiggle. */
async function afterAction(file: string, text: string, title: RegExp): Promise<string> {
  const actions = await editor.codeActions(file, await only(file));
  const action = actions.find((candidate) => title.test(candidate.title));
  if (action === undefined) throw new Error(`No action like ${title} in ${actions.map((known) => known.title).join(', ')}`);
  const edits = await editor.apply(action);
  return edits.reduce(applied, text);
}

describe('while a Python document is edited', () => {
  const file = 'kol/etl.py';
  const wrong = 'import mlflow\n\nmlflow.set_experiment("trust_model")\n';

  it('a squiggle stands under the name, and moves with it', async () => {
    await editor.open(file, 'python', wrong);
    expect(await squiggles(file)).toEqual(['3:24-35 domain-separation/prefixed-mlflow-experiment']);
    await editor.edit(file, wrong.replace('\n\n', '\n\n\n'));
    expect(await squiggles(file)).toEqual(['4:24-35 domain-separation/prefixed-mlflow-experiment']);
  });

  it('it goes with the name', async () => {
    await editor.edit(file, wrong.replace('trust_model', 'KOL_trust_model'));
    expect(await squiggles(file)).toEqual([]);
  });

  it('half of a statement is no reason to lose the rest', async () => {
    await editor.edit(file, `${wrong}x = foo(`);
    expect(await squiggles(file)).toEqual(['3:24-35 domain-separation/prefixed-mlflow-experiment']);
  });

  it('a comment in Python’s own syntax silences the line', async () => {
    await editor.edit(file, wrong);
    const silenced = await afterAction(file, wrong, /Disable domain-separation/);
    expect(silenced.split('\n')[2]).toBe(
      '# eslint-disable-next-line domain-separation/prefixed-mlflow-experiment',
    );
    await editor.edit(file, silenced);
    expect(await squiggles(file)).toEqual([]);
  });
});

describe('while a SQL document is edited', () => {
  const file = 'kol/events.sql';
  const wrong = 'SELECT *\nFROM iceberg.silver.events;\n';

  it('a squiggle stands under the schema', async () => {
    await editor.open(file, 'sql', wrong);
    expect(await squiggles(file)).toEqual(['2:14-20 domain-separation/qualified-trino-schema']);
  });

  it('the quick fix writes the domain’s own schema', async () => {
    const fixed = await afterAction(file, wrong, /^Fix this/);
    expect(fixed).toBe('SELECT *\nFROM iceberg.kol_silver.events;\n');
    await editor.edit(file, fixed);
    expect(await squiggles(file)).toEqual([]);
  });

  it('a comment in SQL’s own syntax silences the line', async () => {
    await editor.edit(file, wrong);
    const silenced = await afterAction(file, wrong, /Disable domain-separation/);
    expect(silenced.split('\n')[1]).toBe('-- eslint-disable-next-line domain-separation/qualified-trino-schema');
  });
});

describe('while a TypeScript document is edited', () => {
  const file = 'kol/report.ts';
  const wrong = [
    "import { GetObjectCommand } from '@aws-sdk/client-s3';",
    "export const report = (key: string) => new GetObjectCommand({ Bucket: 'gold', Key: key });",
    '',
  ].join('\n');

  it('a squiggle stands under the bucket, and the quick fix writes the domain’s own', async () => {
    await editor.open(file, 'typescript', wrong);
    expect(await squiggles(file)).toEqual(['2:72-76 domain-separation/no-hardcoded-bucket']);
    expect(await afterAction(file, wrong, /^Fix this/)).toBe(wrong.replace("'gold'", "'kol-gold'"));
  });
});

describe('while a module that an open document imports changes on disk', () => {
  it('a Python document is judged by what the module says now', async () => {
    const file = 'kol/load.py';
    platform.write('kol/names.py', 'EXPERIMENT = "KOL_trust"\n');
    await editor.open(file, 'python', 'import mlflow\nfrom names import EXPERIMENT\n\nmlflow.set_experiment(EXPERIMENT)\n');
    expect(await squiggles(file)).toEqual([]);
    platform.write('kol/names.py', 'EXPERIMENT = "trust_model"\n');
    expect(await squiggles(file)).toEqual(['4:23-33 domain-separation/prefixed-mlflow-experiment']);
  });

  it('a TypeScript document is judged by a module that was not there before', async () => {
    const file = 'kol/upload.ts';
    const text = [
      "import { GetObjectCommand } from '@aws-sdk/client-s3';",
      "import { store } from './places.js';",
      "export const get = (key: string) => new GetObjectCommand({ Bucket: store, Key: key });",
      '',
    ].join('\n');
    await editor.open(file, 'typescript', text);
    expect(await squiggles(file)).toEqual([]);
    platform.write('kol/places.ts', "export const store = 'gold';\n");
    expect(await squiggles(file)).toEqual(['3:68-73 domain-separation/no-hardcoded-bucket']);
  });
});

describe('while the policy is edited', () => {
  it('an open document is judged by what it says now', async () => {
    const file = 'kol/upload.sql';
    await editor.open(file, 'sql', 'SELECT * FROM iceberg.silver.events;\n');
    expect(await squiggles(file)).toHaveLength(1);
    platform.write('domain-separation.yaml', 'domains:\n  kol:\n    files: [kol/**]\n    schemas: ["iceberg.silver"]\n');
    expect(await squiggles(file)).toEqual([]);
  });
});
