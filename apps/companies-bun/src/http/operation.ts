import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Handler, betweenParameters } from '../companies/handlers';
import type { Operation } from '../contract/document';
import { queryReader } from '../contract/query';
import { checker, matcher } from '../contract/validator';
import { forbidden, invalid, notFound, unavailable } from '../problem';
import type { Asker, Caller } from '../request';
import { hasBody, jsonOf, readBytes } from './body';
import { type Exchange, jsonReply } from './exchange';

/** Lets a request to an operation pass, and finds out who the caller is. */
export type Guard = (operation: Operation, headers: Headers, asker: Asker) => Promise<Caller | undefined>;

/** An operation of the contract as a request handler: access, parameters and body are what its document says. */
export function serving(operation: Operation, handle: Handler, guard: Guard) {
  const pathSchemas = operation.parameters
    .filter((parameter) => parameter.in === 'path')
    .map(({ name, schema }) => [name, matcher(schema)] as const);
  const isKeyed = operation.parameters.some((parameter) => parameter.in === 'header');
  const readQuery = queryReader(operation, betweenParameters[operation.id]);
  const check = operation.body && checker(operation.body, 'body');

  return async (exchange: Exchange, params: Record<string, string>): Promise<Response | undefined> => {
    const { incoming, headers, asker, path } = exchange;
    requireDecodable(path);
    asker.caller = await guard(operation, headers, asker);
    if (!pathSchemas.every(([name, isMatch]) => isMatch(params[name]))) throw notFound();
    const bytes = hasBody(incoming) ? await asker.away(() => readBytes(incoming)) : new Uint8Array();
    exchange.receivedBytes = bytes.length;
    const body = check ? await jsonOf(bytes, headers) : undefined;
    check?.(body);
    const query = readQuery(exchange.search);
    const key = isKeyed ? idempotencyKeyOf(operation, incoming, asker.caller) : undefined;
    if (operation.method !== 'get') await polled();
    // Whoever asked has gone, and does not expect it to be done any more.
    if (exchange.hasGone()) return undefined;
    if (asker.endsAt <= performance.now()) throw unavailable('The server');
    const reply = await handle({ params, query, body, key, asker });
    return reply ? jsonReply(exchange, operation.status, reply) : new Response(null, { status: operation.status });
  };
}

/** Resolves when the event loop has looked at all connections once more. */
const polled = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

function requireDecodable(path: string): void {
  if (path.includes('%00')) throw invalid('The path must not contain NUL characters');
  try {
    decodeURIComponent(path);
  } catch {
    throw invalid('The path is not validly encoded');
  }
}

/** A string of RFC 9651, 3.3.3, as the draft of the header wants it. */
const QUOTED = /^"((?:[^"\\]|\\["\\])*)"$/;

/**
 * What a request's Idempotency-Key stands for: a digest of key, operation and caller.
 * https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header-07
 */
function idempotencyKeyOf(
  { method, path }: Operation,
  { headersDistinct }: IncomingMessage,
  caller: Caller | undefined,
): string | undefined {
  const [given, ...others] = headersDistinct['idempotency-key'] ?? [];
  if (given === undefined) return undefined;
  const key = given.startsWith('"') ? (QUOTED.exec(given)?.[1] ?? '').replace(/\\(.)/g, '$1') : given;
  if (others.length > 0 || !/^[ -~]{1,255}$/.test(key)) {
    throw invalid(['Idempotency-Key must be given once, and have 1 to 255 printable ASCII characters']);
  }
  return createHash('sha256')
    .update(JSON.stringify([method, path, caller?.account ?? null, key]))
    .digest('hex');
}

/** What the guard decides by the access that the document declares. */
export function guardOf(
  users: (token: string, asker: Asker) => Promise<Caller>,
  services: (token: string, asker: Asker) => Promise<Caller | undefined>,
  bearer: (headers: Headers) => string,
): Guard {
  return async ({ access }, headers, asker) => {
    if (access === 'anyone') return undefined;
    const token = bearer(headers);
    if (access === 'service') return services(token, asker);
    const caller = await users(token, asker);
    if (!caller.isAdmin) throw forbidden();
    return caller;
  };
}
