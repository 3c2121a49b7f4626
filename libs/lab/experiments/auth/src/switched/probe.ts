import { operations } from '@jobly/contracts';
import { type Workload, requestFor } from '@jobly/lab/system-under-test';

const MISSING = '/jobs/2147483647';

/** An administrator changes a job that does not exist: it reaches the rule behind every guard and writes nothing. */
export const changeMissingJob: Workload = {
  name: 'change-missing-job',
  operation: 'PATCH /jobs/:id of no job',
  prepare({ count, session }) {
    const { token } = session.admin;
    const request = { ...requestFor(operations.updateJob, { path: MISSING, token, body: { salary: 1 } }), expect: 404 };
    return { requests: Array.from({ length: count }, () => request), repeatable: true };
  },
};
