import type { Company, NewCompany } from '@jobly/contracts';

/**
 * How a company comes and goes, with all that refers to it elsewhere. Here the two architectures differ by more than
 * a network call: compare by-foreign-keys.ts with by-events.ts.
 */
export interface CompanyLifecycle {
  insert(company: NewCompany): Promise<Company>;
  /** Says whether there was one. */
  remove(handle: string): Promise<boolean>;
}
