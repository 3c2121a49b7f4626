export { createJobs } from './jobs';
export { byForeignKeys } from './lifecycle/by-foreign-keys';
export { byNews, onCompanyNews } from './lifecycle/by-news';
export { internalJobRoutes, jobRoutes } from './routes';
