import { makePlace } from './place.mjs';
import { openShell } from './shell.mjs';
import { stepsOf } from './steps.mjs';

/**
 * Tries one setting: gets the files, types every command, and stops at the first step that fails.
 * @returns its name, outcome (`held`, `failed` or `skipped`), and the steps with their times.
 */
export async function tryOut(trial, { from, keep, compare, tell }) {
  const { name, why } = trial;
  tell.begin(trial);
  if (trial.unless) {
    tell.skip(trial.unless);
    return { name, why, outcome: 'skipped', reason: trial.unless, steps: [] };
  }
  const place = makePlace(from, trial.clone);
  const also = [...(trial.also ?? []), ...(compare && !trial.refuses ? [COMPARE] : [])];
  const steps = [];
  try {
    const type = await openShell(trial, place);
    for (const { typed, run } of stepsOf({ ...trial, also }, type, place.parent)) {
      const step = await timed(typed, run);
      steps.push(step);
      tell.step(step);
      if (step.failure) return { name, why, outcome: 'failed', steps };
    }
    return { name, why, outcome: 'held', steps };
  } finally {
    if (keep) tell.kept(place.path);
    else place.remove();
  }
}

/** Exit code 3: measured completely, but the machine was too busy for figures that count. */
const COMPARE = 'npm run compare -- --quick || [ $? -eq 3 ]';

async function timed(typed, run) {
  const begin = performance.now();
  const failure = await run().then(
    () => undefined,
    (error) => (error.constructor.name === 'NotHeld' ? error.message : error.stack),
  );
  return { typed, seconds: Math.round((performance.now() - begin) / 100) / 10, ...(failure && { failure }) };
}
