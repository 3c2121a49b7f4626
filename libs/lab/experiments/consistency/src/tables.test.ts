import { conclude } from './conclude';
import { looks } from './looks';
import type { Seen } from './observe';
import { consistencyTables, ORPHANS, WINDOWS } from './tables';

/** Four deletions at one stack, each with this window of the first look. */
const seen = (stack: Seen['stack'], windows: number[], outlived: number[] = []): Seen => ({
  stack,
  races: 4,
  outlived,
  deletions: windows.map((window, index) => ({
    tookMs: 10 + index,
    windows: looks.map((_, at) => (at === 0 ? window : 0)),
  })),
});

const rowsOf = (all: Seen[], name: string) => consistencyTables(all, 1).find((table) => table.name === name)!.rows;

describe('what is met after a deletion', () => {
  it('is counted for each look, with its windows', () => {
    const [first, second] = rowsOf([seen('micro', [0, 4, 2, 9])], WINDOWS);
    expect(first).toEqual(['micro', looks[0]!.what, '3 of 4', '4.00 ms', '9.00 ms']);
    expect(second).toEqual(['micro', looks[1]!.what, '0 of 4', '–', '–']);
  });

  it('is not asked of deletions that were not acknowledged', () => {
    const one = seen('micro', [1, 0, 0, 0]);
    one.deletions[3]!.windows = [];
    expect(rowsOf([one], WINDOWS)[0]![2]).toBe('1 of 3');
  });

  it('is said in a sentence', () => {
    const { verdict } = conclude({
      tables: consistencyTables([seen('monolith', [0, 0, 0, 0]), seen('micro', [0, 4, 0, 0], [0, 7])], 1),
    });
    expect(verdict).toContain('at monolith, nothing is met again after 4 of them, 0 of the jobs');
    expect(verdict).toContain(`at micro, ${looks[0]!.what} after 1 of 4 deletions, for up to 4.00 ms, 1 of the jobs`);
    expect(conclude({ tables: [] }).verdict).toBe('Nothing was observed.');
  });
});

describe('what outlives its company', () => {
  it('is counted, and whether it stays', () => {
    expect(rowsOf([seen('micro', [0, 0, 0, 0], [0, 0, 12, Infinity])], ORPHANS)).toEqual([
      ['micro', '4', '4', '2', 'over 5 s', '1'],
    ]);
  });
});
