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
import { byEvents, companyRoutes, createCompanies, internalCompanyRoutes } from '@jobly/companies';
import { PrismaClient } from '@jobly/companies/prisma';
import { openDatabase, problemOf } from '@jobly/database';
import { type Service, createApp, createLogger, guarded, timed } from '@jobly/http-kit';
import { createOutbox } from '@jobly/outbox';
import {
  httpCompanyEvents,
  httpJobBoard,
  httpTokenIntrospector,
  publishedKeys,
  serviceClient,
} from '@jobly/service-clients';
import type { Environment } from './env';

/** Companies, over their own database; their jobs are a question to the jobs service. */
export function compose(env: Environment): Service {
  const log = createLogger('companies', env.LOG_LEVEL);
  const database = openDatabase({
    url: env.COMPANIES_DATABASE_URL,
    max: env.COMPANIES_POOL,
    name: 'companies',
    timed: env.SERVER_TIMING ? timed : undefined,
  });
  const db = { ...database, prisma: new PrismaClient({ adapter: database.adapter }) };
  const serviceSecret = secretKey(env.SERVICE_TOKEN_SECRET);
  const neighbour = (name: 'jobs' | 'users', url: string) => {
    const token = serviceTokens('companies', name, serviceSecret);
    return serviceClient({ name, url, token, deadline: env.SERVICE_DEADLINE_MS });
  };

  const jobsService = neighbour('jobs', env.JOBS_URL);
  const jobs = httpJobBoard(jobsService);
  const companies = createCompanies({ db, jobs: () => jobs, lifecycle: byEvents });

  const outbox = createOutbox({
    producer: 'companies',
    url: env.COMPANIES_DATABASE_URL,
    database,
    deliveries: httpCompanyEvents(jobsService),
    log,
  });

  const keys = remoteKeySet(publishedKeys(env.USERS_URL, env.SERVICE_DEADLINE_MS));
  const authenticate = serviceAuthenticator('companies', env, {
    verify: tokenVerifier(env, keys),
    introspector: httpTokenIntrospector(neighbour('users', env.USERS_URL)),
  });
  const guard = createGuard(authenticate, serviceTokenVerifier('companies', serviceSecret));
  const readiness = { accepting: false };
  const app = createApp({
    name: 'companies',
    log,
    readiness,
    isPublic: false,
    probe: database.ping,
    databaseTraffic: database.traffic,
    serverTiming: env.SERVER_TIMING,
    operations: guarded([...companyRoutes(companies), ...internalCompanyRoutes(companies)], guard),
    translate: problemOf,
    metrics: [verifications, ...outbox.metrics],
  });
  const close = async () => {
    await outbox.stop();
    await database.close();
  };
  return { app, log, readiness, start: outbox.start, close };
}
