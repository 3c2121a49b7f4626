import { serviceGuard, serviceIdentity } from '@jobly/auth';
import { createChassis } from '@jobly/chassis';
import { byEvents, byPort, companyRoutes, createCompanies, internalCompanyRoutes } from '@jobly/companies';
import { PrismaClient } from '@jobly/companies/prisma';
import { companiesServiceRoutes, recordsChanges, sharedJobs } from '@jobly/data-sharing';
import type { Service } from '@jobly/http-kit';
import { createOutbox } from '@jobly/outbox';
import {
  circuitOpenings,
  httpCompanyEvents,
  httpJobBoard,
  httpJobPages,
  keysOfCallers,
  neighboursOf,
  remoteAuthentication,
} from '@jobly/service-clients';
import type { Environment } from './env';

/** Companies, over their own database; their jobs come from the jobs service. */
export function compose(env: Environment): Service {
  const { db, log, tracing, service } = createChassis('companies', env, {
    url: env.COMPANIES_DATABASE_URL,
    max: env.COMPANIES_POOL,
    recordsChanges: recordsChanges(env),
    client: PrismaClient,
  });
  const keys = { privateKeys: env.COMPANIES_SERVICE_PRIVATE_KEY, file: env.COMPANIES_SERVICE_PRIVATE_KEY_FILE };
  const identity = serviceIdentity('companies', keys, log);
  const neighbour = neighboursOf(identity, env);
  const usersService = neighbour('users', env.USERS_URL);
  const jobsService = neighbour('jobs', env.JOBS_URL);
  const shared = sharedJobs(env, httpJobBoard(jobsService), byPort, {
    database: db,
    pages: httpJobPages(jobsService),
    log,
  });

  const events = httpCompanyEvents(jobsService);
  const outbox = createOutbox({
    producer: 'companies',
    url: env.COMPANIES_DATABASE_URL,
    database: db,
    deliveries: { ...events, ...shared.informedBy(events) },
    log,
    tracing,
  });
  const companies = createCompanies({
    db,
    views: shared.views,
    lifecycle: byEvents(outbox.deliveredWithin(env.SERVICE_DEADLINE_MS)),
  });

  const callers = keysOfCallers({ jobs: env.JOBS_URL }, env);
  return service({
    routes: [...companyRoutes(companies), ...internalCompanyRoutes(companies), ...companiesServiceRoutes(db.sql)],
    routers: identity.routes,
    guard: serviceGuard('companies', env, remoteAuthentication(env, usersService), callers),
    workers: [identity, outbox, ...shared.workers],
    metrics: [circuitOpenings, ...shared.metrics],
  });
}
