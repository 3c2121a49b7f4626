import { longerOf, timesOf } from './figures';
import type { Series } from './send-series';

const parts = { gateway: 0, serialisation: 0, authentication: 0, database: 1, application: 0, remainder: 0 };

/** 200 times of 1 to 10 ms, multiplied, with the hops that are added. */
function series(stack: Series['stack'], factor: number, hops = 0): Series {
  const times = Array.from({ length: 200 }, (_, at) => factor * ((at % 10) + 1));
  const explained = times.map((clientMs) => ({
    clientMs,
    parts: { ...parts, hops, 'client and first hop': clientMs - hops - 1 },
  }));
  return { stack, times, explained };
}

describe('the figures of a series', () => {
  const [base, other] = [series('monolith', 1), series('micro', 3, 2)];

  it('are the median and the 95th percentile of each stack', () => {
    expect(timesOf([base, other])).toMatchObject([
      { stack: 'monolith', n: 200, median: { estimate: 5 }, p95: { estimate: 10, low: 10, high: 10 } },
      { stack: 'micro', n: 200, median: { estimate: 15 }, p95: { estimate: 30 } },
    ]);
  });

  it('say how many times as long a stack takes as the first', () => {
    const [longer] = longerOf([base, other]);
    expect(longer?.ratio.estimate).toBeCloseTo(3);
    expect(longer?.ratio.low).toBeCloseTo(3);
    expect(longer).toMatchObject({ stack: 'micro', base: 'monolith' });
  });

  it('divide what it takes longer into parts that add up', () => {
    const [{ added, parts: each } = { added: undefined, parts: [] }] = longerOf([base, other]);
    // The middle half of 1 to 10 is 5.5 on average.
    expect(added?.estimate).toBeCloseTo(11);
    expect(each.find(({ name }) => name === 'hops')?.added.estimate).toBeCloseTo(2);
    expect(each.reduce((sum, part) => sum + part.added.estimate, 0)).toBeCloseTo(11);
  });

  it('divide nothing if one of the two does not say where its time goes', () => {
    expect(longerOf([base, { ...other, explained: [] }])).toMatchObject([{ parts: [] }]);
  });
});
