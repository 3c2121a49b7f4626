import type { ClosedLoopBlock, LoadRequest } from './block';
import type { Generator } from './generator-process';

/** A request that is sent over and over, and how. */
interface ClosedLoop {
  origin: string;
  request: LoadRequest;
  connections: number;
  timeoutMs: number;
  durationMs: number;
  /** It ends earlier once so many have been sent. */
  count?: number;
}

/** Before anything counts: every connection has had an answer by then (ms). */
const LEAD_IN_MS = 300;

/**
 * Requests/s that users are served who wait for each answer, and the share of requests that were refused or failed, each
 * of which takes a user's time without being served.
 */
export async function closedRate(generator: Generator, { request, ...loop }: ClosedLoop, signal: AbortSignal) {
  const block: ClosedLoopBlock = { ...loop, loop: 'closed', leadInMs: LEAD_IN_MS, requests: [request], repeat: true };
  const { result } = await generator.run(block, signal);
  const { answered, failures, measuredMs, sent, utilisation } = result;
  const lost = Object.values(failures).reduce((sum, count) => sum + count, 0);
  return {
    ...{ perSecond: (answered / measuredMs) * 1_000, sent, generatorBusy: utilisation },
    lost: lost / Math.max(1, sent),
  };
}
