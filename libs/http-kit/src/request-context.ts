import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

interface RequestContext {
  requestId: string;
}

const current = new AsyncLocalStorage<RequestContext>();

/** The id of the request being served, for logs and for the calls made on its behalf; undefined outside of one. */
export const currentRequestId = (): string | undefined => current.getStore()?.requestId;

/** Keeps a sane incoming X-Request-Id or makes one, and says it in every response. */
export const requestContext: RequestHandler = (request, response, next) => {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', requestId);
  current.run({ requestId }, next);
};
