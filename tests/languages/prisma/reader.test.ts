import { describe, expect, it } from 'vitest';
import { readPrisma } from '../../../src/languages/prisma/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownDeclaration } from '../shown.js';

function read(text: string) {
  return readPrisma(createSource('/repo/schema.prisma', text));
}

describe("Prisma's schema", () => {
  it.each([
    ['a setting', 'datasource db {\n  url = "postgresql://h/kol"\n}', ['key datasource.db.url = postgresql://h/kol@2:10']],
    ['settings in brackets', 'datasource db {\n  schemas = ["kol", "sme"]\n}', ['key datasource.db.schemas = kol@2:15 | sme@2:22']],
    ['what is said of a model', 'model User {\n  id Int @id @map("user_id")\n  @@map("users")\n}', ['key model.User.@@map = users@3:10']],
    ['an argument by its name', 'model User {\n  @@map(name: "users")\n}', ['key model.User.@@map = users@2:16']],
    ['models one behind the other', 'model A {\n  @@map("as")\n}\nmodel B {\n  @@schema("kol")\n}', ['key model.A.@@map = as@2:10', 'key model.B.@@schema = kol@5:13']],
    ['nothing in comments', '// @@map("a")\nmodel A {\n  // @@map("as")\n}', []],
    ['nothing of another engine', 'datasource db {\n  provider = "sqlite"\n}\nmodel A {\n  @@map("as")\n}', []],
  ])('gives %s', (_, text, expected) => {
    expect(read(text).declarations.map(shownDeclaration)).toEqual(expected);
  });

  it('never fails when broken', () => {
    for (const text of broken('datasource db {\r\n  url = "a" // b\r\n  schemas = ["c"]\r\n}\r\nmodel A {\r\n @@map("as")\r\n}', 200)) {
      const source = createSource('/repo/a.prisma', text);
      checkPlaces(readPrisma(source), source);
    }
  });
});
