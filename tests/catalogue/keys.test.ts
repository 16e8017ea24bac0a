import { describe, expect, it } from 'vitest';
import { handedByKeys } from '../../src/analysis/collect/keys.js';
import { KEYS } from '../../src/catalogue/keys.js';
import { readDotenv } from '../../src/languages/dotenv/reader.js';
import type { Facts } from '../../src/languages/facts.js';
import { readJson } from '../../src/languages/json/reader.js';
import { readPython } from '../../src/languages/python/read.js';
import { readProperties } from '../../src/languages/properties/reader.js';
import { readSqlFile } from '../../src/languages/sql/read-sql-file.js';
import { readToml } from '../../src/languages/toml/reader.js';
import { readTerraform } from '../../src/languages/terraform/reader.js';
import { readYaml } from '../../src/languages/yaml/reader.js';
import { createSource } from '../../src/references/source.js';
import { factsIn } from '../analysis/shown.js';
import { shownHanded } from './shown-handed.js';

function read(file: string, code: string): Facts {
  const source = createSource(`/repo/${file}`, code);
  if (/\.ya?ml$/.test(file)) return readYaml(source);
  if (file.endsWith('.json')) return readJson(source);
  if (file.endsWith('.tf')) return readTerraform(source);
  if (file.endsWith('.toml')) return readToml(source);
  if (file.endsWith('.sql')) return readSqlFile(source);
  if (file.endsWith('.ts')) return factsIn(code, file);
  if (file.endsWith('.py')) return readPython(source, () => null);
  if (/\.(?:conf|prisma)$/.test(file)) return factsIn(code, file);
  return file.startsWith('.env') ? readDotenv(source) : readProperties(source);
}

function found(file: string, code: string): string[] {
  return [...new Set(handedByKeys(read(file, code)).flatMap(shownHanded))];
}

describe.each(KEYS.map((entry) => [`${entry.via} ${entry.key}`, entry] as const))('%s', (_, entry) => {
  it.each(entry.match.map((example) => [example.code, example] as const))('carries in %s', (_, example) => {
    expect(found(example.in, example.code).sort()).toEqual([...example.finds].sort());
  });

  if (entry.skip.length > 0) {
    it.each(entry.skip.map((example) => [example.code, example] as const))('carries nothing in %s', (_, example) => {
      expect(found(example.in, example.code)).toEqual([]);
    });
  }
});
