import type { Pool } from 'undici';

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
