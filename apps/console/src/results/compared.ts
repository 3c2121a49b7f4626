import { invalid } from '@jobly/contracts';
import { cellInWords, tablesBetween } from '@jobly/lab/results';
import type { RunsCompared } from '../../api/experiments';
import type { StoredRun } from './find-runs';
import { readRun } from './read-run';
import { summaryOf } from './summary';

/**
 * Two runs side by side, as the lab compares them.
 * @throws Problem if they are of two experiments
 */
export async function compared(first: StoredRun, next: StoredRun): Promise<RunsCompared> {
  const [one, other] = [await readRun(first.directory), await readRun(next.directory)];
  if (one.experiment !== other.experiment) {
    throw invalid(
      `One run is of ${one.experiment} and the other of ${other.experiment}: choose two of one experiment.`,
    );
  }
  return {
    first: summaryOf(first, one),
    next: summaryOf(next, other),
    tables: tablesBetween([one, other]).map(({ title, note, head, rows }) => ({
      ...{ title, note, head },
      rows: rows.map((row) => row.map(cellInWords)),
    })),
  };
}
