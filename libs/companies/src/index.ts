export { createCompanies } from './companies';
export { byForeignKeys } from './lifecycle/by-foreign-keys';
export { byNews } from './lifecycle/by-news';
export { companyRoutes, internalCompanyRoutes } from './routes';
