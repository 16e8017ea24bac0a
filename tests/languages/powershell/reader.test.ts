import { describe, expect, it } from 'vitest';
import { readPowerShell } from '../../../src/languages/powershell/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownCommand, shownDeclaration } from '../shown.js';

function read(text: string) {
  return readPowerShell(createSource('/repo/setup.ps1', text));
}

describe('a PowerShell script gives its commands', () => {
  it.each([
    ['behind docker', 'docker exec -it kol-minio mc mb local/kol-gold', ['mc mb local/kol-gold']],
    ['over several lines', 'psql -U kol `\n  -d kol_app', ['psql -U kol -d kol_app']],
    ['with its variables put in', '$Bucket = "kol-gold"\nmc mb "local/$Bucket"', ['mc mb local/kol-gold']],
    ['with variables of any case', '$bucket = "kol-gold"\nmc mb local/$Bucket', ['mc mb local/kol-gold']],
    ['with a scope before a variable', "$script:Bucket='kol-gold'\nmc mb local/$Bucket", ['mc mb local/kol-gold']],
    ['with what is not known', 'mc mb "local/$env:BUCKET" $(Get-Date) $x.Name', ['mc mb local/{?} {?} {?}']],
    ['with words that hold an equals sign', 'kafka-topics --create --topic=kol.events', ['kafka-topics --create --topic=kol.events']],
    ['with quotes in quotes', 'psql -c "SELECT `"id`" FROM ""kol""" -d \'it\'\'s\'', ['psql -c SELECT "id" FROM "kol" -d it\'\'s']],
    ['behind an ampersand', '& psql -d kol_app', ['psql -d kol_app']],
    ['whose output is kept', '$count = docker exec db psql -d kol_app -c "SELECT 1"', ['psql -d kol_app -c SELECT 1']],
    ['within a condition and a block', 'if (-not (psql -d kol_app)) {\n  createdb kol_app\n}', ['-not', 'psql -d kol_app', 'createdb kol_app']],
    ['for each of several items', '$topics = @(\n  "kol.a", # the first\n  "kol.b"\n)\nforeach ($topic in $topics) { kafka-topics --topic $topic }', ['kafka-topics --topic kol.a', 'kafka-topics --topic kol.b']],
    ['for each of items in place', 'foreach ($t in "kol.a", "kol.b") { kafka-topics --topic $t }', ['kafka-topics --topic kol.a', 'kafka-topics --topic kol.b']],
    ['for each of what is piped', '@("kol.a", "kol.b") | Out-Null\n$t = @("kol.a", "kol.b")\n$t | ForEach-Object { kafka-topics --topic $_ }', ['kafka-topics --topic kol.a', 'kafka-topics --topic kol.b']],
    ['and what they are fed', '"SELECT 1" | docker exec -i db psql -d kol_app', ['psql -d kol_app << SELECT 1']],
    ['and the text over lines that they are fed', '@"\nSELECT 1\n"@ | psql -d kol_app', ['psql -d kol_app << SELECT 1']],
  ])('%s', (_, text, expected) => {
    expect(read(text).commands.map(shownCommand).filter((command) => command !== '')).toEqual(expected);
  });

  it.each(['Write-Host "s3://kol-gold/"', 'throw "no kol_app"', '# mc mb local/kol-gold', '<# mc mb\nlocal/kol-gold #>'])('and not what %s speaks of', (text) => {
    expect(read(text).commands).toEqual([]);
    expect(read(text).texts).toEqual([]);
  });
});

describe('a PowerShell script gives its variables', () => {
  it.each([
    ['of the environment', '$env:KAFKA_TOPIC = "kol.events"', ['variable KAFKA_TOPIC = kol.events@1:21']],
    ['of parameters', 'param(\n  [string]$Bucket = "kol-gold",\n  [int]$Port = 9000\n)', ['variable Bucket = kol-gold@2:22', 'variable Port = 9000@3:16']],
    ['of parameters in one line', 'param([string]$Bucket = "kol-gold", $Topic = "kol.events")', ['variable Bucket = kol-gold@1:26', 'variable Topic = kol.events@1:47']],
    ['that hold others', '$a = "kol"\n$b = "$a-gold"', ['variable a = kol@1:7', 'variable b = kol-gold@2:7']],
  ])('%s', (_, text, expected) => {
    expect(read(text).declarations.map(shownDeclaration)).toEqual(expected);
  });
});

it('is read in time whatever its variables hold, and however many are set in one statement', () => {
  const doubled = read(`$a = "kol"\n${'$a = "$a$a"\n'.repeat(40)}mc mb "local/$a"`);
  expect(doubled.commands.map(shownCommand).join().length).toBeLessThan(400_000);
  read(`$a = "kol"\n${'$a = "$a-x"\n'.repeat(1_000)}mc mb "local/$a"`);
  read(`param(${'$a = 1, '.repeat(20_000)})`);
  read('$a[$('.repeat(50_000));
  read(`"${'$('.repeat(100_000)}"`);
});

it('never fails when a PowerShell script is broken', () => {
  const script = '$a = @("x", \'y\')\r\nforeach ($b in $a) {\r\n  mc mb "l/$b$(z)`n" # c\r\n}\r\n@"\r\nd ${e}\r\n"@ | psql\r\n<# f #>\r\n$g=1';
  for (const text of broken(script, 300)) {
    const source = createSource('/repo/a.ps1', text);
    checkPlaces(readPowerShell(source), source);
  }
});
