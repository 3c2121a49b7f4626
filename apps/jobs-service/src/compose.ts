import { serviceGuard, serviceIdentity } from '@jobly/auth';
import { createChassis } from '@jobly/chassis';
import { jobsServiceRoutes, recordsChanges, sharedCompanies } from '@jobly/data-sharing';
import type { Service } from '@jobly/http-kit';
import { byEvents, byPort, createJobs, internalJobRoutes, jobRoutes, onCompanyEvents } from '@jobly/jobs';
import { PrismaClient } from '@jobly/jobs/prisma';
import { createOutbox } from '@jobly/outbox';
import {
  circuitOpenings,
  httpCompanyDirectory,
  httpCompanyPages,
  httpJobEvents,
  keysOfCallers,
  neighboursOf,
  remoteAuthentication,
} from '@jobly/service-clients';
import type { Environment } from './env';

/** Jobs, over their own database; the names of their companies come from the companies service. */
export function compose(env: Environment): Service {
  const { db, log, tracing, service } = createChassis('jobs', env, {
    url: env.JOBS_DATABASE_URL,
    max: env.JOBS_POOL,
    recordsChanges: recordsChanges(env),
    client: PrismaClient,
  });
  const keys = { privateKeys: env.JOBS_SERVICE_PRIVATE_KEY, file: env.JOBS_SERVICE_PRIVATE_KEY_FILE };
  const identity = serviceIdentity('jobs', keys, log);
  const neighbour = neighboursOf(identity, env);
  const usersService = neighbour('users', env.USERS_URL);
  const companiesService = neighbour('companies', env.COMPANIES_URL);
  const companies = httpCompanyDirectory(companiesService);

  const deliveries = httpJobEvents({ users: usersService, companies: companiesService });
  const outbox = createOutbox({ producer: 'jobs', url: env.JOBS_DATABASE_URL, database: db, deliveries, log, tracing });
  const readModel = { database: db, pages: httpCompanyPages(companiesService), log };
  const shared = sharedCompanies(env, companies, byPort, readModel);
  const jobs = createJobs({
    db,
    companies,
    views: shared.views,
    lifecycle: byEvents(outbox.deliveredWithin(env.SERVICE_DEADLINE_MS)),
  });
  // Milliseconds, usually. The companies service waits for it, and its deliveries come one after the other.
  const companyEvents = shared.informedBy(onCompanyEvents(db, outbox.deliveredWithin(env.SERVICE_DEADLINE_MS / 20)));

  const callers = keysOfCallers({ users: env.USERS_URL, companies: env.COMPANIES_URL }, env);
  return service({
    routes: [...jobRoutes(jobs), ...internalJobRoutes(jobs, companyEvents), ...jobsServiceRoutes(db.sql)],
    routers: identity.routes,
    guard: serviceGuard('jobs', env, remoteAuthentication(env, usersService), callers),
    workers: [identity, outbox, ...shared.workers],
    metrics: [circuitOpenings, ...shared.metrics],
  });
}
