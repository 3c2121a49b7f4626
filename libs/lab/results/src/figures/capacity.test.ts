import { measuredBlock, histogramOf } from '../blocks.fixture';
import type { MeasuredBlock } from '../measured';
import { capacityOf, capacityRatio } from './capacity';
import { ladderOf } from './pooled-tails';
import { summarise } from './summary';

const LIMIT_MS = 50;

const nameOf = (rate: number) => `at ${rate}`;

/** One arm's blocks: the response time in ms at each rate, pair by pair. */
const climbing = (arm: string, pairs: readonly Record<number, number>[]): MeasuredBlock[] =>
  pairs.flatMap((times, pair) =>
    Object.entries(times).map(([rate, ms]) =>
      measuredBlock(arm, pair, ms, { response: histogramOf(ms) }, { workload: `at ${rate}`, offered: Number(rate) }),
    ),
  );

const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

const calm = { 100: 10, 200: 20, 300: 40, 400: 400 };
const late = { 100: 80, 200: 90, 300: 100, 400: 500 };

const ladder = (pairs: readonly Record<number, number>[], arm = 'micro') =>
  ladderOf(climbing(arm, pairs), Object.keys(calm).map(Number).map(nameOf), arm);

describe('the capacity of an arm', () => {
  it('agrees with the p99 of all its blocks together', () => {
    // Each pair alone crosses the limit beyond 300, but 2 % of all answers at 300 are late.
    const pairs = times(50, calm).map((one, pair) => (pair === 0 ? { ...one, 300: 90 } : one));
    const { estimate } = capacityOf(ladder(pairs), LIMIT_MS, 1)!;
    const blocks = climbing('micro', pairs).filter(({ workload }) => workload === nameOf(300));
    expect(summarise(blocks, nameOf(300), 'micro').response.p99).toBeCloseTo(90, 0);
    expect(estimate).toBeLessThan(300);
    expect(estimate).toBeGreaterThan(200);
  });

  it('counts pairs that are over the limit at the lowest rate, as lying below it', () => {
    const { low, bound } = capacityOf(ladder([calm, calm, late, calm, calm, late]), LIMIT_MS, 1)!;
    expect(bound).toBe('at most');
    expect(low).toBeNull();
    const known = capacityOf(ladder(times(6, calm)), LIMIT_MS, 1)!;
    expect(known).toMatchObject({ bound: null, low: known.estimate, high: known.estimate });
  });

  it('is only bounded where every rate keeps the limit', () => {
    const easy = { 100: 1, 200: 2, 300: 3, 400: 4 };
    expect(capacityOf(ladder(times(4, easy)), LIMIT_MS, 1)).toEqual({
      estimate: 400,
      low: 400,
      high: null,
      bound: 'at least',
    });
  });

  it('is unknown from fewer than four pairs in which every rate was measured', () => {
    const { 400: _, ...incomplete } = calm;
    expect(capacityOf(ladder([...times(3, calm), incomplete]), LIMIT_MS, 1)).toBeUndefined();
  });
});

describe('the ratio of two capacities', () => {
  const slower = { 100: 20, 200: 80, 300: 200, 400: 900 };

  it('has an interval over the pairs, drawn alike for both arms', () => {
    const faster = { 100: 8, 200: 12, 300: 30, 400: 300 };
    const mixed = [calm, faster, calm, faster, calm, faster];
    const { interval, blocks } = capacityRatio(ladder(mixed), ladder(times(6, slower)), LIMIT_MS, 1)!;
    expect(blocks).toBe(6);
    expect(interval.low).toBeLessThan(interval.estimate);
    expect(interval.high).toBeGreaterThanOrEqual(interval.estimate);
    const itself = capacityRatio(ladder(mixed), ladder(mixed), LIMIT_MS, 1)!;
    expect(itself.interval).toEqual({ estimate: 1, low: 1, high: 1 });
  });

  it('is unknown where one of them lies beyond the offered rates', () => {
    expect(capacityRatio(ladder(times(6, calm)), ladder(times(6, late)), LIMIT_MS, 1)).toBeUndefined();
  });
});
