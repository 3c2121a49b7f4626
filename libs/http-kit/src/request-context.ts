import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Identity } from '@jobly/contracts';
import type { RequestHandler } from 'express';
import type { Place } from './admission/place';
import { sourceOf } from './client-address';
import type { Timeline } from './timeline';

interface RequestContext {
  requestId: string;
  /** Where it comes from; asked for only by those who count. */
  source: () => string;
  /** Only if SERVER_TIMING is on. */
  timeline?: Timeline;
  /** Known once the guard has let the request pass, if it identifies the caller. */
  caller?: Identity | undefined;
  /** Its place among the requests that this process is at work for, if it was admitted. */
  place?: Place;
}

const current = new AsyncLocalStorage<RequestContext>();

/** The context of the current request; undefined outside of one. */
export const currentRequest = (): RequestContext | undefined => current.getStore();

/** The id of the current request, for logs and for the calls made on its behalf; undefined outside of one. */
export const currentRequestId = (): string | undefined => currentRequest()?.requestId;

/** The caller of the current request; undefined outside of one, and where anyone may ask. */
export const currentCaller = (): Identity | undefined => currentRequest()?.caller;

/** Where the current request comes from, as limits count it; "unknown" outside of one. */
export const currentSource = (): string => currentRequest()?.source() ?? 'unknown';

/** Notes the caller, for the calls made on their behalf. */
export function noteCaller(caller: Identity | undefined): void {
  const context = current.getStore();
  if (context) context.caller = caller;
}

/** Keeps a valid incoming X-Request-Id or makes one, and returns it in every response. */
export const requestContext: RequestHandler = (request, response, next) => {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', requestId);
  current.run({ requestId, source: () => sourceOf(request) }, next);
};
