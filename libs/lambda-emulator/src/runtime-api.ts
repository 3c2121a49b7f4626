import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { ANSWER_LIMIT, limitedBody } from './limited-body';

/** One call, as the runtime is told of it. */
export interface Call {
  requestId: string;
  /** In Unix time (ms). */
  deadlineMs: number;
  functionArn: string;
  traceId: string;
  /** JSON. */
  event: string;
}

/** What a function has answered, or reported as its error; JSON both. */
export interface Outcome {
  isError: boolean;
  body: string;
}

/** The endpoint of one instance of a function. */
export interface RuntimeApi {
  /** HOST:PORT, as AWS_LAMBDA_RUNTIME_API. */
  address: string;
  /** Resolves when the runtime waits for its next call: then it has nothing more to do, and may be frozen. */
  waiting: () => Promise<unknown>;
  /** Rejects with the error that the runtime reports instead of ever waiting for a call. */
  initFailed: Promise<never>;
  /** Hands the call to the runtime, which must be waiting. */
  call: (call: Call) => Promise<Outcome>;
  close: () => void;
}

/** In Lambda's words, to the runtime and to the caller: https://github.com/aws/aws-lambda-dotnet/issues/1815 */
const TOO_LARGE = `maximum allowed payload size (${ANSWER_LIMIT} bytes).`;

/**
 * The Runtime API, version 2018-06-01: what a runtime asks for its calls, and answers to.
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export async function openRuntimeApi(): Promise<RuntimeApi> {
  let waiter: ServerResponse | undefined;
  let whenWaiting = Promise.withResolvers<undefined>();
  let current: (PromiseWithResolvers<Outcome> & { requestId: string }) | undefined;
  const init = Promise.withResolvers<never>();
  // Nobody may be interested any more.
  init.promise.catch(() => {});

  function next(response: ServerResponse): void {
    if (current) {
      refuse(response, 403, 'InvalidStateTransition', 'The call before is not answered yet');
      return;
    }
    waiter = response;
    whenWaiting.resolve(undefined);
  }

  async function finish(requestId: string, isError: boolean, request: IncomingMessage, response: ServerResponse) {
    const body = await limitedBody(request, ANSWER_LIMIT);
    if (current?.requestId !== requestId) {
      refuse(response, 400, 'InvalidRequestID', 'No call with this id is being answered');
      return;
    }
    const { resolve } = current;
    current = undefined;
    if (!body) {
      refuse(response, 413, 'RequestEntityTooLarge', `Exceeded ${TOO_LARGE}`);
      const errorMessage = `Response payload size exceeded ${TOO_LARGE}`;
      resolve({ isError: true, body: JSON.stringify({ errorMessage, errorType: 'Function.ResponseSizeTooLarge' }) });
      return;
    }
    accept(response);
    resolve({ isError, body: body.toString() });
  }

  async function failInit(request: IncomingMessage, response: ServerResponse) {
    const body = await text(request);
    accept(response);
    init.reject(new Error(body));
  }

  const server = createServer((request, response) => {
    const { method, url = '' } = request;
    const [, path = ''] = /^\/2018-06-01\/runtime\/(.*)$/.exec(url) ?? [];
    const [, requestId, kind] = /^invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    // The runtime has broken off in the middle of what it says. If it has ended, its exit tells.
    const brokenOff = () => void response.destroy();
    if (method === 'GET' && path === 'invocation/next') next(response);
    else if (method === 'POST' && requestId) finish(requestId, kind === 'error', request, response).catch(brokenOff);
    else if (method === 'POST' && path === 'init/error') failInit(request, response).catch(brokenOff);
    else refuse(response, 404, 'NotFound', 'The Runtime API has no such path');
  });
  // A runtime waits for as long as nobody calls.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    waiting: () => whenWaiting.promise,
    initFailed: init.promise,
    call({ requestId, deadlineMs, functionArn, traceId, event }) {
      if (!waiter) throw new Error('The runtime does not wait for a call');
      const outcome = Promise.withResolvers<Outcome>();
      current = { ...outcome, requestId };
      whenWaiting = Promise.withResolvers();
      waiter.writeHead(200, {
        'Content-Type': 'application/json',
        'Lambda-Runtime-Aws-Request-Id': requestId,
        'Lambda-Runtime-Deadline-Ms': deadlineMs,
        'Lambda-Runtime-Invoked-Function-Arn': functionArn,
        'Lambda-Runtime-Trace-Id': traceId,
      });
      waiter.end(event);
      waiter = undefined;
      return outcome.promise;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const accept = (response: ServerResponse) =>
  response.writeHead(202, { 'Content-Type': 'application/json' }).end('{"status":"OK"}');

function refuse(response: ServerResponse, status: number, errorType: string, errorMessage: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ errorMessage, errorType }));
}
