import { type BlockResult, createDurations } from '@jobly/lab/instrument';
import type { MeasuredBlock } from './measured';

/** A histogram of requests that all took the same time. */
export function histogramOf(ms: number, count = 100): string {
  const durations = createDurations();
  for (let sample = 0; sample < count; sample++) durations.record(ms);
  return durations.encode();
}

/** A block of a hundred requests that took `ms` each and a tenth of that in CPU time. */
export const measuredBlock = (
  arm: string,
  pair: number,
  ms: number,
  more: Partial<BlockResult> = {},
  about: Partial<MeasuredBlock> = {},
): MeasuredBlock => ({
  workload: 'job-detail',
  arm,
  pair,
  launch: 0,
  startedMs: 0,
  offered: 200,
  result: {
    response: histogramOf(ms),
    service: histogramOf(ms),
    scheduleError: histogramOf(0.1),
    sent: 100,
    answered: 100,
    dropped: 0,
    failures: {},
    receivedBytes: 1,
    measuredMs: 500,
    utilisation: 0.2,
    ...more,
  },
  cpuMs: { [arm]: ms * 100 },
  othersCpu: 0.01,
  droppedConnections: 0,
  answers: { compared: 10, different: 0, first: null },
  ...about,
});
