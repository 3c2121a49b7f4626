import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '@jobly/lab/instrument';
import { type CountedProcess, type Labels, metricsOf, ofRequests, ofTheApplication, sumOf } from './metrics';

/** The counters of a stack's processes so far, without scrapes and health checks. */
export interface Counters {
  statements: number;
  calls: number;
  bytes: number;
}

const PAUSE_MS = 100;
const READINGS_AT_MOST = 50;

/**
 * The counters of all processes, once they have settled: when a deletion is answered, an event that it has caused may
 * still be on its way. Two equal readings, 100 ms apart, show that it is over; the outbox's polling is not counted.
 * @throws Failure if they do not settle within some seconds, for instance because somebody else uses the stack
 */
export async function settledCounters(processes: readonly CountedProcess[]): Promise<Counters> {
  let last = await countersOf(processes);
  for (let reading = 1; reading < READINGS_AT_MOST; reading++) {
    await delay(PAUSE_MS);
    const next = await countersOf(processes);
    if (next.statements === last.statements && next.bytes === last.bytes && next.calls === last.calls) return next;
    last = next;
  }
  throw new Failure(`${processes[0]?.name} does not come to rest; is somebody else using it?`);
}

async function countersOf(processes: readonly CountedProcess[]): Promise<Counters> {
  const each = await Promise.all(processes.map((process, index) => countersOfOne(process, index > 0)));
  const sum = (counter: keyof Counters) => each.reduce((total, one) => total + one[counter], 0);
  return { statements: sum('statements'), calls: sum('calls'), bytes: sum('bytes') };
}

async function countersOfOne(process: CountedProcess, isInternal: boolean): Promise<Counters> {
  const samples = await metricsOf(process);
  // Traffic at the public origin comes from outside: no process of the stack has sent it.
  const ofNeighbours = (labels: Labels) => isInternal && ofTheApplication(labels);
  return {
    statements: sumOf(samples, 'db_statements_total', ofRequests),
    calls: sumOf(samples, 'http_request_duration_seconds_count', ofNeighbours),
    bytes:
      sumOf(samples, 'db_sent_bytes_total', ofRequests) +
      sumOf(samples, 'db_received_bytes_total', ofRequests) +
      sumOf(samples, 'http_received_bytes_total', ofNeighbours) +
      sumOf(samples, 'http_sent_bytes_total', ofNeighbours),
  };
}
