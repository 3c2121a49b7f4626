import { Failure, startGenerator, whyNoCpuLimit } from '@jobly/lab/instrument';
import type { Observations, Scene } from '@jobly/lab/runner';
import { hotService } from './hot-service';
import { lawsOf } from './laws';
import { type Asked, closed } from './load';
import { CONNECTIONS, type Plan, plans, WARM_UP } from './plan';
import { scalingPlot } from './plot';
import { limited, type Sample, sampleOf } from './sample';
import { tablesOf } from './tables';
import { type Way, waysOf } from './ways';

/** Every launch of every way with more and more replicas. */
export async function observe(scene: Scene): Promise<Observations> {
  const reason = whyNoCpuLimit();
  if (reason !== undefined) throw new Failure(reason);
  const { quick, seed, signal, progress } = scene;
  const plan = plans[quick ? 'quick' : 'full'];
  const generator = startGenerator();
  const samples: Sample[] = [];
  try {
    const ways = waysOf(await hotService(scene, { generator, signal }), plan);
    for (let launch = 0; launch < plan.launches; launch += 1) {
      // Mirrored, so that none always comes after the same other.
      for (const way of launch % 2 === 0 ? ways : ways.toReversed()) {
        progress.step(`Replicating ${way.name}, launch ${launch + 1} of ${plan.launches}`);
        const seen = await observeLaunch(scene, plan, way, launch, { generator, signal });
        samples.push(...seen.map((sample) => ({ ...sample, way: way.name, launch })));
      }
    }
    const found = ways.map(({ name }) => lawsOf(name, samples, seed));
    return { tables: tablesOf(found, samples, plan, seed), plots: [scalingPlot(found, plan)] };
  } finally {
    await generator.stop();
  }
}

async function observeLaunch(scene: Scene, { blockMs }: Plan, way: Way, launch: number, asked: Omit<Asked, 'origin'>) {
  const { stacks } = scene;
  const { started: fleet, stop } = await way.start(scene);
  try {
    for (const [replicas, { origin }] of fleet.fronts) {
      const count = replicas === way.counts.at(-1) ? WARM_UP.replica * replicas : WARM_UP.front;
      await closed({ ...asked, origin }, { connections: CONNECTIONS * replicas, durationMs: 60_000, count });
    }
    const limits = limited(fleet);
    try {
      const samples: Omit<Sample, 'way' | 'launch'>[] = [];
      const { postgres: database } = stacks[way.stack].processes!;
      // Mirrored, too: what drifts during a launch must not look like an effect of more replicas.
      for (const replicas of launch % 2 === 0 ? way.counts : way.counts.toReversed()) {
        const measured = { fleet, limits, replicas, database: database!, postgres: stacks.postgres! };
        samples.push(await sampleOf(asked, { ...measured, durationMs: blockMs }));
      }
      return samples;
    } finally {
      for (const limit of limits.flat()) limit.remove();
    }
  } finally {
    await stop();
  }
}
