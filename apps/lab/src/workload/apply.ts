import type { LoadRequest } from '../load/block';
import type { Workload } from './workload';

/** Every request is a pair of user and job that was never used before: each block has users of its own. */
export const apply: Workload = {
  name: 'apply',
  operation: 'POST /users/:username/jobs/:id',
  accountsPerBlock: (requests, { jobs }) => Math.ceil(requests / jobs.length),
  requests({ session: { jobs }, fresh, count }) {
    return Array.from({ length: count }, (_, index): LoadRequest => {
      const { username, token } = fresh[Math.floor(index / jobs.length)]!;
      const { id } = jobs[index % jobs.length]!;
      return {
        method: 'POST',
        path: `/users/${username}/jobs/${id}`,
        headers: { authorization: `Bearer ${token}` },
        expect: 200,
      };
    });
  },
};
