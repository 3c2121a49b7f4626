import type { Pool, PoolClient } from 'pg';
import { written } from './errors';

/** A statement that every connection prepares once, under its name, and from then on only executes. */
export interface Statement {
  /** Unique to this text, at most 63 characters. */
  name: string;
  text: string;
  values: unknown[];
}

/** Runs a statement and returns its rows. `Row` is the caller's promise about the columns. */
export type Sql = <Row>(statement: Statement) => Promise<Row[]>;

/** The fast path for hot reads: straight to the driver, without planning or mapping by an ORM. */
export function sqlOver(connection: Pool | PoolClient): Sql {
  return async <Row>(statement: Statement) => {
    const { rows } = await connection.query(statement);
    return rows as Row[];
  };
}

const READS = /^\s*SELECT\b/i;

/** Statements outside of transactions: each takes effect by itself, and one that writes may do so without an answer. */
export function autocommitOver(pool: Pool): Sql {
  const sql = sqlOver(pool);
  return (statement) => (READS.test(statement.text) ? sql(statement) : written(sql(statement)));
}

/** An ILIKE pattern that finds `part` anywhere; its `%`, `_` and `\` stand for themselves. */
export const likePattern = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;
