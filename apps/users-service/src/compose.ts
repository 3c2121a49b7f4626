import { introspectionRoute, serviceGuard, serviceIdentity, signingAuthority, tokenIntrospector } from '@jobly/auth';
import { createChassis } from '@jobly/chassis';
import { operationsWith } from '@jobly/contracts';
import type { Service } from '@jobly/http-kit';
import { circuitOpenings, httpJobRegister, keysOfCallers, neighboursOf } from '@jobly/service-clients';
import { byEvents, createUsers, internalUserRoutes, onJobEvents, userRoutes } from '@jobly/users';
import { PrismaClient } from '@jobly/users/prisma';
import type { Environment } from './env';

/** Users and applications, over their own database; the only process that knows passwords and signs users' tokens. */
export function compose(env: Environment): Service {
  const { db, log, service } = createChassis('users', env, {
    url: env.USERS_DATABASE_URL,
    max: env.USERS_POOL,
    client: PrismaClient,
  });
  const keys = { privateKeys: env.USERS_SERVICE_PRIVATE_KEY, file: env.USERS_SERVICE_PRIVATE_KEY_FILE };
  const identity = serviceIdentity('users', keys, log);
  const jobsService = neighboursOf(identity, env)('jobs', env.JOBS_URL);

  const auth = signingAuthority(env, log);
  const users = createUsers({
    db,
    jobs: httpJobRegister(jobsService),
    lifecycle: byEvents,
    issueToken: auth.issueToken,
    loginFailureLimit: env.LOGIN_FAILURE_LIMIT,
  });

  const introspector = tokenIntrospector(auth.verify, users);
  const api = operationsWith({ passwordMinLength: env.PASSWORD_MIN_LENGTH });
  const callers = keysOfCallers({ companies: env.COMPANIES_URL, jobs: env.JOBS_URL }, env);
  return service({
    // The gateway, which replaces X-Forwarded-For by the address of its client.
    trustProxy: 1,
    routes: [...userRoutes(users, api), ...internalUserRoutes(onJobEvents(db)), introspectionRoute(introspector)],
    routers: [...auth.routes, ...identity.routes],
    guard: serviceGuard('users', env, { verify: auth.verify, introspector }, callers),
    workers: [auth, identity],
    metrics: [circuitOpenings],
  });
}
