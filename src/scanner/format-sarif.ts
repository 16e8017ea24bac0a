import { createHash } from 'node:crypto';
import type { ESLint, Linter } from 'eslint';
import type { Rule } from '../reporting/create-rule.js';
import { RULE_NAMES, RULE_PREFIX } from '../reporting/rule-name.js';
import { rules } from '../rules/index.js';
import type { Region } from './notebook-messages.js';
import { relativePath } from './relative-path.js';
import { FAILURE } from './scan.js';
import type { TraceStop } from './traces.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const INFORMATION = 'https://www.npmjs.com/package/eslint-plugin-domain-separation';

/** What a message of a scan may have beside ESLint's own. */
interface ScanMessage extends Linter.LintMessage {
  readonly stored?: Region;
  readonly trace?: readonly TraceStop[];
}

/**
 * Results as SARIF 2.1.0, for code scanning: a result for each problem of a rule, with the way of a name
 * from another file as its code flow. What could not be read is no result but a notification of the run.
 *
 * @param version the version of this package
 */
export function formatSarif(results: readonly ESLint.LintResult[], cwd: string, version: string): string {
  const found = results.flatMap(({ filePath, messages }) => messages.map((message: ScanMessage) => ({ file: relativePath(cwd, filePath), message })));
  const problems = found.filter(({ message }) => message.ruleId !== null);
  const others = found.filter(({ message }) => message.ruleId === null);
  const fingerprints = new Fingerprints();
  const run = {
    tool: {
      driver: { name: 'domain-separation', semanticVersion: version, informationUri: INFORMATION, rules: RULE_NAMES.map((name) => descriptorOf(name, rules[name])) },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: !hasFailed(others), toolExecutionNotifications: others.map(({ file, message }) => notificationOf(file, message)) }],
    results: problems.map(({ file, message }) => resultOf(file, message, cwd, fingerprints)),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function hasFailed(others: readonly { readonly message: ScanMessage }[]): boolean {
  return others.some(({ message }) => message.message.startsWith(FAILURE));
}

function descriptorOf(name: string, { meta: { docs } }: Rule) {
  return {
    id: RULE_PREFIX + name,
    shortDescription: { text: `${docs.description}.` },
    helpUri: docs.url,
    defaultConfiguration: { level: docs.recommended === 'error' ? 'error' : 'warning' },
  };
}

function resultOf(file: string, message: ScanMessage, cwd: string, fingerprints: Fingerprints) {
  const { trace } = message;
  return {
    ruleId: message.ruleId,
    ruleIndex: RULE_NAMES.findIndex((name) => RULE_PREFIX + name === message.ruleId),
    level: levelOf(message),
    message: { text: message.message },
    locations: [locationOf(file, message)],
    partialFingerprints: { 'nameInFile/v1': fingerprints.of(file, message) },
    ...(trace === undefined ? {} : { codeFlows: [{ threadFlows: [{ locations: trace.map((stop) => ({ location: stopLocation(stop, cwd) })) }] }] }),
  };
}

function notificationOf(file: string, message: ScanMessage) {
  return { level: levelOf(message), message: { text: message.message }, locations: [locationOf(file, message)] };
}

function levelOf({ severity }: ScanMessage): 'error' | 'warning' {
  return severity === 2 ? 'error' : 'warning';
}

/** Of a notebook where its JSON has it: a viewer opens the file. */
function locationOf(file: string, message: ScanMessage) {
  const { line, column, endLine = line, endColumn } = message.stored ?? message;
  return {
    physicalLocation: {
      artifactLocation: artifactOf(file),
      region: { startLine: Math.max(line, 1), startColumn: Math.max(column, 1), ...(endColumn === undefined ? {} : { endLine, endColumn }) },
    },
  };
}

function stopLocation({ file, line, column, text }: TraceStop, cwd: string) {
  return {
    physicalLocation: { artifactLocation: artifactOf(relativePath(cwd, file)), region: { startLine: line, startColumn: column } },
    message: { text },
  };
}

function artifactOf(file: string) {
  return { uri: encodeURI(file).replace(/[#?]/g, encodeURIComponent), uriBaseId: '%SRCROOT%' };
}

/** Lines in a message, which other changes of the file move. */
const LINES = /:\d+\b/g;

/** Tells a problem from the others of its file whatever line it moves to. */
class Fingerprints {
  readonly #counts = new Map<string, number>();

  of(file: string, { ruleId, message }: ScanMessage): string {
    const key = JSON.stringify([ruleId, file, message.replace(LINES, '')]);
    const before = this.#counts.get(key) ?? 0;
    this.#counts.set(key, before + 1);
    return createHash('sha256').update(`${key} ${before}`).digest('hex').slice(0, 32);
  }
}
