import { type LookupFunction, isIP } from 'node:net';
import { Pool } from 'undici';
import { type Lookup, followAddresses } from './addresses';
import { isConnectionLost, isGoodbye, isNeverConnected } from './connection-trouble';
import type { ReplicaOptions, Replicas } from './replicas';

/** Among neighbours a connection takes a millisecond; who has none to give within a second is not there (ms). */
const CONNECT_TIMEOUT_MS = 1_000;
/** How long a replica with connection trouble, or one about to stop, is spared, if there are others (ms). */
const REST_MS = 2_000;

interface Replica {
  pool: Pool;
  /** Questions asked of it and not answered yet. */
  underWay: number;
  /** In `performance.now()`'s time. */
  restsUntil: number;
}

/**
 * Spreads questions over the replicas behind a name: each goes to the one with the fewest under way, which also keeps
 * them from one that stands still, and in turn where that is the same. One that is lost, cannot be reached or says
 * goodbye is spared at once.
 *
 * Not undici's own `interceptors.dns`: it keeps a dead address in its round until the record's time is over, asks another
 * one only of the other IP family, and without an answer from DNS forgets those it knew. Nor its `BalancedPool`, which
 * asks a dead one less and less often, but asks it.
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
      // It may be on its way out and still answering.
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
    get queued() {
      return [...replicas.values()].reduce((sum, { pool }) => sum + pool.stats.queued, 0);
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

/** Of those that need no rest, or of all where all of them do. */
function leastBusy(replicas: Replica[], turn: number): Replica {
  const now = performance.now();
  const rested = replicas.filter(({ restsUntil }) => restsUntil <= now);
  const candidates = rested.length > 0 ? rested : replicas;
  const inTurn = candidates.map((_, at) => candidates[(turn + at) % candidates.length]!);
  return inTurn.reduce((best, replica) => (replica.underWay < best.underWay ? replica : best));
}
