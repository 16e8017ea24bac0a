import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The first Chromium on the path; null where there is none. */
export const CHROMIUM = NAMES.find(isThere) ?? null;

function isThere(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The document as it is once the page's scripts, and after them the given one, have run. */
export function domOf(page: string, script = ''): string {
  if (CHROMIUM === null) throw new Error('There is no Chromium here.');
  const folder = mkdtempSync(join(tmpdir(), 'domain-separation-page-'));
  try {
    const file = join(folder, 'page.html');
    writeFileSync(file, page.replace('</body>', () => `<script>${script}</script></body>`));
    const profile = `--user-data-dir=${join(folder, 'profile')}`;
    const words = [...FLAGS, profile, '--dump-dom', pathToFileURL(file).href];
    return execFileSync(CHROMIUM, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 50_000_000 });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
