#!/usr/bin/env node
import { createInterface } from 'node:readline/promises';
import { buffer } from 'node:stream/consumers';
import { runCommandLine } from './command-line.js';
import { tuneEngineForScans } from './tune-engine-for-scans.js';

tuneEngineForScans();

// A reader that has seen enough (`| head`) closes the pipe; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  cwd: process.cwd(),
  hasColors: process.stdout.isTTY && process.stdout.hasColors(),
  writeOut: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  readInput: () => buffer(process.stdin),
  ...(process.stdin.isTTY ? { ask } : {}),
});

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
