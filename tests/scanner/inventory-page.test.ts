import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/scanner/command-line.js';

const PAGE = readFileSync(new URL('../../docs/inventory.md', import.meta.url), 'utf8');
const EXAMPLE = fileURLToPath(new URL('../../examples/two-domains/', import.meta.url));

async function printed(words: readonly string[]): Promise<string> {
  const out: string[] = [];
  const code = await runCommandLine(words, {
    cwd: EXAMPLE,
    hasColors: false,
    writeOut: (text) => void out.push(text),
    writeError: (text) => void out.push(text),
    readInput: async () => Buffer.from(''),
  });
  expect(code).toBe(0);
  return out.join('');
}

/** The blocks that say which command prints them. */
const BLOCKS = [...PAGE.matchAll(/^```(?:text|json) (inventory [^\n]+)\n(.*?)^```/gms)];

describe('the page of the inventory', () => {
  it('shows what commands print', () => {
    expect(BLOCKS).toHaveLength(2);
  });

  it.each(BLOCKS.map(([, command = '', block = '']) => [command, block]))('shows what `%s` prints', async (command, block) => {
    const shown = await printed(command.split(' '));
    // JSON is shown in part, and less deep.
    if (command.includes('json')) expect(shown).toContain(block.trimEnd().replace(/^/gm, '    '));
    else expect(shown).toBe(block);
  });

  it('explains every key of JSON and every column of CSV', async () => {
    const [columns = ''] = (await printed(['inventory', '--format', 'csv'])).split('\r\n');
    const keys = [...(await printed(['inventory', '--format', 'json'])).matchAll(/"(\w+)":/g)].map(([, key = '']) => key);
    for (const word of new Set([...columns.split(','), ...keys])) expect(PAGE).toContain(`\`${word}\``);
  });
});
