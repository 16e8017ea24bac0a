import { createOutsideRule } from '../reporting/create-outside-rule.js';
import { isHardcodedByConvention } from '../reporting/rule-for.js';

export const noHardcodedBucket = createOutsideRule({
  name: 'no-hardcoded-bucket',
  description: "Disallow bucket names outside every domain's namespace",
  recommended: 'error',
  strict: 'error',
  messages: {
    hardcoded: "Bucket '{{name}}' is hardcoded; take it from the environment.{{trace}}",
  },
  messageFor: (judged, { policy }) =>
    judged.judgement.verdict !== 'outside' && isHardcodedByConvention(judged, policy) ? 'hardcoded' : null,
});
