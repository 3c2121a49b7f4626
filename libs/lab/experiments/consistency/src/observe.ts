import { seededRandom, seedOf } from '@jobly/lab/instrument';
import type { Observations, Scene } from '@jobly/lab/runner';
import { logInAs, signUpAll } from '@jobly/lab/system-under-test';
import { deleteAndLook, type Deletion } from './deletions';
import { raceDeletion } from './races';
import type { Actors } from './records';
import { consistencyTables } from './tables';

const TRIALS = { full: 200, quick: 40 };

/** Everything that was seen at one stack. */
export interface Seen {
  stack: 'monolith' | 'micro';
  deletions: Deletion[];
  /** For each job that was created while its company was deleted, how long it outlived it (ms). */
  outlived: number[];
  races: number;
}

/** Both stacks, trial by trial in turn, so that whatever disturbs the machine disturbs both. */
export async function observe(scene: Scene): Promise<Observations> {
  const { run, seed, quick, signal, progress } = scene;
  const trials = TRIALS[quick ? 'quick' : 'full'];
  const random = seededRandom(seedOf(seed, 'races'));
  const seen: Seen[] = (['monolith', 'micro'] as const).map((stack) => ({
    stack,
    deletions: [],
    outlived: [],
    races: trials,
  }));
  const actors = await Promise.all(seen.map(({ stack }) => actorsAt(scene, stack)));
  progress.step(`Deleting ${trials} companies at each stack, and racing ${trials} more`);
  for (let trial = 0; trial < trials; trial += 1) {
    for (const [index, one] of seen.entries()) {
      signal.throwIfAborted();
      one.deletions.push(await deleteAndLook(actors[index]!, `lab-${run.id}-d${trial}`));
      one.outlived.push(...(await raceDeletion(actors[index]!, `lab-${run.id}-r${trial}`, random)));
    }
  }
  return { tables: consistencyTables(seen, seed) };
}

async function actorsAt({ stacks, run }: Scene, stack: Seen['stack']): Promise<Actors> {
  const { origin } = stacks[stack];
  const [user] = await signUpAll(origin, `${run.id}y`, 1);
  return { origin, admin: await logInAs(origin, stacks.admin), user: user! };
}
