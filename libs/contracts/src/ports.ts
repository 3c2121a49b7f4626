/**
 * Each module's needs of its neighbours, in its own words. The monolith satisfies a port with the neighbour module
 * itself, the services with an HTTP client. Arguments and results are plain JSON, so that a local call cannot pass
 * anything that the network could not. Every method may reject with an `unavailable` Problem.
 */
import type { Company } from './companies';
import type { EventHandlers } from './events';
import type { Identity } from './identity';
import type { Introspection } from './introspection';
import type { JobSummary } from './jobs';

/** The jobs module's view of companies. */
export interface CompanyDirectory {
  /** The company, or null if there is none. */
  find(handle: string): Promise<Company | null>;
  /** Names by handle, in one call for a whole list; handles without a company are left out. */
  namesOf(handles: string[]): Promise<Record<string, string>>;
}

/** The companies module's view of jobs. */
export interface JobBoard {
  /** The company's jobs by id. */
  ofCompany(handle: string): Promise<JobSummary[]>;
}

/** The users module's view of jobs. */
export interface JobRegister {
  exists(jobId: number): Promise<boolean>;
}

/**
 * The events of companies that the jobs service handles: they stand in for the foreign key. A handle can be taken
 * again, so a handler uses `eventId` to tell a repeated delivery from another deletion of the same handle.
 */
export type CompanyEvents = EventHandlers<'company-deleted'>;

/**
 * The events of jobs that the users service handles. Job ids are never reused, so handling an event twice changes
 * nothing.
 */
export type JobEvents = EventHandlers<'jobs-deleted'>;

/** Token introspection, for processes that do not verify tokens themselves. */
export interface TokenIntrospector {
  introspect(token: string): Promise<Introspection>;
}

/** The users that introspection looks up. */
export interface UserDirectory {
  /** The account's current state, or null if it no longer exists or has had another password since that version. */
  identify(account: string, passwordVersion: number): Promise<Identity | null>;
}
