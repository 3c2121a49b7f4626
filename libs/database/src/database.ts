import type { PrismaPg } from '@prisma/adapter-pg';
import type { Metric } from 'prom-client';
import { backgroundOver } from './background';
import { readConnectionUrl } from './connection/url';
import { connectionGauge } from './connection-gauge';
import { openPool, ping } from './pool';
import { prismaAdapter } from './prisma-adapter';
import { type Sql, autocommitOver } from './sql';
import { type Timed, timePool } from './timed-pool';
import { tracePool } from './traced-pool';
import { type Traffic, meterOf } from './traffic';
import { type Transaction, transactionsOver } from './transaction';

/**
 * One connection pool and the ways to use it: prepared statements, transactions, and Prisma over the same connections.
 */
export interface Database {
  sql: Sql;
  transaction: Transaction;
  adapter: PrismaPg;
  /** Statements that serve no request; their traffic is counted separately. */
  background: Sql;
  /** The traffic with PostgreSQL so far; the counts keep growing. */
  traffic: Traffic;
  metrics: Metric[];
  /** Rejects unless the server answers within a second. */
  ping: () => Promise<void>;
  close: () => Promise<void>;
}

interface DatabaseOptions {
  url: string;
  /** The most connections it will ever hold. */
  max: number;
  name: string;
  /** Whether changes of shared records are recorded as events, by the database's triggers. */
  recordsChanges?: boolean | undefined;
  /** Wraps every wait for PostgreSQL, to measure it. */
  timed?: Timed | undefined;
  /** Whether every wait for PostgreSQL gets a span, where there is one that it belongs to. */
  traced?: boolean;
}

/** Opens no connection yet; the first statement does. */
export function openDatabase({ timed, traced, ...options }: DatabaseOptions): Database {
  const pool = openPool(options);
  const { traffic, setApart } = meterOf(pool);
  if (timed) timePool(pool, timed);
  if (traced) tracePool(pool);
  const background = backgroundOver(pool, setApart);
  return {
    sql: autocommitOver(pool),
    transaction: transactionsOver(pool),
    adapter: prismaAdapter(pool, readConnectionUrl(options.url).schema),
    background,
    traffic,
    metrics: [connectionGauge(pool)],
    ping: () => ping(background),
    close: () => pool.end(),
  };
}
