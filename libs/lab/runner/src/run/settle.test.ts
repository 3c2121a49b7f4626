import { measuredBlock } from '@jobly/lab/fixtures/results';
import { jobDetail } from '@jobly/lab/system-under-test';
import type { Task } from '../plan/plan';
import { settle } from './settle';

const windowOf = (name: string): Task => {
  const arm = { name, origin: `http://${name}` };
  const configuration = { name: 'free', description: 'as they are' };
  return {
    case: { name: 'job-detail', workload: jobDetail, arms: [arm], configuration },
    arm,
    ...{ pair: 0, launch: 0, leadInMs: 0, durationMs: 1, label: 'x' },
    load: { loop: 'closed', concurrency: 1 },
  };
};

/** Settles arms that take these CPU times, window by window; returns the outcome and the number of windows. */
async function settling(costs: Record<string, number[]>) {
  let windows = 0;
  const changes = await settle(Object.keys(costs).map(windowOf), async (tasks) => {
    const at = windows++;
    return tasks.map(({ arm: { name } }) => {
      const ofArm = costs[name]!;
      return measuredBlock(name, 0, 1, {}, { cpuMs: { [name]: ofArm[Math.min(at, ofArm.length - 1)]! } });
    });
  });
  return { changes, windows };
}

describe('warming up until flat', () => {
  it('ends when the last two windows of every target agree', async () => {
    const { changes, windows } = await settling({ monolith: [100, 99], micro: [900, 600, 590] });
    expect(windows).toBe(3);
    expect(changes.map(({ arm }) => arm)).toEqual(['monolith', 'micro']);
    expect(changes[1]!.change).toBeCloseTo(-0.017, 3);
  });

  it('ends after five windows at a target that never settles, and says how it was', async () => {
    const { changes, windows } = await settling({ micro: [900, 800, 700, 600, 500, 400, 300, 200] });
    expect(windows).toBe(5);
    expect(changes[0]!.change).toBeCloseTo(-1 / 6);
  });

  it('looks at all blocks of a window together', async () => {
    let windows = 0;
    const alternating = async () => {
      const costs = windows++ % 2 === 0 ? [10, 20] : [20, 10];
      return costs.map((ms) => measuredBlock('micro', 0, 1, {}, { cpuMs: { micro: ms } }));
    };
    const changes = await settle([windowOf('micro'), windowOf('micro')], alternating);
    expect(changes).toEqual([{ arm: 'micro', change: 0 }]);
  });

  it('knows nothing of processes that it cannot see', async () => {
    const unseen = await settle([windowOf('micro')], async () => [measuredBlock('micro', 0, 1, {}, { cpuMs: null })]);
    expect(unseen).toEqual([{ arm: 'micro', change: null }]);
  });

  it('has nothing to do without an operation at full speed', async () => {
    expect(await settle([], async () => [])).toEqual([]);
  });
});
