import {
  type EventHandlers,
  EventRefused,
  Problem,
  type TopicOf,
  internalOperations as internal,
} from '@jobly/contracts';
import { StatusError } from './errors';
import type { ServiceClient } from './service-client';

/** The events of each producer, delivered over HTTP to the services that handle them. */
export const httpCompanyEvents = (jobs: ServiceClient): EventHandlers<TopicOf<'companies'>> => ({
  'company-deleted': (payload, eventId) =>
    jobs(internal.companyDeleted, { body: { eventId, ...payload } }).catch(tellRefusals),
  'company-changed': (payload, eventId) =>
    jobs(internal.companyChanged, { body: { eventId, ...payload } }).catch(tellRefusals),
});

interface JobEventConsumers {
  users: ServiceClient;
  companies: ServiceClient;
}

export const httpJobEvents = ({ users, companies }: JobEventConsumers): EventHandlers<TopicOf<'jobs'>> => ({
  ...httpDeletionsOfJobs(users),
  'job-changed': (payload, eventId) =>
    companies(internal.jobChanged, { body: { eventId, ...payload } }).catch(tellRefusals),
});

export const httpDeletionsOfJobs = (users: ServiceClient): EventHandlers<'jobs-deleted'> => ({
  'jobs-deleted': (payload, eventId) =>
    users(internal.jobsDeleted, { body: { eventId, ...payload } }).catch(tellRefusals),
});

/**
 * The statuses with which a consumer rejects the event itself, and always will (RFC 9110, 15.5). They exclude 401 and
 * 403 (a wrong secret), 404 and 405 (a replica of another version, or a wrong address), 408, 425 and 429.
 */
const REFUSALS = [400, 413, 415, 422];

function tellRefusals(error: unknown): never {
  const cause = error instanceof Problem ? error.cause : undefined;
  if (!(cause instanceof StatusError) || !REFUSALS.includes(cause.status)) throw error;
  throw new EventRefused(`The consumer answered ${cause.status}: ${String(cause.body).slice(0, 500)}`, {
    cause: error,
  });
}
