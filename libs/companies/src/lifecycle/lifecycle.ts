import type { Company, NewCompany } from '@jobly/contracts';
import type { RequestMark } from '@jobly/database';

/**
 * The creation and deletion of companies, with everything that refers to them. Here the two architectures differ by
 * more than a network call: compare by-foreign-keys.ts with by-events.ts.
 */
export interface CompanyLifecycle {
  insert(company: NewCompany, mark?: RequestMark): Promise<Company>;
  /**
   * Returns whether the company existed.
   * @throws Problem `outcome-unknown` if it is deleted, but its jobs are not yet.
   */
  remove(handle: string): Promise<boolean>;
}
