import { pairsInWords, type Results, stateOf, verdictOf } from '@jobly/lab/results';
import type { RunSummary } from '../../api/experiments';
import type { StoredRun } from './find-runs';

export function summaryOf({ id, kept }: StoredRun, results: Results): RunSummary {
  const { startedAt, durationMs, settings, machine, valid, conclusion } = results;
  return {
    ...{ id, startedAt, kept: kept !== undefined, minutes: durationMs / 60_000, quick: settings.quick },
    state: stateOf(results),
    verdict: verdictOf(results),
    uncounted: valid ? null : conclusion.verdict,
    machine: `${machine.cpus} × ${machine.cpu}, ${machine.memoryGiB} GiB, ${machine.system}`,
    samples: settings.load ? pairsInWords(results) : null,
  };
}
