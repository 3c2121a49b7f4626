import { authenticator, createGuard, signingAuthority, tokenIntrospector, verifications } from '@jobly/auth';
import { byForeignKeys as companiesByForeignKeys, companyRoutes, createCompanies } from '@jobly/companies';
import { openDatabase, problemOf } from '@jobly/database';
import { type Service, authRateLimit, createApp, createLogger, guarded, timed } from '@jobly/http-kit';
import { byForeignKeys as jobsByForeignKeys, createJobs, jobRoutes } from '@jobly/jobs';
import { createUsers, userRoutes, byForeignKeys as usersByForeignKeys } from '@jobly/users';
import type { Environment } from './env';
import { PrismaClient } from './generated/prisma/client';
import { portCalls } from './port-calls';

/** The whole of Jobly in one process: three modules over one database, each calling its neighbours as functions. */
export function compose(env: Environment): Service {
  const log = createLogger('monolith', env.LOG_LEVEL);
  const database = openDatabase({
    url: env.DATABASE_URL,
    max: env.MONOLITH_POOL,
    name: 'monolith',
    timed: env.SERVER_TIMING ? timed : undefined,
  });
  const db = { ...database, prisma: new PrismaClient({ adapter: database.adapter }) };
  const auth = signingAuthority(env, log);
  const viaPort = portCalls(env.PORT_CALLS);

  const companies = createCompanies({ db, jobs: () => viaPort(jobs), lifecycle: companiesByForeignKeys });
  const jobs = createJobs({ db, companies: viaPort(companies), lifecycle: jobsByForeignKeys });
  const users = createUsers({
    db,
    jobs: viaPort(jobs),
    lifecycle: usersByForeignKeys,
    issueToken: auth.issueToken,
    loginFailureLimit: env.LOGIN_FAILURE_LIMIT,
  });

  const introspector = tokenIntrospector(auth.verify, viaPort(users));
  const authenticate = authenticator(env.AUTH_MODE, { verify: auth.verify, introspector });
  const readiness = { accepting: false };
  const app = createApp({
    name: 'monolith',
    log,
    readiness,
    isPublic: true,
    trustProxy: env.TRUST_PROXY,
    probe: database.ping,
    databaseTraffic: database.traffic,
    serverTiming: env.SERVER_TIMING,
    operations: guarded(
      [...userRoutes(users), ...companyRoutes(companies), ...jobRoutes(jobs)],
      createGuard(authenticate),
    ),
    middleware: [authRateLimit(env.AUTH_RATE_LIMIT)],
    translate: problemOf,
    metrics: [verifications],
  });
  const close = async () => {
    auth.stop();
    await database.close();
  };
  return { app, log, readiness, close };
}
