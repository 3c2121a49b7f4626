import { dueTimes } from '../load/arrivals';
import type { Block } from '../load/block';
import { seededRandom, seedOf } from '../statistics/random';
import type { Session } from '../workload/session';
import { CLOSED_LOOP_REQUESTS, type Task } from './plan';

const TIMEOUT_MS = 10_000;

/** A server that stands still for a second must find room for what falls due meanwhile. */
const connectionsFor = (rate: number) => Math.max(128, 2 * rate);

/** Requests and their times follow from seed, workload and pair alone: they are the same at every arm. */
export function blockOf(task: Task, session: Session, seed: number): Block {
  const { workload, arm, pair, load, leadInMs, durationMs } = task;
  const random = seededRandom(seedOf(seed, workload.name, pair));
  const fresh = session.accounts.slice(task.accounts.from, task.accounts.to);
  const requestsOf = (count: number) => workload.requests({ session, fresh, count, random });
  const base = { origin: arm.origin, timeoutMs: TIMEOUT_MS };

  if (load.loop === 'closed') {
    const requests = requestsOf(CLOSED_LOOP_REQUESTS);
    const repeat = workload.accountsPerBlock === undefined;
    return { ...base, loop: 'closed', connections: load.concurrency, leadInMs, durationMs, requests, repeat };
  }
  const due = dueTimes({ process: load.arrivals, rate: load.rate, durationMs, leadInMs }, random);
  const connections = connectionsFor(load.rate);
  return { ...base, loop: 'open', connections, dueTimes: due, requests: requestsOf(due.length) };
}
