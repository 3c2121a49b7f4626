import { parse } from 'node:querystring';
import type { Operation, Schema } from './document';
import { checker } from './validator';

export type Query = Record<string, string | number | undefined>;

/** What is wrong between the parameters of a query, of which none can be relied on yet. */
export type BetweenParameters = (query: Record<string, unknown>) => string[];

/**
 * Reads the query of an operation as its parameters say; without any, whatever is sent is ignored.
 * @throws Problem 400
 */
export function queryReader({ parameters }: Operation, between?: BetweenParameters): (search: string) => Query {
  const declared = parameters.filter((parameter) => parameter.in === 'query');
  const properties: Record<string, Schema> = Object.fromEntries(declared.map(({ name, schema }) => [name, schema]));
  if (declared.length === 0) return () => ({});
  const check = checker({ type: 'object', properties, additionalProperties: false }, 'query', between);
  const mayBeEmpty = new Set(declared.filter(({ allowEmptyValue }) => allowEmptyValue).map(({ name }) => name));

  const decoded = (name: string, value: string | string[]): unknown => {
    if (value === '' && mayBeEmpty.has(name)) return undefined;
    const isNumber = properties[name]?.type === 'integer' && typeof value === 'string' && /^\d{1,10}$/.test(value);
    return isNumber ? Number(value) : value;
  };
  return (search) => {
    const given = Object.entries(parse(search, '&', '=', { maxKeys: 0 })).map(
      ([name, value]) => [name, decoded(name, value!)] as const,
    );
    const query = Object.fromEntries(given.filter(([, value]) => value !== undefined));
    check(query);
    return query as Query;
  };
}
