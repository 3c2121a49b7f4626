import type { IncomingHttpHeaders } from 'node:http';

/** Headers that speak of one connection only and end here (RFC 9110, 7.6.1), and those the gateway says itself. */
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
]);

/** A request's headers for the next hop, as a flat list of names and values; doubled headers stay doubled. */
export function requestHeaders(raw: string[]): string[] {
  const dropped = namedByConnection(raw);
  return raw.filter((_, at) => {
    const name = raw[at - (at % 2)]!.toLowerCase();
    return !NOT_PASSED_ON.has(name) && !dropped.has(name);
  });
}

/** A response's headers for the client. */
export const responseHeaders = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_PASSED_ON.has(name)));

function namedByConnection(raw: string[]): Set<string> {
  const values = raw.filter((_, at) => at % 2 === 1 && raw[at - 1]!.toLowerCase() === 'connection');
  return new Set(
    values
      .join(',')
      .toLowerCase()
      .split(/\s*,\s*/),
  );
}
