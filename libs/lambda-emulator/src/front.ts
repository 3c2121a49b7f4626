import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { APIGatewayProxyResultV2 } from 'aws-lambda';
import type { Fleet } from './fleet';
import { eventOf } from './http-event';
import { limitedBody } from './limited-body';

/** What a function URL answers by itself. https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html */
const OWN_ANSWERS = {
  failed: { status: 502, message: 'Internal Server Error' },
  throttled: { status: 429, message: 'Rate Exceeded.' },
  tooLarge: { status: 413, message: 'Request Entity Too Large' },
};

/** An HTTP front of a function, as its function URL: makes an event of each request, and an answer of each result. */
export function createFront(fleet: Fleet): RequestListener {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await limitedBody(request);
    if (!body) {
      refuse(response, OWN_ANSWERS.tooLarge);
      return;
    }
    const invoked = await fleet.invoke(JSON.stringify(eventOf(request, body)));
    // The client is not told why, so the log must say it.
    if (invoked.kind === 'failed') console.error(`The function has failed: ${invoked.body}`);
    if (invoked.kind === 'answered') send(response, JSON.parse(invoked.body) as APIGatewayProxyResultV2);
    else refuse(response, OWN_ANSWERS[invoked.kind]);
  };
  return (request, response) => {
    // The client has gone before its request was complete.
    answer(request, response).catch(() => response.destroy());
  };
}

/** A result that has no status is itself the body of an answer with 200. */
function send(response: ServerResponse, result: APIGatewayProxyResultV2): void {
  if (typeof result !== 'object' || result.statusCode === undefined) {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(typeof result === 'string' ? result : JSON.stringify(result));
    return;
  }
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = result;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
  response.writeHead(statusCode).end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
}

const refuse = (response: ServerResponse, { status, message }: { status: number; message: string }) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ Message: message }));
