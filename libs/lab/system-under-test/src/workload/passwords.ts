import { operations } from '@jobly/contracts';
import { pick } from '@jobly/lab/instrument';
import { clearing } from './clearing';
import { newUser } from './new-records';
import { namesOf } from './own-records';
import { requestFor } from './request-for';
import type { Workload } from './workload';

/**
 * Requests per second. A password hash keeps a core busy for some 15 ms in either stack, and this rate is just below
 * the 600 requests a minute that Jobly accepts from one address to /auth.
 */
const MAX_RATE = 9;

export const logIn: Workload = {
  name: 'log-in',
  operation: 'POST /auth/token',
  maxRate: MAX_RATE,
  prepare({ session: { accounts }, count, random }) {
    const requests = Array.from({ length: count }, () => {
      const { username, password } = pick(random, accounts);
      return requestFor(operations.logIn, { body: { username, password } });
    });
    return { requests, repeatable: true };
  },
};

export const register: Workload = {
  name: 'register',
  operation: 'POST /auth/register',
  maxRate: MAX_RATE,
  prepare: clearing(['users'], (order) => {
    const bodies = namesOf(order, order.count).map(newUser);
    return { requests: bodies.map((body) => requestFor(operations.register, { body })), repeatable: false };
  }),
};

export const createUser: Workload = {
  name: 'create-user',
  operation: 'POST /users',
  maxRate: MAX_RATE,
  prepare: clearing(['users'], (order) => {
    const { token } = order.session.admin;
    const bodies = namesOf(order, order.count).map(newUser);
    return { requests: bodies.map((body) => requestFor(operations.createUser, { token, body })), repeatable: false };
  }),
};
