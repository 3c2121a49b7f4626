import { agreementOf, lineThrough, simultaneousConfidence } from './fit';
import type { Sample } from './sample';

/** Response times on a line with this slope, of blocks in four rounds, each off by a little that is its own. */
const samplesOn = (slope: number): Sample[] =>
  [1, 2, 3, 4].flatMap((round) =>
    [0, 1, 2, 4].map((roundTripMs) => ({
      ...{ operation: 'GET /jobs/:id', stack: 'micro', apart: 'services', launch: 1, round, delayMs: roundTripMs / 2 },
      ...{ roundTripMs, responseMs: 2 + 0.1 * round + slope * (1 + 0.01 * round) * roundTripMs },
    })),
  );

describe('a line through response times', () => {
  it('rises by the round trips of a request, and begins at its price without distance', () => {
    const { slope, intercept } = lineThrough(samplesOn(2), 1);
    expect(slope.estimate).toBeCloseTo(2.05);
    expect(intercept.estimate).toBeCloseTo(2.25);
    expect(slope.low).toBeLessThan(slope.estimate);
  });

  it('has wider intervals where many of them are to hold at once', () => {
    const widthOf = (samples: readonly Sample[], confidence?: number) => {
      const { low, high } = lineThrough(samples, 1, confidence === undefined ? {} : { confidence }).slope;
      return high - low;
    };
    const launches = samplesOn(2).map((sample) => ({ ...sample, launch: sample.round, round: 1 }));
    for (const samples of [samplesOn(2), launches]) {
      expect(widthOf(samples, simultaneousConfidence(20))).toBeGreaterThan(1.2 * widthOf(samples));
      expect(widthOf(samples, simultaneousConfidence(1))).toBeCloseTo(widthOf(samples));
    }
  });
});

describe('a slope', () => {
  it.each([
    ['agrees', { estimate: 2.09, low: 2.08, high: 2.1 }, 1],
    ['agrees', { estimate: 1.8, low: 1.6, high: 2 }, 1],
    ['disagrees', { estimate: 3, low: 2.4, high: 3.6 }, 1],
    ['disagrees', { estimate: 1.5, low: 1.2, high: 1.8 }, 1],
    ['too wide to tell', { estimate: 2.6, low: 1.6, high: 3.6 }, 1],
    ['too wide to tell', { estimate: 1.5, low: 1.2, high: 1.8 }, 2],
  ])('%s with a count of two: %p, and %p times as far where many hold at once', (agreement, slope, times) => {
    const { estimate, low, high } = slope;
    const simultaneous = {
      estimate,
      low: estimate - times * (estimate - low),
      high: estimate + times * (high - estimate),
    };
    expect(agreementOf(slope, simultaneous, 2)).toBe(agreement);
  });
});
