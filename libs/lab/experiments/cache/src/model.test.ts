import { dueTimes, seededRandom } from '@jobly/lab/instrument';
import { expectedFetches, hitRatio } from './model';

describe('the textbook hit ratio', () => {
  it.each([
    [1, 0, 0],
    [1, 1, 1 / 2],
    [1, 10, 10 / 11],
    [5, 1, 5 / 6],
  ])('for %s requests a second that are kept for %s s is %s', (rate, ttl, expected) => {
    expect(hitRatio(rate, ttl)).toBeCloseTo(expected, 9);
  });
});

describe('the fetches to be expected of nginx', () => {
  it('are one, if anybody asks at all, where nothing gets too old in time', () => {
    expect(expectedFetches({ rate: 0.1, ttl: 600, seconds: 30 })).toBeCloseTo(1 - Math.exp(-3), 9);
  });

  it('are one for every second of the kept ones and the one they were fetched in, where somebody always asks', () => {
    expect(expectedFetches({ rate: 1_000, ttl: 1, seconds: 10 })).toBeCloseTo(5, 9);
    expect(expectedFetches({ rate: 1_000, ttl: 9, seconds: 25 })).toBeCloseTo(3, 9);
  });

  it.each([
    { rate: 1, ttl: 1, seconds: 40 },
    { rate: 1, ttl: 10, seconds: 40 },
    { rate: 0.3, ttl: 2, seconds: 15 },
    { rate: 3, ttl: 5, seconds: 15 },
  ])('are those of a simulated cache that counts whole seconds: %j', (demand) => {
    const { rate, seconds } = demand;
    const things = 4_000;
    const random = seededRandom(1);
    const arrivals = dueTimes(
      { process: 'poisson', rate: rate * things, durationMs: seconds * 1_000, leadInMs: 0 },
      random,
    );
    const fetched = simulated(
      [...arrivals].map((ms) => ({ ms, thing: Math.floor(random() * things) })),
      demand.ttl,
    );
    expect(fetched / things / expectedFetches(demand)).toBeCloseTo(1, 2);
  });
});

/** The number of fetches of such a cache, simulated with nginx's rule. */
function simulated(requests: readonly { ms: number; thing: number }[], ttl: number): number {
  const validUntil = new Map<number, number>();
  let fetches = 0;
  for (const { ms, thing } of requests) {
    const now = Math.floor(ms / 1_000);
    if (now <= (validUntil.get(thing) ?? -1)) continue;
    validUntil.set(thing, now + ttl);
    fetches++;
  }
  return fetches;
}
