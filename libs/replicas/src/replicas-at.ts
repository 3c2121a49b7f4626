import { isIP } from 'node:net';
import { Pool } from 'undici';
import { type Lookup, lookUp } from './addresses';
import type { ReplicaOptions, Replicas } from './replicas';
import { replicasOfName } from './replicas-of-name';

/**
 * An origin with an address is one process, and asking it costs nothing extra; an origin with a name is every process
 * that has the name.
 */
export function replicasAt(origin: string, options: ReplicaOptions, lookup: Lookup = lookUp): Replicas {
  const { hostname } = new URL(origin);
  // The brackets around an IPv6 address are the URL's.
  if (isIP(hostname.replace(/^\[|\]$/g, '')) === 0) return replicasOfName(origin, options, lookup);
  const pool = new Pool(origin, options);
  return {
    ask: (question) => question(pool),
    close: () => pool.close(),
  };
}
