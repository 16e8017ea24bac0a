import { createOutsideRule } from '../reporting/create-outside-rule.js';

export const namespacedAirflowDag = createOutsideRule({
  name: 'namespaced-airflow-dag',
  description: "Require Airflow DAGs to be in a domain's namespace",
  recommended: 'error',
  strict: 'error',
});
