import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Asker, endOf, requestIdOf } from '../request';
import type { Place } from './admission';

/** A request on its way through this process, and what becomes known of it. */
export interface Exchange {
  incoming: IncomingMessage;
  headers: Headers;
  method: string;
  /** As it was sent: neither decoded nor resolved. */
  path: string;
  search: string;
  begin: number;
  asker: Asker;
  /** Whether nobody waits for the answer any more. */
  hasGone: () => boolean;
  /** The pattern of its route, once that is found. */
  route: string;
  receivedBytes: number;
  sentBytes: number;
}

export function beginExchange(incoming: IncomingMessage, outgoing: ServerResponse): Exchange {
  const { method = 'GET', url = '/', socket, headersDistinct } = incoming;
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  // Without an origin, which a proxy may name, and a fragment, which nobody should send.
  const [path = '', ...search] = url.replace(/^\w+:\/\/[^/]*|#.*$/g, '').split('?');
  return {
    incoming,
    headers,
    method,
    path,
    search: search.join('?'),
    begin: performance.now(),
    asker: {
      requestId: requestIdOf(headers),
      // The gateway and the services say for whom they ask.
      source: headers.get('x-forwarded-for') ?? socket.remoteAddress,
      caller: undefined,
      endsAt: endOf(headers),
      away: (waiting) => waiting(),
    },
    hasGone: () => outgoing.destroyed || !socket.writable,
    route: 'none',
    receivedBytes: 0,
    sentBytes: 0,
  };
}

/** What is waited for elsewhere is waited for without this place. */
export const takePlace = ({ asker }: Exchange, place: Place): void => void (asker.away = place.away);

/** A reply in JSON. */
export function jsonReply(exchange: Exchange, status: number, reply: object, headers = {}): Response {
  const text = JSON.stringify(reply);
  exchange.sentBytes = Buffer.byteLength(text);
  return new Response(text, { status, headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers } });
}
