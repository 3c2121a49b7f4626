export { createCompanies } from './companies';
export { byForeignKeys } from './lifecycle/by-foreign-keys';
export { byEvents } from './lifecycle/by-events';
export { companyRoutes, internalCompanyRoutes } from './routes';
export { seedCompanies } from './seed/seed';
export { byPort } from './views/by-port';
