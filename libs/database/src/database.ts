import type { PrismaPg } from '@prisma/adapter-pg';
import { openPool, ping } from './pool';
import { prismaAdapter } from './prisma-adapter';
import { type Sql, sqlOver } from './sql';
import { type Transaction, transactionsOver } from './transaction';

/** One pool with the ways to use it: prepared statements, transactions, and Prisma over the same connections. */
export interface Database {
  sql: Sql;
  transaction: Transaction;
  adapter: PrismaPg;
  /** Rejects unless the server answers within a second. */
  ping: () => Promise<void>;
  close: () => Promise<void>;
}

/** Opens no connection yet; the first statement does. `max` is the most connections it will ever hold. */
export function openDatabase(options: { url: string; max: number; name: string }): Database {
  const pool = openPool(options);
  return {
    sql: sqlOver(pool),
    transaction: transactionsOver(pool),
    adapter: prismaAdapter(pool),
    ping: () => ping(pool),
    close: () => pool.end(),
  };
}
