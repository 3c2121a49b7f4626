import { growthOf, type Reading, windowsOf } from './growth';
import type { Soaked } from './observe-soak';
import { soakPlot } from './plot';
import { ALL, soakTable } from './table';

/** Ten minutes of readings, one a second, of two processes: the first one grows by so much a minute. */
const readings = (mibPerMinute: number): Reading[] =>
  Array.from({ length: 601 }, (_, second) => ({
    atMs: second * 1_000,
    resident: new Map([
      ['gateway', 100 + (second / 60) * mibPerMinute + (second % 3) - 1],
      ['jobs', 50],
    ]),
  }));

const soaked = (mibPerMinute: number, more: Partial<Soaked> = {}): Soaked => ({
  rate: 300,
  requests: 180_000,
  errors: 0,
  readings: readings(mibPerMinute),
  heaps: {
    before: new Map([
      ['gateway', 30],
      ['jobs', 20],
    ]),
    after: new Map([
      ['gateway', 31],
      ['jobs', 20],
    ]),
  },
  ...more,
});

describe('the growth of memory', () => {
  it('is that of the line through the means of its windows', () => {
    const { first, last, slope, change } = growthOf(windowsOf(readings(3)));
    expect(first).toBeCloseTo(151.5, 0);
    expect(last).toBeCloseTo(178.5, 0);
    expect(slope.estimate).toBeCloseTo(3, 1);
    expect(change.estimate).toBeCloseTo(27 / 151.5, 2);
    expect(change.low).toBeLessThan(change.estimate);
  });

  it('is known of each process', () => {
    expect(growthOf(windowsOf(readings(3), 'jobs'))).toMatchObject({ first: 50, last: 50, slope: { estimate: 0 } });
  });

  it('is drawn from the lowest reading of each window to the highest', () => {
    const { points } = soakPlot([['micro', soaked(0)]]).lines[0]!;
    expect(points).toHaveLength(10);
    for (const { y, low, high } of points) {
      expect([low, high]).toEqual([149, 151]);
      expect(y).toBeCloseTo(150, 1);
    }
    expect(points[0]!.x).toBeCloseTo(0.5);
    expect(points.at(-1)!.x).toBeCloseTo(9.5);
  });
});

describe('the table of the soak', () => {
  const rowsOf = (one: Soaked) => soakTable([['micro', one]], 600_000).rows.map((row) => row.map(String));
  const targets = (one: Soaked) => rowsOf(one).map((row) => row.at(-1));

  it('has a row for each process, and one for the stack', () => {
    const rows = rowsOf(soaked(0));
    expect(rows.map(([, process]) => process)).toEqual(['gateway', 'jobs', ALL]);
    expect(rows.at(-1)!.slice(2, 6)).toEqual(['300/s', '0 of 180,000', '150 MiB', '150 MiB']);
    expect(rows.at(-1)![8]).toBe('50.0 → 51.0 MiB');
  });

  it('keeps the target while memory stays, and misses it when a process grows or a request fails', () => {
    expect(targets(soaked(0))).toEqual(['kept', 'kept', 'kept']);
    expect(targets(soaked(3))).toEqual(['missed', 'kept', 'missed']);
    expect(targets(soaked(-3))).toEqual(['missed', 'kept', 'missed']);
    expect(targets(soaked(0, { errors: 1 }))).toEqual(['kept', 'kept', 'missed']);
  });
});
