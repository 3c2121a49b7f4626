import { serviceIdentity } from './auth/identity';
import { publishedKeys } from './auth/key-set';
import { remembered, serviceAuthentication } from './auth/services';
import { bearerToken, verifications } from './auth/token';
import { userAuthentication } from './auth/users';
import { createCompanies } from './companies/companies';
import { handlers } from './companies/handlers';
import { openDatabase } from './data/database';
import { createAdmission } from './http/admission';
import { createApp } from './http/app';
import { createMetrics } from './http/metrics';
import { guardOf } from './http/operation';
import { listen } from './http/server';
import type { Log } from './log';
import { neighbour } from './neighbour';
import { createOutbox } from './outbox/outbox';
import type { Settings } from './settings';

/** The companies service, over its own database; the jobs of companies come from the jobs service. */
export async function compose(settings: Settings, log: Log) {
  const { USERS_URL, JOBS_URL, SERVICE_DEADLINE_MS: deadline } = settings;
  const identity = await serviceIdentity(settings, log);
  const neighbourAt = (name: string, url: string) =>
    neighbour({ name, url, token: identity.tokensFor(name), deadline });
  const jobs = neighbourAt('jobs', JOBS_URL);
  const users = neighbourAt('users', USERS_URL);

  const database = openDatabase(settings.COMPANIES_DATABASE_URL, settings.COMPANIES_POOL);
  const outbox = createOutbox(database, jobs, log);
  const companies = createCompanies({ database, jobs, outbox, deadline });

  const userKeys = publishedKeys(`${USERS_URL}/.well-known/jwks.json`, 'RS256', deadline);
  const keysOfJobs = publishedKeys(`${JOBS_URL}/.well-known/service-jwks.json`, 'ES256', deadline);
  const admission = createAdmission(settings.ADMIT_ALL);
  const metrics = createMetrics([
    ...admission.metrics,
    ...database.metrics,
    ...outbox.metrics,
    verifications,
    remembered,
  ]);
  const readiness = { accepting: false };
  const app = createApp({
    handlers: handlers(companies, database),
    guard: guardOf(
      userAuthentication(settings, userKeys, users),
      serviceAuthentication(new Map([['jobs', keysOfJobs]])),
      bearerToken,
    ),
    log,
    readiness,
    probe: database.ping,
    expose: metrics.expose,
    published: identity.published,
  });

  return {
    readiness,
    start: outbox.start,
    listen: () => listen({ host: settings.HOST, port: settings.COMPANIES_PORT, app, admission, metrics, log }),
    /** Closes what it holds; the pool last, because the others use it until they have stopped. */
    async close(): Promise<void> {
      identity.stop();
      await outbox.stop();
      await database.close();
    },
  };
}
