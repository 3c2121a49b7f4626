import { createDurations } from '../statistics/histogram';
import type { BlockResult, LoadRequest } from './block';
import type { Outcome } from './connections';

/** A request's times on one clock, in ms. */
export interface Times {
  due: number;
  /** When the generator took it up: at once, if it is not late. Afterwards it may wait for a connection. */
  begun: number;
  sent: number;
  settled: number;
}

type Recorded = Omit<BlockResult, 'measuredMs' | 'utilisation'>;

export interface Recorder {
  /** Counts a request; `measured` ones also go into the histograms, if they ended as expected. */
  settle(request: LoadRequest, outcome: Outcome, times: Times, measured: boolean): void;
  drop(): void;
  result(): Recorded;
}

/** Records one block. */
export function createRecorder(): Recorder {
  const response = createDurations();
  const service = createDurations();
  const scheduleError = createDurations();
  const failures: { [kind: string]: number } = {};
  let sent = 0;
  let dropped = 0;
  let receivedBytes = 0;

  return {
    settle(request, outcome, times, measured) {
      sent++;
      if (measured) scheduleError.record(times.begun - times.due);
      if ('bytes' in outcome) receivedBytes += outcome.bytes;
      const failure = failureOf(request, outcome);
      if (failure !== undefined) {
        failures[failure] = (failures[failure] ?? 0) + 1;
      } else if (measured) {
        response.record(times.settled - times.due);
        service.record(times.settled - times.sent);
      }
    },
    drop() {
      dropped++;
    },
    result: () => ({
      response: response.encode(),
      service: service.encode(),
      scheduleError: scheduleError.encode(),
      answered: response.count,
      sent,
      dropped,
      failures,
      receivedBytes,
    }),
  };
}

/** The kind of a failure; undefined for the expected answer. */
export function failureOf(request: LoadRequest, outcome: Outcome): string | undefined {
  if ('failure' in outcome) return outcome.failure;
  return outcome.status === request.expect ? undefined : `status ${outcome.status}`;
}
