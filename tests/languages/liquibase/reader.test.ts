import { describe, expect, it } from 'vitest';
import { readChangeLog } from '../../../src/languages/liquibase/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownDeclaration, shownText } from '../shown.js';

function read(changes: string) {
  return readChangeLog(createSource('/repo/changelog.xml', `<databaseChangeLog>\n<changeSet id="1" author="kol">${changes}</changeSet>\n</databaseChangeLog>\n`));
}

describe("Liquibase's change log in XML", () => {
  it('gives the attributes of a change as YAML has its keys', () => {
    expect(read('<createTable schemaName="kol_core" tableName=\'events\'>').declarations.map(shownDeclaration)).toEqual([
      'key databaseChangeLog.0.changeSet.changes.0.createTable.schemaName = kol_core@2:57',
      'key databaseChangeLog.0.changeSet.changes.0.createTable.tableName = events@2:78',
    ]);
  });

  it.each([
    ['an element', '<sql>INSERT INTO kinds</sql>', ['INSERT INTO kinds@2:37']],
    ['plain text', '<sql splitStatements="false"><![CDATA[SELECT 1 < 2]]></sql>', ['SELECT 1 < 2@2:70']],
    ['a view', '<createView viewName="v">SELECT 1</createView>', ['SELECT 1@2:57']],
    ['no comment', '<!-- <sql>SELECT 1</sql> -->', []],
  ])('gives the SQL of %s', (_, change, expected) => {
    expect(read(change).statements.map(({ text }) => shownText(text))).toEqual(expected);
  });

  it('never fails when broken', () => {
    for (const text of broken('<databaseChangeLog><!-- a --><sql><![CDATA[b]]></sql><x a="b" c=\'d\'/><sql>e</sql></databaseChangeLog>', 200)) {
      const source = createSource('/repo/a.xml', text);
      checkPlaces(readChangeLog(source), source);
    }
  });
});
