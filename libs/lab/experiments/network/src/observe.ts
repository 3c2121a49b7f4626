import { type Generator, type Links, startGenerator, startLinks } from '@jobly/lab/instrument';
import type { Observations, Scene } from '@jobly/lab/runner';
import { allWorkloads } from '@jobly/lab/system-under-test';
import { calibrate } from './calibrate';
import { calibrationTable } from './calibration-table';
import { countsIn } from './counts';
import { observeLaunch } from './launch';
import { asNoticed } from './noticed';
import { type Plan, plans } from './plan';
import { plotsOf } from './plots';
import { priceTable } from './price-table';
import type { Count, Sample } from './sample';
import { slopesTable } from './slopes-table';
import { startLaunch } from './stacks';

/** Every operation at every distance, in several launches of both stacks. */
export async function observe(scene: Scene): Promise<Observations> {
  const plan = plans[scene.quick ? 'quick' : 'full'];
  const links = startLinks();
  const generator = startGenerator();
  try {
    return await observed(scene, plan, links, generator);
  } finally {
    await Promise.all([generator.stop(), links.stop()]);
  }
}

async function observed(scene: Scene, plan: Plan, links: Links, generator: Generator): Promise<Observations> {
  const { signal, progress, seed } = scene;
  const field = { links, generator, signal };
  const workloads = allWorkloads.filter(({ name, mix }) => !mix && (plan.operations?.includes(name) ?? true));
  progress.step('Measuring how exact the delays are');
  const calibration = await calibrate(plan, field, seed);
  const measured: Sample[] = [];
  let counts: Count[] = [];
  for (let launch = 1; launch <= plan.launches; launch += 1) {
    progress.step(`Starting both stacks twice, launch ${launch} of ${plan.launches}`);
    const { started, stop } = await startLaunch(scene, links, launch);
    try {
      measured.push(...(await observeLaunch(scene, plan, started, workloads, launch, field)));
      if (launch === 1) counts = await countsIn(scene, started, workloads, links);
      await started.removeUsers();
    } finally {
      await stop();
    }
  }
  const samples = asNoticed(measured, calibration);
  return {
    tables: [
      slopesTable(samples, counts, seed, plan),
      priceTable(samples, counts, seed),
      calibrationTable(calibration),
    ],
    plots: plotsOf(samples, seed),
  };
}
