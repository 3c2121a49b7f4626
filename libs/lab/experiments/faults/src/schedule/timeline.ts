import type { Observations } from '@jobly/lab/runner';
import { SCHEDULE } from './strikes';
import type { Watched } from './watch';

const BIN_MS = 250;

/** All requests of one fault, by whether they worked, at the times when they were due. */
export function faultTimeline({ stack, part, strike, observed }: Watched): Required<Observations>['timelines'][number] {
  const counts = (isCounted: (failure: string | undefined) => boolean) => {
    const bins = Array.from({ length: Math.ceil(SCHEDULE.watchedMs / BIN_MS) }, () => 0);
    for (const { dueMs, failure } of observed) if (isCounted(failure)) bins[Math.floor(dueMs / BIN_MS)]!++;
    return bins;
  };
  return {
    title: `${stack}: ${part} ${strike}`,
    note: 'Every request over a connection of its own, at the time when it was due.',
    what: 'requests',
    binMs: BIN_MS,
    series: [
      { name: 'worked', counts: counts((failure) => failure === undefined) },
      { name: 'refused with 503', counts: counts((failure) => failure === 'status 503') },
    ],
    failed: counts((failure) => failure !== undefined && failure !== 'status 503'),
    marks: [
      { name: `${part} ${strike}`, ms: SCHEDULE.beginsMs },
      { name: 'mended', ms: SCHEDULE.endsMs },
    ],
  };
}
