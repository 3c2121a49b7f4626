import { type Generator, limitCpu, startGenerator, whyNoCpuLimit, Failure } from '@jobly/lab/instrument';
import type { Observations, Scene } from '@jobly/lab/runner';
import { capacitiesOf } from './capacities';
import { type Deployment, deploy, deployments } from './deployments';
import { closed } from './load';
import { type Plan, plans } from './plan';
import { ratesPlot } from './plot';
import { type Cell, measureCell } from './cell';
import { tablesOf } from './tables';

/** Every launch of every deployment under every limit, the limit being changed while the processes run. */
export async function observe(scene: Scene): Promise<Observations> {
  const reason = whyNoCpuLimit();
  if (reason !== undefined) throw new Failure(reason);
  const plan = plans[scene.quick ? 'quick' : 'full'];
  const generator = startGenerator();
  const cells: Cell[] = [];
  try {
    for (let launch = 0; launch < plan.launches; launch += 1) {
      // Mirrored, so that none always comes after the same other.
      for (const deployment of launch % 2 === 0 ? deployments : deployments.toReversed()) {
        scene.progress.step(`Limiting ${deployment.name}, launch ${launch + 1} of ${plan.launches}`);
        await observeLaunch(scene, plan, { deployment, launch, generator, cells });
      }
    }
  } finally {
    await generator.stop();
  }
  const capacities = capacitiesOf(cells, plan, scene.seed);
  return { tables: tablesOf(capacities, cells, plan), plots: [ratesPlot(capacities, plan)] };
}

interface Launch {
  deployment: Deployment;
  launch: number;
  generator: Generator;
  /** To which those of this launch are added. */
  cells: Cell[];
}

async function observeLaunch(scene: Scene, plan: Plan, { deployment, launch, generator, cells }: Launch) {
  const { signal, seed, run } = scene;
  const { started, stop } = await deploy(scene, deployment, run.nginx);
  try {
    const asked = { generator, origin: started.origin, signal };
    await closed(asked, { durationMs: 60_000, count: plan.warmUp });
    const limit = limitCpu(Infinity);
    try {
      limit.add(started.pids);
      // From the largest limit first: what is still to be compiled would take longest under the smallest.
      for (const cpus of launch % 2 === 0 ? plan.cpus.toReversed() : plan.cpus) {
        limit.set(cpus);
        const first = cells.find((cell) => cell.deployment === deployment.name && cell.cpus === cpus);
        const conditions = { limit, cpus, plan, database: started.database, seed, launch, first };
        cells.push({ ...(await measureCell(asked, conditions)), deployment: deployment.name });
      }
    } finally {
      limit.remove();
    }
  } finally {
    await stop();
  }
}
