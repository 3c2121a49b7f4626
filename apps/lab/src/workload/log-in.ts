import type { LoadRequest } from '../load/block';
import { pick } from '../statistics/random';
import { SHARED_ACCOUNTS, type Workload } from './workload';

/** Dominated by the password hash, which keeps a core busy for some 15 ms. */
export const logIn: Workload = {
  name: 'log-in',
  operation: 'POST /auth/token',
  maxRate: 9,
  requests({ session: { accounts }, count, random }) {
    return Array.from({ length: count }, (): LoadRequest => {
      const { username, password } = pick(random, accounts.slice(0, SHARED_ACCOUNTS));
      return {
        method: 'POST',
        path: '/auth/token',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password }),
        expect: 200,
      };
    });
  },
};
