export { sharedCompanies, sharedJobs } from './sharing';
export { joinedCompanies, joinedJobs } from './ways/join';
