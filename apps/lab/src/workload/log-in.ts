import type { LoadRequest } from '../load/block';
import { pick } from '../statistics/random';
import type { Workload } from './workload';

/** Dominated by the password hash, which keeps a core busy for some 15 ms. */
export const logIn: Workload = {
  name: 'log-in',
  operation: 'POST /auth/token',
  maxRate: 9,
  prepare({ session: { accounts }, count, random }) {
    const requests = Array.from({ length: count }, (): LoadRequest => {
      const { username, password } = pick(random, accounts);
      return {
        method: 'POST',
        path: '/auth/token',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password }),
        expect: 200,
      };
    });
    return { requests, repeatable: true };
  },
};
