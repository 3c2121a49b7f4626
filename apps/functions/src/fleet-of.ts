import { join } from 'node:path';
import { StartError } from '@jobly/contracts';
import { type Fleet, createFleet } from '@jobly/lambda-emulator';
import type { Environment } from './env';
import { deployedIn } from './prepare';
import { behindAdapter } from './trust-proxy';

/**
 * The instances of an app as a function.
 * @throws StartError for the server of a service.
 */
export const fleetOf = (env: Environment): Fleet =>
  createFleet({
    name: env.FUNCTION,
    ...(env.FUNCTION_FORM === 'server' ? asServer(env) : asHandler(env)),
    memoryMb: env.FUNCTION_MEMORY_MB,
    timeoutMs: env.FUNCTION_TIMEOUT_MS,
    concurrency: env.FUNCTION_CONCURRENCY,
    idleMs: env.FUNCTION_IDLE_MS,
    freezes: true,
    log: 'inherit',
  });

/** The handler, in the form in which it is deployed. */
const asHandler = ({ FUNCTION }: Environment) => ({
  directory: deployedIn(FUNCTION),
  handler: 'lambda.handler',
  runtime: [process.execPath, join(import.meta.dirname, 'bootstrap.js')],
  env: process.env,
});

/** The server as it is everywhere, behind an adapter; its database is prepared already. */
function asServer({ FUNCTION }: Environment) {
  if (FUNCTION !== 'monolith') {
    throw new StartError(
      'FUNCTION_FORM=server is for the monolith: a service works on when it has answered, and would be frozen meanwhile.',
    );
  }
  return {
    directory: join(import.meta.dirname, '..', FUNCTION),
    handler: 'main.js',
    runtime: [process.execPath, join(import.meta.dirname, 'adapter.js')],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      MONOLITH_PORT: '0',
      MIGRATE: 'elsewhere',
      TRUST_PROXY: behindAdapter(process.env['TRUST_PROXY']),
      AWS_LWA_READINESS_CHECK_PATH: '/health/ready',
    },
  };
}
