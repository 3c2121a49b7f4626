import type { MeasuredScene, Observations } from '@jobly/lab/runner';
import { CACHE_TTL_S } from './bounds';
import { countsTable } from './counts';
import { effortTable } from './effort-table';
import { outageTable } from './outage';
import { lagsOf } from './staleness';
import { stalenessTable } from './staleness-table';
import { storageOf } from './storage';
import { storageTable } from './storage-table';
import { databasesOf, startWays } from './start-ways';
import { tradeoffOf } from './tradeoff';
import { ways } from './ways';

/** Precedes the names of the databases: those of the measured stacks are still there. */
const DATABASES = 'after_';

/**
 * Observations that blocks cannot make: the calls and statements of a request, how long a change is not seen, and what
 * still works without the owner. They come from stacks of their own, in which answers are believed for a few seconds.
 */
export async function lookAfterwards(scene: MeasuredScene): Promise<Observations> {
  const { stacks, signal, progress } = scene;
  progress.step('Starting a stack for each way');
  const env = { SHARING_CACHE_TTL: String(CACHE_TTL_S) };
  const { started, stop } = await startWays(ways, stacks.postgres!, { databases: DATABASES, env }, signal);
  try {
    progress.step('Counting what a request costs within the stacks');
    const counts = await countsTable(scene, started);
    progress.step('Changing companies and waiting for it to be seen');
    const lags = await lagsOf(scene, started);
    const replica = ways.find(({ sharing }) => sharing === 'replica')!;
    const storage = storageTable(await storageOf(stacks.postgres!, databasesOf(replica, DATABASES)));
    progress.step('Switching the companies service off');
    const outage = await outageTable(scene, started, CACHE_TTL_S * 1_000);
    return {
      tables: [stalenessTable(lags), counts, outage, storage, effortTable()],
      tradeoffs: [tradeoffOf(scene, lags)],
    };
  } finally {
    await stop();
  }
}
