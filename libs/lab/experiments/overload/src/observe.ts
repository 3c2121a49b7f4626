import { peakMemory, seedOf, startGenerator } from '@jobly/lab/instrument';
import type { Observations, Scene } from '@jobly/lab/runner';
import { takeInventory } from '@jobly/lab/system-under-test';
import { collapsePlot } from './collapse-plot';
import { type Demand, offer, type Outcome, peakOf, warmUp } from './offer';
import { type Plan, plans } from './plan';
import { type Noticed, probe } from './probes';
import { overloadTables } from './tables';
import { type Kind, kinds, startKind } from './variants';

/** One stack under one load in one launch. */
export interface Sample extends Outcome, Noticed {
  kind: Kind;
  launch: number;
  /** In multiples of the peak. */
  multiple: number;
  /** What the same launch serves in a closed loop, before all loads or after them, whichever is more; in requests/s. */
  peak: number;
  /** Of all its processes but the database's, so far (MiB). */
  memoryMiB: number;
}

/** Every launch of every kind is asked for less than it can serve, and then for more and more. */
export async function observe(scene: Scene): Promise<Observations> {
  const plan = plans[scene.quick ? 'quick' : 'full'];
  const generator = startGenerator();
  const samples: Sample[] = [];
  try {
    for (let launch = 1; launch <= plan.launches; launch += 1) {
      // Mirrored, so that no kind always comes after the same other.
      for (const kind of launch % 2 === 1 ? kinds : kinds.toReversed()) {
        scene.progress.step(`Asking too much of ${kind.name}, launch ${launch} of ${plan.launches}`);
        samples.push(...(await observeLaunch(scene, generator, plan, kind, launch)));
      }
    }
  } finally {
    await generator.stop();
  }
  return {
    tables: overloadTables(samples, plan, scene.seed),
    plots: [collapsePlot(samples, plan, scene.seed)],
  };
}

async function observeLaunch(
  scene: Scene,
  generator: Demand['generator'],
  plan: Plan,
  kind: Kind,
  launch: number,
): Promise<Sample[]> {
  const { signal } = scene;
  const { target, stop } = await startKind(scene, kind);
  try {
    const { origin } = target;
    const { jobs } = await takeInventory(origin, scene.stacks.data);
    const demand = (what: string) => ({ generator, origin, signal, seed: seedOf(scene.seed, what, launch) });
    await warmUp(demand('warm-up'));
    const peak = await peakOf(demand('peak'), plan);
    const samples: Omit<Sample, 'peak'>[] = [];
    for (const multiple of plan.multiples) {
      const asked = demand(`offer ${multiple}`);
      // The opening of connections is a load of its own.
      const ready = Promise.withResolvers<undefined>();
      const [outcome, noticed] = await Promise.all([
        offer(asked, multiple * peak, plan, () => ready.resolve(undefined)),
        ready.promise.then(() => probe(origin, jobs, plan, asked.seed, signal)),
      ]);
      samples.push({ ...outcome, ...noticed, kind, launch, multiple, memoryMiB: memoryOf(target) });
    }
    // Processes go on getting faster for a while: a peak from the beginning alone would make the last loads look good.
    const best = Math.max(peak, await peakOf(demand('peak again'), plan));
    return samples.map((sample) => ({ ...sample, peak: best }));
  } finally {
    await stop();
  }
}

const memoryOf = ({ processes }: { processes?: Parameters<typeof peakMemory>[0] }) => {
  if (!processes) return 0;
  const { postgres: _, ...own } = processes;
  return peakMemory(own).reduce((sum, { peakMiB }) => sum + peakMiB, 0);
};
