import { describe, expect, it } from 'vitest';
import { readBatch } from '../../../src/languages/batch/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownCommand, shownDeclaration } from '../shown.js';

function read(text: string) {
  return readBatch(createSource('/repo/setup.bat', text));
}

describe('a batch file', () => {
  it.each([
    ['behind docker', 'docker exec kol-minio mc mb local/kol-gold', ['mc mb local/kol-gold']],
    ['over several lines', 'psql -U kol ^\r\n  -d kol_app\r\n', ['psql -U kol -d kol_app']],
    ['with its variables put in', 'set BUCKET=kol-gold\nmc mb "local/%BUCKET%"', ['mc mb local/kol-gold']],
    ['with what is not known', 'mc mb local/%BUCKET%/%1', ['mc mb local/{?}/{?}']],
    ['behind a condition', 'if not exist x.txt (psql -d kol_app)', ['psql -d kol_app']],
    ['one behind the other', '@call createdb kol_a && createdb kol_b > nul', ['createdb kol_a', 'createdb kol_b']],
    ['for each of several items', 'for %%t in (kol.a kol.b) do kafka-topics --topic %%t', ['kafka-topics --topic kol.a', 'kafka-topics --topic kol.b']],
    ['but nothing that is printed or commented', '@echo off\necho s3://kol/\nrem mc mb local/kol\n:: mc mb local/kol\n', []],
  ])('gives its commands %s', (_, text, expected) => {
    expect(read(text).commands.map(shownCommand)).toEqual(expected);
  });

  it.each([
    ['plainly', 'set KAFKA_TOPIC=kol.events', ['variable KAFKA_TOPIC = kol.events@1:17']],
    ['in quotes', '  @set "KAFKA_TOPIC=kol.events"', ['variable KAFKA_TOPIC = kol.events@1:21']],
    ['with others in them', 'set A=kol\r\nset B=%A%-gold\r\n', ['variable A = kol@1:7', 'variable B = kol-gold@2:7']],
    ['but no arithmetic', 'set /a COUNT=1+2', []],
  ])('gives the variables that it sets %s', (_, text, expected) => {
    expect(read(text).declarations.map(shownDeclaration)).toEqual(expected);
  });

  it('is read in time whatever its variables hold', () => {
    const doubled = read(`set A=kol\n${'set A=%A%%A%\n'.repeat(40)}mc mb local/%A%`);
    expect(doubled.commands.map(shownCommand).join().length).toBeLessThan(400_000);
    read(`set A=kol\n${'set A=%A%-x\n'.repeat(1_000)}mc mb local/%A%`);
    read(`set A=x${' '.repeat(100_000)}y`);
    read(`if ${'='.repeat(50_000)}`);
  });

  it('never fails when broken', () => {
    for (const text of broken('@set "A=b"\r\nfor %%c in (d e) do f %%c "%A%" ^\r\n g && h > i\r\nrem j\r\nif "%A%"=="b" (k)', 300)) {
      const source = createSource('/repo/a.bat', text);
      checkPlaces(readBatch(source), source);
    }
  });
});
