import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { notFound } from '@jobly/contracts';
import { messageOf } from '@jobly/lab/instrument';
import { RESULTS } from '@jobly/lab/report';
import type { Results } from '@jobly/lab/results';
import type { BrokenRun, RunSummary } from '../../api/experiments';
import type { Workspace } from '../workspace';
import { findRuns, type StoredRun } from './find-runs';
import { readRun } from './read-run';
import { summaryOf } from './summary';

/** What is known of a run: its experiment and summary, or why there is none. */
export type Known = { experiment: string; summary: RunSummary } | { broken: BrokenRun };

/** The runs of the lab, of this copy and of the baseline. */
export interface ResultsStore {
  all(): Promise<Known[]>;
  /** @throws Problem if there is no such run */
  find(id: string): Promise<StoredRun>;
}

/** A run that is going on has an empty file so far. */
const hasResults = async (directory: string) => (await stat(join(directory, RESULTS))).size > 0;

/** A file is read again only if it has changed. */
export function createResultsStore(workspace: Workspace): ResultsStore {
  const known = new Map<string, { version: string; is: Known }>();

  async function look(run: StoredRun): Promise<Known> {
    const { mtimeMs, size } = await stat(join(run.directory, RESULTS));
    const version = `${mtimeMs} ${size}`;
    const before = known.get(run.id);
    if (before?.version === version) return before.is;
    const is = await readRun(run.directory).then(
      (results: Results): Known => ({ experiment: results.experiment, summary: summaryOf(run, results) }),
      (error: unknown): Known => ({ broken: { id: run.id, sentence: messageOf(error) } }),
    );
    known.set(run.id, { version, is });
    return is;
  }

  return {
    async all() {
      const found: Known[] = [];
      // One after the other, so that others are answered in between.
      for (const run of await findRuns(workspace)) if (await hasResults(run.directory)) found.push(await look(run));
      return found;
    },
    async find(id) {
      const found = (await findRuns(workspace)).find((run) => run.id === id);
      if (!found) throw notFound(`There is no run ${id}; it may have been deleted.`);
      return found;
    },
  };
}
