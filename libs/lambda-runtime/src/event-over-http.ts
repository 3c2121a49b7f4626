import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { isBinary } from './text-or-binary';

/**
 * Makes a plain request to a server of an event of the payload format 2.0, and a result of its answer. Rejects if the
 * server breaks off. Each request has a connection of its own: one that is kept may be closed by the server at any time
 * after both were frozen.
 */
export async function eventOverHttp(
  origin: string,
  { rawPath, rawQueryString, requestContext, headers, cookies, body, isBase64Encoded }: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(origin, {
      method: requestContext.http.method,
      path: rawQueryString ? `${rawPath}?${rawQueryString}` : rawPath,
      headers: { ...headers, ...(cookies && { cookie: cookies.join('; ') }) },
      setHost: false,
      agent: false,
    })
      .once('response', resolve)
      .once('error', reject)
      .end(Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'));
  });
  return resultOf(response, await buffer(response));
}

/** Of the connection, which ends at the adapter. https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const OF_THE_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding'];

function resultOf(response: IncomingMessage, body: Buffer): APIGatewayProxyStructuredResultV2 {
  const { 'set-cookie': cookies = [], ...received } = response.headers;
  const headers = Object.entries(received).flatMap(([name, value]) =>
    OF_THE_CONNECTION.includes(name) ? [] : [[name, String(value)] as const],
  );
  const isBase64Encoded = isBinary(received);
  return {
    statusCode: response.statusCode ?? 502,
    headers: Object.fromEntries(headers),
    cookies,
    body: body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  };
}
