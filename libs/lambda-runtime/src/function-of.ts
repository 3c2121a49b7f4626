import { setTimeout as delay } from 'node:timers/promises';
import type { Service } from '@jobly/http-kit';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Request } from 'express';
import serverless from 'serverless-http';
import { isBinary } from './text-or-binary';

/** A handler of AWS Lambda for HTTP: the payload format 2.0 of API Gateway's HTTP APIs and of function URLs. */
export type Handler = (
  event: APIGatewayProxyEventV2 | ScheduledEvent,
  context: object,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** What a schedule sends. https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html */
interface ScheduledEvent {
  source: string;
}

/** As long as anything in the background takes to look whether it has something to do (ms). */
const AWAKE_MS = 1_000;

/**
 * A service as a function. Its app answers one event at a time, with no server and no connection: Lambda admits, and
 * closes. The rest of the service is what runs everywhere; but it runs only from an event to its answer, because Lambda
 * freezes the process in between. So an answer waits for what is half done, and a schedule wakes the service for what
 * nobody asks for, such as events that could not be delivered.
 */
export async function functionOf(service: Service): Promise<Handler> {
  // Nor may anything be half done when the process is frozen before its first event.
  await service.pause?.();
  await service.start?.();
  service.readiness.accepting = true;
  const answer = serverless(service.app, { request: asReceived, binary: isBinary });
  return async (event, context) => {
    service.resume?.();
    try {
      if (!('source' in event)) return await answer(event, context);
      await delay(AWAKE_MS);
      return { statusCode: 204 };
    } finally {
      await service.pause?.();
    }
  };
}

/** Completes the request that `serverless-http` makes of an event: it has the headers, but not as they were received. */
function asReceived(request: Request, { headers, requestContext }: APIGatewayProxyEventV2): void {
  const peer = requestContext.http.sourceIp;
  const forwardedFor = (headers['x-forwarded-for'] ?? '').split(',').map((address) => address.trim());
  // The front adds its own client, who is the peer of the connection here: trusted proxies are counted from there.
  if (forwardedFor.at(-1) === peer) forwardedFor.pop();
  if (forwardedFor.join('') === '') delete request.headers['x-forwarded-for'];
  else request.headers['x-forwarded-for'] = forwardedFor.join(', ');
  request.headersDistinct = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [String(value)]]),
  );
  // Its own property would hide Express's, which knows of proxies.
  Reflect.deleteProperty(request, 'ip');
}
