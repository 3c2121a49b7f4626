import { Failure, type LoadRequest, messageOf } from '@jobly/lab/instrument';
import { Client } from 'undici';
import { parseServerTiming, type ProcessTime } from './server-timing';

/** The time that one request took its client, in ms, and the account of the process that answered. */
export interface TimedAnswer {
  clientMs: number;
  account: ProcessTime;
}

const TIMEOUT_MS = 10_000;

/** One connection to a process that runs with SERVER_TIMING=true. */
export const timedClient = (origin: string) =>
  new Client(origin, { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });

/**
 * Sends one request and waits for the complete answer.
 * @throws Failure for an answer that is not the expected one, or that does not break down its time; `name` is the name
 * of the arm in the message
 */
export async function timedAnswer(client: Client, request: LoadRequest, name: string): Promise<TimedAnswer> {
  const { method, path, headers, body, expect } = request;
  const begin = performance.now();
  const answer = await client.request({ method, path, headers, body }).catch((error: unknown) => {
    throw new Failure(`${name} does not answer ${method} ${path}: ${messageOf(error)}.`);
  });
  await answer.body.text();
  const clientMs = performance.now() - begin;
  if (answer.statusCode !== expect) throw new Failure(`${name} answers ${answer.statusCode} to ${method} ${path}.`);
  const timing = answer.headers['server-timing'];
  if (typeof timing !== 'string') {
    throw new Failure(`${name} does not say where its time goes; start it with SERVER_TIMING=true.`);
  }
  return { clientMs, account: parseServerTiming(timing) };
}
