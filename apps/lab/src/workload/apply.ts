import type { LoadRequest } from '../load/block';
import { removeAll, signUpAll } from './session';
import type { Workload } from './workload';

/** Every request is a pair of user and job that was never used before: each block has users of its own. */
export const apply: Workload = {
  name: 'apply',
  operation: 'POST /users/:username/jobs/:id',
  async prepare({ origin, label, count, session: { jobs } }) {
    const accounts = await signUpAll(origin, label, Math.ceil(count / jobs.length));
    const requests = Array.from({ length: count }, (_, index): LoadRequest => {
      const { username, token } = accounts[Math.floor(index / jobs.length)]!;
      const { id } = jobs[index % jobs.length]!;
      return {
        method: 'POST',
        path: `/users/${username}/jobs/${id}`,
        headers: { authorization: `Bearer ${token}` },
        expect: 200,
      };
    });
    return { requests, repeatable: false, clear: () => removeAll(origin, accounts) };
  },
};
