import type { IncomingHttpHeaders } from 'node:http';

/** Hop-by-hop headers, which concern one connection (RFC 9110, 7.6.1), and headers that the gateway sets itself. */
const NOT_PASSED_ON = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'date',
  'x-request-id',
  'x-forwarded-for',
  'x-remaining-time',
  'server-timing',
]);

/**
 * A request's headers for the next hop, as a flat list of names and values; repeated headers stay repeated.
 * `Content-Length` is set anew, for the body as it is forwarded.
 */
export function requestHeaders(raw: string[]): string[] {
  const ends = endingHere(raw.filter((_, at) => at % 2 === 1 && raw[at - 1]!.toLowerCase() === 'connection').join());
  return keptOf(raw, (name) => name !== 'content-length' && !ends(name));
}

/** A flat list of headers without those of this name, which is in lower case. */
export const without = (unwanted: string, headers: string[]): string[] => keptOf(headers, (name) => name !== unwanted);

function keptOf(headers: string[], isKept: (name: string) => boolean): string[] {
  const kept: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const [name, value] = [headers[at]!, headers[at + 1]!];
    if (isKept(name.toLowerCase())) kept.push(name, value);
  }
  return kept;
}

/** A response's headers for the client. */
export function responseHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const ends = endingHere(headers.connection ?? '');
  const kept: IncomingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers)) if (!ends(name)) kept[name] = value;
  return kept;
}

const isOfOneHop = (name: string) => NOT_PASSED_ON.has(name);

/** What `Connection` usually says. */
const NAMES_NONE = /^(keep-alive|close)?$/i;

/** Recognises hop-by-hop headers, including those that the `Connection` header names. */
function endingHere(connection: string): (name: string) => boolean {
  if (NAMES_NONE.test(connection)) return isOfOneHop;
  const named = new Set(connection.toLowerCase().split(/\s*,\s*/));
  return (name) => isOfOneHop(name) || named.has(name);
}
