import { madeUpResults } from '@jobly/lab/fixtures/results';
import { cpuPerThousand, type Figures } from '@jobly/lab/results';
import { largestChange } from './conclude';
import { basePoint, type Point, pointsAtHome, pointWith } from './points';

const half = pointsAtHome('full').find(({ knob, value }) => knob === 'writes' && value === 50)!;
const huge = pointWith('1m');

/** A run that found these ratios of CPU time, each within ±0.1, and PostgreSQL of the monolith this busy. */
function aRun(...found: (readonly [point: Point, ratio: number, databaseUs: number])[]): Figures {
  const made = madeUpResults();
  const [workload, summary] = [made.workloads[0]!, made.summaries[0]!];
  return {
    ...made,
    settings: { ...made.settings, quick: false },
    workloads: found.map(([point]) => ({ ...workload, name: point.workload.name })),
    comparisons: found.map(([point, estimate]) => ({
      ...{ workload: point.workload.name, base: 'monolith', other: 'micro', as: 'ratio' as const, unit: '' },
      ...{ metric: cpuPerThousand.name, interval: { estimate, low: estimate - 0.1, high: estimate + 0.1 } },
      ...{ bound: null, blocks: 8 },
    })),
    summaries: found.map(([point, , databaseUs]) => ({
      ...{ ...summary, workload: point.workload.name, arm: 'monolith' },
      cpuByProcess: { monolith: 100, 'PostgreSQL: jobly': databaseUs },
    })),
  };
}

describe('the verdict of load', () => {
  it('names the setting whose ratio is furthest from the base, the process behind it, and what changes nothing', () => {
    expect(largestChange(aRun([basePoint, 3, 50], [half, 2.95, 60], [huge, 2, 250]))).toBe(
      'At the usual mix micro takes 3.00 times (2.90 to 3.10) the CPU time of the monolith; furthest from that is 1,000,000 jobs, with 2.00 times (1.90 to 2.10), where PostgreSQL: jobly of the monolith differs most, by +200 µs a request. No change of that ratio was detected by the share of writes.',
    );
  });

  it('says so if intervals overlap everywhere', () => {
    expect(largestChange(aRun([basePoint, 3, 50], [half, 2.85, 60]))).toBe(
      'At the usual mix micro takes 3.00 times (2.90 to 3.10) the CPU time of the monolith, and no knob changes that detectably.',
    );
  });

  it('is left to the default where the base was not measured', () => {
    expect(largestChange(aRun([huge, 2, 250]))).toBeUndefined();
  });
});
