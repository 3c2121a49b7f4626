import type { Observations, Scene } from '@jobly/lab/runner';
import type { Plan } from '../plan';
import { asked } from './asked';
import { databasesOf, stackNames } from './databases';
import { fillJobly } from './fill';
import { indexesIn } from './hidden';
import { askerAt, explainedServers, readsOf, recordOperations, type Servers } from './recorded';
import type { Read } from './scans';
import { type Examined, ownIndexesTable, readsTable } from './tables';
import { isUsed, sufferWithout } from './without';

/** Both stacks over big tables: what their operations read, and what they would without one of their indexes. */
export async function observeJobly(scene: Scene, plan: Plan): Promise<Observations> {
  const { servers, close } = await explainedServers(scene.stacks.postgres!, scene.signal);
  try {
    const tables: Required<Observations>['tables'] = [];
    for (const [at, jobs] of plan.jobly.entries()) {
      const { reads, examined } = await examine(scene, servers, plan.jobly[at - 1] ?? 0, jobs, plan.joblyRounds);
      tables.push(readsTable(reads, jobs), ownIndexesTable(examined, jobs, scene.seed));
    }
    return { tables };
  } finally {
    await close();
  }
}

/** Fills the tables of each stack up from so many jobs, and takes its indexes away one by one. */
async function examine(
  { stacks, run, progress }: Scene,
  servers: Servers,
  from: number,
  jobs: number,
  rounds: number,
): Promise<{ reads: Read[]; examined: Examined[] }> {
  const reads: Read[] = [];
  const examined: Examined[] = [];
  for (const stack of stackNames) {
    progress.step(`${stack}: ${jobs} jobs`);
    await fillJobly(servers, stack, from, jobs);
    const asker = await askerAt(stacks, stack, servers, run.id, jobs);
    const recorded = await recordOperations(asker);
    reads.push(...readsOf(stack, recorded, jobs));
    for (const { database } of databasesOf[stack]) {
      const server = servers.get(database)!;
      for (const index of await indexesIn(server, database)) {
        progress.step(`${stack} without ${index.name}`);
        const using = asked.filter(({ operation }) => isUsed(index, recorded.get(operation)!.flat()));
        examined.push({ stack, index, suffering: await sufferWithout(asker, server, index, using, rounds) });
      }
    }
  }
  return { reads, examined };
}
