import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Of the connection to the front, which ends there. https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const OF_THE_CONNECTION = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
]);

/**
 * A request as an event of the payload format 2.0, as a function URL makes it: the path stays encoded. (An HTTP API of
 * API Gateway decodes it, so that a function can no longer tell `%2F` from `/`.)
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export function eventOf(request: IncomingMessage, body: Buffer): APIGatewayProxyEventV2 {
  const [rawPath = '', ...query] = (request.url ?? '').split('?');
  const rawQueryString = query.join('?');
  const sourceIp = request.socket.remoteAddress ?? '';
  const method = request.method ?? '';
  const headers = headersOf(request, body, sourceIp);
  const { cookie, ...others } = headers;
  const cookies = cookie?.split(';').map((one) => one.trim());
  const isText = isPlainText(headers) && isUtf8(body);
  const now = new Date();
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    ...(cookies && { cookies }),
    headers: others,
    ...(rawQueryString && { queryStringParameters: queryOf(rawQueryString) }),
    requestContext: {
      accountId: 'anonymous',
      apiId: 'local',
      domainName: headers['host'] ?? '',
      domainPrefix: 'local',
      http: {
        method,
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: isText ? body.toString() : body.toString('base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** Names in lower case, and what was sent several times joined by commas. */
function headersOf({ headersDistinct }: IncomingMessage, body: Buffer, sourceIp: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    if (!OF_THE_CONNECTION.has(name)) headers[name] = values.join(name === 'cookie' ? '; ' : ',');
  }
  headers['x-forwarded-for'] = [headers['x-forwarded-for'], sourceIp].filter(Boolean).join(', ');
  headers['x-forwarded-proto'] = 'http';
  if (body.length > 0) headers['content-length'] = String(body.length);
  return headers;
}

/** The last of several values wins in no way: they are joined by commas, as AWS does. */
function queryOf(query: string): Record<string, string> {
  const values = Map.groupBy(new URLSearchParams(query), ([name]) => name);
  return Object.fromEntries(Array.from(values, ([name, pairs]) => [name, pairs.map(([, value]) => value).join(',')]));
}

/** What travels as it is; everything else does in base64. */
const isPlainText = (headers: Record<string, string>): boolean =>
  headers['content-encoding'] === undefined &&
  /^\s*(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml)))/i.test(headers['content-type'] ?? '');
