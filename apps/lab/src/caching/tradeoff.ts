import type { Supplement } from '../experiments/experiment';
import type { OriginLoad } from './origin-load';
import type { StaleAnswers } from './stale-answers';

/** What is left to a stack against how old its answers get; without those that nobody has waited for. */
export function tradeoff(
  loads: readonly OriginLoad[],
  stale: readonly StaleAnswers[],
): Required<Supplement>['tradeoffs'][number] {
  return {
    title: 'What it costs to see changes soon',
    note: 'Of 1,000 requests for jobs, each asked for once a second on average. Answers kept for 10 minutes leave the least to the stack, and their age is beyond what was waited for.',
    x: { name: 'a change is not seen for up to', unit: 's' },
    y: { name: 'fetched from the stack', unit: 'of 1,000' },
    points: loads.flatMap(({ front, asked, fetched }) => {
      const longest = stale.find((one) => one.front === front)?.lags.at(-1) ?? Infinity;
      return longest === Infinity ? [] : [{ name: front.name, x: longest, y: (1_000 * fetched) / asked }];
    }),
  };
}
