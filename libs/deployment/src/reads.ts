import { get } from 'node:http';

/** The outcome of reads at a constant rate. */
export interface Reads {
  sent: number;
  /** By kind: "status 503", "ECONNRESET". */
  failures: Record<string, number>;
  slowestMs: number;
}

/** A read that takes longer counts as failed for its user. */
const TIMEOUT_MS = 10_000;

interface Reading {
  /** Sends no more reads, and waits for the answers. */
  stop(): Promise<Reads>;
}

/**
 * Reads paths in turn at a constant rate, whatever the server does. Each read has a connection of its own: as if from
 * many users, and so that no reused connection is closed by nginx when it reloads its configuration.
 */
export function readConstantly(
  url: string,
  { paths, perSecond, token }: { paths: readonly string[]; perSecond: number; token: string },
): Reading {
  const reads: Reads = { sent: 0, failures: {}, slowestMs: 0 };
  const underWay = new Set<Promise<void>>();
  const read = async (path: string) => {
    const begin = performance.now();
    const failure = await failureOf(new URL(path, url), token);
    reads.slowestMs = Math.max(reads.slowestMs, performance.now() - begin);
    if (failure) reads.failures[failure] = (reads.failures[failure] ?? 0) + 1;
  };

  const start = performance.now();
  const sendDue = () => {
    for (const due = ((performance.now() - start) / 1000) * perSecond; reads.sent < due;) {
      const reading = read(paths[reads.sent++ % paths.length]!).finally(() => underWay.delete(reading));
      underWay.add(reading);
    }
  };
  const timer = setInterval(sendDue, 5);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay);
      return reads;
    },
  };
}

/** Undefined for a read that was answered with 200. */
const failureOf = (url: URL, token: string) =>
  new Promise<string | undefined>((resolve) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const fail = (error: NodeJS.ErrnoException) =>
      resolve(signal.aborted ? 'no answer' : (error.code ?? error.message));
    get(url, { agent: false, signal, headers: { Authorization: `Bearer ${token}` } }, (response) => {
      response
        .once('error', fail)
        .once('end', () => resolve(response.statusCode === 200 ? undefined : `status ${response.statusCode}`))
        .resume();
    }).once('error', fail);
  });
