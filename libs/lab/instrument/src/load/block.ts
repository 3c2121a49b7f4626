import type { Sample } from './answers';

/** One request, as it is sent. */
export interface LoadRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** The source address, one of this machine's; the system chooses by default. */
  from?: string;
  /** Any other status is a failure. */
  expect: number;
}

interface BlockBase {
  origin: string;
  /** The most concurrent requests, each on its own connection; some connections are opened in advance. */
  connections: number;
  /** How many of them are opened in advance; few by default. */
  openedAhead?: number;
  /** A request without an answer after this time has failed. */
  timeoutMs: number;
  /** The answers to look at; none by default. */
  sample?: Sample;
}

/**
 * The usual pool of an open loop. With as many connections as there are waiting requests, a server that cannot keep up
 * would drop some of them, and its response times would be those of TCP's retransmissions.
 */
export const OPEN_LOOP_CONNECTIONS = 64;

/**
 * Request k is due at `dueTimes[k]`, whatever the server does. If no connection is free, it is sent when one is.
 * Requests due before 0 warm up and are not recorded.
 */
export interface OpenLoopBlock extends BlockBase {
  loop: 'open';
  /** Ascending, in ms from the start of the measured part. */
  dueTimes: Float64Array;
  requests: LoadRequest[];
}

/** Every connection sends its next request as soon as the last one is answered: this measures the server's capacity. */
export interface ClosedLoopBlock extends BlockBase {
  loop: 'closed';
  leadInMs: number;
  durationMs: number;
  requests: LoadRequest[];
  /** Whether the requests are sent over and over; otherwise the block ends when they are used up. */
  repeat: boolean;
  /** The block also ends when so many have been sent. */
  count?: number;
}

export type Block = OpenLoopBlock | ClosedLoopBlock;

/**
 * The result of one block. The first three are encoded histograms of the measured requests that were answered as
 * expected.
 */
export interface BlockResult {
  /** From the due time of a request; in a closed loop the same as `service`. */
  response: string;
  /** From the sending of a request. */
  service: string;
  /** The generator's own lateness: from the due time of a request until it was sent, or began to wait for a connection. */
  scheduleError: string;
  /** All requests sent, warm-up included: the server's total work. */
  sent: number;
  /** Measured and answered as expected. */
  answered: number;
  /** Not sent: they still waited for a connection when the last request had been due for `timeoutMs`. */
  dropped: number;
  /** Requests with an unexpected outcome, warm-up included, by kind: "status 500", "ECONNREFUSED". */
  failures: Record<string, number>;
  receivedBytes: number;
  /** In an open loop until the last answer: a server that cannot keep up achieves less than the offered rate. */
  measuredMs: number;
  /** Share of the time in which the generator's own event loop was busy. */
  utilisation: number;
}
