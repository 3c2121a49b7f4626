import { Problem, invalid } from '@jobly/contracts';
import { promisify } from 'node:util';
import express, { type Request, type Response } from 'express';

const LIMIT_BYTES = 100 * 1024;
const parse = promisify(express.json({ limit: LIMIT_BYTES }));

/**
 * The JSON body of a request, or `{}` if there is none. It is read only when a handler asks, so that a caller without
 * access cannot make us parse 100 kB.
 * @throws Problem `invalid`, `too-large` or `unsupported-media-type`.
 */
export async function readBody(request: Request, response: Response): Promise<unknown> {
  if (!hasBody(request)) return {};
  if (!request.is('application/json')) {
    if (await isEmpty(request)) return {};
    throw new Problem('unsupported-media-type', 'The body must be application/json');
  }
  const received = compressedBytes(request);
  await parse(request, response).catch((error: unknown) => {
    throw received() > LIMIT_BYTES ? tooLarge() : bodyProblem(error);
  });
  if (received() > LIMIT_BYTES) throw tooLarge();
  return request.body ?? {};
}

/** Counts what a compressed body has on the way; the parser limits only what comes out of it. */
function compressedBytes(request: Request): () => number {
  let bytes = 0;
  if (request.headers['content-encoding'] !== undefined) {
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
  }
  return () => bytes;
}

/**
 * Reads and discards the body of a request that needs none, whatever it is: unread, it would block the next request on
 * the connection. It must not be longer than any other body.
 * @throws Problem `too-large`, or `invalid` for one that breaks off.
 */
export async function ignoreBody(request: Request): Promise<void> {
  if (hasBody(request) && (await bytesUpTo(LIMIT_BYTES, request)) > LIMIT_BYTES) throw tooLarge();
}

/** Whether a request announces a body; an empty one counts as none. */
export const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Only the end of a chunked body shows that it was empty. */
const isEmpty = async (request: Request): Promise<boolean> => (await bytesUpTo(0, request)) === 0;

/** Counts the bytes of a body until there are more than `most`. No unread remainder may block the next request. */
async function bytesUpTo(most: number, request: Request): Promise<number> {
  let bytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > most) break;
    }
  } catch (error) {
    throw incomplete(error);
  }
  request.resume();
  return bytes;
}

/** body-parser reports the cause as an HTTP status on its errors. */
function bodyProblem(error: unknown): unknown {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) return tooLarge();
  if (status === 415) return new Problem('unsupported-media-type', 'The body must be JSON in UTF-8');
  if (status === 400) return invalid('The body is not valid JSON', error);
  return error;
}

const incomplete = (error: unknown) => invalid('The body is not complete', error);

const tooLarge = () => new Problem('too-large', `The body must not exceed ${LIMIT_BYTES / 1024}kb`);
