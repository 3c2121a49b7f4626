import { hash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';

/**
 * Every prepared statement costs memory on every connection, and each length of a parameter list is a separate
 * statement.
 */
const MAX_STATEMENTS = 500;

/** Lets Prisma share the pool and the schema; its statements are prepared under short, stable names. */
export function prismaAdapter(pool: Pool, schema: string): PrismaPg {
  const names = new Map<string, string>();
  return new PrismaPg(pool, {
    schema,
    statementNameGenerator({ sql }) {
      const known = names.get(sql);
      if (known !== undefined) return known;
      if (names.size === MAX_STATEMENTS) return ''; // pg takes the empty name for "do not prepare"
      const name = `prisma_${hash('sha256', sql, 'hex').slice(0, 32)}`;
      names.set(sql, name);
      return name;
    },
  });
}
