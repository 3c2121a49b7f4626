export { companiesServiceRoutes, jobsServiceRoutes } from './replica/routes';
export { recordsChanges, sharedCompanies, sharedJobs } from './sharing';
export { joinedCompanies, joinedJobs } from './ways/join';
