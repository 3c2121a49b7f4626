import type { MeasuredScene, Observations } from '@jobly/lab/runner';
import { startFronts } from './fronts';
import { originLoads } from './origin-load';
import { originLoadTable } from './origin-load-table';
import { privacyTable } from './privacy';
import { saturationTable } from './saturation-table';
import { companiesToChange, staleAnswers } from './stale-answers';
import { staleAnswersTable } from './stale-answers-table';
import { tradeoff } from './tradeoff';

/** The duration of the steady demand, in s: longer than the longest TTL that ends within a run. */
const SECONDS = { quick: 15, full: 40 };

/** The number of changes per arm. */
const TRIALS = { quick: 3, full: 5 };

/**
 * Observations that blocks cannot make, because a cache's TTL is longer than a block: how much of a steady demand a
 * cache keeps from the stack, and how long its answers are stale. They use caches of their own, which start empty and
 * keep a log.
 */
export async function lookAfterwards(scene: MeasuredScene): Promise<Observations> {
  const { stacks, run, quick, signal, progress } = scene;
  const length = quick ? 'quick' : 'full';
  progress.step('Starting caches that keep a log');
  const { started: watched, stop } = await startFronts(stacks, run.nginx!, { accessLog: true }, signal);
  try {
    progress.step('Asking for what is not for everybody');
    const privacy = await privacyTable(scene, watched);
    const companies = await companiesToChange(scene, watched, TRIALS[length] + 1);
    progress.step('Asking steadily for jobs, and for companies that change');
    const seconds = SECONDS[length];
    const [loads, stale] = await Promise.all([originLoads(scene, watched, seconds), staleAnswers(scene, companies)]);
    return {
      tables: [originLoadTable(loads, seconds), staleAnswersTable(stale), privacy, saturationTable(scene)],
      tradeoffs: [tradeoff(loads, stale)],
    };
  } finally {
    await stop();
  }
}
