import { isIP } from 'node:net';
import { Pool } from 'undici';
import { type Lookup, lookUp } from './addresses';
import { replicasOfName } from './replicas-of-name';

/** The processes that answer at one origin, be it one or many. */
export interface Replicas {
  /**
   * Asks one of them, over connections that are kept. Where no connection came about, and so nothing was sent, the next
   * one is asked; whether to ask again after any other error is for the caller to know.
   */
  ask<T>(question: (replica: Pool) => Promise<T>): Promise<T>;
  /** Questions that wait for a connection. */
  readonly queued: number;
  close(): Promise<void>;
}

/** Of undici's pool, one for each replica. */
export type ReplicaOptions = Pick<Pool.Options, 'connections' | 'connectTimeout' | 'headersTimeout' | 'bodyTimeout'>;

/** An origin by address is one process, and asking it costs nothing more; one by name is whoever has the name. */
export function replicasAt(origin: string, options: ReplicaOptions, lookup: Lookup = lookUp): Replicas {
  const { hostname } = new URL(origin);
  // The brackets around an IPv6 address are the URL's.
  if (isIP(hostname.replace(/^\[|\]$/g, '')) === 0) return replicasOfName(origin, options, lookup);
  const pool = new Pool(origin, options);
  return {
    ask: (question) => question(pool),
    get queued() {
      return pool.stats.queued;
    },
    close: () => pool.close(),
  };
}
