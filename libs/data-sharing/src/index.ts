export { joinedCompanies, joinedJobs } from './ways/join';
