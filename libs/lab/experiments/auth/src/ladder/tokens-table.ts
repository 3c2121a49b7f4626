import type { Figures, Table } from '@jobly/lab/results';
import { microsecondsOf, msOf } from './figures';
import { pricesIn } from './prices';
import { changeMissingJob } from './probe';
import { manyTokensName, manyTokensReadName } from './rungs';

/** One token for all requests beside one for each: a single token flatters caches. Undefined where neither was tried. */
export function tokensTable(figures: Figures): Table | undefined {
  const prices = pricesIn(figures, changeMissingJob.name);
  const named = (name: string) => prices.find(({ rung }) => rung.name === name);
  const both = prices.flatMap((one) => {
    if (one.rung.name !== one.rung.mode.name) return [];
    const [many, read] = [manyTokensName, manyTokensReadName].map((nameOf) => named(nameOf(one.rung.mode)));
    return many && read ? [{ one, many, read }] : [];
  });
  if (both.length === 0) return undefined;
  return {
    name: 'tokens',
    title: 'One token, or one for each request',
    note: `${changeMissingJob.operation}; added by authenticating the caller, when all requests have the same token, and when each has its own. Only reading a token that was never seen costs what the last column says, which is not in the price.`,
    head: ['mode', 'one token: time', 'CPU', 'a token for each request: time', 'CPU', 'reading it: CPU'],
    rows: both.map(({ one, many, read }) => [
      one.rung.name,
      ...[one, many].flatMap(({ time, cpu }) => [msOf(time), microsecondsOf(cpu)]),
      microsecondsOf(read.cpu),
    ]),
  };
}
