/**
 * What each module needs of its neighbours, in the words of its need. The monolith satisfies a port with the
 * neighbour module itself, the services with an HTTP client. Arguments and results are plain JSON, so that a local
 * call cannot pass what the network could not. Every method may reject with an `unavailable` Problem.
 */
import type { Company } from './companies';
import type { Identity } from './identity';
import type { Introspection } from './introspection';
import type { JobSummary } from './jobs';

/** What the jobs module needs of companies. */
export interface CompanyDirectory {
  /** The company, or null where there is none. */
  find(handle: string): Promise<Company | null>;
  /** Names by handle, in one call for a whole list; handles without a company are left out. */
  namesOf(handles: string[]): Promise<Record<string, string>>;
}

/** What the companies module needs of jobs. */
export interface JobBoard {
  /** The company's jobs by id. */
  ofCompany(handle: string): Promise<JobSummary[]>;
}

/** What the users module needs of jobs. */
export interface JobRegister {
  exists(jobId: number): Promise<boolean>;
}

/** What the jobs service must hear of companies: where no foreign key reaches, an event has to. Idempotent. */
export interface CompanyEvents {
  /**
   * A handle can be taken again: delivered late, the same event would speak of another company. So an event has an id (a
   * UUID), the same at every delivery, and takes effect once.
   */
  companyDeleted(eventId: string, handle: string): Promise<void>;
}

/** What the users service must hear of jobs. Idempotent: their ids are never used again. */
export interface JobEvents {
  jobsDeleted(jobIds: number[]): Promise<void>;
}

/** What whoever verifies by asking needs of the one who issues the tokens. */
export interface TokenIntrospector {
  introspect(token: string): Promise<Introspection>;
}

/** What introspection needs of users. */
export interface UserDirectory {
  /** The user as they are now, whatever a token says, or null where there is none any more. */
  identify(username: string): Promise<Identity | null>;
}
