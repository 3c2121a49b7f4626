import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Metric } from 'prom-client';
import type { Findings } from './audit';
import { followerMetrics } from './metrics';

/** The wait after an audit that failed (ms). */
const RETRY_MS = 1_000;

export interface Follower {
  start: () => Promise<void>;
  stop: () => Promise<void>;
  metrics: Metric[];
  /** Whether the copies have been compared with their owner since this process started. */
  isVerified: () => boolean;
}

interface FollowerOptions {
  /** The table of copies, for the log and the metrics. */
  copies: string;
  audit: (signal: AbortSignal) => Promise<Findings>;
  /** From the end of an audit to the next (s). */
  auditInterval: number;
  log: Logger;
}

/**
 * Keeps copies like their owner's records, beside the events. It audits them at once, because nobody may have recorded
 * the changes before, and then again and again, for events that are lost. While the owner is out of reach, the copies
 * stay as they are, and readers go on.
 */
export function createFollower({ copies, audit, auditInterval, log }: FollowerOptions): Follower {
  const stopping = new AbortController();
  const { metrics, note } = followerMetrics(copies);
  let verified = false;
  let working: Promise<void> | undefined;

  /** Returns the wait until the next one (ms). */
  const auditOnce = async (): Promise<number> => {
    try {
      const findings = await audit(stopping.signal);
      note(findings);
      if (findings.repaired > 0) log.info({ copies, ...findings }, 'read model repaired');
      verified = true;
      return auditInterval * 1_000;
    } catch (error) {
      if (!stopping.signal.aborted) log.warn({ err: error, copies }, 'the read model could not be audited');
      return RETRY_MS;
    }
  };

  const work = async () => {
    while (!stopping.signal.aborted) {
      const wait = await auditOnce();
      await delay(wait, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };

  return {
    isVerified: () => verified,
    async start() {
      working = work();
    },
    async stop() {
      stopping.abort();
      await working;
    },
    metrics,
  };
}
