import type { CarriedCall, CarriedText } from '../facts.js';
import { callFact } from './call-fact.js';
import { callsIn, nodesIn, type ReachedBody } from './reached-bodies.js';
import { textSiteAt } from './text-sites.js';

/**
 * The calls that functions and classes of other modules make with what a file passes to them:
 * `this.events.publish('kol.orders', order)` names a topic, whatever its parameter is called.
 */
export function carriedCalls(bodies: readonly ReachedBody[]): readonly CarriedCall[] {
  return bodies.flatMap(({ evaluator, node, frame, place }) =>
    callsIn(evaluator, node).map((call) => ({ call: callFact(evaluator, call, frame), place })),
  );
}

/** The texts that they put it into: `rowsOf('scores')` where what it calls builds `` `SELECT * FROM ${table}` ``. */
export function carriedTexts(bodies: readonly ReachedBody[]): readonly CarriedText[] {
  return bodies.flatMap(({ evaluator, node, frame, place }) =>
    nodesIn(evaluator, node).flatMap((inner): readonly CarriedText[] => {
      const site = textSiteAt(evaluator, inner, frame);
      const isWhole = inner.type === 'Literal' && site?.place.start === inner.range[0] && site.place.end === inner.range[1];
      return site === null || isWhole ? [] : [{ site, place }];
    }),
  );
}
