import { AsyncLocalStorage } from 'node:async_hooks';
import type { Identity } from '@jobly/contracts';
import type { RequestHandler } from 'express';
import { type Place, placeOf } from './admission/place';
import { sourceOf } from './client-address';
import { requestIdOf } from './request-id';
import type { Timeline } from './timeline';

interface RequestContext {
  requestId: string;
  /** Where it comes from; asked for only by those who count. */
  source: () => string;
  /** Only if SERVER_TIMING is on. */
  timeline?: Timeline;
  /** Known once the guard has let the request pass, if it identifies the caller. */
  caller?: Identity | undefined;
  /** When nobody waits for its answer any more, by the clock of `performance.now()`; Infinity if that is not known. */
  endsAt: number;
  /** Its place among the requests that this process is at work for, if it was admitted. */
  place: Place | undefined;
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

/** The source whose place the current request has, if it was admitted: what a neighbour is told. */
export const currentPlaceSource = (): string | undefined => currentRequest()?.place?.source();

/** How long the current request's answer is still waited for, in ms; Infinity if that is not known. */
export const currentRemainingMs = (): number => (currentRequest()?.endsAt ?? Infinity) - performance.now();

/** Notes the caller, for the calls made on their behalf. */
export function noteCaller(caller: Identity | undefined): void {
  const context = current.getStore();
  if (context) context.caller = caller;
}

/**
 * Does what serves other requests too: in the name of none of their callers, and without an end when this one's time is
 * over.
 */
export function onEveryonesBehalf<T>(work: () => T): T {
  const context = current.getStore();
  return context ? current.run({ ...context, caller: undefined, endsAt: Infinity }, work) : work();
}

/**
 * How long the asker waits for the answer, in ms. A request that is passed on takes what is left of it along, so that
 * nobody goes on working for those who have given up (deadline propagation, as gRPC's `grpc-timeout`).
 */
export const REMAINING_TIME = 'X-Remaining-Time';

const endOf = (remaining: unknown): number =>
  typeof remaining === 'string' && /^\d{1,6}$/.test(remaining) ? performance.now() + Number(remaining) : Infinity;

/**
 * Keeps a valid incoming X-Request-Id or makes one, and returns it in every response. Notes how long the answer is waited
 * for, unless the public asks: a client that has had enough closes its connection.
 */
export const requestContext =
  (isPublic: boolean): RequestHandler =>
  (request, response, next) => {
    const requestId = requestIdOf(request);
    response.setHeader('X-Request-Id', requestId);
    const endsAt = isPublic ? Infinity : endOf(request.headers['x-remaining-time']);
    current.run({ requestId, source: () => sourceOf(request), endsAt, place: placeOf(request) }, next);
  };
