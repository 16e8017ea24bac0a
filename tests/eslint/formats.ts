import type { languages } from '../../src/eslint/languages.js';

/** One file of each of this plugin's languages, comments and line ends of all kinds included. */
export const FILES: Readonly<Record<keyof typeof languages, readonly [file: string, text: string]>> = {
  python: ['etl.py', '# A comment\u00a0here\nimport os\n\n\ndef f(a, b):\n\treturn "x" + os.getenv("Y")  \n'],
  sql: ['etl.sql', '-- A comment\nSELECT *\nFROM t; /* more\n of it */\n\n\n\n'],
  dotenv: ['.env', '# A comment\nA=1\nB="2"\r\n\n'],
  shell: ['run.sh', '#!/bin/sh\n# A comment\nX=${Y:-1}\nmc mb "local/$X" <<EOF\nSELECT 1 -- x\nEOF\n'],
  makefile: ['Makefile', '# A comment\nX ?= 1\ninclude other.mk\nall: ; echo $(X)\n\t@mc mb local/$(X) # more\n'],
  dockerfile: ['Dockerfile', '# A comment\nFROM x\nENV A=1 \\\n  B=2\nRUN mc ls \\\n  local/a\n'],
  properties: ['a.properties', '# A comment\n! another\na.b = 1\\\n  2\n'],
  ini: ['a.cfg', '; A comment\n[a]\nb = 1\n  2\n'],
  terraform: ['a.tf', '# A comment\nresource "aws_s3_bucket" "a" {\n  bucket = "b" // more\n}\n'],
  notebook: [
    'a.ipynb',
    '{"cells": [{"cell_type": "code", "source": ["# eslint-disable-line\\n", "a = \\"b\\"\\n"]}], "nbformat": 4}\n',
  ],
  yaml: ['a.yaml', '# A comment\na: &x\n  b: "c"\nd: *x\r\n'],
  json: ['a.jsonc', '{\n  // A comment\n  "a": ["b", 1]\n}\n'],
  toml: ['a.toml', '# A comment\n[a]\nb = "c"\n'],
  markdown: ['a.md', '# A title\n\n<!-- a comment -->\n```python\n# more\na = 1\n```\n'],
  other: ['A.scala', '// A comment\nval a = "s3://b/c" /* more */\n'],
};
