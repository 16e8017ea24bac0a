import { describe, expect, it } from 'vitest';
import { readerFor } from '../../../src/analysis/readers.js';
import { scriptsIn } from '../../../src/languages/component/scripts.js';
import { createSource } from '../../../src/references/source.js';
import { factsIn, referencesIn, shownWithPlaces } from '../../analysis/shown.js';
import { Repository } from '../../analysis/workspace-of.js';
import { broken, checkPlaces } from '../shown.js';

const PUT = "new PutObjectCommand({ Bucket: bucket, Key: 'a' })";
const IMPORT = "import { PutObjectCommand } from '@aws-sdk/client-s3';\n";

describe('a component is read as its scripts are', () => {
  it.each([
    ['Vue', 'a.vue', `<template>\n  <p>{{ x }}</p>\n</template>\n<script setup lang="ts">\n${IMPORT}const bucket: string = 'kol-bronze';\n${PUT};\n</script>\n`, ['6:25 bucket kol-bronze <- 7:32']],
    ['Svelte, whose two scripts are one module', 'a.svelte', `<script module>\n${IMPORT}const bucket = 'kol-bronze';\n</script>\n<script>\n${PUT};\n</script>`, ['3:17 bucket kol-bronze <- 6:32']],
    ["Astro's front matter", 'a.astro', `---\n${IMPORT}const bucket = 'kol-bronze';\n${PUT};\n---\n<html></html>\n`, ['3:17 bucket kol-bronze <- 4:32']],
    ["Astro's scripts, each alone where they are no module together", 'a.astro', "---\nreturn 'a;\n---\n<script>const bucket = 'kol-bronze';</script>", ['4:25 bucket kol-bronze']],
    ['tags that hold a sign of their own', 'a.svelte', "<script generics=\"T extends Map<string, 'a'>\">const bucket = 'kol-bronze';</script>", ['1:63 bucket kol-bronze']],
    ['JSX', 'a.vue', "<script lang=\"tsx\">const f = () => <b>x</b>; const bucket = 'kol-bronze';</script>", ['1:62 bucket kol-bronze']],
  ])('%s', (_, path, code, expected) => {
    expect([...shownWithPlaces(referencesIn(code, path))].sort()).toEqual(expected);
  });

  it('and besides for its URIs, but not in comments', () => {
    const code = "<template>\n  <!-- s3://sme-gold/a -->\n  <a href=\"s3://kol-gold/b\">b</a>\n</template>\n<script>\n// s3://sme-gold/c\nopen('s3://kol-bronze/d');\n</script>\n";
    expect(shownWithPlaces(referencesIn(code, 'a.vue'))).toEqual(['3:17 bucket kol-gold', '7:12 bucket kol-bronze']);
  });

  it('and values are followed into the modules that it imports', () => {
    const repository = new Repository({ 'src/names.ts': "export const UPLOADS = 'kol-uploads';\n" });
    const code = `<script>\n${IMPORT}import { UPLOADS } from './names';\nnew PutObjectCommand({ Bucket: UPLOADS });\n</script>`;
    const analysis = repository.analyse('src/a.vue', code);
    expect(shownWithPlaces(analysis.references.map(({ reference }) => reference))).toEqual(['1:25 bucket kol-uploads <- 4:32']);
    expect(analysis.dependencies.map((path) => repository.relative(path))).toContain('src/names.ts');
  });
});

it.each([
  ['data', '<script type="application/ld+json">{"bucket": "kol-bronze"}</script>'],
  ['what stands in another file', '<script src="./a.js">const bucket = "kol-bronze";</script>'],
  ['a comment', '<!-- <script>const bucket = "kol-bronze";</script> -->'],
])('is no script: %s', (_, code) => {
  expect(scriptsIn(code, 'a.vue')).toEqual([]);
});

it('never fails when broken', () => {
  for (const text of broken(`---\nconst a = 1\n---\n<script lang="ts">\n${PUT}\n</script><!-- x --><p a="s3://b">`, 200)) {
    for (const path of ['a.vue', 'a.svelte', 'a.astro']) {
      expect(readerFor(path)).not.toBeNull();
      checkPlaces(factsIn(text, path), createSource(`/repo/${path}`, text));
    }
  }
});
