import type { InsertReferring } from '@jobly/database';

/**
 * The creation and deletion of jobs, which refer to companies and are referred to by applications. Compare
 * by-foreign-keys.ts with by-events.ts: the services do by hand the work that the monolith leaves to its database.
 */
export interface JobLifecycle {
  /** Inserts only if the company (by handle) exists. */
  insertReferring: InsertReferring<string>;
  /**
   * Returns whether the job existed.
   * @throws Problem `outcome-unknown` if it is deleted, but the applications to it are not yet.
   */
  remove(id: number): Promise<boolean>;
}
