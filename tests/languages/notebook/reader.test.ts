import { describe, expect, it } from 'vitest';
import { cellPositionAt, escapedForJson, fileOffsetAt } from '../../../src/languages/notebook/notebook.js';
import { notebookOf, readNotebook } from '../../../src/languages/notebook/reader.js';
import type { Facts } from '../../../src/languages/facts.js';
import { factsOf } from '../../../src/languages/facts-of.js';
import { createSource, type Source } from '../../../src/references/source.js';
import { broken, shownCommand, shownDeclaration, shownText, textsOf } from '../shown.js';

function notebook(cells: readonly (string | { markdown: string })[], language = 'python'): string {
  return JSON.stringify({
    cells: cells.map((cell) => {
      if (typeof cell !== 'string') return { cell_type: 'markdown', source: [cell.markdown] };
      return { cell_type: 'code', source: cell.split(/(?<=\n)/), outputs: [{ text: 's3://output' }] };
    }),
    metadata: { language_info: { name: language } },
    nbformat: 4,
  });
}

/** What the Python reader is given, and what comes of it. */
function read(text: string): { readonly facts: Facts; readonly python: string | null } {
  let python: string | null = null;
  const facts = readNotebook(createSource('/repo/a.ipynb', text), (code: Source) => {
    python = code.text;
    return factsOf(code, {});
  });
  return { facts, python };
}

