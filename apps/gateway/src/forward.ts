import { outcomeUnknown, unavailable } from '@jobly/contracts';
import {
  REMAINING_TIME,
  awaitingClient,
  clientAddress,
  createAdmission,
  currentRequestId,
  currentSource,
  fixedLimit,
  leavePlace,
  placeOf,
  timed,
} from '@jobly/http-kit';
import { type Lookup, isConnectionLost, replicasAt, retryBudget } from '@jobly/replicas';
import type { Request, Response } from 'express';
import { errors } from 'undici';
import { bodyOf } from './body';
import { type Exchange, exchangeWith } from './exchange';
import { createUnread } from './unread';

interface Forwarder {
  /** `headers` are the onward headers, as a flat list of names and values. */
  forward(request: Request, response: Response, headers: string[]): Promise<void>;
  close(): Promise<void>;
}

interface Limits {
  GATEWAY_DEADLINE_MS: number;
  ADMIT_ALL: boolean;
}

/** The number of connections to a replica of a service, and the most requests on their way to a service. */
export const CONNECTIONS = 64;
/** Of answers that clients do not read. The longest answer of the contract has 6 MB. */
const UNREAD_BYTES = 64 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 2_000;

/**
 * Forwards requests to a service, each once its body has arrived completely, and passes the answers on, over keep-alive
 * connections. The client gets every answer of the service, errors included. What is not complete within the deadline
 * is given up, waiting for a connection included: the client gets a 503 if nothing was done or only read, and a 504 if
 * something may have been done.
 */
export function forwardTo(service: string, url: string, limits: Limits, lookup?: Lookup): Forwarder {
  const { GATEWAY_DEADLINE_MS: deadline, ADMIT_ALL: admitAll } = limits;
  // Our own deadline covers all of it, from before a connection is free.
  const options = { connections: CONNECTIONS, connectTimeout: CONNECT_TIMEOUT_MS, headersTimeout: 0, bodyTimeout: 0 };
  const replicas = replicasAt(url, options, lookup);
  // Whatever is on its way to a replica when that dies is asked again of another.
  const budget = retryBudget(CONNECTIONS);
  const unread = createUnread(UNREAD_BYTES);
  const remaining = [REMAINING_TIME, String(deadline)];
  const named = `The ${service} service`;
  // One for each service: those who wait for one that hangs hold up nobody else. Always the same, because to wait for a
  // service is no work here.
  const admission = createAdmission(named, () => fixedLimit(admitAll ? Infinity : CONNECTIONS));

  /** Resolves when the answer is passed on, or cannot be any more. */
  async function answer(exchange: Exchange, response: Response, isRead: boolean): Promise<void> {
    await admission.enter(currentSource);
    budget.deposit();
    const place = sharedPlace(admission.leave);
    const attempt = () =>
      replicas.ask((replica) => {
        place.hold();
        return exchange.attempt(replica, place.letGo);
      });
    try {
      await timed('downstream', () =>
        attempt().catch((error: unknown) => {
          // The other side may close a keep-alive connection just as we use it. A read is then retried, on another
          // replica if there is one, as far as the budget of retries allows.
          const mayRepeat = isRead && !response.headersSent && isConnectionLost(error);
          if (mayRepeat && budget.withdraw()) return attempt();
          throw error;
        }),
      );
    } catch (error) {
      if (error instanceof errors.InvalidArgumentError) throw error;
      // Once half an answer is out, the only honest end is to break it off; a client that is gone needs none.
      if (response.headersSent || response.destroyed) response.destroy();
      else throw exchange.begun && !isRead ? outcomeUnknown(named, error) : unavailable(named, error);
    } finally {
      place.letGo();
    }
  }

  return {
    async forward(request, response, headers) {
      const read = () => bodyOf(request);
      const body = request.complete ? await read() : await awaitingClient(placeOf(request), read);
      if (!request.socket.writable) return;
      const { method } = request;
      const onward = ['X-Request-Id', currentRequestId()!, 'X-Forwarded-For', clientAddress(request), ...remaining];
      const path = originForm(request.originalUrl);
      const exchange = exchangeWith(
        service,
        { method, path, headers: [...headers, ...onward], body },
        response,
        unread,
      );
      const late = setTimeout(() => exchange.abandon(new Error(`No answer within ${deadline} ms`)), deadline);
      response.once('close', () => {
        if (!response.writableEnded) exchange.abandon(new Error('The client has gone'));
      });
      try {
        await answer(exchange, response, body === null && (method === 'GET' || method === 'HEAD'));
      } finally {
        clearTimeout(late);
        leavePlace(request);
      }
    },
    async close() {
      admission.stop();
      await replicas.close();
    },
  };
}

/** A client may send the whole URL (RFC 9112, 3.2.2); the service gets what follows the host. */
const originForm = (target: string) => target.replace(/^https?:\/\/[^/?]*/i, '').replace(/^(?!\/)/, '/');

/** A place that is given back when its last holder lets go: what was given up may still wait in a pool. */
function sharedPlace(leave: () => void) {
  let holders = 1;
  return {
    hold: () => (holders += 1),
    letGo: () => {
      holders -= 1;
      if (holders === 0) leave();
    },
  };
}
