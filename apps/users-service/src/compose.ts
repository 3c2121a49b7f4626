import {
  createGuard,
  introspectionRoute,
  secretKey,
  serviceAuthenticator,
  serviceTokenVerifier,
  serviceTokens,
  signingAuthority,
  tokenIntrospector,
  verifications,
} from '@jobly/auth';
import { openDatabase, problemOf } from '@jobly/database';
import { type Service, createApp, createLogger, guarded, timed } from '@jobly/http-kit';
import { httpJobRegister, serviceClient } from '@jobly/service-clients';
import { byEvents, createUsers, internalUserRoutes, onJobEvents, userRoutes } from '@jobly/users';
import { PrismaClient } from '@jobly/users/prisma';
import type { Environment } from './env';

/** Users and applications, over their own database; the only one who knows passwords and signs tokens. */
export function compose(env: Environment): Service {
  const log = createLogger('users', env.LOG_LEVEL);
  const database = openDatabase({
    url: env.USERS_DATABASE_URL,
    max: env.USERS_POOL,
    name: 'users',
    timed: env.SERVER_TIMING ? timed : undefined,
  });
  const db = { ...database, prisma: new PrismaClient({ adapter: database.adapter }) };
  const auth = signingAuthority(env, log);
  const serviceSecret = secretKey(env.SERVICE_TOKEN_SECRET);
  const jobsService = serviceClient({
    name: 'jobs',
    url: env.JOBS_URL,
    token: serviceTokens('users', 'jobs', serviceSecret),
    deadline: env.SERVICE_DEADLINE_MS,
  });

  const users = createUsers({
    db,
    jobs: httpJobRegister(jobsService),
    lifecycle: byEvents,
    issueToken: auth.issueToken,
    loginFailureLimit: env.LOGIN_FAILURE_LIMIT,
  });

  const introspector = tokenIntrospector(auth.verify, users);
  const authenticate = serviceAuthenticator('users', env, { verify: auth.verify, introspector });
  const guard = createGuard(authenticate, serviceTokenVerifier('users', serviceSecret));
  const readiness = { accepting: false };
  const app = createApp({
    name: 'users',
    log,
    readiness,
    isPublic: false,
    probe: database.ping,
    databaseTraffic: database.traffic,
    serverTiming: env.SERVER_TIMING,
    operations: guarded(
      [...userRoutes(users), ...internalUserRoutes(onJobEvents(db)), introspectionRoute(introspector)],
      guard,
    ),
    routers: auth.routes,
    translate: problemOf,
    metrics: [verifications],
  });
  const close = async () => {
    auth.stop();
    await database.close();
  };
  return { app, log, readiness, close };
}
