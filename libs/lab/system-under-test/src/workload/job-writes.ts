import { operations } from '@jobly/contracts';
import { pick } from '@jobly/lab/instrument';
import { clearing } from './clearing';
import { newJob } from './new-records';
import { makeApplications, makeJobs, makeUsers, namesOf, RECORDS_TO_CHANGE } from './own-records';
import { requestFor } from './request-for';
import type { BlockOrder, Workload } from './workload';

export const createJob: Workload = {
  name: 'create-job',
  operation: 'POST /jobs',
  maxRate: 150,
  prepare: clearing(['jobs'], (order) => {
    const { count, random, session } = order;
    const handles = someCompanies(order, count);
    const bodies = namesOf(order, count).map((title, index) => newJob(title, handles[index]!, random));
    const { token } = session.admin;
    return { requests: bodies.map((body) => requestFor(operations.createJob, { token, body })), repeatable: false };
  }),
};

export const updateJob: Workload = {
  name: 'update-job',
  operation: 'PATCH /jobs/:id',
  prepare: clearing(['jobs'], async (order) => {
    const { count, random, session } = order;
    const ids = await makeJobs(order, someCompanies(order, Math.min(count, RECORDS_TO_CHANGE)));
    const requests = Array.from({ length: count }, (_, index) =>
      requestFor(operations.updateJob, {
        path: `/jobs/${pick(random, ids)}`,
        token: session.admin.token,
        body: { salary: 50_000 + index },
      }),
    );
    return { requests, repeatable: true };
  }),
};

/** Every job has an application, which is deleted with it. */
export const deleteJob: Workload = {
  name: 'delete-job',
  operation: 'DELETE /jobs/:id',
  maxRate: 75,
  prepare: clearing(['jobs', 'users'], async (order) => {
    const ids = await makeJobs(order, someCompanies(order, order.count));
    await makeApplications(order, await makeUsers(order, 1), ids);
    const { token } = order.session.admin;
    const requests = ids.map((id) => requestFor(operations.deleteJob, { path: `/jobs/${id}`, token }));
    return { requests, repeatable: false };
  }),
};

const someCompanies = ({ random, session }: BlockOrder, count: number): string[] =>
  Array.from({ length: count }, () => pick(random, session.companies).handle);
