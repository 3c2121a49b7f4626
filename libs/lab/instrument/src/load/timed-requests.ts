import { dueTimes } from './arrivals';
import type { LoadRequest } from './block';
import { openConnections, type Outcome } from './connections';
import { metronome } from './metronome';
import { pace } from './pacing';
import { failureOf } from './recorder';
import type { Random } from '../statistics/random';

/** A request with its due time, in ms from the beginning. */
export interface Planned {
  dueMs: number;
  request: LoadRequest;
}

/** Its outcome. Times in ms from the beginning. */
export interface Observed {
  requestId: string;
  method: LoadRequest['method'];
  dueMs: number;
  settledMs: number;
  /** The kind of failure, if it was not answered as expected. */
  failure?: string;
}

/** An action that runs while requests are sent. */
export interface Event {
  dueMs: number;
  act: () => void;
}

const TIMEOUT_MS = 10_000;

/** As many of the requests as fall due at this rate, evenly spaced, in their given order. */
export function evenly(
  requests: readonly LoadRequest[],
  { rate, leadInMs, durationMs }: { rate: number; leadInMs: number; durationMs: number },
  random: Random,
): Planned[] {
  const due = dueTimes({ process: 'constant', rate, leadInMs, durationMs }, random);
  return requests.slice(0, due.length).map((request, index) => ({ dueMs: due[index]!, request }));
}

/**
 * Sends every request when it is due, each over a connection of its own, and runs the events meanwhile. Resolves when
 * all requests have been answered or have failed. Only one at a time: a process has one metronome.
 * @throws the signal's reason when it aborts
 */
export async function sendAll(
  origin: string,
  planned: readonly Planned[],
  events: readonly Event[],
  { label, signal }: { label: string; signal: AbortSignal },
): Promise<Observed[]> {
  const connections = openConnections({ origin, connections: planned.length, timeoutMs: TIMEOUT_MS });
  const observed: Promise<Observed>[] = [];
  const first = Math.min(0, ...planned.map(({ dueMs }) => dueMs));
  const start = performance.now() - first;

  const send = ({ dueMs, request }: Planned) => {
    const requestId = `${label}-${observed.length}`;
    const headers = { ...request.headers, 'x-request-id': requestId, connection: 'close' };
    const settled = (outcome: Outcome): Observed => ({
      requestId,
      method: request.method,
      dueMs,
      settledMs: performance.now() - start,
      failure: failureOf(request, outcome),
    });
    const { promise, resolve } = Promise.withResolvers<Observed>();
    observed.push(promise);
    connections.send({ ...request, headers }, (outcome) => resolve(settled(outcome)));
  };
  const all: Event[] = [...planned.map((one) => ({ dueMs: one.dueMs, act: () => send(one) })), ...events];
  all.sort((one, other) => one.dueMs - other.dueMs);
  const due = Float64Array.from(all, ({ dueMs }) => dueMs);
  const paced = await metronome();
  try {
    await Promise.race([pace(paced, start, due, (index) => all[index]!.act()), aborted(signal)]);
    return await Promise.all(observed);
  } finally {
    paced.rest();
    await connections.close();
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
