import { availableParallelism } from 'node:os';
import { Failure, type Generator, residentMiB, startGenerator } from '@jobly/lab/instrument';
import type { Sizing } from '@jobly/lab/results';
import type { Observations, Scene } from '@jobly/lab/runner';
import { askedScenario } from './asked';
import { coefficientsOf } from './coefficients';
import { type Launch, measureLaunch } from './launch';
import { partsOf } from './operations';
import { plans } from './plan';
import { predictions } from './predictions';
import { type StackName, stackNames } from './stack-name';
import { storageTable } from './storage-table';
import { checkTable } from './tables/check';
import { coefficientsTable } from './tables/coefficients';
import { conditionsTable } from './tables/conditions';

/** Measures the coefficients in several launches, and then how well they predict loads of other launches. */
export async function observe(scene: Scene): Promise<Observations> {
  const scenario = askedScenario(scene.flags);
  if (residentMiB(process.pid) === undefined) {
    throw new Failure('What-if can be answered only on Linux: this system does not tell what CPU a process uses.');
  }
  const generator = startGenerator();
  try {
    const storage = await storageTable(scene.stacks.postgres!);
    const launches = await measureAll(scene, generator);
    const cpus = availableParallelism();
    const stacks = stackNames.map((name) => {
      const mine = launches.filter(({ stack }) => stack === name);
      const parts = partsOf(scene.stacks[name]);
      const { operations = [] } = mine.find((one) => one.operations) ?? {};
      return { name, operations, launches: mine.map((one) => coefficientsOf(one, parts, operations, cpus)) };
    });
    const predicted = predictions(stacks, launches, cpus);
    const checks = predicted.map(({ stack, load, rate, p50, busy }) => {
      return { stack, reads: load.reads, rate, p50: p50.error, busy: busy.error };
    });
    const sizing: Sizing = { scenario: { ...scenario }, stacks, checks };
    return {
      sizing,
      tables: [checkTable(predicted, cpus), coefficientsTable(stacks), storage, conditionsTable(launches)],
    };
  } finally {
    await generator.stop();
  }
}

async function measureAll(scene: Scene, generator: Generator): Promise<Launch[]> {
  const plan = plans[scene.quick ? 'quick' : 'full'];
  const launches: Launch[] = [];
  const peakOf = (stack: StackName) => launches.find((one) => one.stack === stack)?.peak;
  for (let launch = 1; launch <= plan.launches; launch += 1) {
    // Mirrored, so that no stack always comes after the other.
    for (const stack of launch % 2 === 1 ? stackNames : stackNames.toReversed()) {
      scene.progress.step(`Measuring ${stack}, launch ${launch} of ${plan.launches}`);
      launches.push(await measureLaunch(scene, stack, launch, plan, generator, peakOf(stack)));
    }
  }
  return launches;
}
