import { madeUpResults } from '@jobly/lab/fixtures/results';
import { cpuPerThousand, type Figures, serviceP50 } from '@jobly/lab/results';
import { foundGates, foundTable, inWords } from './found';
import { actualMs, slowdowns } from './slowdowns';
import { truthTable } from './truth';

/** A run that found these factors of every slowdown's true size, each within ±20 % of the truth. */
function aRun(...factors: number[]): Figures {
  const made = madeUpResults();
  const { rows: _, ...table } = truthTable();
  const comparisons = slowdowns.map(({ name, computeMs, waitMs }, index) => {
    const truth = waitMs ?? 1_000 * computeMs!;
    const estimate = truth * (factors[index] ?? 1);
    return {
      ...{ workload: made.workloads[0]!.name, base: 'monolith', other: name, as: 'difference' as const, unit: 'ms' },
      metric: computeMs === undefined ? serviceP50.name : cpuPerThousand.name,
      interval: { estimate, low: estimate - 0.2 * truth, high: estimate + 0.2 * truth },
      ...{ bound: null, blocks: 24 },
    };
  });
  const rows = slowdowns.map(({ name, computeMs, waitMs }) => {
    // An idle thread that waits is woken a tenth of a millisecond late.
    const ms = computeMs ?? waitMs! + 0.1;
    return [name, { value: 1_000 * ms, unit: 'µs' }];
  });
  return { ...made, comparisons, tables: [{ ...table, rows }] };
}

const quick = (run: Figures): Figures => ({ ...run, settings: { ...run.settings, quick: true } });

describe('known differences', () => {
  it('are found where every one has the right size', () => {
    expect(inWords(aRun())).toBe(
      'All 5 known differences were found, from 50.0 µs of CPU time and 0.20 ms of waiting on.',
    );
    expect(foundGates(aRun())).toMatchObject([{ passed: true, figure: '5 found' }]);
  });

  it('fail a run that cannot tell one from nothing', () => {
    expect(foundGates(aRun(0.1))).toMatchObject([{ passed: false, figure: '+50 µs of CPU not found' }]);
    expect(inWords(aRun(0.1))).toBe('4 of 5 known differences were found: +50 µs of CPU not found.');
  });

  it('may be lost in a quick run only if they are the smallest', () => {
    expect(foundGates(quick(aRun(0.1)))).toMatchObject([{ passed: true, figure: '4 found' }]);
    expect(foundGates(quick(aRun(1, 0.1)))).toMatchObject([{ passed: false, figure: '+100 µs of CPU not found' }]);
  });

  it('fail a run that finds one of the wrong size', () => {
    expect(foundTable(aRun(1, 1.5)).rows[1]).toEqual([
      '+100 µs of CPU',
      '100 ms',
      '+150 ms (130 to 170)',
      'of the wrong size',
    ]);
    expect(foundGates(aRun(1, 0.6))[0]!.passed).toBe(false);
  });

  it('have no size that an interval is too wide to tell', () => {
    const run = aRun();
    const wide = run.comparisons.map((one, index) =>
      index === 1 ? { ...one, interval: { estimate: 1_000, low: 300, high: 1_700 } } : one,
    );
    expect(foundGates({ ...run, comparisons: wide })[0]).toMatchObject({ passed: false });
  });

  it('fail a run that finds a difference between a stack and its twin', () => {
    const run = aRun();
    const twin = (estimate: number): Figures => ({
      ...run,
      arms: [...run.arms, { name: 'twin', repeats: 'monolith', mistake: false }],
      comparisons: [
        ...run.comparisons,
        { ...run.comparisons[0]!, other: 'twin', interval: { estimate, low: estimate - 20, high: estimate + 20 } },
      ],
    });
    expect(foundGates(twin(29))[1]).toMatchObject({ name: 'CPU of twin', passed: true });
    expect(foundGates(twin(31))[1]).toMatchObject({ passed: false });
  });

  it('may take a little longer than they say where a thread has to be woken', () => {
    expect(foundTable(aRun()).rows[3]![1]).toBe('0.20 to 0.30 ms');
    expect(foundGates(aRun(1, 1, 1, 1.6))[0]!.passed).toBe(true);
    expect(foundGates(aRun(1, 1, 1, 2))[0]!.passed).toBe(false);
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
