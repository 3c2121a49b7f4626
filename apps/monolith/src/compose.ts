import { authenticator, createGuard, signingAuthority, tokenIntrospector } from '@jobly/auth';
import { createChassis } from '@jobly/chassis';
import {
  companyRoutes,
  byForeignKeys as companiesByForeignKeys,
  byPort as companiesByPort,
  createCompanies,
} from '@jobly/companies';
import { type JobBoard, operationsWith } from '@jobly/contracts';
import { joinedCompanies, joinedJobs } from '@jobly/data-sharing';
import { type Service, authRateLimit } from '@jobly/http-kit';
import { createJobs, jobRoutes, byForeignKeys as jobsByForeignKeys, byPort as jobsByPort } from '@jobly/jobs';
import { createUsers, userRoutes, byForeignKeys as usersByForeignKeys } from '@jobly/users';
import type { Environment } from './env';
import { PrismaClient } from './generated/prisma/client';
import { portCalls } from './port-calls';

/** All of Jobly in one process: three modules over one database, each calling its neighbours as functions. */
export function compose(env: Environment): Service {
  const { db, log, service } = createChassis('monolith', env, {
    url: env.DATABASE_URL,
    max: env.MONOLITH_POOL,
    client: PrismaClient,
  });
  // As functions, unless a test wants every call to pass through JSON.
  const viaPort = portCalls(env.PORT_CALLS);

  // Companies and jobs need each other, so one of the two is bound at the call.
  const jobBoard: JobBoard = { ofCompany: (handle) => jobs.ofCompany(handle) };
  const companies = createCompanies({
    db,
    views: env.DATA_SHARING === 'join' ? joinedCompanies : companiesByPort(viaPort(jobBoard)),
    lifecycle: companiesByForeignKeys,
  });
  const jobs = createJobs({
    db,
    companies: viaPort(companies),
    views: env.DATA_SHARING === 'join' ? joinedJobs : jobsByPort(viaPort(companies)),
    lifecycle: jobsByForeignKeys,
  });
  const auth = signingAuthority(env, log);
  const users = createUsers({
    db,
    jobs: viaPort(jobs),
    lifecycle: usersByForeignKeys,
    issueToken: auth.issueToken,
    loginFailureLimit: env.LOGIN_FAILURE_LIMIT,
  });

  const introspector = tokenIntrospector(auth.verify, viaPort(users));
  const api = operationsWith({ passwordMinLength: env.PASSWORD_MIN_LENGTH });
  return service({
    isPublic: true,
    described: api,
    trustProxy: env.TRUST_PROXY,
    middleware: [authRateLimit(env.AUTH_RATE_LIMIT)],
    routes: [...userRoutes(users, api), ...companyRoutes(companies), ...jobRoutes(jobs)],
    guard: createGuard(authenticator(env.AUTH_MODE, { verify: auth.verify, introspector })),
    workers: [auth],
  });
}
