import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { groupOf, hierarchyOf } from './hierarchies';
import { type CpuLimit, limitCpu, whyNoCpuLimit } from './limit-cpu';

const possible = whyNoCpuLimit() === undefined ? it : it.skip;
const onVersion1 = hierarchyOf('cpu') ? possible : it.skip;

/** A process and its child, both always busy, for as long as it takes. */
async function withBusy(act: (pid: number) => Promise<void>): Promise<void> {
  const child = spawn('sh', ['-c', '(while :; do :; done) & echo started; while :; do :; done'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await once(child.stdout, 'data');
    await act(child.pid!);
  } finally {
    process.kill(-child.pid!, 'SIGKILL');
  }
}

/** Waits until those in the group have used so much more (ms). */
async function used({ use }: CpuLimit, ms: number) {
  const [before, begin] = [use(), performance.now()];
  const patience = AbortSignal.timeout(30_000);
  while (use().usedMs < before.usedMs + ms && !patience.aborted) await setImmediate();
  const after = use();
  return {
    cpus: (after.usedMs - before.usedMs) / (performance.now() - begin),
    throttled: after.throttledPeriods - before.throttledPeriods,
  };
}

describe('limited CPU time', () => {
  possible('is all that a process and its child get together, and the limit may change while they run', async () => {
    const limit = limitCpu(0.2);
    try {
      await withBusy(async (pid) => {
        limit.add([pid]);
        const limited = await used(limit, 150);
        expect(limited.cpus).toBeLessThan(0.25);
        expect(limited.throttled).toBeGreaterThan(20);
        expect(limit.use().throttledMs).toBeGreaterThan(0);
        limit.set(Infinity);
        // The period that has begun still counts.
        expect((await used(limit, 150)).throttled).toBeLessThan(3);
      });
    } finally {
      limit.remove();
    }
  });

  onVersion1('ends when the limit is removed: the processes are where the lab is, and no group is left', async () => {
    const limit = limitCpu(0.2);
    await withBusy(async (pid) => {
      limit.add([pid]);
      const within = groupOf(pid, 'cpu');
      limit.remove();
      expect(within).toMatch(/\/jobly-lab-\d+-\d+$/);
      expect(groupOf(pid, 'cpu')).toBe(groupOf('self', 'cpu'));
      expect(existsSync(join(hierarchyOf('cpu')!.mount, within))).toBe(false);
    });
  });

  onVersion1('leaves no group of a run that was killed', () => {
    const { pid } = spawnSync('true');
    const left = join(hierarchyOf('cpu')!.own, `jobly-lab-${pid}-1`);
    mkdirSync(left);
    limitCpu(1).remove();
    expect(existsSync(left)).toBe(false);
  });
});
