import type { Pool } from 'undici';

/** The processes that answer at one origin: one or many. */
export interface Replicas {
  /**
   * Asks one of them over keep-alive connections. If no connection is established, nothing was sent, so the next one is
   * asked. After any other error the caller decides whether to ask again.
   */
  ask<T>(question: (replica: Pool) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The options of undici's pool; each replica gets one. */
export type ReplicaOptions = Pick<Pool.Options, 'connections' | 'connectTimeout' | 'headersTimeout' | 'bodyTimeout'>;
