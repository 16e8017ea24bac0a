import type { DifferingDefault } from '../analysis/analysis.js';
import { createRule } from '../reporting/create-rule.js';
import { dottedName, kindTitle, lineText } from '../reporting/message-data.js';
import type { Edit } from '../reporting/problem.js';
import { suggestDisable } from '../reporting/suggestions.js';

const NAME = 'consistent-env-default';

export const consistentEnvDefault = createRule<object>({
  name: NAME,
  description: "Require defaults of environment variables to be what the domain's env file says",
  recommended: 'warn',
  strict: 'error',
  fixable: false,
  messages: {
    differs: "{{Kind}} '{{name}}' is the default of {{variable}} here, and '{{instead}}' in {{file}}.",
  },
  schema: {},
  defaults: {},
  check(analysis) {
    return analysis.defaults.map((differing) => {
      const { reference, variable, envFile, envName, envQualifier } = differing;
      const place = reference.written;
      const data = {
        kind: reference.kind,
        Kind: kindTitle(reference.kind),
        name: dottedName(reference.qualifier, reference.name),
        variable,
        instead: dottedName(envQualifier, envName),
        file: lineText(envFile, analysis.policy.root),
      };
      const edit = defaultEdit(differing);
      return {
        place,
        messageId: 'differs',
        data,
        fix: null,
        suggestions: [
          ...(edit === null ? [] : [{ messageId: 'suggestName', data, edits: [edit] }]),
          ...suggestDisable(place.start, NAME, analysis),
        ],
      };
    });
  },
});

/** Writes the env file's name where the default is written as it stands. */
function defaultEdit({ reference: { written, name }, envName }: DifferingDefault): Edit | null {
  const raw = written.source.text.slice(written.start, written.end);
  return raw === name ? { start: written.start, end: written.end, text: envName } : null;
}
