import { counted } from '../format-stylish.js';
import type { Paint } from '../format-stylish.js';
import { groupBy } from '../group-by.js';
import type { ReportedUse } from './held-against.js';
import { shownName } from './found-name.js';
import type { FoundName } from './found-name.js';
import { examples } from './policy-text.js';
import type { Proposal } from './proposal.js';

const SHOWN = 12;

/** Says to a person why the policy is proposed as it is, and what it would report. */
export function explain(
  { domains }: Proposal,
  names: readonly FoundName[],
  reported: readonly ReportedUse[],
  paint: Paint,
): string {
  const [only, ...others] = domains;
  const files = new Set(names.flatMap(({ uses }) => uses.map(({ file }) => file))).size;
  const told = others.length > 0
    ? `${counted(domains.length, 'domain')}, told by how their names begin:`
    : `one domain, ${only?.files === null ? 'the whole repository' : ''}:`;
  return [
    `${counted(names.length, 'name')} in ${counted(files, 'file')}, tests left out; ${told}`,
    '',
    ...domains.map(({ name, evidence, files: own }) => {
      const count = new Set(evidence.flatMap(({ uses }) => uses.map(({ file }) => file))).size;
      const where = own === null ? 'all files' : own.length === 0 ? 'no files of its own: say which' : own.join(', ');
      return `  ${paint('bold', name)}  ${counted(evidence.length, 'name')} in ${counted(count, 'file')} (${examples(evidence)})\n      files: ${where}`;
    }),
    '',
    ...reportedLines('Nobody\'s, and reported until they are listed or renamed:', reported, 'outside', paint),
    ...reportedLines('Another domain\'s, and reported unless granted:', reported, 'foreign', paint),
  ].join('\n');
}

function reportedLines(title: string, reported: readonly ReportedUse[], verdict: string, paint: Paint): string[] {
  const groups = [...groupBy(
    reported.filter(({ judgement }) => judgement.verdict === verdict),
    ({ found, fileDomain }) => JSON.stringify([found.kind, shownName(found), fileDomain]),
  ).values()];
  if (groups.length === 0) return [];
  const lines = groups.slice(0, SHOWN).flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const { found, use, fileDomain } = first;
    const others = more.length === 0 ? '' : ` and ${counted(more.length, 'other place')}`;
    const who = fileDomain === null ? '' : ` in ${fileDomain}`;
    return [`  ${found.kind} ${shownName(found)}${who}  ${paint('dim', `${use.file}:${use.line}:${use.column}${others}`)}`];
  });
  const left = groups.length - SHOWN;
  return [paint('yellow', title), ...lines, ...(left > 0 ? [`  and ${counted(left, 'other name')}`] : []), ''];
}
