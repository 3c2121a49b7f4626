import { createDurations } from '@jobly/lab/instrument';
import { othersReason } from '@jobly/lab/results';
import { capacitiesOf } from './capacities';
import type { Cell } from './cell';
import { conclude } from './conclude';
import { deployments } from './deployments';
import { plans } from './plan';
import { ratesPlot } from './plot';
import { BUYS, SHORT_OF, tablesOf, USE } from './tables';

const plan = { ...plans.quick, cpus: [0.5, 1, 2] };

/** What each deployment serves under a limit of 1 CPU, and the most CPUs that it can use. */
const made = { monolith: [1_000, 1.1], 'four monoliths': [900, 2], microservices: [300, 1.9] } as const;

/** Answers to a rate: all at once, until there are more than can be served. */
function block(offered: number, most: number) {
  const durations = createDurations();
  for (let index = 0; index < 300; index += 1) durations.record(offered <= most ? 10 : 400);
  return { offered, result: { response: durations.encode(), answered: durations.count }, attempts: 1, isLate: false };
}

/** A run in which a rate grows with the limit until no more can be used. */
function cells({ machineBusy = 0.8, others = 0.01 }: { machineBusy?: number; others?: number | null } = {}): Cell[] {
  return deployments.flatMap(({ name }) => {
    const [perCpu, usable] = made[name as keyof typeof made];
    return plan.cpus.flatMap((cpus) =>
      [0, 1, 2, 3].map((launch): Cell => {
        const used = Math.min(cpus, usable);
        // Two launches of the same program differ a little.
        const most = perCpu * used * (1 + (launch - 1.5) / 100);
        return {
          ...{ deployment: name, cpus, launch },
          saturated: {
            ...{
              perSecond: most,
              used,
              throttled: 0.9,
              database: 0.2,
              machineBusy,
              others,
              generatorBusy: 0.1,
              lost: 0.02,
            },
          },
          blocks: plan.shares.map((share) => block(1.2 * share * perCpu * used, most)),
        };
      }),
    );
  });
}

const tables = (seen = cells()) => tablesOf(capacitiesOf(seen, plan, 1), seen, plan);

describe('what a CPU buys', () => {
  it('is the highest rate within the limit of p99 under each limit of CPU, and stops where more is not used', () => {
    const [rates] = tables();
    expect(rates!.rows).toHaveLength(deployments.length * plan.cpus.length);
    const buys = Object.fromEntries(rates!.keys!.map((key, index) => [key, rates!.rows[index]!.at(-1)]));
    expect(buys['monolith at 0.5']).toBe(BUYS.more);
    expect(buys['four monoliths at 1']).toBe(BUYS.more);
    expect(buys['four monoliths at 2']).toBe(BUYS.largest);
  });

  it('tells how many were refused meanwhile', () => {
    const [, use] = tables();
    const refused = use!.rows.map((row) => row[use!.head.indexOf('refused')]);
    expect(new Set(refused)).toEqual(new Set(['2 %']));
  });

  it('is concluded for every deployment, with where it stops', () => {
    const even = cells().map((cell) =>
      cell.deployment === 'monolith' && cell.cpus === 2
        ? {
            ...cells().find((one) => one.deployment === 'monolith' && one.cpus === 1 && one.launch === cell.launch)!,
            cpus: 2,
          }
        : cell,
    );
    const { verdict } = conclude({ tables: tables(even) });
    expect(verdict).toMatch(
      /^With p99 within 50 ms, the highest rates are monolith .*\/s with 0\.5 CPUs and .*\/s with 2: more than 1 buy it nothing detectable; four monoliths/,
    );
    expect(verdict).toContain('2 buy it more than anything less');
    expect(conclude({ tables: [] }).verdict).toBe('Nothing was observed.');
  });

  it('is not held against a deployment that the machine had no more for', () => {
    const [, use] = tables(cells({ machineBusy: 0.99 }));
    const shortOf = (table: typeof use) => table!.rows[table!.keys!.indexOf('monolith at 2')]!.at(-1);
    expect(shortOf(use)).toBe(SHORT_OF.machine);
    expect(shortOf(tables()[1])).toBe(SHORT_OF.itself);
    expect(conclude({ tables: tables(cells({ machineBusy: 0.99 })) }).verdict).toContain('all that this machine had');
  });

  it('does not count if others used the machine, too, nor if nobody knows', () => {
    expect(othersReason({ tables: tables() }, USE)).toEqual([]);
    expect(othersReason({ tables: tables(cells({ others: 0.2 })) }, USE)).toHaveLength(1);
    expect(othersReason({ tables: tables(cells({ others: null })) }, USE)).toHaveLength(1);
  });

  it('is drawn only where it lies between two rates that were offered', () => {
    const unlimited = cells().map((cell) => ({
      ...cell,
      blocks: cell.blocks.map(({ offered }) => block(offered, 1e6)),
    }));
    expect(conclude({ tables: tables(unlimited) }).verdict).toContain('is not known');
    const { lines } = ratesPlot(capacitiesOf(unlimited, plan, 1), plan);
    expect(lines.flatMap(({ points }) => points)).toEqual([]);
    const drawn = ratesPlot(capacitiesOf(cells(), plan, 1), plan).lines.map(({ points }) => points.length);
    expect(drawn).toEqual([3, 3, 3]);
  });
});
