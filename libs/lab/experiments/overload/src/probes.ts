import { evenly, type Observed, seededRandom, sendAll } from '@jobly/lab/instrument';
import type { Inventory } from '@jobly/lab/system-under-test';
import { type Plan, WELL_MS } from './plan';

const RATE = 40;

/** What single users and a health check notice during a block and after it, each over a connection of its own. */
export interface Noticed {
  /** The longest answer to a health check (ms). */
  healthMs: number;
  /** From the end of the block until reads are answered as usual and stay so (ms); Infinity if they were not yet. */
  recoveryMs: number;
}

/** Asks alternately for a job and for the process's health, until some time after the block. */
export async function probe(
  origin: string,
  jobs: Inventory['jobs'],
  { blockMs, afterMs }: Plan,
  seed: number,
  signal: AbortSignal,
): Promise<Noticed> {
  const durationMs = blockMs + afterMs;
  const paths = Array.from({ length: (RATE * durationMs) / 1_000 }, (_, index) =>
    index % 2 === 0 ? '/health/live' : `/jobs/${jobs.at(index % jobs.length)!.id}`,
  );
  const requests = paths.map((path) => ({ method: 'GET' as const, path, expect: 200 }));
  const planned = evenly(requests, { rate: RATE, leadInMs: 0, durationMs }, seededRandom(seed));
  const observed = await sendAll(origin, planned, [], { label: 'probe', signal });
  const [checks, reads] = [0, 1].map((rest) => observed.filter((_, index) => index % 2 === rest));
  return {
    healthMs: Math.max(...checks!.map(tookMs)),
    recoveryMs: isUnwell(reads!.at(-1)!)
      ? Infinity
      : Math.max(0, ...reads!.filter(isUnwell).map(({ settledMs }) => settledMs - blockMs)),
  };
}

const tookMs = ({ dueMs, settledMs }: Observed) => settledMs - dueMs;
const isUnwell = (one: Observed) => one.failure !== undefined || tookMs(one) > WELL_MS;
