import type { Company, JobSummary } from '@jobly/contracts';
import type { CompaniesDatabase } from '../database';

/** What readers are shown of a company: it has jobs, which belong to another module. */
export interface CompanyViews {
  /** Null if there is no such company. */
  detail(handle: string): Promise<(Company & { jobs: JobSummary[] }) | null>;
}

/** A way to make these views of the module's own database; compare by-port.ts with ways/join.ts in libs/data-sharing. */
export type CompanyViewsOf = (db: CompaniesDatabase) => CompanyViews;
