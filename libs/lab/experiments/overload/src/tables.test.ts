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
        ...{ p99: 40, healthMs: 12, recoveryMs: 300 + index, memoryMiB: 120 },
      })),
    ),
  );

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
    ]);
  });

  it('says nothing of a percentile that too few answers tell', () => {
    const few = samples([900, 950, 1_000]).map((one) => ({ ...one, p99: null }));
    expect(overloadTables(few, quick, 1)[0]!.rows[0]![7]).toBe('–');
  });

  it('is told by its heaviest load', () => {
    const { verdict } = conclude({ tables: [table!] });
    expect(verdict).toMatch(/^Monolith serves 95 % \(83 % to 107 %\) of its peak at 3 times it; /);
    expect(conclude({ tables: [] }).verdict).toBe('Nothing was observed.');
  });
});
