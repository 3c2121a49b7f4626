export { createJobs } from './jobs';
export { byForeignKeys } from './lifecycle/by-foreign-keys';
export { byEvents, onCompanyEvents } from './lifecycle/by-events';
export { internalJobRoutes, jobRoutes } from './routes';
export { seedJobs } from './seed/seed';
