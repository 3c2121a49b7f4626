import { operations } from '@jobly/contracts';
import { pick } from '@jobly/lab/instrument';
import { clearing } from './clearing';
import { newCompany } from './new-records';
import { makeApplications, makeCompanies, makeJobs, makeUsers, namesOf, RECORDS_TO_CHANGE } from './own-records';
import { requestFor } from './request-for';
import type { Workload } from './workload';

export const createCompany: Workload = {
  name: 'create-company',
  operation: 'POST /companies',
  maxRate: 150,
  prepare: clearing(['companies'], (order) => {
    const { token } = order.session.admin;
    const bodies = namesOf(order, order.count).map((handle) => newCompany(handle, order.random));
    const requests = bodies.map((body) => requestFor(operations.createCompany, { token, body }));
    return { requests, repeatable: false };
  }),
};

export const updateCompany: Workload = {
  name: 'update-company',
  operation: 'PATCH /companies/:handle',
  prepare: clearing(['companies'], async (order) => {
    const { count, random, session } = order;
    const handles = await makeCompanies(order, Math.min(count, RECORDS_TO_CHANGE));
    const requests = Array.from({ length: count }, (_, numEmployees) =>
      requestFor(operations.updateCompany, {
        path: `/companies/${pick(random, handles)}`,
        token: session.admin.token,
        body: { numEmployees, description: `A company of ${numEmployees} in all.` },
      }),
    );
    return { requests, repeatable: true };
  }),
};

/** Every company has two jobs, and each of these has an application: deleting it deletes rows of all owners. */
export const deleteCompany: Workload = {
  name: 'delete-company',
  operation: 'DELETE /companies/:handle',
  maxRate: 25,
  prepare: clearing(['companies', 'jobs', 'users'], async (order) => {
    const handles = await makeCompanies(order, order.count);
    const jobIds = await makeJobs(order, [...handles, ...handles]);
    await makeApplications(order, await makeUsers(order, 1), jobIds);
    const { token } = order.session.admin;
    const requests = handles.map((handle) =>
      requestFor(operations.deleteCompany, { path: `/companies/${handle}`, token }),
    );
    return { requests, repeatable: false };
  }),
};
