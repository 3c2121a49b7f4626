import type { Pool } from 'undici';

/** The processes that answer at one origin: one or many. */
export interface Replicas {
  /**
   * Asks one of them over kept-alive connections. If no connection comes about, nothing was sent, so the next one is asked.
   * Whether to ask again after any other error is for the caller to decide.
   */
  ask<T>(question: (replica: Pool) => Promise<T>): Promise<T>;
  /** How many questions wait for a connection. */
  readonly queued: number;
  close(): Promise<void>;
}

/** Options of undici's pool, of which each replica gets one. */
export type ReplicaOptions = Pick<Pool.Options, 'connections' | 'connectTimeout' | 'headersTimeout' | 'bodyTimeout'>;
