import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { eventOverHttp } from './event-over-http';

interface AdapterEnvironment {
  LAMBDA_TASK_ROOT: string;
  /** The program that is the server. */
  _HANDLER: string;
  /** What is asked until the server is ready. */
  AWS_LWA_READINESS_CHECK_PATH?: string;
}

/** How often it is asked (ms). https://awslabs.github.io/aws-lambda-web-adapter/configuration/readiness-check.html */
const READINESS_INTERVAL_MS = 10;

/**
 * A server as a handler, as AWS Lambda Web Adapter makes one of it: starts the program as it is, waits until it is ready,
 * and passes each event on to it as a plain request. If the server ends, so does this process.
 * https://awslabs.github.io/aws-lambda-web-adapter/reference/architecture.html
 */
export async function serverAsHandler(
  env: NodeJS.ProcessEnv,
): Promise<(event: unknown) => Promise<APIGatewayProxyStructuredResultV2>> {
  const {
    LAMBDA_TASK_ROOT,
    _HANDLER,
    AWS_LWA_READINESS_CHECK_PATH = '/',
  } = env as NodeJS.ProcessEnv & AdapterEnvironment;
  const server = fork(join(LAMBDA_TASK_ROOT, _HANDLER), { cwd: LAMBDA_TASK_ROOT, env });
  server.once('exit', () => process.exit(1));
  const origin = await originOf(server);
  const untilReady = async () => {
    while (!(await isReady(origin + AWS_LWA_READINESS_CHECK_PATH))) await delay(READINESS_INTERVAL_MS);
  };
  await untilReady();
  return (event) =>
    eventOverHttp(origin, event as APIGatewayProxyEventV2).catch(async (error: unknown) => {
      // It may just be ending. Then there must not be a next event.
      await untilReady();
      throw error;
    });
}

/**
 * Where it listens, which it tells its parent. At AWS its port is fixed, because every instance has a network of its own;
 * here it takes a free one.
 */
const originOf = (server: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    server.once('message', (message: { ready: { url: string } } | { failed: { reason: string } }) => {
      if ('ready' in message) resolve(message.ready.url);
      else reject(new Error(message.failed.reason));
    });
  });

/** Anything but an error of the server means that it is ready. */
const isReady = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ status }) => status < 500,
    () => false,
  );
