import type { Observations, Scene } from '@jobly/lab/runner';
import { observePeople } from './people/observe-people';
import { requireRoom } from './people/room';
import { plans } from './plan';

/** Indexes in general, on tables of people. */
export async function observe(scene: Scene): Promise<Observations> {
  const plan = plans[scene.quick ? 'quick' : 'full'];
  await requireRoom(Math.max(...plan.sizes), 0);
  return observePeople(scene, plan);
}
