import { madeUpResults } from '../results.fixture';
import type { Results } from '../results';
import { armsTable } from './arms';
import { comparisonsBetween } from './comparisons';
import { machineFactor, machinesTable } from './machines';

const first = madeUpResults();

/** The same run on a machine that takes so many times as long for everything, and tells so. */
function onSlowerMachine(times: number): Results {
  const { rs256Us, jsonUs, queryUs } = first.machine.speed!;
  return {
    ...first,
    machine: {
      ...first.machine,
      speed: { rs256Us: times * rs256Us, jsonUs: times * jsonUs, queryUs: times * queryUs! },
    },
    summaries: first.summaries.map((one) => ({
      ...one,
      response: { ...one.response, p50: one.response.p50 === null ? null : times * one.response.p50 },
      cpuMsPerThousand: one.cpuMsPerThousand === null ? null : times * one.cpuMsPerThousand,
    })),
  };
}

const verdictsOf = (next: Results) => comparisonsBetween(first, next)!.rows.map((row) => row.at(-1));

const shifted = (run: Results, by: number, as?: 'difference'): Results => ({
  ...run,
  comparisons: run.comparisons.map((one, index) => {
    const { estimate, low, high } = one.interval;
    const interval = index > 0 ? one.interval : { estimate: estimate * by, low: low * by, high: high * by };
    return { ...one, ...(as && { as }), interval };
  }),
});

describe('two runs', () => {
  it('tell how much of their difference is the machine, and what is left', () => {
    const next = onSlowerMachine(1.25);
    expect(machineFactor(first, next)).toBeCloseTo(1.25);
    expect(machinesTable(first, next)!.rows.at(-1)).toEqual(['the machine', '', '', '1.25×']);
    const rows = armsTable(first, next)!.rows;
    expect(rows[0]).toEqual(['monolith', 'response p50', '1.25×', '1.25×', '1.00×']);
    expect(rows).toHaveLength(6);
  });

  it('leave to the program what the machine does not explain', () => {
    const slower = { ...onSlowerMachine(1.5), machine: first.machine };
    expect(armsTable(first, slower)!.rows[0]!.slice(2)).toEqual(['1.50×', '1.00×', '1.50×']);
  });

  it('agree where the intervals of their changes include none', () => {
    expect(new Set(verdictsOf(first))).toEqual(new Set(['they agree']));
    expect(comparisonsBetween(first, first)!.note).toMatch(/^Of (\d+) comparisons \1 agree: .* 0 disagree/);
  });

  it('disagree where they do not, and say so first', () => {
    const verdicts = verdictsOf(shifted(first, 3));
    expect(verdicts[0]).toBe('they disagree');
    expect(verdicts.filter((verdict) => verdict === 'they disagree')).toHaveLength(1);
  });

  it('tell by how much each comparison changed, unless only a bound of it is known', () => {
    const changes = (next: Results) => comparisonsBetween(first, next)!.rows.map((row) => row.at(-2));
    expect(changes(shifted(first, 3))[0]).toMatch(/^3\.00× \(2\.\d+ to 3\.\d+\)$/);
    expect(changes(first)[0]).toMatch(/^≈ 1\.00× /);
    const [bounded, ...others] = first.comparisons;
    const atLeast = { ...first, comparisons: [{ ...bounded!, bound: 'at least' as const }, ...others] };
    expect(changes(atLeast)[0]).toBe('–');
  });

  it('do not disagree about a difference that grew as the machine did', () => {
    const [before, after] = [shifted(first, 1, 'difference'), shifted(onSlowerMachine(2), 2, 'difference')];
    expect(comparisonsBetween(before, after)!.rows[0]!.at(-1)).toBe('as the machines do');
    expect(comparisonsBetween(before, { ...after, machine: first.machine })!.rows[0]!.at(-1)).toBe('they disagree');
  });

  it('of an older lab know nothing of the machine', () => {
    const old = { ...first, machine: { ...first.machine, speed: undefined } };
    expect(machinesTable(old, first)).toBeUndefined();
    expect(armsTable(old, first)!.rows[0]!.slice(3)).toEqual(['–', '–']);
  });
});
