import {
  createGuard,
  remoteKeySet,
  secretKey,
  serviceAuthenticator,
  serviceTokenVerifier,
  serviceTokens,
  tokenVerifier,
  verifications,
} from '@jobly/auth';
import { openDatabase, problemOf } from '@jobly/database';
import { type Service, createApp, createLogger, guarded, timed } from '@jobly/http-kit';
import { byEvents, createJobs, internalJobRoutes, jobRoutes, onCompanyEvents } from '@jobly/jobs';
import { PrismaClient } from '@jobly/jobs/prisma';
import { createOutbox } from '@jobly/outbox';
import {
  httpCompanyDirectory,
  httpJobEvents,
  httpTokenIntrospector,
  publishedKeys,
  serviceClient,
} from '@jobly/service-clients';
import type { Environment } from './env';

/** Jobs, over their own database; what their companies are called is a question to the companies service. */
export function compose(env: Environment): Service {
  const log = createLogger('jobs', env.LOG_LEVEL);
  const database = openDatabase({
    url: env.JOBS_DATABASE_URL,
    max: env.JOBS_POOL,
    name: 'jobs',
    timed: env.SERVER_TIMING ? timed : undefined,
  });
  const db = { ...database, prisma: new PrismaClient({ adapter: database.adapter }) };
  const serviceSecret = secretKey(env.SERVICE_TOKEN_SECRET);
  const neighbour = (name: 'companies' | 'users', url: string) => {
    const token = serviceTokens('jobs', name, serviceSecret);
    return serviceClient({ name, url, token, deadline: env.SERVICE_DEADLINE_MS });
  };

  const companies = httpCompanyDirectory(neighbour('companies', env.COMPANIES_URL));
  const jobs = createJobs({ db, companies, lifecycle: byEvents });

  const usersService = neighbour('users', env.USERS_URL);
  const outbox = createOutbox({
    producer: 'jobs',
    url: env.JOBS_DATABASE_URL,
    database,
    deliveries: httpJobEvents(usersService),
    log,
  });

  const keys = remoteKeySet(publishedKeys(env.USERS_URL, env.SERVICE_DEADLINE_MS));
  const authenticate = serviceAuthenticator('jobs', env, {
    verify: tokenVerifier(env, keys),
    introspector: httpTokenIntrospector(usersService),
  });
  const guard = createGuard(authenticate, serviceTokenVerifier('jobs', serviceSecret));
  const readiness = { accepting: false };
  const app = createApp({
    name: 'jobs',
    log,
    readiness,
    isPublic: false,
    probe: database.ping,
    databaseTraffic: database.traffic,
    serverTiming: env.SERVER_TIMING,
    operations: guarded([...jobRoutes(jobs), ...internalJobRoutes(jobs, onCompanyEvents(db))], guard),
    translate: problemOf,
    metrics: [verifications, ...outbox.metrics],
  });
  const close = async () => {
    await outbox.stop();
    await database.close();
  };
  return { app, log, readiness, start: outbox.start, close };
}
