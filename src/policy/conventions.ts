import type { Kind } from '../references/kind.js';
import { isUnknown } from '../references/text.js';
import { ANYTHING, fixedPattern, parseGlob } from './glob.js';
import { nameSet } from './name-set.js';
import type { Judgement, Policy, Verdict } from './policy.js';

/** Words that say which layer of a platform a thing is in and nothing of whose it is. */
export const LAYER_WORDS = [
  'bronze',
  'silver',
  'gold',
  'platinum',
  'raw',
  'landing',
  'staging',
  'curated',
  'mlflow',
] as const;

const NO_SETTINGS: Policy['settings'] = {
  qualifiesSchemas: false,
  dialectOf: () => null,
  rules: {},
  rulesFor: () => ({}),
  writtenRules: [],
  tests: 'ignore',
  catalogue: [],
  hasOwnWord: () => false,
  envShape: () => undefined,
};

/**
 * What holds where there is no policy file: a bare layer word is nobody's bucket or schema, and
 * experiments and models begin with an upper-case prefix, `[A-Z][A-Z0-9]*_`. Nothing else is governed.
 */
export function conventions(root: string): Policy {
  return {
    file: null,
    root,
    sources: [],
    domains: [],
    domainOf: () => null,
    judge: ({ kind, name, qualifier }) =>
      kind === 'table' ? judgeSchemaOf(qualifier) : answer(verdictOf(kind, name)),
    mayImport: () => false,
    settings: NO_SETTINGS,
  };
}

const LAYER_NAMES = nameSet(LAYER_WORDS.map((word) => fixedPattern(word, true)));
const [UPPER, UPPER_OR_DIGIT] = ['[A-Z]', '[A-Z0-9]'].map(
  (glob) => parseGlob(glob, { foldsCase: false, isPath: false })[0]?.[0] ?? ANYTHING,
);
const PREFIXED_NAMES = nameSet(
  UPPER === undefined || UPPER_OR_DIGIT === undefined
    ? []
    : [[UPPER, { ...UPPER_OR_DIGIT, repeated: true }, ...fixedPattern('_'), ANYTHING]],
);

function judgeSchemaOf(qualifier: readonly string[]): Judgement {
  const schema = qualifier.length > 1 ? qualifier[1] : qualifier[0];
  return answer(schema === undefined ? 'ungoverned' : verdictOf('schema', schema));
}

function verdictOf(kind: Kind, name: string): Verdict {
  if (isUnknown(name)) return 'undecided';
  if (kind === 'bucket' || kind === 'schema') {
    return LAYER_NAMES.holds(name) === 'inside' ? 'outside' : 'ungoverned';
  }
  if (kind === 'experiment' || kind === 'model') {
    const prefixed = PREFIXED_NAMES.holds(name);
    if (prefixed === 'undecided') return 'undecided';
    return prefixed === 'inside' ? 'ungoverned' : 'outside';
  }
  return 'ungoverned';
}

function answer(verdict: Verdict): Judgement {
  return { verdict, part: 'name', owner: null, instead: null, namespaces: [], refused: null };
}
