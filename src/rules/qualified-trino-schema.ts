import { createOutsideRule } from '../reporting/create-outside-rule.js';
import { isUnqualified } from '../reporting/is-unqualified.js';

export const qualifiedTrinoSchema = createOutsideRule({
  name: 'qualified-trino-schema',
  description: "Require tables to be named with a catalog and a schema of a domain's namespace",
  recommended: 'error',
  strict: 'error',
  messages: {
    unqualified:
      "Table '{{name}}' names no catalog and schema, so the session decides whose it is.{{trace}}",
  },
  messageFor: ({ reference }, { policy }) => (isUnqualified(reference, policy) ? 'unqualified' : null),
});
