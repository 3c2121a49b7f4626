import type { Figures, Table } from '@jobly/lab/results';
import { microsecondsOf, msOf } from './figures';
import { pricesIn } from './prices';
import { changeMissingJob } from './probe';
import { manyTokensName } from './rungs';

/** One token for all requests beside one for each: a single token flatters caches. Undefined where neither was tried. */
export function tokensTable(figures: Figures): Table | undefined {
  const prices = pricesIn(figures, changeMissingJob.name);
  const both = prices.flatMap((one) => {
    const many = prices.find(({ rung }) => rung.name === manyTokensName(one.rung.mode));
    return many && one.rung.name === one.rung.mode.name ? [{ one, many }] : [];
  });
  if (both.length === 0) return undefined;
  return {
    name: 'tokens',
    title: 'One token, or one for each request',
    note: `${changeMissingJob.operation}; added by authenticating the caller, when all requests have the same token, and when each has its own. The rungs of introspect-cached show the same for its cache.`,
    head: ['mode', 'one token: time', 'CPU', 'a token for each request: time', 'CPU'],
    rows: both.map(({ one, many }) => [
      one.rung.name,
      ...[one, many].flatMap(({ time, cpu }) => [msOf(time), microsecondsOf(cpu)]),
    ]),
  };
}
