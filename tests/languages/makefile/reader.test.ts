import { describe, expect, it } from 'vitest';
import { readMakefile } from '../../../src/languages/makefile/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownCommand, shownDeclaration, shownText } from '../shown.js';

function read(text: string) {
  return readMakefile(createSource('/repo/Makefile', text));
}

function commands(text: string): string[] {
  return read(text).commands.map(shownCommand);
}

describe('a Makefile', () => {
  it.each([
    ['a variable', 'BUCKET = kol-gold', ['variable BUCKET = kol-gold@1:10']],
    ['a variable set at once', 'A := x', ['variable A = x@1:6']],
    ['a default', 'A ?= x', ['variable A = x@1:6 <env-default A>']],
    ['an export', 'export A = x', ['variable A = x@1:12']],
    ['a variable of a variable', 'A = kol\nB = $(A)-gold', ['variable A = kol@1:5', 'variable B = kol-gold@2:5']],
    ['a variable set below', 'B = $(A)\nA = x', ['variable B = x@2:5 <constant A>', 'variable A = x@2:5']],
    ['what is added', 'A = x\nA += y', ['variable A = x@1:5', 'variable A = y@2:6']],
    ['the output of a command', 'A = $(shell date)', ['variable A = {?}@1:5']],
    ['a variable of a target', 'up: A = x', ['variable A = x@1:9']],
    ['a variable before a comment', 'A = x # y', ['variable A = x@1:5']],
    ['a variable of itself', 'A = $(A)', ['variable A = {?}@1:1 <constant A> <constant A>']],
  ])('declares %s', (_, text, expected) => {
    expect(read(text).declarations.map(shownDeclaration)).toEqual(expected);
  });

  it.each([
    ['a recipe', 'up:\n\tmc mb local/kol', ['mc mb local/kol']],
    ['a silent one', 'up:\n\t@-mc ls a', ['mc ls a']],
    ['a continued one', 'up:\n\tmc \\\n\t  ls a', ['mc ls a']],
    ['with a variable', 'B = kol\nup:\n\tmc mb local/$(B)', ['mc mb local/kol']],
    ['with a variable in braces', 'B = kol\nup:\n\tmc mb local/${B}', ['mc mb local/kol']],
    ["with the shell's variable", 'up:\n\tfor b in x y; do ls $$b; done', ['ls x', 'ls y']],
    ['with what is not known', 'up:\n\tls $(X) $@', ['ls {?} {?}']],
    ['with a command in a variable', 'PSQL = docker exec db psql\nup:\n\t$(PSQL) -d kol', ['psql -d kol']],
    ['behind its target', 'up: ; ls a', ['ls a']],
  ])('runs %s', (_, text, expected) => {
    expect(commands(text)).toEqual(expected);
  });

  it('points at the name where the file has it', () => {
    const [command] = read('B = kol-gold\nup:\n\tcreatedb $(B)').commands;
    expect(command?.words.map(shownText)).toEqual(['createdb@3:2', 'kol-gold@1:5 <constant B>']);
  });

  it('names the files it includes', () => {
    expect(read('-include .env.kol\n').imports.map((site) => site.specifier)).toEqual(['.env.kol']);
  });

  it('gives its comments, and nothing of what stands in them', () => {
    const facts = read('# mc mb local/bronze\nup: # all\n\tls a # s3://x\n');
    expect(facts.comments.map(({ text }) => text)).toEqual([' mc mb local/bronze', ' all', ' s3://x']);
    expect(facts.commands.map(shownCommand)).toEqual(['ls a']);
  });

  it('never fails when broken', () => {
    const whole = 'A ?= x$(B)\nB += ${C} $$d # e\ninclude f\nup: down ; ls\n\t@for g in $(A); do \\\n\t ls $$g "$@"; done\n';
    for (const text of broken(whole, 200)) {
      const source = createSource('/repo/Makefile', text);
      checkPlaces(readMakefile(source), source);
    }
    expect(() => read(Array.from({ length: 60 }, (_, n) => `A${n} = $(A${n + 1})$(A${n + 1})`).join('\n'))).not.toThrow();
  });
});
