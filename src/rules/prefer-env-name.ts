import type { JudgedReference } from '../analysis/analysis.js';
import { KINDS, type Kind } from '../references/kind.js';
import type { Place } from '../references/source.js';
import { createRule } from '../reporting/create-rule.js';
import { messageData } from '../reporting/message-data.js';
import type { Problem } from '../reporting/problem.js';
import { ENVIRONMENT_KINDS, prefersEnvironment } from '../reporting/rule-for.js';
import { suggestDisable, suggestEnvironment } from '../reporting/suggestions.js';
import { traceOf } from '../reporting/trace.js';

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
    inCode: "{{Kind}} '{{name}}'{{others}} is written in code; take it from the environment.{{trace}}",
    inCodeKnown:
      "{{Kind}} '{{name}}'{{others}} is written in code; the environment gives it as {{variable}}.{{trace}}",
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
    return namesByPlace(analysis.references.filter((judged) => prefersEnvironment(judged, kinds))).map(
      ({ place, judged, names }): Problem => ({
        place,
        messageId: judged.environment === null ? 'inCode' : 'inCodeKnown',
        data: { ...messageData(judged, analysis), others: names.size === 1 ? '' : ` (and ${names.size - 1} more)` },
        fix: null,
        trace: traceOf(judged),
        suggestions: [
          ...(names.size === 1 ? suggestEnvironment(judged, analysis) : []),
          ...suggestDisable(place.start, NAME, analysis),
        ],
      }),
    );
  },
});

/** What is written at one place: one name, or several where it is put together of lists. */
interface NamesAtPlace {
  readonly place: Place;
  readonly judged: JudgedReference;
  readonly names: Set<string>;
}

function namesByPlace(references: readonly JudgedReference[]): NamesAtPlace[] {
  const places = new Map<string, NamesAtPlace>();
  for (const judged of references) {
    const { reportAt: place, reference } = judged;
    if (place === null) continue;
    const key = `${reference.kind} ${place.start} ${place.end}`;
    const known = places.get(key);
    if (known === undefined) places.set(key, { place, judged, names: new Set([reference.name]) });
    else known.names.add(reference.name);
  }
  return [...places.values()];
}
