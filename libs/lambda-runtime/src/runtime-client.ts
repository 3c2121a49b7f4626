import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** One call of the function. */
export interface Invocation {
  /** JSON. */
  event: string;
  requestId: string;
  /** When the answer must be there, in Unix time (ms). */
  deadlineMs: number;
  functionArn: string;
  traceId: string | undefined;
}

export interface RuntimeClient {
  /** Waits for the next invocation, for as long as it takes. That the runtime asks means that it is done with the last. */
  next: () => Promise<Invocation>;
  /** An answer that is too large is an error of the call, and not of the runtime, which goes on. */
  respond: (requestId: string, json: string) => Promise<void>;
  fail: (requestId: string, error: unknown) => Promise<void>;
  failInit: (error: unknown) => Promise<void>;
}

/** A client of the Runtime API. Over one connection, and without a timeout: a frozen process sees time jump. */
export function runtimeClient(address: string): RuntimeClient {
  const base = `http://${address}/2018-06-01/runtime`;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  const exchange = (method: string, path: string, body?: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
      request(base + path, { method, agent, headers })
        .once('error', reject)
        .once('response', (response) => {
          const { statusCode: status = 0, headers } = response;
          text(response).then((content) => resolve({ status, headers, body: content }), reject);
        })
        .end(body);
    });

  const post = async (path: string, body: string, headers?: Record<string, string>) => {
    const answer = await exchange('POST', path, body, { 'Content-Type': 'application/json', ...headers });
    // It was too large. The platform has told the caller so: the call is over, and nothing can be reported of it.
    if (answer.status === 413) console.error(`The Runtime API refuses an answer: ${answer.body}`);
    else if (answer.status !== 202)
      throw new Error(`The Runtime API answers ${answer.status} to ${path}: ${answer.body}`);
  };

  const postError = (path: string, thrown: unknown) => {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { name: errorType, message: errorMessage, stack = '' } = error;
    const report = JSON.stringify({ errorType, errorMessage, trace: stack.split('\n') });
    return post(path, report, { 'Lambda-Runtime-Function-Error-Type': `Unhandled.${errorType}` });
  };

  return {
    async next() {
      const { status, headers, body } = await exchange('GET', '/invocation/next');
      if (status !== 200) throw new Error(`The Runtime API answers ${status} to a request for an invocation: ${body}`);
      const header = (name: string) => headers[name]?.toString();
      return {
        event: body,
        requestId: header('lambda-runtime-aws-request-id') ?? '',
        deadlineMs: Number(header('lambda-runtime-deadline-ms')),
        functionArn: header('lambda-runtime-invoked-function-arn') ?? '',
        traceId: header('lambda-runtime-trace-id'),
      };
    },
    respond: (requestId, json) => post(`/invocation/${requestId}/response`, json),
    fail: (requestId, error) => postError(`/invocation/${requestId}/error`, error),
    failInit: (error) => postError('/init/error', error),
  };
}
