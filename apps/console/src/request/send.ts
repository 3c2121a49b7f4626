import { createHash } from 'node:crypto';
import { Failure, messageOf } from '@jobly/lab/instrument';
import type { Client } from 'undici';
import type { Question } from './question';

export interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The beginning of the body. */
  readonly text: string;
  /** The length of the whole body (bytes). */
  readonly bytes: number;
  /** Of the whole body. */
  readonly digest: string;
  /** From sending to the last byte. */
  readonly clientMs: number;
}

/** More of a body is read, but not kept (bytes). */
export const LONGEST_BODY = 200_000;

const TIMEOUT_MS = 10_000;

/**
 * Sends one request and waits for the complete answer.
 * @throws Failure when that takes more than ten seconds, or nobody answers
 */
export async function send(
  client: Client,
  { method, path, body }: Question,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Sent> {
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  const begin = performance.now();
  try {
    const answer = await client.request({
      method,
      path,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      body: body ? JSON.stringify(body) : null,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const read = await beginningOf(answer.body);
    const clientMs = performance.now() - begin;
    const given = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
    return { status: answer.statusCode, headers: Object.fromEntries(given), ...read, clientMs };
  } catch (error) {
    signal?.throwIfAborted();
    throw new Failure(
      limit.aborted ? 'It does not answer within 10 seconds.' : `It does not answer (${messageOf(error)}).`,
    );
  }
}

async function beginningOf(body: AsyncIterable<Buffer>): Promise<Pick<Sent, 'text' | 'bytes' | 'digest'>> {
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    hash.update(chunk);
    if (bytes < LONGEST_BODY) kept.push(chunk.subarray(0, LONGEST_BODY - bytes));
    bytes += chunk.length;
  }
  return { text: Buffer.concat(kept).toString(), bytes, digest: hash.digest('hex') };
}
