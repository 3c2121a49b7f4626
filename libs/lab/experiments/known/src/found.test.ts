import { madeUpResults } from '@jobly/lab/fixtures/results';
import { cpuPerThousand, type Figures, responseP50 } from '@jobly/lab/results';
import { foundGates, foundTable, inWords } from './found';
import { actualMs, slowdowns } from './slowdowns';
import { truthTable } from './truth';

/** A run that found these factors of every slowdown's true size, each within ±20 % of the truth. */
function aRun(...factors: number[]): Figures {
  const made = madeUpResults();
  const { rows, ...table } = truthTable();
  const comparisons = slowdowns.map(({ name, computeMs }, index) => {
    const truth = computeMs === undefined ? 0.5 : 500;
    const estimate = truth * (factors[index] ?? 1);
    return {
      ...{ workload: made.workloads[0]!.name, base: 'monolith', other: name, as: 'difference' as const, unit: 'ms' },
      metric: computeMs === undefined ? responseP50.name : cpuPerThousand.name,
      interval: { estimate, low: estimate - 0.2 * truth, high: estimate + 0.2 * truth },
      ...{ bound: null, blocks: 24 },
    };
  });
  return {
    ...made,
    comparisons,
    tables: [{ ...table, rows: rows.map(([name]) => [name!, { value: 500, unit: 'µs' }]) }],
  };
}

describe('known differences', () => {
  it('are found where every one has the right size', () => {
    expect(inWords(aRun())).toBe(
      'All 5 known differences were found, from 500 µs of CPU time and 0.50 ms of waiting on.',
    );
    expect(foundGates(aRun())).toMatchObject([{ passed: true, figure: '5 found' }]);
  });

  it('fail a run that cannot tell one from nothing', () => {
    expect(foundGates(aRun(0.1))).toMatchObject([{ passed: false, figure: '+50 µs of CPU not found' }]);
    expect(inWords(aRun(0.1))).toBe('4 of 5 known differences were found: +50 µs of CPU not found.');
  });

  it('fail a run that finds one of the wrong size', () => {
    expect(foundTable(aRun(1, 1.5)).rows[1]).toEqual([
      '+100 µs of CPU',
      { value: 500, unit: 'ms' },
      '+750 ms (650 to 850)',
      'of the wrong size',
    ]);
    expect(foundGates(aRun(1, 0.6))[0]!.passed).toBe(false);
  });

  it('may look somewhat larger where requests queue behind one that waits', () => {
    expect(foundGates(aRun(1, 1, 1, 1, 1.4))[0]!.passed).toBe(true);
    expect(foundGates(aRun(1, 1, 1, 1, 1.7))[0]!.passed).toBe(false);
  });

  it('fail a run that ended before it knew their size', () => {
    expect(foundGates({ ...aRun(), tables: [] })[0]!.passed).toBe(false);
    expect(inWords({ ...aRun(), tables: [] })).toBeUndefined();
  });
});

describe('a slowdown', () => {
  it('takes at least as long as it says', () => {
    expect(actualMs({ computeMs: 0.05 })).toBeGreaterThanOrEqual(0.05);
    expect(actualMs({ waitMs: 0.2 })).toBeGreaterThanOrEqual(0.2);
  });
});
