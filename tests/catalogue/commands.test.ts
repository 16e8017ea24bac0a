import { describe, expect, it } from 'vitest';
import { handedByCommands } from '../../src/analysis/collect/commands.js';
import { COMMANDS } from '../../src/catalogue/commands/index.js';
import { readShell } from '../../src/languages/shell/reader.js';
import { createSource } from '../../src/references/source.js';
import { shownHanded } from './shown-handed.js';

function found(code: string): string[] {
  const { commands } = readShell(createSource('/repo/a.sh', code));
  return [...new Set(handedByCommands(commands).flatMap(shownHanded))];
}

describe.each(COMMANDS.map((entry) => [`${entry.via} ${entry.program.join(', ')}`, entry] as const))('%s', (_, entry) => {
  it.each(entry.match.map(({ code, finds }) => [code, finds] as const))('takes from %s', (code, finds) => {
    expect(found(code).sort()).toEqual([...finds].sort());
  });

  if (entry.skip.length > 0) {
    it.each(entry.skip.map((code) => [code]))('takes nothing from %s', (code) => {
      expect(found(code)).toEqual([]);
    });
  }
});
