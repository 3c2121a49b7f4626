export { createJobs } from './jobs';
export { deleteJobsOfCompany } from './lifecycle/delete-with-events';
export { byForeignKeys } from './lifecycle/by-foreign-keys';
export { byEvents } from './lifecycle/by-events';
export { onCompanyEvents } from './lifecycle/on-company-events';
export { internalJobRoutes, jobRoutes } from './routes';
export { seedJobs } from './seed/seed';
export { byPort } from './views/by-port';
