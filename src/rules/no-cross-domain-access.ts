import type { Analysis, JudgedReference } from '../analysis/analysis.js';
import { KINDS, type Kind } from '../references/kind.js';
import { createRule } from '../reporting/create-rule.js';
import { messageData } from '../reporting/message-data.js';
import type { MessageData, Problem } from '../reporting/problem.js';
import { ruleFor } from '../reporting/rule-for.js';
import { suggestDisable, suggestName } from '../reporting/suggestions.js';
import { traceOf } from '../reporting/trace.js';

export interface NoCrossDomainAccessOptions {
  /** The kinds of names that are asked about. */
  readonly kinds: readonly Kind[];
}

const NAME = 'no-cross-domain-access';

export const noCrossDomainAccess = createRule<NoCrossDomainAccessOptions>({
  name: NAME,
  description: "Disallow names of another domain's namespace, unless granted",
  recommended: 'error',
  strict: 'error',
  fixable: false,
  messages: {
    foreign: "{{Kind}} '{{name}}' belongs to {{owner}}, and this file to {{domain}}.{{trace}}",
    foreignInstead:
      "{{Kind}} '{{name}}' belongs to {{owner}}, and this file to {{domain}}; in {{domain}} it is '{{instead}}'.{{trace}}",
    notGranted:
      "{{Kind}} '{{name}}' belongs to {{owner}}; {{domain}} may {{may}} it, and this use is a {{access}}.{{trace}}",
    expired:
      "{{Kind}} '{{name}}' belongs to {{owner}}; {{domain}} might {{may}} it until {{until}}.{{trace}}",
  },
  schema: {
    kinds: {
      type: 'array',
      items: { enum: [...KINDS] },
      uniqueItems: true,
      description: 'The kinds of names that are asked about.',
    },
  },
  defaults: { kinds: KINDS },
  check(analysis, { kinds }) {
    const problems: Problem[] = [];
    for (const judged of analysis.references) {
      const place = judged.reportAt;
      if (place === null || ruleFor(judged, analysis.policy) !== NAME) continue;
      if (!kinds.includes(judged.reference.kind)) continue;
      problems.push({
        place,
        messageId: messageFor(judged),
        data: accessData(judged, analysis),
        fix: null,
        trace: traceOf(judged),
        suggestions: [
          ...suggestName(judged, analysis),
          ...suggestDisable(place.start, NAME, analysis),
        ],
      });
    }
    return problems;
  },
});

function messageFor({ judgement: { refused, instead } }: JudgedReference): string {
  if (refused !== null) return refused.until === null ? 'notGranted' : 'expired';
  return instead === null ? 'foreign' : 'foreignInstead';
}

function accessData(judged: JudgedReference, analysis: Analysis): MessageData {
  const { refused } = judged.judgement;
  const { access } = judged.reference.use;
  return {
    ...messageData(judged, analysis),
    may: refused?.may ?? '',
    until: refused?.until ?? '',
    access: access === 'define' ? 'definition' : access,
  };
}
