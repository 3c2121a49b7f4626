import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context } from 'aws-lambda';
import { type Invocation, type RuntimeClient, runtimeClient } from './runtime-client';

/** What a handler is told of its invocation, without the callbacks that promises have replaced. */
type InvocationContext = Omit<Context, 'done' | 'fail' | 'succeed'>;

type AnyHandler = (event: unknown, context: InvocationContext) => Promise<unknown>;

interface RuntimeEnvironment {
  AWS_LAMBDA_RUNTIME_API: string;
  LAMBDA_TASK_ROOT: string;
  /** The module and its export, as in `lambda.handler`. */
  _HANDLER: string;
}

/**
 * Runs a function: makes its handler, and calls it for one event after the other until the process is ended. A handler
 * that cannot be made is reported as an error of the initialisation, and ends the process.
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 * @param handlerOf by default loads what `_HANDLER` names
 */
export async function runRuntime(
  env: NodeJS.ProcessEnv,
  handlerOf: (env: NodeJS.ProcessEnv) => Promise<AnyHandler> = load,
): Promise<never> {
  const { AWS_LAMBDA_RUNTIME_API } = env as NodeJS.ProcessEnv & RuntimeEnvironment;
  const client = runtimeClient(AWS_LAMBDA_RUNTIME_API);
  let handler: AnyHandler;
  try {
    handler = await handlerOf(env);
  } catch (error) {
    console.error(error);
    await client.failInit(error);
    process.exit(1);
  }
  for (;;) await answer(await client.next(), handler, client, env);
}

async function load(env: NodeJS.ProcessEnv): Promise<AnyHandler> {
  const { LAMBDA_TASK_ROOT, _HANDLER } = env as NodeJS.ProcessEnv & RuntimeEnvironment;
  const [file = '', exported = ''] = _HANDLER.split('.');
  const { [exported]: handler } = (await import(pathToFileURL(join(LAMBDA_TASK_ROOT, `${file}.js`)).href)) as Record<
    string,
    unknown
  >;
  if (typeof handler !== 'function') throw new Error(`${file}.js exports no function "${exported}"`);
  return handler as AnyHandler;
}

async function answer(
  invocation: Invocation,
  handler: AnyHandler,
  client: RuntimeClient,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const { requestId, traceId } = invocation;
  // Where tracers look for it.
  if (traceId) env['_X_AMZN_TRACE_ID'] = traceId;
  try {
    const result = await handler(JSON.parse(invocation.event), contextOf(invocation, env));
    await client.respond(requestId, JSON.stringify(result ?? null));
  } catch (error) {
    console.error(error);
    await client.fail(requestId, error);
  }
}

function contextOf({ requestId, deadlineMs, functionArn }: Invocation, env: NodeJS.ProcessEnv): InvocationContext {
  return {
    awsRequestId: requestId,
    invokedFunctionArn: functionArn,
    functionName: env['AWS_LAMBDA_FUNCTION_NAME'] ?? '',
    functionVersion: env['AWS_LAMBDA_FUNCTION_VERSION'] ?? '',
    memoryLimitInMB: env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'] ?? '',
    logGroupName: env['AWS_LAMBDA_LOG_GROUP_NAME'] ?? '',
    logStreamName: env['AWS_LAMBDA_LOG_STREAM_NAME'] ?? '',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => deadlineMs - Date.now(),
  };
}
