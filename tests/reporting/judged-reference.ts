import { resolve } from 'node:path';

import type { Analysis, JudgedReference } from '../../src/analysis/analysis.js';
import type { Facts } from '../../src/languages/facts.js';
import { factsOf } from '../../src/languages/facts-of.js';
import type { Judgement, Policy, Verdict } from '../../src/policy/policy.js';
import type { Reference } from '../../src/references/reference.js';
import { createSource, type Place, type Source } from '../../src/references/source.js';

export const ROOT = resolve('/platform');

/** A policy that governs schemas, and is not asked anything. */
export const policy: Policy = {
  file: `${ROOT}/domain-separation.yaml`,
  root: ROOT,
  sources: [],
  domains: [{ name: 'kol', title: 'KOL Analytics' }],
  settings: {
    qualifiesSchemas: true,
    dialectOf: () => null,
    rules: {},
    rulesFor: () => ({}),
  writtenRules: [],
    tests: 'report',
    catalogue: [],
    hasOwnWord: () => false,
    envShape: () => undefined,
  },
  domainOf: () => 'kol',
  mayImport: () => false,
  judge: () => judgement('undecided'),
};

export const noPolicy: Policy = {
  ...policy,
  file: null,
  settings: { ...policy.settings, qualifiesSchemas: false },
  judge: () => judgement('ungoverned'),
};

export function judgement(verdict: Verdict, more: Partial<Judgement> = {}): Judgement {
  return { verdict, part: 'name', owner: null, instead: null, namespaces: [], refused: null, ...more };
}

/** The place of the first `part` in a text. */
export function placeOf(source: Source, part: string): Place {
  const start = source.text.indexOf(part);
  if (start < 0) throw new Error(`${part} is not in ${source.text}`);
  return { source, start, end: start + part.length };
}

export interface Written {
  readonly file?: string;
  readonly text: string;
  /** What stands there; the name itself where left out. */
  readonly spelled?: string;
  readonly verdict?: Verdict;
  readonly judgement?: Partial<Judgement>;
  readonly reference?: Partial<Reference>;
  readonly judged?: Partial<JudgedReference>;
}

/** A judged reference to the bucket `name`, literally written in a text. */
export function judgedReference(name: string, written: Written): JudgedReference {
  const source = createSource(`${ROOT}/${written.file ?? 'etl.py'}`, written.text);
  const place = placeOf(source, written.spelled ?? name);
  const reference: Reference = {
    kind: 'bucket',
    name,
    written: place,
    use: { place, access: 'read', via: 'uri' },
    system: 's3',
    qualifier: [],
    path: null,
    origin: 'literal',
    env: null,
    builtin: false,
    judged: true,
    unqualified: null,
    isOfSql: false,
    steps: [],
    ...written.reference,
  };
  return {
    reference,
    judgement: judgement(written.verdict ?? 'outside', written.judgement),
    reportAt: place,
    environment: null,
    ...written.judged,
  };
}

/** An analysis of one file of kol's, with one judged reference in it. */
export function analysisWith(judged: JudgedReference, facts: Partial<Facts> = {}): Analysis {
  const { source } = judged.reference.written;
  return {
    source,
    policy,
    fileDomain: 'kol',
    references: [judged],
    imports: [],
    defaults: [],
    problems: [],
    dependencies: [],
    consulted: [],
    inTest: false,
    facts: factsOf(source, facts),
  };
}
