import type { CompanyDirectory, JobBoard, waysOfSharing } from '@jobly/contracts';
import type { Shared } from './shared';
import { cachedCompanies, cachedJobs } from './ways/cached';
import { call } from './ways/call';

export interface SharingSettings {
  DATA_SHARING: (typeof waysOfSharing.micro)[number];
  /** How long `cached` believes an answer, in seconds. */
  SHARING_CACHE_TTL: number;
}

/** Companies, as the jobs service shares them with their owner. */
export function sharedCompanies(settings: SharingSettings, companies: CompanyDirectory): Shared<CompanyDirectory> {
  const ways = {
    call: () => call(companies),
    cached: () => cachedCompanies(companies, settings.SHARING_CACHE_TTL),
  };
  return ways[settings.DATA_SHARING]();
}

/** The jobs of companies, as the companies service shares them with their owner. */
export function sharedJobs(settings: SharingSettings, jobs: JobBoard): Shared<JobBoard> {
  const ways = {
    call: () => call(jobs),
    cached: () => cachedJobs(jobs, settings.SHARING_CACHE_TTL),
  };
  return ways[settings.DATA_SHARING]();
}
