import type { Operation } from '@jobly/contracts';
import { Failure } from '@jobly/lab/instrument';
import { z } from 'zod';
import { type Answer, exchange, type Question } from '../exchange';
import { isBusy, patiently } from './patience';

/** A stack has answered, and does not do what it was asked for. */
export class Refused extends Failure {}

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
  return replyTo(origin, operation, question, await exchange(origin, question));
}

/**
 * The same of a request that may be repeated: a stack that is busy is asked again.
 * @throws Failure if it stays busy, too
 */
export async function askPatiently<S extends z.ZodType>(
  origin: string,
  operation: Asked<S>,
  { path = operation.path, ...details }: Details = {},
): Promise<z.output<S>> {
  const question = { method: operation.method.toUpperCase(), path, ...details };
  return replyTo(origin, operation, question, await patiently(() => exchange(origin, question)));
}

/**
 * The reply in an answer.
 * @throws Failure if the answer is anything but success
 */
export function replyTo<S extends z.ZodType>(
  origin: string,
  operation: Asked<S>,
  question: Pick<Question, 'method' | 'path'>,
  answer: Answer,
): z.output<S> {
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
  const answer = await patiently(() => exchange(origin, question));
  if (answer.status !== 200 && answer.status !== 404) throw unexpected(origin, question, answer);
}

function unexpected(origin: string, { method, path }: Pick<Question, 'method' | 'path'>, answer: Answer): Failure {
  const answers = `${method} ${path} at ${origin} answers ${answer.status} (${reasonIn(answer)})`;
  if (!isBusy(answer)) return new Refused(`${answers}.`);
  return new Failure(
    `${answers}: the machine is too busy, or a process of the stack is down; end what else runs on it, and run again.`,
  );
}

/** The message of the contract's error body, or else the beginning of whatever came. */
function reasonIn({ body }: Answer): string {
  const { data } = errorBody.safeParse(body);
  return data ? [data.error.message].flat().join(', ') : JSON.stringify(body).slice(0, 300);
}

const errorBody = z.object({ error: z.object({ message: z.union([z.string(), z.array(z.string())]) }) });
