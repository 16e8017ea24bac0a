import { styleText } from 'node:util';
import type { ESLint, Linter } from 'eslint';
import { relativePath } from './relative-path.js';

/** A style's text, or the text alone where there are no colours. */
export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

export function painter(hasColors: boolean): Paint {
  return hasColors ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text;
}

/** Results as ESLint's own `stylish` shows them, files relative to the working directory; empty where there is nothing. */
export function formatStylish(results: readonly ESLint.LintResult[], cwd: string, paint: Paint): string {
  const withMessages = results.filter(({ messages }) => messages.length > 0);
  if (withMessages.length === 0) return '';
  const files = withMessages.map(({ filePath, messages }) => {
    const lines = aligned(messages.map((message) => cellsOf(message, paint)));
    return [paint('underline', relativePath(cwd, filePath)), ...lines].join('\n');
  });
  return `${files.join('\n\n')}\n\n${summary(withMessages, paint)}\n`;
}

interface Cell {
  readonly text: string;
  readonly painted: string;
}

function cellsOf(found: Linter.LintMessage, paint: Paint): Cell[] {
  const { severity, message, ruleId } = found;
  const plain = message.replace(/\.$/, '');
  const place = placeOf(found);
  return [
    { text: place, painted: paint('dim', place) },
    severity === 2
      ? { text: 'error', painted: paint('red', 'error') }
      : { text: 'warning', painted: paint('yellow', 'warning') },
    { text: plain, painted: plain },
    { text: ruleId ?? '', painted: ruleId === null ? '' : paint('dim', ruleId) },
  ];
}

/** Of a notebook with the cell, counted from 0; a parser that gave up says no place at all. */
function placeOf(message: Linter.LintMessage): string {
  const { line, column } = message;
  const cell = 'cell' in message ? `cell ${String(message.cell)}, ` : '';
  return Number.isInteger(line) ? `${cell}${line}:${column}` : '0:0';
}

function aligned(rows: readonly (readonly Cell[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => widest(rows.map((row) => row[column]?.text ?? '')));
  return rows.map((row) => {
    const cells = row.map(({ text, painted }, column) => painted + ' '.repeat((widths[column] ?? 0) - text.length));
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

/** The length of the longest text; a spread into `Math.max` has an end at some hundred thousand. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((longest, text) => Math.max(longest, text.length), 0);
}

function summary(results: readonly ESLint.LintResult[], paint: Paint): string {
  const errors = total(results, ({ errorCount }) => errorCount);
  const warnings = total(results, ({ warningCount }) => warningCount);
  const fixable = total(results, (result) => result.fixableErrorCount + result.fixableWarningCount);
  const style = errors > 0 ? 'red' : 'yellow';
  const problems = errors + warnings;
  const lines = [
    `✖ ${counted(problems, 'problem')} (${counted(errors, 'error')}, ${counted(warnings, 'warning')})`,
    ...(fixable === 0 ? [] : [`  ${counted(fixable, 'problem')} can be fixed by ESLint with --fix.`]),
  ];
  return lines.map((line) => paint(['bold', style], line)).join('\n');
}

function total(results: readonly ESLint.LintResult[], count: (result: ESLint.LintResult) => number): number {
  return results.reduce((sum, result) => sum + count(result), 0);
}

export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
