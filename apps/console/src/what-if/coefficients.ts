import { Failure } from '@jobly/lab/instrument';
import type { Results } from '@jobly/lab/results';
import type { RunSummary } from '../../api/experiments';
import { readRun } from '../results/read-run';
import type { ResultsStore } from '../results/store';

/** What a valid run has measured. */
export interface Coefficients {
  summary: RunSummary;
  sizing: NonNullable<Results['sizing']>;
}

const EXPERIMENT = 'what-if';

/**
 * The coefficients of this copy's last valid run, or else of the committed one.
 * @throws Failure if there is neither
 */
export async function latestCoefficients(store: ResultsStore): Promise<Coefficients> {
  const runs = (await store.all()).flatMap((known) =>
    'summary' in known && known.experiment === EXPERIMENT && known.summary.state === 'valid' ? [known.summary] : [],
  );
  const [here, kept] = [false, true].map((wanted) => runs.filter((run) => run.kept === wanted));
  const [summary] = here!.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt)).concat(kept!);
  const sizing = summary && (await readRun((await store.find(summary.id)).directory)).sizing;
  if (!sizing) throw new Failure('No coefficients are measured yet. Measure them: npm run lab -- what-if --quick');
  return { summary, sizing };
}
