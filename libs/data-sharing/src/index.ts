export { companiesServiceRoutes, jobsServiceRoutes } from './replica/routes';
export { sharedCompanies, sharedJobs } from './sharing';
export { joinedCompanies, joinedJobs } from './ways/join';
export { replicatedCompanies, replicatedJobs } from './ways/replica';
