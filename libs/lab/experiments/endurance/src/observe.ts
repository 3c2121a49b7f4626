import { Failure, type Generator, residentMiB, startGenerator } from '@jobly/lab/instrument';
import type { Observations, Scene } from '@jobly/lab/runner';
import { type Chosen, chosen } from './chosen';
import { plans } from './plan';
import { observeRestarts } from './restarts/observe-restarts';
import { restartsTable } from './restarts/table';
import { observeSlowReaders } from './slow-readers/observe-slow-readers';
import { slowReadersTable } from './slow-readers/table';
import { observeSoak } from './soak/observe-soak';
import { soakPlot } from './soak/plot';
import { soakTable } from './soak/table';
import { type StackName, stackNames } from './stack-name';

/** Slow readers, a rolling restart and a long steady load, one after the other, at both stacks. */
export async function observe(scene: Scene): Promise<Observations> {
  if (residentMiB(process.pid) === undefined) {
    throw new Failure(
      'Endurance can be observed only on Linux: this system does not tell what memory a process holds.',
    );
  }
  const generator = startGenerator();
  try {
    return await observeWith(scene, generator);
  } finally {
    await generator.stop();
  }
}

async function observeWith(scene: Scene, generator: Generator): Promise<Observations> {
  const plan = plans[scene.quick ? 'quick' : 'full'];
  const { seed, run, progress, flags } = scene;
  const wanted = chosen(flags);
  const atEach = async <T>(what: Chosen, doing: string, act: (stack: StackName) => Promise<T>) => {
    const all: (readonly [StackName, T])[] = [];
    for (const stack of wanted.includes(what) ? stackNames : []) {
      progress.step(`${doing} ${stack}`);
      all.push([stack, await act(stack)]);
    }
    return all;
  };
  const read = await atEach('slow-readers', 'Hardly reading the answers of', (stack) =>
    observeSlowReaders(scene, stack, plan.slowReaders, generator),
  );
  const rolled = await atEach('restarts', 'Restarting the replicas of', (stack) =>
    observeRestarts(scene, stack, plan.restarts, run.nginx!),
  );
  const soaked = await atEach('soak', 'Loading steadily', (stack) => observeSoak(scene, stack, plan.soak, generator));
  return {
    tables: [
      ...(read.length > 0 ? [slowReadersTable(read, seed)] : []),
      ...(rolled.length > 0 ? [restartsTable(rolled)] : []),
      ...(soaked.length > 0 ? [soakTable(soaked, plan.soak.durationMs)] : []),
    ],
    plots: soaked.length > 0 ? [soakPlot(soaked)] : [],
  };
}
