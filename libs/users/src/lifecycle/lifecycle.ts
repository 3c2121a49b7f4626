import type { InsertReferring } from '@jobly/database';

/**
 * The creation of applications, which refer to jobs, and their deletion with those jobs. Compare by-foreign-keys.ts
 * with by-events.ts.
 */
export interface ApplicationLifecycle {
  /** Inserts only if the job (by id) exists. */
  insertReferring: InsertReferring<number>;
}
