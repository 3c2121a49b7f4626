import { hasBody } from '@jobly/http-kit';
import type { Request } from 'express';

/** The part of a body that is read: more than any valid one has, so that the service still rejects a longer one. */
const BODY_BYTES = 128 * 1024;

/**
 * Reads the body before a connection is taken, so that a slow sender blocks no connection. Null if there is none.
 * @throws if the client breaks off
 */
export async function bodyOf(request: Request): Promise<Buffer | null> {
  if (!hasBody(request)) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > BODY_BYTES) break;
  }
  // Otherwise the rest of a long body would block the next request on this connection.
  request.resume();
  return Buffer.concat(chunks);
}
