import { createOutsideRule } from '../reporting/create-outside-rule.js';

export const namespacedKafkaTopic = createOutsideRule({
  name: 'namespaced-kafka-topic',
  description: "Require Kafka topics to be in a domain's namespace",
  recommended: 'error',
  strict: 'error',
});
