import { operations } from '@jobly/contracts';
import { pick } from '@jobly/lab/instrument';
import { clearing } from './clearing';
import { makeApplications, makeUsers } from './own-records';
import { requestFor } from './request-for';
import type { Workload } from './workload';

/** Not the password, which would be hashed. */
export const updateProfile: Workload = {
  name: 'update-profile',
  operation: 'PATCH /users/:username',
  prepare({ session: { accounts }, count, random }) {
    const requests = Array.from({ length: count }, (_, index) => {
      const { username, token } = pick(random, accounts);
      return requestFor(operations.updateUser, {
        path: `/users/${username}`,
        token,
        body: { firstName: `Lab ${index}` },
      });
    });
    return { requests, repeatable: true };
  },
};

/** Every user has applied to two jobs, and deletes their own account. */
export const deleteUser: Workload = {
  name: 'delete-user',
  operation: 'DELETE /users/:username',
  maxRate: 20,
  prepare: clearing(['users'], async (order) => {
    const users = await makeUsers(order, order.count);
    const jobIds = order.session.jobs.slice(0, 2).map(({ id }) => id);
    await makeApplications(order, users, jobIds);
    const requests = users.map(({ username, token }) =>
      requestFor(operations.deleteUser, { path: `/users/${username}`, token }),
    );
    return { requests, repeatable: false };
  }),
};

/** Every request is a pair of user and job that was never used before: each block has users of its own. */
export const apply: Workload = {
  name: 'apply',
  operation: 'POST /users/:username/jobs/:id',
  prepare: clearing(['users'], async (order) => {
    const { jobs } = order.session;
    const users = await makeUsers(order, Math.ceil(order.count / jobs.length));
    const pairs = users.flatMap((user) => jobs.map((job) => ({ ...user, ...job })));
    const requests = pairs
      .slice(0, order.count)
      .map(({ username, token, id }) =>
        requestFor(operations.applyToJob, { path: `/users/${username}/jobs/${id}`, token }),
      );
    return { requests, repeatable: false };
  }),
};
