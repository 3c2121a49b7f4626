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
    const { jobs } = order.session;
    const jobIds = [0, 1].flatMap((index) => jobs.at(index)?.id ?? []);
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
    const { session, count, random } = order;
    const { jobs } = session;
    const users = await makeUsers(order, Math.ceil(count / jobs.length));
    const first = Math.floor(random() * jobs.length);
    // Evenly over all jobs, and so no user twice to the same.
    const each = Math.ceil(count / Math.max(1, users.length));
    const requests = Array.from({ length: count }, (_, index) => {
      const { username, token } = users[Math.floor(index / each)]!;
      const { id } = jobs.at((first + Math.floor(((index % each) * jobs.length) / each)) % jobs.length)!;
      return requestFor(operations.applyToJob, { path: `/users/${username}/jobs/${id}`, token });
    });
    return { requests, repeatable: false };
  }),
};
