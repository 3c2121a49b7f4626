import { type LookupFunction, isIP } from 'node:net';
import { Pool } from 'undici';
import { type Lookup, followAddresses } from './addresses';
import { isConnectionLost, isGoodbye, isNeverConnected } from './connection-trouble';
import type { ReplicaOptions, Replicas } from './replicas';

/**
 * A connection to a neighbour takes a millisecond; a replica that accepts none within a second is considered gone (ms).
 */
const CONNECT_TIMEOUT_MS = 1_000;
/**
 * The time that a replica is spared after connection trouble, or when it is about to stop, if there are others (ms).
 */
const REST_MS = 2_000;

interface Replica {
  pool: Pool;
  /** Its questions that are not answered yet. */
  underWay: number;
  /** An instant on the clock of `performance.now()`. */
  restsUntil: number;
}

/**
 * Balances questions over the replicas behind a name. Each goes to the replica with the fewest in flight, which also
 * avoids one that hangs; ties are broken round-robin. A replica that is lost, unreachable or about to stop is spared at
 * once.
 *
 * undici's `interceptors.dns` will not do: it keeps a dead address in rotation until its record expires, falls back
 * only to the other IP family, and forgets all addresses when DNS does not answer. Its `BalancedPool` will not do
 * either: it asks a dead replica less and less often, but still asks it.
 */
export function replicasOfName(origin: string, options: ReplicaOptions, lookup: Lookup): Replicas {
  const replicas = new Map<string, Replica>();
  const { known, stop } = followAddresses(new URL(origin).hostname, lookup, (addresses) => {
    for (const address of addresses) {
      if (!replicas.has(address)) replicas.set(address, aReplica(origin, options, address));
    }
    for (const [address, { pool }] of replicas) {
      if (addresses.includes(address)) continue;
      replicas.delete(address);
      // The replica may be stopping and still answering.
      void pool.close();
    }
  });

  let turn = 0;
  return {
    async ask(question) {
      await known();
      const tried = new Set<Replica>();
      const left = () => [...replicas.values()].filter((replica) => !tried.has(replica));
      for (;;) {
        const replica = leastBusy(left(), (turn += 1));
        try {
          replica.underWay += 1;
          return await question(replica.pool);
        } catch (error) {
          tried.add(replica);
          if (!isNeverConnected(error) || left().length === 0) throw error;
        } finally {
          replica.underWay -= 1;
        }
      }
    },
    async close() {
      stop();
      await Promise.all([...replicas.values()].map(({ pool }) => pool.close()));
    },
  };
}

/** The pool keeps the origin's name, for the Host header and for certificates, and connects to this address. */
function aReplica(origin: string, options: ReplicaOptions, address: string): Replica {
  const family = isIP(address);
  const lookup: LookupFunction = (_hostname, { all }, callback) =>
    all ? callback(null, [{ address, family }]) : callback(null, address, family);
  const pool = new Pool(origin, { ...options, connectTimeout: CONNECT_TIMEOUT_MS, connect: { lookup } });
  const replica = { pool, underWay: 0, restsUntil: 0 };
  const rest = () => (replica.restsUntil = performance.now() + REST_MS);
  pool.on('connectionError', rest);
  pool.on('disconnect', (_origin, _targets, error) => {
    if (isConnectionLost(error) || isGoodbye(error)) rest();
  });
  return replica;
}

/** Picks the replica with the fewest questions in flight, among those that are not resting unless all of them are. */
function leastBusy(replicas: Replica[], turn: number): Replica {
  const now = performance.now();
  const rested = replicas.filter(({ restsUntil }) => restsUntil <= now);
  const candidates = rested.length > 0 ? rested : replicas;
  const inTurn = candidates.map((_, at) => candidates[(turn + at) % candidates.length]!);
  return inTurn.reduce((best, replica) => (replica.underWay < best.underWay ? replica : best));
}
