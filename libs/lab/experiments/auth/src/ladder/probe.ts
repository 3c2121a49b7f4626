import { type Operation, operations } from '@jobly/contracts';
import { requestFor, type Workload } from '@jobly/lab/system-under-test';

/**
 * An administrator's request that reaches the rule behind every guard, is refused there and writes nothing, so that it
 * can be repeated as often as a small difference needs.
 */
const probe = (
  name: string,
  operation: Operation,
  what: string,
  details: { path?: string; body: object },
  refusal: number,
): Workload => ({
  name,
  operation: `${operation.method.toUpperCase()} ${operation.path} ${what}`,
  prepare({ count, session }) {
    const request = { ...requestFor(operation, { ...details, token: session.admin.token }), expect: refusal };
    return { requests: Array.from({ length: count }, () => request), repeatable: true };
  },
});

/** One service is asked. */
export const changeMissingJob = probe(
  'change-missing-job',
  operations.updateJob,
  'of no job',
  { path: '/jobs/2147483647', body: { salary: 1 } },
  404,
);

/** The service that is asked has to ask another one. */
export const createJobOfNobody = probe(
  'create-job-of-nobody',
  operations.createJob,
  'at no company',
  { body: { title: 'At no company', companyHandle: 'no-such-company' } },
  400,
);
