import type { InsertReferring } from '@jobly/database';

/**
 * How a job comes and goes, given that it refers to a company and applications refer to it. Compare
 * by-foreign-keys.ts with by-events.ts: what the database did for the monolith, the services do by hand.
 */
export interface JobLifecycle {
  /** Inserts only where the company (by handle) exists. */
  insertReferring: InsertReferring<string>;
  /** Says whether there was one. */
  remove(id: number): Promise<boolean>;
}
