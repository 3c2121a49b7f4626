import type { Observations, Scene } from '@jobly/lab/runner';
import { observeJobly } from './jobly/observe-jobly';
import { observePeople } from './people/observe-people';
import { requireRoom } from './people/room';
import { plans } from './plan';

/** Indexes in general, on tables of people, and then Jobly's own. */
export async function observe(scene: Scene): Promise<Observations> {
  const plan = plans[scene.quick ? 'quick' : 'full'];
  await requireRoom(Math.max(...plan.sizes), Math.max(...plan.jobly.map(({ jobs }) => jobs)));
  const people = await observePeople(scene, plan);
  const jobly = await observeJobly(scene, plan);
  return { ...people, tables: [...people.tables!, ...jobly.tables!] };
}
