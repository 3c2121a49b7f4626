import { Failure } from '@jobly/lab/instrument';
import type { MeasuredScene, Observations } from '@jobly/lab/runner';
import { exchange } from '@jobly/lab/system-under-test';
import { changeTable } from './change/change-table';
import { changeTimeline } from './change/change-timeline';
import { findingsOf } from './change/findings';
import { watchChanges } from './change/watch-changes';
import { fleets } from './replicas';
import { shareTables } from './shares';

/** Observations that blocks cannot make: which replica answered, and what happens when replicas come and go. */
export async function lookAfterwards(scene: MeasuredScene): Promise<Observations> {
  const { progress } = scene;
  await assertAlive(scene);
  progress.step('Looking who answers');
  const shares = await shareTables(scene);
  const watched = [];
  for (const fleet of fleets) {
    progress.step(`Killing ${fleet.configuration}, one after the other, and adding others`);
    watched.push({ configuration: fleet.configuration, changes: await watchChanges(scene, fleet) });
  }
  const found = watched.map(({ configuration, changes }) => ({ configuration, findings: changes.map(findingsOf) }));
  return {
    tables: [changeTable(found), ...shares],
    timelines: watched.map(({ configuration, changes }) => changeTimeline(changes[0]!, configuration)),
  };
}

/**
 * nginx would have routed around a dead replica, and nobody would have noticed.
 * @throws Failure if a replica does not answer any more
 */
async function assertAlive({ arms }: MeasuredScene): Promise<void> {
  for (const { name, url } of arms.flatMap(({ endpoints }) => endpoints!)) {
    const { status } = await exchange(url, { method: 'GET', path: '/health/live' });
    if (status !== 200) throw new Failure(`${name} at ${url} answers ${status} when it should be alive.`);
  }
}
