/**
 * What each module needs of its neighbours, in the words of its need. The monolith satisfies a port with the
 * neighbour module itself, the services with an HTTP client. Arguments and results are plain JSON, so that a local
 * call cannot pass what the network could not. Every method may reject with an `unavailable` Problem.
 */
import type { Company } from './companies';
import type { EventHandlers, TopicOf } from './events';
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

/**
 * What the jobs service must hear of companies: where no foreign key reaches, an event has to. A handle can be taken again,
 * so a handler tells a repeated delivery from another deletion of the same handle by `eventId`.
 */
export type CompanyEvents = EventHandlers<TopicOf<'companies'>>;

/** What the users service must hear of jobs. Their ids are never used again, so handling an event twice changes nothing. */
export type JobEvents = EventHandlers<TopicOf<'jobs'>>;

/** What whoever verifies by asking needs of the one who issues the tokens. */
export interface TokenIntrospector {
  introspect(token: string): Promise<Introspection>;
}

/** What introspection needs of users. */
export interface UserDirectory {
  /** The user as they are now, whatever a token says, or null where there is none any more. */
  identify(username: string): Promise<Identity | null>;
}
