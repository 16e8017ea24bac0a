import { createOutsideRule } from '../reporting/create-outside-rule.js';

export const namespacedPostgresDatabase = createOutsideRule({
  name: 'namespaced-postgres-database',
  description: "Require databases to be in a domain's namespace",
  recommended: 'error',
  strict: 'error',
});
