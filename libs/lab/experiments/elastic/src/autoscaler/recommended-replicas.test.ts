import { recommendedReplicas } from './recommended-replicas';

const target = { perReplica: 100, least: 1, most: 10 };
const recommended = (current: number, metrics: (number | undefined)[], starting = 0) =>
  recommendedReplicas({ current, metrics, starting }, target);

describe('the number of replicas that the rule recommends', () => {
  it.each([
    // The documentation's examples: twice the target doubles, half of it halves.
    { metrics: [200], wanted: 2 },
    { metrics: [200, 200, 200], wanted: 6 },
    { metrics: [50, 50], wanted: 1 },
    // Rounded up.
    { metrics: [120, 120], wanted: 3 },
    { metrics: [60, 60, 60], wanted: 2 },
    // The average counts, however it is spread.
    { metrics: [400, 0], wanted: 4 },
    // Within a tenth, nothing happens.
    { metrics: [110], wanted: 1 },
    { metrics: [90, 90, 90], wanted: 3 },
    { metrics: [111], wanted: 2 },
    { metrics: [0, 0], wanted: 0 },
  ])('is $wanted for $metrics', ({ metrics, wanted }) => {
    expect(recommended(metrics.length, metrics)).toBe(wanted);
  });

  it('counts those that are starting as idle, as long as more are needed', () => {
    expect(recommended(2, [200], 1)).toBe(2);
    expect(recommended(2, [350], 1)).toBe(4);
    // The others may not be stopped because of them.
    expect(recommended(4, [150], 3)).toBe(4);
  });

  it('counts a missing metric against the direction, which it may not turn around', () => {
    expect(recommended(2, [300, undefined])).toBe(3);
    expect(recommended(2, [150, undefined])).toBe(2);
    expect(recommended(3, [10, 10, undefined])).toBe(2);
    expect(recommended(2, [95, undefined])).toBe(2);
  });

  it('stays the same where no metric is known', () => {
    expect(recommended(3, [undefined, undefined])).toBe(3);
    expect(recommended(3, [])).toBe(3);
  });
});
