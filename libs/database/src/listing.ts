import type { Statement } from './sql';

/** An optional filter; undefined means that it is not used. */
interface Condition {
  name: string;
  sql: (parameter: string) => string;
  value: unknown;
}

interface Listing {
  name: string;
  select: string;
  conditions: Condition[];
  orderBy: string;
  limit: number;
  offset: number;
}

/** A page of rows. Each combination of filters is a separate statement, so that each gets its own plan. */
export function listing({ name, select, conditions, orderBy, limit, offset }: Listing): Statement {
  const asked = conditions.filter(({ value }) => value !== undefined);
  const where = asked.map(({ sql }, index) => sql(`$${index + 3}`)).join(' AND ');
  return {
    name: [name, ...asked.map((condition) => condition.name)].join('-'),
    text: `${select} ${where && `WHERE ${where}`} ORDER BY ${orderBy} LIMIT $1 OFFSET $2`,
    values: [limit, offset, ...asked.map(({ value }) => value)],
  };
}

/**
 * Orders text by code point, independently of the database's collation. A list needs it, and the index that serves the
 * list needs it too.
 */
export const byCodePoint = (column: string): string => `${column} COLLATE "C"`;
