import { type CompanyEvents, internalOperations, operations } from '@jobly/contracts';
import { type Route, route } from '@jobly/http-kit';
import type { Jobs } from './jobs';

/** The public routes of jobs. */
export const jobRoutes = (jobs: Jobs): Route[] => [
  route(operations.createJob, async ({ body, key }) => ({ job: await jobs.create(body, key) })),
  route(operations.listJobs, async ({ query }) => ({ jobs: await jobs.list(query) })),
  route(operations.getJob, async ({ params }) => ({ job: await jobs.detail(params.id) })),
  route(operations.updateJob, async ({ params, body }) => ({ job: await jobs.update(params.id, body) })),
  route(operations.deleteJob, async ({ params }) => {
    await jobs.remove(params.id);
    return { deleted: params.id };
  }),
];

/**
 * The internal routes of jobs; the monolith does not need them.
 * @param events handles those of companies, unless these are in the same process.
 */
export const internalJobRoutes = (jobs: Jobs, events?: CompanyEvents): Route[] => [
  route(internalOperations.jobsOfCompany, async ({ params }) => ({ jobs: await jobs.ofCompany(params.handle) })),
  route(internalOperations.jobExists, async ({ params }) => ({ exists: await jobs.exists(params.id) })),
  ...(events ? companyEventRoutes(events) : []),
];

const companyEventRoutes = (events: CompanyEvents): Route[] => [
  route(internalOperations.companyDeleted, async ({ body: { eventId, ...payload } }) => {
    await events['company-deleted'](payload, eventId);
    return undefined;
  }),
];
