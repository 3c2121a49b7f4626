import { seededRandom } from '@jobly/lab/instrument';
import { withIntervals } from './intervals';
import { explained, fitted, isAtLimit, type Law, NO_GAIN, peakOf, rateAt } from './law';

const REPLICAS = [1, 2, 3, 4, 6, 8, 12];

/** What a system that follows the law would be measured to serve, give or take so much. */
function measured(law: Law, noise: number) {
  const random = seededRandom(7);
  return [0, 1, 2, 3, 4].flatMap((launch) =>
    REPLICAS.map((replicas) => ({
      ...{ launch, replicas },
      rate: rateAt(law, replicas) * (1 + noise * (2 * random() - 1)),
    })),
  );
}

const declining: Law = { single: 180, contention: 0.04, coherency: 0.012 };
const queueing: Law = { single: 180, contention: 0.04, coherency: 0 };

describe('the Universal Scalability Law', () => {
  it('is found again in what follows it', () => {
    const points = measured(declining, 0);
    const law = fitted(points);
    expect(law.single).toBeCloseTo(180, 1);
    expect(law.contention).toBeCloseTo(0.04, 4);
    expect(law.coherency).toBeCloseTo(0.012, 4);
    expect(peakOf(law)).toBeCloseTo(8.94, 1);
    expect(explained(law, points)).toBeCloseTo(1, 6);
  });

  it('does not describe what falls steeper than it can', () => {
    const collapsing = [1, 2, 3, 4, 6].map((replicas) => ({ replicas, rate: 100 / replicas ** 4 }));
    expect(isAtLimit(fitted(collapsing))).toBe(true);
    expect(isAtLimit(fitted(measured(declining, 0.03)))).toBe(false);
  });

  it('has a peak, with its interval, where coherency surely costs something', () => {
    const { contention, coherency, peak, rateAt: expected } = withIntervals(measured(declining, 0.03), 1);
    expect(contention.low).toBeLessThan(contention.high);
    expect(coherency.low).toBeGreaterThan(0);
    expect(peak!.low).toBeLessThan(8.94);
    expect(peak!.high).toBeGreaterThan(8.94);
    expect(Math.abs(expected(24).estimate / rateAt(declining, 24) - 1)).toBeLessThan(0.15);
  });

  it('has no peak where it may as well cost nothing', () => {
    const found = withIntervals(measured(queueing, 0.03), 1);
    expect(found.coherency.low).toBeLessThanOrEqual(0);
    expect(found.peak).toBeUndefined();
  });

  it('promises no replica more than the first serves, though noise may', () => {
    const lucky = [1, 2, 3, 4].map((replicas) => ({ replicas, rate: 150 * replicas ** 1.1 }));
    const law = fitted(lucky, NO_GAIN);
    expect(rateAt(law, 8)).toBeLessThanOrEqual(8.001 * law.single);
    expect(rateAt(fitted(lucky), 8)).toBeGreaterThan(8.2 * fitted(lucky).single);
  });

  it('is not found from two numbers of replicas', () => {
    expect(() => fitted(measured(declining, 0).filter(({ replicas }) => replicas < 3))).toThrow(RangeError);
  });
});
