import { seedOf } from '@jobly/lab/instrument';
import type { Observations, Scene } from '@jobly/lab/runner';
import { startExposed } from './parts';
import { peopleAt } from './people';
import { strikes } from './strikes';
import { faultTables } from './tables';
import { faultTimeline } from './timeline';
import { watch, type Watched } from './watch';

const IN_A_QUICK_RUN = 2;

/** The parts whose faults are drawn over time: one of each stack shows how they go. */
const DRAWN = ['database', 'jobs'];

/** Every part of both stacks fails in every way, one after the other. */
export async function observe(scene: Scene): Promise<Observations> {
  const { quick, seed, signal, progress } = scene;
  const watched: Watched[] = [];
  for (const stack of ['monolith', 'micro'] as const) {
    const exposed = await startExposed(scene, stack);
    try {
      const people = await peopleAt(scene, exposed);
      for (const strike of strikes.slice(0, quick ? IN_A_QUICK_RUN : strikes.length)) {
        for (const part of exposed.parts) {
          progress.step(`${stack}: ${part.name} ${strike.name}`);
          const order = { seed: seedOf(seed, stack, part.name, strike.name), signal };
          watched.push(await watch(exposed, part, strike, people, order));
        }
      }
    } finally {
      await exposed.stop();
    }
  }
  return {
    tables: faultTables(watched),
    timelines: watched.filter(({ part }) => DRAWN.includes(part)).map(faultTimeline),
  };
}
