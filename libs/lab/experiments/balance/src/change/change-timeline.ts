import type { Observations } from '@jobly/lab/runner';
import { answererOf, isRead } from './findings';
import { type Moment, MOMENTS } from './moments';
import type { Change } from './watch-changes';

const BIN_MS = 250;

/** The reads of a change, by the replica that answered, from when they were due. */
export function changeTimeline(change: Change, configuration: string): Required<Observations>['timelines'][number] {
  const { observed, replicas, durationMs, killedMs, startedMs, readyMs } = change;
  const reads = observed.filter(isRead);
  const counts = (title: string | undefined) => {
    const bins = Array.from({ length: Math.ceil(durationMs / BIN_MS) }, () => 0);
    for (const read of reads) if (answererOf(change, read) === title) bins[Math.floor(read.dueMs / BIN_MS)]!++;
    return bins;
  };
  const [dead, added] = [replicas[0]!, replicas.at(-1)!];
  const first = reads.find((read) => answererOf(change, read) === added);
  return {
    title: `One replica dies and one is added, ${configuration}`,
    note: 'Every read over a connection of its own, by the replica that answered it, at the time when it was due.',
    what: 'reads',
    binMs: BIN_MS,
    // The new replica takes the place of the dead one.
    series: [...replicas.slice(1, -1), dead, added].map((name) => ({ name, counts: counts(name) })),
    failed: counts(undefined),
    marks: [
      mark(dead, 'killed', killedMs),
      mark(added, 'started', startedMs),
      mark(added, 'ready', readyMs),
      ...(first ? [mark(added, 'first', first.dueMs)] : []),
    ],
  };
}

const mark = (replica: string, moment: Moment, ms: number) => ({ name: `${replica} ${MOMENTS[moment]}`, moment, ms });
