import type { Analysis, JudgedReference } from '../analysis/analysis.js';
import type { Policy } from '../policy/policy.js';
import type { Kind } from '../references/kind.js';
import { wholeName } from '../references/name.js';
import { isUnqualified } from './is-unqualified.js';
import type { RuleName } from './rule-name.js';
import { isWrittenInCode } from './written-in-code.js';

/** Which rule reports a name that is in nobody's namespace. */
const OUTSIDE: Readonly<Record<Kind, RuleName>> = {
  bucket: 'no-hardcoded-bucket',
  catalog: 'qualified-trino-schema',
  schema: 'qualified-trino-schema',
  table: 'qualified-trino-schema',
  database: 'namespaced-postgres-database',
  experiment: 'prefixed-mlflow-experiment',
  model: 'prefixed-mlflow-model',
  keyspace: 'namespaced-cassandra-keyspace',
  topic: 'namespaced-kafka-topic',
  dag: 'namespaced-airflow-dag',
};

/** The kinds that `prefer-env-name` asks about unless its option says otherwise. */
export const ENVIRONMENT_KINDS: readonly Kind[] = ['bucket', 'database'];

/**
 * The one rule that reports a use, with every rule on and at its default options; null where none
 * does. Whether a problem then stands in this file is for `JudgedReference.reportAt` to say.
 */
export function ruleFor(judged: JudgedReference, policy: Policy): RuleName | null {
  const { reference, judgement } = judged;
  if (!isReportable(judged)) return null;
  if (isUnqualified(reference, policy)) return 'qualified-trino-schema';
  switch (judgement.verdict) {
    case 'foreign':
      return 'no-cross-domain-access';
    case 'outside':
      return OUTSIDE[reference.kind];
    case 'own':
      return prefersEnvironment(judged, ENVIRONMENT_KINDS) ? 'prefer-env-name' : null;
    case 'ungoverned':
      return isHardcodedByConvention(judged, policy) ? 'no-hardcoded-bucket' : null;
    case 'shared':
    case 'granted':
    case 'undecided':
      return null;
  }
}

/** Whether a file's problems are reported at all: in tests only where the policy says so. */
export function reportsIn({ inTest, policy }: Analysis): boolean {
  return !inTest || policy.settings.tests === 'report';
}

/** Text that only speaks of a resource is never reported, nor what the system itself is called. */
function isReportable({ reference }: JudgedReference): boolean {
  return reference.judged && !reference.builtin && reference.use.access !== 'mention';
}

/** Whether a domain's own name is written in code where the environment should give it. */
export function prefersEnvironment(judged: JudgedReference, kinds: readonly Kind[]): boolean {
  const { reference, judgement } = judged;
  if (!isReportable(judged) || judgement.verdict !== 'own') return false;
  return kinds.includes(reference.kind) && isWrittenInCode(reference);
}

/** With no policy file, every bucket name written in code is hardcoded. */
export function isHardcodedByConvention({ reference }: JudgedReference, policy: Policy): boolean {
  return (
    policy.file === null &&
    reference.kind === 'bucket' &&
    wholeName(reference.name) !== null &&
    isWrittenInCode(reference)
  );
}
