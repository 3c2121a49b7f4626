import type { Statement } from './sql';

/** One possible filter; a value of undefined means it is not asked for. */
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

/** A page of rows. Each combination of filters is a statement of its own, so that each gets a plan of its own. */
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
 * Orders text by code point, the same in every database, whatever its collation is. A list needs it, and so does the
 * index that serves it.
 */
export const byCodePoint = (column: string): string => `${column} COLLATE "C"`;
