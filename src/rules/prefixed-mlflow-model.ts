import { createOutsideRule } from '../reporting/create-outside-rule.js';

export const prefixedMlflowModel = createOutsideRule({
  name: 'prefixed-mlflow-model',
  description: "Require registered MLflow models to have a domain's prefix",
  recommended: 'error',
  strict: 'error',
});
