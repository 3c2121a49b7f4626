import type { Operation } from '@jobly/contracts';
import { Failure } from '@jobly/lab/instrument';
import type { z } from 'zod';
import { type Answer, exchange, type Question } from '../exchange';

type Asked<S extends z.ZodType> = Pick<Operation, 'method' | 'path' | 'status'> & { reply: S };

/** The path is the operation's own by default. */
export type Details = Pick<Question, 'token' | 'body'> & { path?: string };

/**
 * The reply of an operation, outside any measurement.
 * @throws Failure if the answer is anything but success
 */
export async function ask<S extends z.ZodType>(
  origin: string,
  operation: Asked<S>,
  { path = operation.path, ...details }: Details = {},
): Promise<z.output<S>> {
  const question = { method: operation.method.toUpperCase(), path, ...details };
  const answer = await exchange(origin, question);
  const reply = operation.reply.safeParse(answer.body);
  if (answer.status !== operation.status || !reply.success) throw unexpected(origin, question, answer);
  return reply.data;
}

/**
 * Deletes something that may be gone already.
 * @throws Failure if that is refused
 */
export async function remove(origin: string, path: string, token: string): Promise<void> {
  const question = { method: 'DELETE', path, token };
  const answer = await exchange(origin, question);
  if (answer.status !== 200 && answer.status !== 404) throw unexpected(origin, question, answer);
}

const unexpected = (origin: string, { method, path }: Question, { status, body }: Answer) =>
  new Failure(`${method} ${path} at ${origin} answers ${status}: ${JSON.stringify(body).slice(0, 300)}`);
