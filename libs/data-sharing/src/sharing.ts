import type { Company, CompanyDirectory, Job, JobBoard, waysOfSharing } from '@jobly/contracts';
import type { ReadModel } from './replica/read-model';
import type { Shared } from './shared';
import { cachedCompanies, cachedJobs } from './ways/cached';
import { call } from './ways/call';
import { type CopiedCompanies, type CopiedJobs, replicatedCompanies, replicatedJobs } from './ways/replica';

export interface SharingSettings {
  DATA_SHARING: (typeof waysOfSharing.micro)[number];
  /** How long `cached` believes an answer, in seconds. */
  SHARING_CACHE_TTL: number;
  /** How long after an audit of its copies `replica` begins the next, in seconds. */
  SHARING_AUDIT_INTERVAL: number;
}

/**
 * Companies, as the jobs service shares them with their owner.
 * @param byPort makes the views of jobs over a port, for the ways that only answer for the owner.
 */
export function sharedCompanies<Views>(
  settings: SharingSettings,
  companies: CompanyDirectory,
  byPort: (port: CompanyDirectory) => Views,
  readModel: ReadModel<string, Company>,
): Shared<Views | (() => CopiedCompanies)> {
  const ways = {
    call: () => call(byPort(companies)),
    cached: () => cachedCompanies(companies, byPort, settings.SHARING_CACHE_TTL),
    replica: () => replicatedCompanies(companies, readModel, settings.SHARING_AUDIT_INTERVAL),
  };
  return ways[settings.DATA_SHARING]();
}

/** The jobs of companies, as the companies service shares them with their owner; `byPort` makes the views of companies. */
export function sharedJobs<Views>(
  settings: SharingSettings,
  jobs: JobBoard,
  byPort: (port: JobBoard) => Views,
  readModel: ReadModel<number, Job>,
): Shared<Views | (() => CopiedJobs)> {
  const ways = {
    call: () => call(byPort(jobs)),
    cached: () => cachedJobs(jobs, byPort, settings.SHARING_CACHE_TTL),
    replica: () => replicatedJobs(jobs, readModel, settings.SHARING_AUDIT_INTERVAL),
  };
  return ways[settings.DATA_SHARING]();
}

/** Whether a service records the changes of its own data, because its neighbours follow them. */
export const recordsChanges = ({ DATA_SHARING }: Pick<SharingSettings, 'DATA_SHARING'>): boolean =>
  DATA_SHARING === 'replica';
