import type { Observations, Scene } from '@jobly/lab/runner';
import type { DataSize } from '@jobly/lab/system-under-test';
import type { Plan } from '../plan';
import { asked } from './asked';
import { databasesOf, stackNames } from './databases';
import { fillJobly } from './fill';
import { indexesIn } from './hidden';
import { askerAt, explainedServers, readsOf, recordOperations, type Servers } from './recorded';
import type { Read } from './scans';
import { type Examined, OWN_INDEXES, ownIndexesTable, READS, readsTable } from './tables';
import { isUsed, sufferWithout } from './without';

/** Both stacks over big tables: what their operations read, and what they would without one of their indexes. */
export async function observeJobly(scene: Scene, plan: Plan): Promise<Observations> {
  const { servers, close } = await explainedServers(scene.stacks.postgres!, scene.signal);
  try {
    const tables: Required<Observations>['tables'] = [];
    for (const size of plan.jobly) {
      const { reads, examined } = await examine(scene, servers, size, plan.joblyRounds);
      const named = (name: string) => (size === plan.jobly.at(-1) ? name : `${name}-${size.jobs}`);
      tables.push(
        readsTable(reads, size, named(READS)),
        ownIndexesTable(examined, size, named(OWN_INDEXES), scene.seed),
      );
    }
    return { tables };
  } finally {
    await close();
  }
}

/** Fills the tables of each stack, and takes its indexes away one by one. */
async function examine(
  { stacks, run, signal, progress }: Scene,
  servers: Servers,
  size: DataSize,
  rounds: number,
): Promise<{ reads: Read[]; examined: Examined[] }> {
  const reads: Read[] = [];
  const examined: Examined[] = [];
  for (const stack of stackNames) {
    progress.step(`${stack}: ${size.jobs} jobs`);
    await fillJobly(stacks.postgres!, servers, stack, size, signal);
    const asker = await askerAt(stacks, stack, servers, run.id, size);
    const recorded = await recordOperations(asker);
    reads.push(...readsOf(stack, recorded, size));
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
