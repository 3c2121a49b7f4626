import { validateHeaderName, validateHeaderValue } from 'node:http';
import { z } from 'zod';

/** What a client is answered. */
export interface HttpAnswer {
  status: number;
  headers: Map<string, string | string[]>;
  body: Buffer;
}

/** A result of the payload format 2.0. */
const resultSchema = z.object({
  statusCode: z.int().min(200).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/**
 * The answer that a function's result stands for. A result that has no status is itself the body of an answer with 200.
 * @throws if it is neither, or nothing that HTTP can carry.
 */
export function answerOf(json: string): HttpAnswer {
  const result: unknown = JSON.parse(json);
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const body = Buffer.from(typeof result === 'string' ? result : json);
    return { status: 200, headers: new Map([['Content-Type', 'application/json']]), body };
  }
  const { statusCode, headers: single, cookies, body: content, isBase64Encoded } = resultSchema.parse(result);
  const headers = new Map<string, string | string[]>();
  for (const [name, value] of Object.entries(single ?? {})) headers.set(name.toLowerCase(), String(value));
  if (cookies && cookies.length > 0) headers.set('set-cookie', cookies);
  for (const [name, value] of headers) {
    validateHeaderName(name);
    for (const one of [value].flat()) validateHeaderValue(name, one);
  }
  const body = Buffer.from(content ?? '', isBase64Encoded ? 'base64' : 'utf8');
  const length = headers.get('content-length');
  // The answer to a HEAD has the length of a body that is not there.
  if (length !== undefined && body.length > 0 && Number(length) !== body.length) {
    throw new Error(`Its Content-Length is ${String(length)}, and its body has ${body.length} bytes`);
  }
  return { status: statusCode, headers, body };
}
