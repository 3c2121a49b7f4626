import type { IncomingMessage } from 'node:http';

/** The most that an event may have (6 MB). https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const EVENT_LIMIT = 6 * 1024 * 1024;

/** The most that an answer may have (bytes), as Lambda's own error names it. */
export const ANSWER_LIMIT = 6_291_556;

/**
 * The body of a request; undefined as soon as it exceeds the limit. What follows then is read and forgotten, because a
 * client that is cut off while it sends does not see the answer.
 * @throws if the client breaks off.
 */
export async function limitedBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) {
      request.resume();
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
