import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Identity } from '@jobly/contracts';
import type { RequestHandler } from 'express';
import type { Timeline } from './timeline';

interface RequestContext {
  requestId: string;
  /** Only where SERVER_TIMING is on. */
  timeline?: Timeline;
  /** Known once the guard has let the request pass, where it asks. */
  caller?: Identity | undefined;
}

const current = new AsyncLocalStorage<RequestContext>();

/** What is known of the request being served; undefined outside of one. */
export const currentRequest = (): RequestContext | undefined => current.getStore();

/** The id of the request being served, for logs and for the calls made on its behalf; undefined outside of one. */
export const currentRequestId = (): string | undefined => currentRequest()?.requestId;

/** On whose behalf the request is being served; undefined outside of one and where anyone may ask. */
export const currentCaller = (): Identity | undefined => currentRequest()?.caller;

/** Notes who is calling, for the calls made on their behalf. */
export function noteCaller(caller: Identity | undefined): void {
  const context = current.getStore();
  if (context) context.caller = caller;
}

/** Keeps a sane incoming X-Request-Id or makes one, and says it in every response. */
export const requestContext: RequestHandler = (request, response, next) => {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', requestId);
  current.run({ requestId }, next);
};
