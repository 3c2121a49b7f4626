import { collapsePlot } from './collapse-plot';
import { conclude } from './conclude';
import type { Sample } from './observe';
import { plans } from './plan';
import { overloadTables } from './tables';
import { kinds } from './variants';

const { quick } = plans;

/** What three launches of every kind made of every load. */
const samples = (goods: readonly number[]): Sample[] =>
  kinds.flatMap((kind) =>
    quick.multiples.flatMap((multiple) =>
      goods.map((good, index) => ({
        ...{
          kind,
          multiple,
          launch: index + 1,
          peak: 1_000,
          offered: multiple * 1_000,
          good,
          refused: 1_900,
          lost: 100,
        },
        ...{ p99: 40, healthMs: 12, recoveryMs: 300 + index, memoryMiB: 120, generatorBusy: 0.42 },
      })),
    ),
  );

/** The same, and next to nothing at five times the peak. */
const samplesAt5 = [...samples([900, 950, 1_000]), ...samples([1, 2, 3]).map((one) => ({ ...one, multiple: 5 }))];

describe('the table of overload', () => {
  const [table] = overloadTables(samples([900, 950, 1_000]), quick, 1);

  it('has a row for every kind and load', () => {
    expect(table!.rows).toHaveLength(kinds.length * quick.multiples.length);
  });

  it('gives the share of the peak with its interval over launches, and the worst that single users noticed', () => {
    expect(table!.rows[1]).toEqual([
      'monolith',
      '3 ×',
      '3,000',
      '95 % (83 % to 107 %)',
      '950',
      '1,900',
      '100',
      '40.0 ms',
      '12.0 ms',
      '302 ms',
      '120 MiB',
      '42 %',
    ]);
  });

  it('says only what was seen of a stack that was not well at the end, or where the generator was the limit', () => {
    const worn = samples([900, 950, 1_000]).map((one) => ({ ...one, recoveryMs: Infinity, generatorBusy: 0.7 }));
    const [row] = overloadTables(worn, quick, 1)[0]!.rows;
    expect([row![3], row![9]]).toEqual(['≥ 95 % (83 % to 107 %)', '> 3,000 ms']);
  });

  it('says nothing of a percentile that too few answers tell', () => {
    const few = samples([900, 950, 1_000]).map((one) => ({ ...one, p99: null }));
    expect(overloadTables(few, quick, 1)[0]!.rows[0]![7]).toBe('–');
  });

  it('is told by what every kind makes of three times its peak', () => {
    const [told] = overloadTables(samplesAt5, { ...quick, multiples: [1, 3, 5] }, 1);
    const { verdict } = conclude({ tables: [told!] });
    expect(verdict).toMatch(
      /^At 3 times its peak, monolith goes on serving 95 % \(83 % to 107 %\) of it, without admission control 95 % /,
    );
    expect(verdict).toContain('micro goes on serving 95 %');
    expect(verdict.match(/95 %/g)).toHaveLength(kinds.length);
    expect(conclude({ tables: [] }).verdict).toBe('Nothing was observed.');
  });
});

describe('the plot of overload', () => {
  it('has a line for every kind, on which each load has its interval over launches', () => {
    const { lines } = collapsePlot(samples([900, 950, 1_000]), quick, 1);
    expect(lines.map(({ name, dashed }) => (dashed ? `${name}, dashed` : name))).toEqual([
      'monolith',
      'monolith, dashed',
      'micro',
      'micro, dashed',
    ]);
    for (const { points } of lines) {
      expect(points.map(({ x }) => x)).toEqual(quick.multiples);
      for (const { y, low, high } of points) {
        expect(y).toBeCloseTo(95, 6);
        expect(high - y).toBeCloseTo(y - low, 6);
        expect(high - y).toBeCloseTo(12.4, 1);
      }
    }
  });

  it('draws no interval below nothing', () => {
    const { lines } = collapsePlot(samples([0, 0, 40]), quick, 1);
    for (const { points } of lines) for (const { low } of points) expect(low).toBe(0);
  });
});
