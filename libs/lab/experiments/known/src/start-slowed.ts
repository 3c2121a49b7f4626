import { allOrNone } from '@jobly/lab/instrument';
import { type Arms, armAt, type Scene, withTwin } from '@jobly/lab/runner';
import { inBatches, preloaded, startTwin } from '@jobly/lab/system-under-test';
import { slowdowns } from './slowdowns';

const AT_ONCE = 2;

/** The monolith, its twin, and a further launch of it for every slowdown. */
export async function startSlowed(scene: Scene): Promise<Arms> {
  const { stacks, signal } = scene;
  const { started, stop } = await allOrNone(async (keep) => {
    const { arms, close } = await withTwin('monolith', scene);
    keep({ stop: async () => close?.() });
    const slowed = await inBatches(AT_ONCE, slowdowns, async ({ name, ...slowdown }) => {
      const env = { ...preloaded('slowed'), LAB_SLOWDOWN: JSON.stringify(slowdown) };
      const { target } = keep(await startTwin('monolith', stacks.postgres!, signal, env));
      return armAt(target, name);
    });
    return [...arms, ...slowed];
  });
  return { arms: started, close: stop };
}
