import { KINDS, type Kind } from '../references/kind.js';
import { createRule } from './create-rule.js';
import { messageData } from './message-data.js';
import type { Problem } from './problem.js';
import { ENVIRONMENT_KINDS, prefersEnvironment } from './rule-for.js';
import { suggestDisable, suggestEnvironment } from './suggestions.js';

export interface PreferEnvNameOptions {
  /** The kinds of names that the environment should give. */
  readonly kinds: readonly Kind[];
}

const NAME = 'prefer-env-name';

export const preferEnvName = createRule<PreferEnvNameOptions>({
  name: NAME,
  description: "Require a domain's own names to come from the environment",
  recommended: 'warn',
  strict: 'error',
  fixable: false,
  messages: {
    inCode: "{{Kind}} '{{name}}' is written in code; take it from the environment.{{trace}}",
    inCodeKnown:
      "{{Kind}} '{{name}}' is written in code; the environment gives it as {{variable}}.{{trace}}",
  },
  schema: {
    kinds: {
      type: 'array',
      items: { enum: [...KINDS] },
      uniqueItems: true,
      description: 'The kinds of names that the environment should give.',
    },
  },
  defaults: { kinds: ENVIRONMENT_KINDS },
  check(analysis, { kinds }) {
    const problems: Problem[] = [];
    for (const judged of analysis.references) {
      const { reportAt: place, environment } = judged;
      if (place === null || !prefersEnvironment(judged, kinds)) continue;
      problems.push({
        place,
        messageId: environment === null ? 'inCode' : 'inCodeKnown',
        data: messageData(judged, analysis),
        fix: null,
        suggestions: [
          ...suggestEnvironment(judged, analysis),
          ...suggestDisable(place.start, NAME, analysis),
        ],
      });
    }
    return problems;
  },
});
