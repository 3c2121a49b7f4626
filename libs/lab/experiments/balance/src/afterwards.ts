import { Failure } from '@jobly/lab/instrument';
import type { MeasuredScene, Observations } from '@jobly/lab/runner';
import { exchange } from '@jobly/lab/system-under-test';
import { changeTable } from './change/change-table';
import { changeTimeline } from './change/change-timeline';
import { findingsOf } from './change/findings';
import { watchChange } from './change/watch-change';
import { fleets } from './replicas';
import { shareTables } from './shares';

/** Observations that blocks cannot make: which replica answered, and what happens when replicas come and go. */
export async function lookAfterwards(scene: MeasuredScene): Promise<Observations> {
  const { progress } = scene;
  await assertAlive(scene);
  progress.step('Looking who answers');
  const shares = await shareTables(scene);
  const changes = [];
  for (const fleet of fleets) {
    progress.step(`Killing one of ${fleet.configuration} and adding one`);
    changes.push({ configuration: fleet.configuration, change: await watchChange(scene, fleet) });
  }
  const found = changes.map(({ configuration, change }) => ({ configuration, findings: findingsOf(change) }));
  return {
    tables: [changeTable(found), ...shares],
    timelines: changes.map(({ configuration, change }) => changeTimeline(change, configuration)),
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
