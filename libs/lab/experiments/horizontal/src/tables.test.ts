import { othersReason } from '@jobly/lab/results';
import { conclude } from './conclude';
import { lawsOf } from './laws';
import { plans } from './plan';
import { scalingPlot } from './plot';
import type { Sample } from './sample';
import { NO_VERDICT, SCALING, tablesOf } from './tables';
import { type Law, rateAt } from './usl/law';

const WAYS = { 'the whole monolith': 0.4, 'only the companies service': 0.7 };
const COUNTS = [1, 2, 3, 4, 8];

const law: Law = { single: 100, contention: 0.05, coherency: 0 };

/** What replicas that follow the law serve in three launches; from `full` on the machine has no more for them. */
function samples({ full = Infinity, others = 0.01 }: { full?: number; others?: number | null } = {}): Sample[] {
  return Object.entries(WAYS).flatMap(([way, cpuMs]) =>
    [0, 1, 2].flatMap((launch) =>
      COUNTS.map((replicas) => ({
        ...{ way, replicas, launch, others, cpuMs: cpuMs + launch / 100, memoryMiB: 100 * replicas },
        rate: rateAt(law, replicas) * (1 + (launch - 1) / 50 + (replicas % 3) / 200),
        used: replicas < full ? 0.98 : 0.6,
        machineBusy: replicas < full ? 0.5 : 0.99,
        ...{ databaseCpus: 0.1, inDatabase: { running: 0.2, waiting: 0.05 }, generatorBusy: 0.1, lost: 0.02 },
      })),
    ),
  );
}

function observed(seen = samples()) {
  const found = Object.keys(WAYS).map((way) => lawsOf(way, seen, 1));
  return { found, tables: tablesOf(found, seen, plans.quick, 1), plot: scalingPlot(found, plans.quick) };
}

describe('replicas', () => {
  it('are told by the law, which also predicts twice as many as it was fitted to', () => {
    const { found, tables } = observed();
    const { law: seen, prediction } = found[0]!;
    expect(seen!.explained).toBeGreaterThan(0.99);
    expect(prediction!.replicas).toBe(8);
    const { estimate, low, high } = prediction!.error;
    expect(Math.abs(estimate)).toBeLessThan(0.15);
    expect(low).toBeLessThanOrEqual(estimate);
    expect(high).toBeGreaterThanOrEqual(estimate);
    const { verdict } = conclude({ tables });
    expect(verdict).toMatch(
      /^The whole monolith scales with a contention of .* % \(.*\) and no peak detected, and the law predicts 8/,
    );
    expect(verdict).toMatch(
      /For the same rate, the whole monolith takes 800 MiB \(8 replicas\) and 0\.41 ms \(.*\) of CPU time/,
    );
    expect(conclude({ tables: [] }).verdict).toBe('Nothing was observed.');
  });

  it('are shown with the share of requests that were refused', () => {
    const scaling = observed().tables.find(({ name }) => name === SCALING)!;
    const refused = scaling.rows.map((row) => row[scaling.head.indexOf('refused')]);
    expect(new Set(refused)).toEqual(new Set(['2 %']));
  });

  it('that did not get their quota, because the machine was full, neither count nor are they drawn', () => {
    const { found, plot } = observed(samples({ full: 8 }));
    expect(found[0]!.prediction).toBeUndefined();
    expect(plot.lines[0]!.points.map(({ x }) => x)).toEqual([1, 2, 3, 4]);
  });

  it('allow no verdict at all if too few of them got it', () => {
    const { tables } = observed(samples({ full: 4 }));
    expect(tables[0]!.rows[0]).toContain(NO_VERDICT);
    expect(conclude({ tables }).verdict).toMatch(/^On the whole monolith there is no verdict/);
  });

  it('do not count if others used the machine, too, nor if nobody knows', () => {
    expect(othersReason({ tables: observed().tables }, SCALING)).toEqual([]);
    expect(othersReason({ tables: observed(samples({ others: 0.2 })).tables }, SCALING)).toHaveLength(1);
    expect(othersReason({ tables: observed(samples({ others: null })).tables }, SCALING)).toHaveLength(1);
  });
});
