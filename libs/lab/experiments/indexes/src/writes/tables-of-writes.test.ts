import { cellInWords } from '@jobly/lab/results';
import { addedByIndex, breakEven } from './break-even';
import { breakEvenTable, costOfAnIndex, mixesTable, writesTable } from './tables-of-writes';

const rounds = [0, 0.1, 0.2, 0.3, 0.4];

/** Each index adds 2 µs to an INSERT, and rounds differ by more than that is uncertain. */
const writes = [0, 1, 3, 6].flatMap((indexes) =>
  rounds.map((late) => ({
    ...{ indexes, hot: 1 },
    us: [4 + 2 * indexes + late, 3 + late, 4 + indexes + late, 1 + late],
    walBytes: [100 + 60 * indexes, 80, 90, 50],
  })),
);

const mix = (multiple: number, difference: number) => ({
  ...{ multiple, ratio: multiple / 100 },
  without: rounds.map((late) => 20 + late),
  with: rounds.map((late, round) => 20 + late + difference + round / 1_000),
});

describe('what indexes cost writes', () => {
  it('is the difference of the tables in each round', () => {
    const { estimate, low, high } = costOfAnIndex(writes, 1);
    expect(estimate).toBeCloseTo(2, 9);
    expect(high - low).toBeLessThan(0.01);
  });

  it('is told for each index, and HOT updates are', () => {
    const { rows } = writesTable(writes, 1);
    expect(cellInWords(rows[0]![5]!)).toMatch(/^2\.00 µs/);
    expect(rows[0]!.at(-1)).toBe('100 and 460 bytes');
    expect(rows[1]![0]).toBe('UPDATE of no indexed column (100 % HOT)');
  });
});

describe('an index pays', () => {
  it('from as many reads for each write as its cost ÷ its gain', () => {
    expect(breakEven(3, 600)).toBe(0.005);
    const { rows } = breakEvenTable([{ rows: 10_000, scan: 605, index: 5 }], { estimate: 3, low: 2.4, high: 3.6 });
    expect(rows[0]!.slice(3)).toEqual(['0.0050 (0.0040 to 0.0060)', '200']);
  });

  it('or costs more, or makes no difference that can be seen', () => {
    const table = mixesTable([mix(0.25, 2), mix(1, -0.002), mix(4, -2)], 1);
    expect(table.rows.map((row) => row.at(-1))).toEqual(['costs more', 'no detectable difference', 'pays']);
    expect(addedByIndex(mix(4, -2), 1).estimate).toBeCloseTo(-1.998, 6);
  });
});
