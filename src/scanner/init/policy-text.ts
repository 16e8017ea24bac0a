import { KEY_OF_KIND } from '../../policy/policy-document.js';
import { counted } from '../format-stylish.js';
import { shownName } from './found-name.js';
import type { FoundName } from './found-name.js';
import type { NameLists, Proposal, ProposedDomain } from './proposal.js';

/** What one domain does with another's names: for a person to allow, or to put right. */
export interface ProposedGrant {
  readonly domain: string;
  readonly owner: string;
  readonly key: (typeof KEY_OF_KIND)[keyof typeof KEY_OF_KIND];
  readonly name: string;
  readonly uses: number;
  /** Of the first use: file and line. */
  readonly place: string;
}

const HEADER = `# yaml-language-server: $schema=./node_modules/eslint-plugin-domain-separation/policy.schema.json
# Which names on the shared platform belong to whom. Proposed by "domain-separation init" from the names
# that this repository uses: read it, and change what is not so.
`;

/** The proposal as a policy file, with what speaks for it as comments. */
export function policyText({ domains, shared }: Proposal, grants: readonly ProposedGrant[] = []): string {
  const sharedLines = listLines(shared, '  ');
  return [
    `${HEADER}domains:`,
    ...domains.flatMap(domainLines),
    ...(sharedLines.length === 0 ? [] : ['# Names for everybody: the platform\'s own, and what only files of no domain name.', 'shared:', ...sharedLines]),
    ...grantLines(grants),
    '',
  ].join('\n');
}

function domainLines({ name, files, lists, evidence }: ProposedDomain): string[] {
  const inFiles = new Set(evidence.flatMap(({ uses }) => uses.map(({ file }) => file))).size;
  if (evidence.length === 0) return [`  ${name}: {} # no name was found; list what is the domain's`];
  const lines = [
    ...(files === null ? [] : [`    # ${whyFiles(name, files)}`, ...listed('    files', files, () => null)]),
    ...listLines(lists, '    '),
  ];
  return [`  # ${counted(evidence.length, 'name')} in ${counted(inFiles, 'file')}: ${examples(evidence)}`, `  ${name}:`, ...lines];
}

function listLines(lists: NameLists, indent: string): string[] {
  return [...lists].flatMap(([kind, { globs, evidence, remark }]) => [
    `${indent}# ${whyNames(evidence)}${remark === null ? '' : `; ${remark}`}`,
    ...listed(indent + KEY_OF_KIND[kind], globs, (item) => placeOf(item, evidence)),
  ]);
}

function whyFiles(domain: string, files: readonly string[]): string {
  if (files.length === 0) return `no file or folder is called after ${domain}, or names mostly its names: say which are its own`;
  return `called after ${domain}, or naming mostly its names`;
}

/** `3 names in 2 files, as in etl/settings.py:4`. */
function whyNames(evidence: readonly FoundName[]): string {
  const uses = evidence.flatMap((name) => name.uses);
  const files = new Set(uses.map(({ file }) => file)).size;
  const [first] = uses;
  const place = first === undefined ? '' : `, as in ${first.file}:${first.line}`;
  return `${counted(new Set(evidence.map(shownName)).size, 'name')} in ${counted(files, 'file')}${place}`;
}

/** Where a name that is listed as it is stands first; null for globs. */
function placeOf(item: string, evidence: readonly FoundName[]): string | null {
  const [use] = evidence.find((name) => shownName(name) === item)?.uses ?? [];
  return use === undefined ? null : `${use.file}:${use.line}`;
}

const EXAMPLES = 3;

/** Some of the names that speak for a domain, of different kinds first. */
export function examples(evidence: ProposedDomain['evidence']): string {
  const firstOfKind = evidence.filter(({ kind }, index) => evidence.findIndex((other) => other.kind === kind) === index);
  const others = evidence.filter((name) => !firstOfKind.includes(name));
  const shown = [...new Set([...firstOfKind, ...others].map(shownName))];
  return shown.slice(0, EXAMPLES).join(', ') + (shown.length > EXAMPLES ? ', …' : '');
}

const WIDTH = 100;

/** A list in one line, or one item a line where it is long, each with what there is to say of it. */
function listed(key: string, items: readonly string[], remarkOn: (item: string) => string | null): string[] {
  const line = `${key}: [${items.map(quoted).join(', ')}]`;
  if (line.length <= WIDTH) return [line];
  const indent = ' '.repeat(key.search(/\S/) + 2);
  return [
    `${key}:`,
    ...items.map((item) => {
      const remark = remarkOn(item);
      return `${indent}- ${quoted(item)}${remark === null ? '' : ` # ${remark}`}`;
    }),
  ];
}

/** Words that YAML takes for something else than text, YAML 1.1's among them. */
const NO_TEXT = /^(?:y|yes|n|no|true|false|on|off|null)$/i;

function quoted(text: string): string {
  return /^[a-z][\w./-]*(?:\/\*\*)?$/i.test(text) && !NO_TEXT.test(text) ? text : JSON.stringify(text);
}

function grantLines(grants: readonly ProposedGrant[]): string[] {
  if (grants.length === 0) return [];
  return [
    '# These names are read by another domain\'s code. Where that is agreed, take the marks away and say why:',
    '# grants:',
    ...grants.flatMap(({ domain, key, name, uses, place }) => [
      `#   - domain: ${domain}`,
      '#     may: read',
      `#     ${key}: [${quoted(name)}] # ${counted(uses, 'use')}, the first in ${place}`,
      '#     reason: ""',
    ]),
  ];
}
