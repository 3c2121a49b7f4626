import { verifications } from '@jobly/auth';
import { type Operation, operations, operationsWith } from '@jobly/contracts';
import { type OperationHandler, type Service, authRateLimit, createLogger, createService } from '@jobly/http-kit';
import type { Lookup } from '@jobly/replicas';
import { createTracing } from '@jobly/tracing';
import type { Environment } from './env';
import { CONNECTIONS, forwardTo } from './forward';
import { onwardHeaders } from './onward-headers';

/** Most of them only wait for a service. All that may wait for three that hang still leaves places for others. */
const AT_WORK = { least: 3 * CONNECTIONS + 16, most: 1_024 };

/**
 * The one public origin of the microservices: the contract's operations, each forwarded to the service that owns it.
 * @param lookup resolves the services' names; the system's resolver by default.
 */
export function compose(env: Environment, lookup?: Lookup): Service {
  const log = createLogger('gateway', env.LOG_LEVEL);
  const owners = {
    users: forwardTo('users', env.USERS_URL, env, lookup),
    companies: forwardTo('companies', env.COMPANIES_URL, env, lookup),
    jobs: forwardTo('jobs', env.JOBS_URL, env, lookup),
  };

  const headersOf = onwardHeaders(env);
  return createService({
    name: 'gateway',
    env,
    log,
    tracing: createTracing('gateway', env.OTEL_EXPORTER_OTLP_ENDPOINT),
    isPublic: true,
    atWork: AT_WORK,
    trustProxy: env.TRUST_PROXY,
    described: operationsWith({ passwordMinLength: env.PASSWORD_MIN_LENGTH }),
    // Always ready, even if it can only answer 503: one service being down must not take the others off the air.
    probe: () => Promise.resolve(),
    operations: Object.values<Operation>(operations).map((operation): OperationHandler => [
      operation,
      async (request, response) => {
        await owners[operation.owner].forward(request, response, await headersOf(operation, request));
      },
    ]),
    middleware: [authRateLimit(env.AUTH_RATE_LIMIT)],
    metrics: [verifications],
    workers: Object.values(owners).map(({ close }) => ({ stop: close })),
  });
}
