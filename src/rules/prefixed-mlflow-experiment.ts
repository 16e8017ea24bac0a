import { createOutsideRule } from '../reporting/create-outside-rule.js';

export const prefixedMlflowExperiment = createOutsideRule({
  name: 'prefixed-mlflow-experiment',
  description: "Require MLflow experiments to have a domain's prefix",
  recommended: 'error',
  strict: 'error',
});
