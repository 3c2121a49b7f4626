import { z } from 'zod';
import { BATCH_SIZE } from './batch-size';
import { company } from './companies';
import { type Topic, events } from './events';
import { handle, id } from './fields';
import { introspection } from './introspection';
import { jobSummary } from './jobs';
import { type Owner, operation } from './operation';
import { sharedCompany, sharedJob } from './shared-rows';

const nothing = z.undefined();

/** By any handle that there may be: `z.record` would leave "__proto__" out. */
const namesByHandle = z
  .custom<Record<string, string>>(
    (names) =>
      typeof names === 'object' && names !== null && Object.values(names).every((name) => typeof name === 'string'),
    'must be names by handle',
  )
  .meta({ override: { type: 'object', additionalProperties: { type: 'string' } } });

/** An event on its way to its consumer. */
const eventDelivery = <P extends z.ZodRawShape>(
  topic: Topic,
  { consumer, payload }: { consumer: Owner; payload: z.ZodObject<P> },
) =>
  operation({
    method: 'post',
    path: `/internal/events/${topic}`,
    owner: consumer,
    access: 'service',
    summary: `Event ${topic}`,
    body: z.strictObject({ eventId: z.uuid(), ...payload.shape }),
    status: 204,
    reply: nothing,
  });

/** The owner's side of a read model. A POST although it only reads, as a question with a body. */
const page = <P extends string, K extends z.ZodType, R extends z.ZodType>(owner: Owner, path: P, after: K, row: R) =>
  operation({
    method: 'post',
    path,
    owner,
    access: 'service',
    summary: `AskPage of ${owner}`,
    body: z.strictObject({ after, digest: z.string().nullable() }),
    reply: z.object({ rows: z.array(row).max(BATCH_SIZE).nullable() }),
  });

/**
 * The ports as HTTP: the questions and messages between services. They carry a service token and never pass the
 * gateway. All of them may be repeated: queries change nothing, and handling the same event twice is harmless.
 */
export const internalOperations = {
  findCompany: operation({
    method: 'get',
    path: '/internal/companies/:handle',
    owner: 'companies',
    access: 'service',
    summary: 'CompanyDirectory.find',
    params: z.object({ handle }),
    reply: z.object({ company: company.nullable() }),
  }),
  // A POST although it only reads: a thousand handles do not fit into a URL.
  companyNames: operation({
    method: 'post',
    path: '/internal/company-names',
    owner: 'companies',
    access: 'service',
    summary: 'CompanyDirectory.namesOf',
    body: z.strictObject({ handles: z.array(handle).max(BATCH_SIZE) }),
    reply: z.object({ names: namesByHandle }),
  }),
  jobsOfCompany: operation({
    method: 'get',
    path: '/internal/companies/:handle/jobs',
    owner: 'jobs',
    access: 'service',
    summary: 'JobBoard.ofCompany',
    params: z.object({ handle }),
    reply: z.object({ jobs: z.array(jobSummary) }),
  }),
  // A result, not a 404: "no such job" must never be mistaken for a wrong address.
  jobExists: operation({
    method: 'get',
    path: '/internal/jobs/:id/exists',
    owner: 'jobs',
    access: 'service',
    summary: 'JobRegister.exists',
    params: z.object({ id }),
    reply: z.object({ exists: z.boolean() }),
  }),
  companyPage: page('companies', '/internal/company-page', z.string().max(25), sharedCompany),
  jobPage: page('jobs', '/internal/job-page', z.int().nonnegative(), sharedJob),
  companyDeleted: eventDelivery('company-deleted', events['company-deleted']),
  companyChanged: eventDelivery('company-changed', events['company-changed']),
  jobChanged: eventDelivery('job-changed', events['job-changed']),
  jobsDeleted: eventDelivery('jobs-deleted', events['jobs-deleted']),
  // The request and response of RFC 7662, but in JSON: the RFC's form encoding (2.1) would need a second parser in
  // every process for one field.
  introspectToken: operation({
    method: 'post',
    path: '/internal/token-introspection',
    owner: 'users',
    access: 'service',
    summary: 'TokenIntrospector.introspect',
    body: z.strictObject({ token: z.string() }),
    reply: introspection,
  }),
};
