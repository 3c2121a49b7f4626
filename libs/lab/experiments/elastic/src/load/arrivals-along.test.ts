import { seededRandom } from '@jobly/lab/instrument';
import { arrivalsAlong } from './arrivals-along';
import { day, step } from './curves';

const within = (due: readonly number[], fromMs: number, toMs: number) =>
  due.filter((ms) => ms >= fromMs && ms < toMs).length;

describe('requests along a curve', () => {
  it('are as many as the area below it', () => {
    expect(arrivalsAlong(day(20_000), 100, seededRandom(1))).toHaveLength(0.55 * 20 * 100);
    expect(arrivalsAlong(step(20_000), 100, seededRandom(1))).toHaveLength(0.8 * 20 * 100);
  });

  it('come as often as the curve is high: little at night, most at noon', () => {
    const due = arrivalsAlong(day(24_000), 1_000, seededRandom(1));
    expect(within(due, 0, 1_000)).toBeLessThan(200);
    expect(within(due, 11_500, 12_500)).toBeGreaterThan(900);
    expect(within(due, 23_000, 24_000)).toBeLessThan(200);
  });

  it('come five times as often after a step', () => {
    const due = arrivalsAlong(step(20_000), 1_000, seededRandom(1));
    expect(within(due, 5_000, 10_000) / within(due, 0, 5_000)).toBeCloseTo(5, 0);
  });

  it('are in order of time', () => {
    const due = arrivalsAlong(day(5_000), 100, seededRandom(1));
    expect(due).toEqual(due.toSorted((one, other) => one - other));
  });
});
