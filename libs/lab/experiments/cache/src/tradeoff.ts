import type { Observations } from '@jobly/lab/runner';
import type { OriginLoad } from './origin-load';
import type { StaleAnswers } from './stale-answers';
import { ttls } from './ttls';

/** The trade-off's name, by which the conclusion finds it. */
export const FRESHNESS = 'freshness';

/**
 * The load left to a stack against the staleness of its answers, the worse of both stacks; without TTLs that nobody has
 * waited for.
 */
export function tradeoff(
  loads: readonly OriginLoad[],
  stale: readonly StaleAnswers[],
): Required<Observations>['tradeoffs'][number] {
  return {
    name: FRESHNESS,
    title: 'What it costs to see changes soon',
    note: 'By how long answers are kept, the worse of both stacks; each of the jobs asked for once a second on average. Kept for 10 minutes they leave the least to the stack, and get older than was waited for.',
    x: { name: 'the longest until a change is seen', unit: 's' },
    y: { name: 'share of requests fetched from the stack', unit: '%' },
    points: ttls.flatMap((ttl) => {
      const fetched = loads.filter(({ front }) => front.ttl === ttl).map((load) => load.fetched / load.asked);
      const lags = stale.filter(({ front }) => front.ttl === ttl).flatMap((one) => one.lags);
      const longest = Math.max(...lags);
      return longest === Infinity ? [] : [{ name: ttl.name, x: longest, y: 100 * Math.max(...fetched) }];
    }),
  };
}
