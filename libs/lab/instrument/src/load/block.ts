/** One request as it goes on the wire. */
export interface LoadRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** The address it comes from, one of this machine's; the system chooses if not given. */
  from?: string;
  /** Any other status is a failure. */
  expect: number;
}

interface BlockBase {
  origin: string;
  /** At most this many requests at a time, each on a connection that was opened before, as far as possible. */
  connections: number;
  /** Requests not answered after this long have failed. */
  timeoutMs: number;
}

/** Request k is sent at `dueTimes[k]`, whatever the server does. Those due before 0 warm up and are not recorded. */
export interface OpenLoopBlock extends BlockBase {
  loop: 'open';
  /** Ascending, in ms from the start of the measured part. */
  dueTimes: Float64Array;
  requests: LoadRequest[];
}

/** Every connection sends its next request as soon as it has the answer to the last: how much can the server take? */
export interface ClosedLoopBlock extends BlockBase {
  loop: 'closed';
  leadInMs: number;
  durationMs: number;
  requests: LoadRequest[];
  /** Over and over, or else until they are used up. */
  repeat: boolean;
}

export type Block = OpenLoopBlock | ClosedLoopBlock;

/** What one block gave. The first three are encoded histograms of the measured requests that were answered as expected. */
export interface BlockResult {
  /** From when a request was due; in a closed loop the same as `service`. */
  response: string;
  /** From when a request was sent. */
  service: string;
  /** From when a request was due to when it was sent. */
  scheduleError: string;
  /** All requests sent, warm-up included: what the server had to work for. */
  sent: number;
  /** Measured and answered as expected. */
  answered: number;
  /** Not sent for want of a free connection, so that the client never is the queue. */
  dropped: number;
  /** Requests with another outcome than the expected one, warm-up included, by kind: "status 500", "ECONNREFUSED". */
  failures: Record<string, number>;
  receivedBytes: number;
  /** Of an open loop up to the last answer: a server that cannot keep up has achieved less than it was offered. */
  measuredMs: number;
  /** Share of the time in which the generator's own event loop was busy. */
  utilisation: number;
}
