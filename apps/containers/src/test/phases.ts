import { loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { type Reads, readConstantly, step } from '@jobly/deployment';
import { logIn } from './log-in';
import { PATHS } from './replacement';

/** What happened to the requests while something was done to their stack. */
export interface Phase extends Reads {
  what: string;
  seconds: number;
  /** The machine's load average over the last minute of it: a busy machine loses requests by itself. */
  load: number;
}

/** Few enough for a machine of two CPUs on which new replicas start meanwhile. */
const PER_SECOND = 30;

/** After a change, until the old replicas have drained. */
const CALM_MS = 5_000;

/** Whom the requests go to, as whom, and how many there are at least. */
interface Visit {
  url: string;
  password: string;
  atLeast: number;
  signal: AbortSignal;
}

/** Does something under constant requests, each on a connection of its own, none of them ever repeated. */
export async function underTraffic(
  what: string,
  { url, password, atLeast, signal }: Visit,
  work: () => Promise<void>,
): Promise<Phase> {
  const begin = performance.now();
  const reading = readConstantly(url, { paths: PATHS, perSecond: PER_SECOND, token: await logIn(url, password) });
  try {
    await step(what, work);
    const leastMs = (atLeast / PER_SECOND) * 1_000;
    await delay(Math.max(CALM_MS, leastMs - (performance.now() - begin)), undefined, { signal });
    const reads = await reading.stop();
    return { what, seconds: (performance.now() - begin) / 1_000, load: loadavg()[0]!, ...reads };
  } finally {
    await reading.stop();
  }
}
