import type { LoadRequest } from '@jobly/lab/instrument';
import { PARTS, type Parts, partsOf } from './parts';
import { timedAnswer, timedClient } from './timed-answer';

/** A target and its requests; they are repeated if there are fewer than needed. */
export interface ExplainedArm {
  name: string;
  origin: string;
  requests: readonly LoadRequest[];
}

export interface ExplainOptions {
  /** For the caption. */
  operation: string;
  /** The first one is the base of the comparison. All of them run with SERVER_TIMING=true. */
  arms: readonly ExplainedArm[];
  /** Requests to each arm; 300 by default. */
  samples?: number;
  /** Requests to each arm before these; 100 by default. */
  warmUp?: number;
  signal?: AbortSignal;
}

/** The breakdown of an operation's time at each arm, in ms. */
export interface Explanation {
  operation: string;
  what: string;
  arms: { arm: string; parts: { name: string; ms: number }[] }[];
}

/** The time that one request took its client, in ms, and its breakdown. */
export interface Explained {
  clientMs: number;
  parts: Parts;
}

/**
 * Sends requests one at a time, to each arm in turn, and breaks down their time. The figures are means over the
 * requests whose client times lie between the quartiles, so that the parts add up and no outlier distorts them.
 * @throws Failure for an answer that is not the expected one, or that does not break down its time
 */
export async function explain(options: ExplainOptions): Promise<Explanation> {
  const { operation, arms, samples = 300, warmUp = 100, signal } = options;
  const asked = arms.map((arm) => ({ arm, client: timedClient(arm.origin), explained: [] as Explained[] }));
  try {
    for (let index = 0; index < warmUp + samples; index++) {
      // The order alternates, because the first arm finds the caches as the other has left them.
      for (const { arm, client, explained } of index % 2 === 0 ? asked : asked.toReversed()) {
        signal?.throwIfAborted();
        const request = arm.requests[index % arm.requests.length]!;
        const { clientMs, account } = await timedAnswer(client, request, arm.name);
        if (index >= warmUp) explained.push({ clientMs, parts: partsOf(clientMs, account) });
      }
    }
  } finally {
    await Promise.all(asked.map(({ client }) => client.close()));
  }
  const what = 'time of a request, one at a time';
  return { operation, what, arms: asked.map(({ arm, explained }) => ({ arm: arm.name, parts: meanParts(explained) })) };
}

/** The means over the requests whose client times lie between the quartiles, which add up. */
export function meanParts(explained: readonly Explained[]): { name: string; ms: number }[] {
  const inOrder = explained.toSorted((one, other) => one.clientMs - other.clientMs);
  const middle = inOrder.slice(Math.floor(inOrder.length / 4), Math.ceil((inOrder.length * 3) / 4));
  return PARTS.map((name) => ({ name, ms: middle.reduce((sum, { parts }) => sum + parts[name], 0) / middle.length }));
}