describe('a notebook', () => {
  it('is one Python module of its code cells', () => {
    expect(read(notebook(['a = 1\nb = 2', { markdown: 's3://x' }, 'c = 3\n'])).python).toBe('a = 1\nb = 2\nc = 3\n');
  });

  it.each([
    ['a cell of SQL', '%%sql\nSELECT 1', '     \n        \n', ['SELECT 1@2:1']],
    ['a cell of SQL with a connection', '%%sql trino://h/c\nSELECT 1', '                 \n        \n', ['SELECT 1@2:1']],
    ['a cell of SQL on its first line', '%%sql SELECT 1\nFROM t', '              \n      \n', ['SELECT 1\nFROM t@1:7']],
    ['a cell of SQL as Databricks has it', '%sql\nSELECT 1', '    \n        \n', ['SELECT 1@2:1']],
    ['a cell of SQL behind comments', '# 1 s\n%%sql\nSELECT 1', '     \n     \n        \n', ['SELECT 1@3:1']],
    ['a line of SQL', 'a = 1\n%sql SELECT 1\nb = 2', 'a = 1\n0            \nb = 2\n', ['SELECT 1@2:6']],
    ['the result of a line of SQL', 'd = %sql SELECT 1', 'd = 0            \n', ['SELECT 1@1:10']],
  ])('has %s', (_, cell, python, expected) => {
    const found = read(notebook([cell]));
    expect(found.python).toBe(python);
    expect(found.facts.statements.map(({ text }) => shownText(text))).toEqual(expected);
  });

  it.each([
    ['Spark, where the notebook works with it', ['spark = SparkSession.builder.getOrCreate()', '%%sql\nSELECT 1'], 'spark'],
    ['Spark, where Databricks has the cell', ['x = 1', '%sql\nSELECT 1'], 'spark'],
    ['the database that is connected to', ['%load_ext sql\n%sql postgresql+psycopg2://u:p@h/kol_app', '%%sql\nSELECT 1'], 'postgres'],
    ['the engine that is made', ['e = create_engine("mysql+pymysql://h/kol_app")\n%sql e', '%%sql\nSELECT 1'], 'mysql'],
    ['nothing, where an extension runs it beside Spark', ['import pyspark\n%load_ext sql', '%%sql\nSELECT 1'], null],
    ['nothing, where nothing tells', ['x = 1', '%%sql\nSELECT 1'], null],
  ])('takes the dialect of its SQL from %s', (_, cells, dialect) => {
    const { statements } = read(notebook(cells)).facts;
    expect(statements.map((site) => site.dialect)).toEqual([dialect]);
  });

  it('of Databricks whose language is SQL is Spark\'s', () => {
    const metadata = { 'application/vnd.databricks.v1+notebook': { language: 'sql' } };
    const written = JSON.stringify({ cells: [{ cell_type: 'code', source: 'SELECT 1' }], metadata });
    expect(read(written).facts.statements.map(({ dialect }) => dialect)).toEqual(['spark']);
  });

  it.each([
    ['a line', '!mc mb local/kol\nx = 1', '0               \nx = 1\n', ['mc mb local/kol']],
    ['an indented line', 'if a:\n    !mc ls b', 'if a:\n    0       \n', ['mc ls b']],
    ['the result of a line', 'x = !mc ls b', 'x = 0       \n', ['mc ls b']],
    ['a cell', '%%bash\nmc ls a', '      \n       \n', ['mc ls a']],
  ])('has commands in %s', (_, cell, python, expected) => {
    const found = read(notebook([cell]));
    expect(found.python).toBe(python);
    expect(found.facts.commands.map(shownCommand)).toEqual(expected);
  });

  it('has a magic behind one that only measures', () => {
    const found = read(notebook(['%%time\n%%sql\nSELECT 1']));
    expect(found.python).toBe('      \n     \n        \n');
    expect(found.facts.statements.map(({ text }) => shownText(text))).toEqual(['SELECT 1@3:1']);
  });

  it('has the file that a cell writes', () => {
    const { facts, python } = read(notebook(['%%writefile -a jobs/load.py\nimport x']));
    expect(facts.embedded.map(({ name, text }) => `${name} ${shownText(text)}`)).toEqual(['jobs/load.py import x@2:1']);
    expect(python?.trim()).toBe('');
  });

  it('has variables', () => {
    const { facts } = read(notebook(['%env KOL_DB=kol\n%set_env B kol-gold']));
    expect(facts.declarations.map(shownDeclaration)).toEqual(['variable KOL_DB = kol@1:13', 'variable B = kol-gold@2:12']);
  });

  it.each([
    ['%run ./setup/config', '.setup.config'],
    ['%run ../config.py', '..config'],
    ['%run "./01-names.ipynb" $a="b"', '.01-names'],
    ['%run -i names', '.names'],
    ['%run /Shared/names', null],
    ['%run $NAMES', null],
  ])('has the names of what it runs: %s', (line, module) => {
    let told: readonly string[] = [];
    readNotebook(createSource('/repo/a.ipynb', notebook([line])), (code, runs) => {
      told = runs;
      return factsOf(code, {});
    });
    expect(told).toEqual(module === null ? [] : [module]);
  });

  it('has installations without the sign of a magic, which IPython takes too', () => {
    expect(read(notebook(['pip install minio\nimport minio\npip = install'])).python).toBe('0                \nimport minio\npip = install\n');
  });

  it('keeps Python behind a magic that only measures it, and what is no magic', () => {
    expect(read(notebook(['%%time\na = 1'])).python).toBe('      \na = 1\n');
    expect(read(notebook(['a = """\n%s, %(b)s\n"""\nc = (1\n  != 2)'])).python).toBe('a = """\n%s, %(b)s\n"""\nc = (1\n  != 2)\n');
  });

  it.each([
    ['a magic of which nothing is known', '%dotenv\nb = 2', '0      \nb = 2\n'],
    ['one in a block', 'if a:\n    %dotenv kol.env', 'if a:\n    0              \n'],
    ['the result of one', 'a = %kol_magic x', 'a = 0           \n'],
    ['what IPython is asked', 'scores?\n??kol.scores\nb = 2', '0      \n0           \nb = 2\n'],
  ])('has %s', (_, cell, python) => {
    expect(read(notebook([cell])).python).toBe(python);
  });

  it.each([
    ['a line of a text', 'a = """\n%kol\nscores?\n"""\n'],
    ['an operator behind a bracket', 'a = ("%s"\n     "%s" %\n%kol)\n'],
    ['an operator behind a backslash', 'a = b \\\n%kol\n'],
  ])('has no magic in %s', (_, cell) => {
    expect(read(notebook([cell])).python).toBe(cell);
  });

  it('in SQL has its cells as SQL', () => {
    const { facts, python } = read(notebook(['SELECT 1'], 'sql'));
    expect(python).toBeNull();
    expect(facts.statements.map(({ text }) => shownText(text))).toEqual(['SELECT 1@1:1']);
  });

  it('in another language gives its URIs', () => {
    const { facts } = read(notebook(['val a = "s3://kol"'], 'scala'));
    expect(textsOf(facts).map(shownText)).toEqual(['s3://kol@1:10']);
  });

  it('says in which cell, line and column something stands, and where in the file', () => {
    const text = notebook(['x = 1', { markdown: 'm' }, 'a = "\\"é"\n%sql SELECT b']);
    const { facts } = read(text);
    const found = notebookOf(facts.source);
    const [statement] = facts.statements;
    if (found === null || statement === undefined) throw new Error('nothing read');
    const { start } = statement.text.place;
    expect(cellPositionAt(found, start)).toEqual({ cell: 2, line: 2, column: 6 });
    expect(text.slice(fileOffsetAt(found, start), fileOffsetAt(found, start) + 8)).toBe('SELECT b');
    expect(cellPositionAt(found, 0)).toEqual({ cell: 0, line: 1, column: 1 });
  });

  it('is written as JSON has it', () => {
    expect(escapedForJson('a"b\n')).toBe('a\\"b\\n');
  });

  it('takes a source in one string', () => {
    expect(read('{"cells": [{"cell_type": "code", "source": "a = 1\\nb = 2"}]}').python).toBe('a = 1\nb = 2\n');
  });

  it('that is none says so', () => {
    expect(read('{"cells": [').facts.problems).toHaveLength(1);
    expect(read('[]').facts.problems).toEqual([{ message: 'A notebook is a JSON object.', offset: 0 }]);
  });

  it('never fails when broken', () => {
    for (const text of broken(notebook(['%%sql x <<\nSELECT 1', '!ls "$a"\n%env B=c\nd = %sql e', '%%bash\n$(']), 200)) {
      expect(() => read(text)).not.toThrow();
    }
  });
});
