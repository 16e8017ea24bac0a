import { expect, it } from 'vitest';
import { mayName } from '../../src/analysis/prefilter.js';
import { LIBRARIES } from '../../src/catalogue/index.js';
import { NAME_PATTERNS } from '../../src/catalogue/name-patterns.js';

const examples = LIBRARIES.filter(({ language }) => language === 'python').flatMap(({ entries }) =>
  entries.flatMap(({ match }) => match.map(({ code }) => code)),
);

it('passes every Python file in which the catalogue finds something', () => {
  expect(examples.filter((code) => !mayName(code))).toEqual([]);
});

it('passes every file with a name that a pattern knows', () => {
  const files = NAME_PATTERNS.flatMap(({ match }) => match.map(fileOf));
  expect(files.filter((file) => !mayName(file))).toEqual([]);
});

/** A file with the name of an example, and what the file must speak of for it. */
function fileOf(example: string): string {
  const [, near = ''] = / @(?!package:|path:)([^>]*)/.exec(example) ?? [];
  return `${example.split('=')[0] ?? ''} = "x"\n# ${near}`;
}

it('passes URIs and SQL, and keeps out what names nothing', () => {
  const files = ['X = "s3://a-b/c"', 'X = "/Volumes/a/b/c"', 'X = "SELECT a FROM b.c"', 'X = """\ninsert into t values (1)"""', 'import os\nprint(os.getcwd())\n'];
  expect(files.map(mayName)).toEqual([true, true, true, true, false]);
  expect(mayName('def q():\n    return (\n        "select a, b "\n        "from scores"\n    )')).toBe(true);
  const queries = ['Q = """\nSELECT a\nFROM scores\n"""', 'Q = "select a from scores where b = 1"', "Q = 'SELECT a '\\n    '\\\\nFROM kol.scores'", 'Q = "Please select one from the list"'];
  expect(queries.map(mayName)).toEqual([true, true, true, false]);
  expect(mayName('def q():\n    return run("""\n        SELECT count(*)\n        FROM scores s\n        -- all of them\n    """, 1)')).toBe(true);
});

it('passes a notebook of commands, and no Python file for a format that begins like one', () => {
  const cell = '{"cells": [{"cell_type": "code", "source": ["!aws s3 ls"]}]}';
  expect([cell, '# Databricks notebook source\n# MAGIC %sql\n'].map(mayName)).toEqual([true, true]);
  expect(['print("%s (%d)" % (path, total))', 'logger.info("!not yet")'].map(mayName)).toEqual([false, false]);
});
