import type { InsertReferring } from '@jobly/database';

/**
 * How an application comes, given that it refers to a job, and what takes it along when the job is gone. Compare
 * by-foreign-keys.ts with by-events.ts.
 */
export interface ApplicationLifecycle {
  /** Inserts only where the job (by id) exists. */
  insertReferring: InsertReferring<number>;
}
