import { shuffled } from '@jobly/lab/instrument';
import { Refused, type Workload } from '@jobly/lab/system-under-test';
import { nodesOf } from '../people/plan-tree';
import type { Server } from '../people/server';
import { hide, type JoblyIndex } from './hidden';
import type { Executed } from './log';
import { type Asker, record, timeOf } from './request';

/** What an operation's statements take (ms) with an index and without it, round by round. */
export interface Suffering {
  index: JoblyIndex;
  operation: string;
  with: number[];
  /** Fewer than rounds if the operation is refused without it. */
  without: number[];
}

/** Whether plans use an index: to find rows, or to notice that a row is there already. */
export const isUsed = (index: Pick<JoblyIndex, 'name' | 'database'>, executed: readonly Executed[]): boolean =>
  executed.some(
    ({ database, plan }) =>
      database === index.database &&
      nodesOf(plan).some(
        (node) => node['Index Name'] === index.name || node['Conflict Arbiter Indexes']?.includes(index.name),
      ),
  );

/** Takes an index away and gives it back, in every round, and requests each operation that uses it in both states. */
export async function sufferWithout(
  asker: Asker,
  server: Server,
  index: JoblyIndex,
  workloads: readonly Workload[],
  rounds: number,
): Promise<Suffering[]> {
  if (workloads.length === 0) return [];
  const all = workloads.map(({ operation }) => ({
    ...{ index, operation },
    with: [] as number[],
    without: [] as number[],
  }));
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const state of shuffled(asker.random, ['with', 'without'] as const)) {
        await hide(server, index, state === 'without');
        for (const [at, workload] of workloads.entries()) {
          const ms = await fastestOf(asker, workload, state);
          if (ms !== undefined) all[at]![state].push(ms);
        }
      }
    }
  } finally {
    await hide(server, index, false);
  }
  return all;
}

/**
 * The faster of the second and the third request (ms): the first finds neither plans nor pages, and what else the machine
 * does only adds. Undefined if one is refused.
 */
async function fastestOf(asker: Asker, workload: Workload, state: 'with' | 'without'): Promise<number | undefined> {
  try {
    const [, ...later] = await record(asker, workload, 3);
    if (later.some(({ isRefused }) => isRefused)) return undefined;
    return Math.min(...later.map(({ executed }) => timeOf(executed)));
  } catch (error) {
    // What it needs cannot be made either.
    if (state === 'without' && error instanceof Refused) return undefined;
    throw error;
  }
}
