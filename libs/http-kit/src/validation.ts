import { invalid } from '@jobly/contracts';
import type { z } from 'zod';

/**
 * The value as the schema parses it.
 * @throws Problem `invalid` with one sentence per problem, each naming the field.
 */
export function validate<T>(schema: z.ZodType<T>, value: unknown, part: 'body' | 'query'): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(result.error.issues.filter(isWorthTelling).flatMap((issue) => sentences(issue, value, part)));
}

/** Of a number beyond JavaScript's safe integers zod says so, even if the field has a narrower limit of its own. */
function isWorthTelling(issue: z.core.$ZodIssue, at: number, issues: z.core.$ZodIssue[]): boolean {
  const isUnsafe =
    (issue.code === 'too_big' && issue.maximum === Number.MAX_SAFE_INTEGER) ||
    (issue.code === 'too_small' && issue.minimum === Number.MIN_SAFE_INTEGER);
  const sameField = ({ code, path }: z.core.$ZodIssue) => code === issue.code && path.join() === issue.path.join();
  return !(isUnsafe && issues.some((other, index) => index !== at && sameField(other)));
}

function sentences(issue: z.core.$ZodIssue, value: unknown, part: 'body' | 'query'): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${key} is not a known field`);
  const field = issue.path.join('.') || `The ${part}`;
  const given = valueAt(value, issue.path);
  if (given === undefined) return [`${field} is required`];
  // Express makes an array of a query key that is given twice.
  if (part === 'query' && Array.isArray(given)) return [`${field} must be given once`];
  return [`${field} ${rule(issue)}`];
}

/** Zod's own wording starts "Invalid input: expected …"; ours continues from the field's name. */
function rule(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be of type ${issue.expected === 'int' ? 'integer' : issue.expected}`;
    case 'too_small':
      return `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const valueAt = (value: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
