import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Fleet, Invoked } from './fleet';
import { type HttpAnswer, answerOf } from './http-answer';
import { eventOf } from './http-event';
import { EVENT_LIMIT, limitedBody } from './limited-body';

/** What a function URL answers by itself. https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html */
const OWN_ANSWERS = {
  failed: { status: 502, message: 'Internal Server Error' },
  throttled: { status: 429, message: 'Rate Exceeded.' },
  tooLarge: { status: 413, message: 'Request Entity Too Large' },
};

/** An HTTP front of a function, as its function URL: makes an event of each request, and an answer of each result. */
export function createFront(fleet: Fleet): RequestListener {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await limitedBody(request, EVENT_LIMIT);
    if (!body) {
      refuse(response, OWN_ANSWERS.tooLarge);
      return;
    }
    const invoked = httpOf(await fleet.invoke(JSON.stringify(eventOf(request, body))));
    // The client is not told why, so the log must say it.
    if (invoked.kind === 'failed') console.error(`The function has failed: ${invoked.body}`);
    if (invoked.kind === 'answered') send(response, invoked.answer);
    else refuse(response, OWN_ANSWERS[invoked.kind]);
  };
  return (request, response) => {
    // The client has gone before its request was complete.
    answer(request, response).catch(() => response.destroy());
  };
}

/** A result that is no answer is a failure, too. */
function httpOf(invoked: Invoked) {
  if (invoked.kind !== 'answered') return invoked;
  try {
    return { kind: invoked.kind, answer: answerOf(invoked.body) };
  } catch (error) {
    return { kind: 'failed' as const, body: `its result is no answer. ${(error as Error).message}` };
  }
}

const send = (response: ServerResponse, { status, headers, body }: HttpAnswer) =>
  response.setHeaders(headers).writeHead(status).end(body);

const refuse = (response: ServerResponse, { status, message }: { status: number; message: string }) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ Message: message }));
