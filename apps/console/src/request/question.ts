import { invalid, operations } from '@jobly/contracts';
import { z } from 'zod';
import type { Field } from '../../api/request';
import { fieldsOf, type OperationName } from './fields';

const names = Object.keys(operations) as [OperationName, ...OperationName[]];

/** What a page may want to be sent. */
export const filledIn = z.strictObject({
  operation: z.enum(names),
  values: z.record(z.string(), z.string().max(10_000)),
  as: z.enum(['user', 'admin', 'nobody']),
});

export interface Question {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The request that a form describes once it is filled in. What is empty is left out, except for empty path parameters.
 * @throws Problem for an empty path parameter
 */
export function questionOf(name: OperationName, values: Readonly<Record<string, string>>): Question {
  const operation = operations[name];
  const given = fieldsOf(name).filter((field) => values[field.name]);
  const path = operation.path.replace(/:(\w+)/g, (_, param: string) => {
    if (!values[param]) throw invalid(`Fill in ${param}`);
    return encodeURIComponent(values[param]);
  });
  const query = given
    .filter((field) => field.in === 'query')
    .map(({ name }): [string, string] => [name, values[name]!]);
  const body = given
    .filter((field) => field.in === 'body')
    .map((field) => [field.name, jsonOf(field, values[field.name]!)]);
  return {
    method: operation.method.toUpperCase(),
    path: query.length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`,
    body: operation.body ? (Object.fromEntries(body) as Record<string, unknown>) : undefined,
  };
}

/** Whatever is not of the field's kind is sent as text, for the API to refuse. */
function jsonOf({ kind }: Field, value: string): unknown {
  if (value === 'null') return null;
  if (kind === 'number' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return Number(value);
  if (kind === 'choice' && /^(true|false)$/.test(value)) return value === 'true';
  return value;
}
