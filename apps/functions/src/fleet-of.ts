import { join } from 'node:path';
import { type Fleet, createFleet } from '@jobly/lambda-emulator';
import type { Environment } from './env';
import { deployedIn } from './prepare';

/** The instances of an app as a function, in the form in which it is deployed. */
export const fleetOf = (env: Environment): Fleet =>
  createFleet({
    name: env.FUNCTION,
    directory: deployedIn(env.FUNCTION),
    handler: 'lambda.handler',
    runtime: [process.execPath, join(import.meta.dirname, 'bootstrap.js')],
    env: process.env,
    memoryMb: env.FUNCTION_MEMORY_MB,
    timeoutMs: env.FUNCTION_TIMEOUT_MS,
    concurrency: env.FUNCTION_CONCURRENCY,
    idleMs: env.FUNCTION_IDLE_MS,
    freezes: true,
    log: 'inherit',
  });
