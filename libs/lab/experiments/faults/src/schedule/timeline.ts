import type { Observed } from '@jobly/lab/instrument';
import type { Observations } from '@jobly/lab/runner';
import { failingOf } from './outcome';
import { SCHEDULE } from './strikes';
import type { Watched } from './watch';

type Timeline = Required<Observations>['timelines'][number];

const BIN_MS = 250;

const REFUSED = 'status 503';

/** All requests around one fault, by whether they worked, at the times when they were due. */
export function faultTimeline({ stack, part, strike, mendedMs, observed }: Watched): Timeline {
  const mended = { name: 'mended', ms: SCHEDULE.endsMs };
  return timelineOf(`${stack}: ${part} ${strike}`, observed, SCHEDULE.watchedMs, [
    { name: `${part} ${strike}`, ms: SCHEDULE.beginsMs },
    ...(mendedMs === SCHEDULE.endsMs ? [mended] : []),
  ]);
}

/** Requests by whether they worked, were late, were refused, or failed otherwise, with moments marked. */
export function timelineOf(
  title: string,
  observed: readonly Observed[],
  watchedMs: number,
  marks: Timeline['marks'],
): Timeline {
  const counts = (isCounted: (failing: string | undefined) => boolean) => {
    const bins = Array.from({ length: Math.ceil(watchedMs / BIN_MS) }, () => 0);
    for (const one of observed) if (isCounted(failingOf(one))) bins[Math.floor(one.dueMs / BIN_MS)]!++;
    return bins;
  };
  return {
    title,
    note: 'Every request over a connection of its own, at the time when it was due.',
    what: 'requests',
    binMs: BIN_MS,
    series: [
      { name: 'worked', counts: counts((failing) => failing === undefined) },
      { name: 'late', counts: counts((failing) => failing === 'late') },
      { name: 'refused with 503', counts: counts((failing) => failing === REFUSED) },
    ],
    failed: counts((failing) => failing !== undefined && failing !== 'late' && failing !== REFUSED),
    marks,
  };
}
