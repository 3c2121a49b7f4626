import { serviceGuard, serviceIdentity } from '@jobly/auth';
import { createChassis } from '@jobly/chassis';
import { byPort as companiesByPort, companyRoutes, createCompanies } from '@jobly/companies';
import type { JobBoard, Owner } from '@jobly/contracts';
import { joinedCompanies, joinedJobs } from '@jobly/data-sharing';
import type { Guard, Service } from '@jobly/http-kit';
import { createJobs, internalJobRoutes, jobRoutes, byPort as jobsByPort } from '@jobly/jobs';
import { createOutbox } from '@jobly/outbox';
import {
  circuitOpenings,
  httpDeletionsOfJobs,
  keysOfCallers,
  neighboursOf,
  remoteAuthentication,
} from '@jobly/service-clients';
import type { Environment } from './env';
import { PrismaClient } from './generated/prisma/client';
import { companyLifecycle, jobLifecycle } from './lifecycle';

/**
 * Companies and jobs in one process over one database, as in the monolith; users and their applications are another
 * service's, as in the microservices.
 */
export function compose(env: Environment): Service {
  const { db, log, tracing, service } = createChassis('catalogue', env, {
    url: env.CATALOGUE_DATABASE_URL,
    max: env.CATALOGUE_POOL,
    client: PrismaClient,
  });
  const keys = { privateKeys: env.JOBS_SERVICE_PRIVATE_KEY, file: env.JOBS_SERVICE_PRIVATE_KEY_FILE };
  const identity = serviceIdentity('jobs', keys, log);
  const accountsService = neighboursOf(identity, env)('users', env.USERS_URL);
  const outbox = createOutbox({
    producer: 'jobs',
    beside: ['companies'],
    url: env.CATALOGUE_DATABASE_URL,
    database: db,
    deliveries: httpDeletionsOfJobs(accountsService),
    log,
    tracing,
  });
  const delivered = outbox.deliveredWithin(env.SERVICE_DEADLINE_MS);

  // Companies and jobs need each other, so one of the two is bound at the call.
  const jobBoard: JobBoard = { ofCompany: (handle) => jobs.ofCompany(handle) };
  const companies = createCompanies({
    db,
    views: env.DATA_SHARING === 'join' ? joinedCompanies : companiesByPort(jobBoard),
    lifecycle: companyLifecycle(outbox.deliveredWithin(env.SERVICE_DEADLINE_MS / 20)),
  });
  const jobs = createJobs({
    db,
    companies,
    views: env.DATA_SHARING === 'join' ? joinedJobs : jobsByPort(companies),
    lifecycle: jobLifecycle(delivered),
  });

  const authentication = remoteAuthentication(env, accountsService);
  const callers = keysOfCallers({ users: env.USERS_URL }, env);
  // Whoever calls need not know that the two share a process.
  const guards: Partial<Record<Owner, Guard>> = {
    companies: serviceGuard('companies', env, authentication, callers),
    jobs: serviceGuard('jobs', env, authentication, callers),
  };
  return service({
    routes: [...companyRoutes(companies), ...jobRoutes(jobs), ...internalJobRoutes(jobs)],
    routers: identity.routes,
    guard: (operation, request) => guards[operation.owner]!(operation, request),
    workers: [identity, outbox],
    metrics: [circuitOpenings],
  });
}
