import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const line = z.object({
  /** The time of the answer, in seconds since 1970. */
  time: z.number(),
  requestId: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.int(),
  seconds: z.number(),
  replica: z.string(),
  cache: z.string(),
});

/** A request as nginx saw it. */
export interface LoggedRequest {
  /** The time of the answer, in ms since 1970. */
  time: number;
  requestId: string;
  method: string;
  path: string;
  status: number;
  /** From its first byte to the last of the answer. */
  ms: number;
  /** The replicas that were asked, ADDRESS:PORT; more than one if nginx retried, none if the cache answered. */
  replicas: string[];
  /** HIT, MISS, EXPIRED, UPDATING or BYPASS; empty without a cache. */
  cache: string;
}

/** Parses a line of nginx's log; undefined for its other output. */
export function parseLogLine(text: string): LoggedRequest | undefined {
  const parsed = line.safeParse(jsonOf(text));
  if (!parsed.success) return undefined;
  const { time, seconds, replica, ...others } = parsed.data;
  // Without any replica, nginx names the upstream instead.
  const replicas = replica.split(', ').filter((one) => /:\d+$/.test(one));
  return { ...others, time: time * 1_000, ms: seconds * 1_000, replicas };
}

/** Reads a log to its end; the array holds the lines so far, in the order in which requests were answered. */
export function collectLog(stream: Readable): readonly LoggedRequest[] {
  const log: LoggedRequest[] = [];
  createInterface({ input: stream }).on('line', (text) => {
    const request = parseLogLine(text);
    if (request) log.push(request);
  });
  return log;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
