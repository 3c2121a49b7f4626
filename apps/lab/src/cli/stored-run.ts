import { readResults, type Results } from '@jobly/lab/results';
import { conclusionOf } from '@jobly/lab/runner';
import { experiments } from '../experiments';

/**
 * The results that a run has written. An older run, which wrote no conclusion, gets the one that its experiment draws
 * today.
 */
export const readRun = (file: string): Promise<Results> =>
  readResults(file, (figures) =>
    conclusionOf(
      experiments.find(({ name }) => name === figures.experiment),
      figures,
    ),
  );
