import type { Problem } from '@jobly/contracts';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { STATUS, errorBody } from '../errors';
import { EXPOSED_HEADERS } from '../exposed-headers';
import { requestIdOf } from '../request-id';
import type { Admission } from './admission';
import { leavePlace, takePlace } from './place';

/** Whoever watches the process must be answered above all when it has too much to do. */
const isWatching = ({ url = '' }: IncomingMessage) => /^\/(health\/(live|ready)|metrics)\/?(\?|$)/.test(url);

/**
 * Admits requests before anything else is done for them. A refusal is written here, without the middleware of an answer:
 * at several times its peak a process would otherwise have nothing left for what it admits.
 */
export function admitting(admission: Admission, isPublic: boolean, listener: RequestListener): RequestListener {
  const refuse = refusing(admission.refusal, isPublic);
  return (request, response) => {
    if (isWatching(request)) {
      listener(request, response);
      return;
    }
    const source = () => sourceOf(request, isPublic);
    admission.enter(source).then(
      () => {
        // A client that has gone meanwhile closes nothing any more that would give the place back.
        if (response.destroyed) {
          admission.leave();
          return;
        }
        takePlace(request, admission, source);
        // Once the answer is written, or nobody waits for it; however slowly it is read.
        const leave = () => leavePlace(request);
        response.once('prefinish', leave).once('close', leave);
        listener(request, response);
      },
      () => refuse(request, response),
    );
  };
}

/** What is not public is reached by the gateway and by services, which say for whom they ask. */
const sourceOf = ({ headers, socket }: IncomingMessage, isPublic: boolean): string =>
  (isPublic ? undefined : headers['x-forwarded-for']?.toString()) ?? socket.remoteAddress ?? 'unknown';

function refusing({ kind, detail, retryAfter }: Problem, isPublic: boolean): RequestListener {
  const status = STATUS[kind];
  const body = JSON.stringify(errorBody(detail, status));
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Retry-After': retryAfter,
    ...(isPublic && {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': EXPOSED_HEADERS.join(),
    }),
  };
  return (request: IncomingMessage, response: ServerResponse) => {
    // Unread, it would block the next request on the connection.
    request.resume();
    response.writeHead(status, { ...headers, 'X-Request-Id': requestIdOf(request) }).end(body);
  };
}
