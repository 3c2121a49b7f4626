import type { LoadRequest } from '../load/block';
import { pick, type Random } from '../statistics/random';
import type { Session } from './session';
import { SHARED_ACCOUNTS, type Workload } from './workload';

const PAGE = 20;

const get = (path: string, token?: string): LoadRequest => ({
  method: 'GET',
  path,
  ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  expect: 200,
});

/** A workload whose requests are drawn one by one. */
const drawn = (draw: (session: Session, random: Random) => LoadRequest): Workload['requests'] => {
  return ({ session, count, random }) => Array.from({ length: count }, () => draw(session, random));
};

const aWordOf = (random: Random, text: string) => encodeURIComponent(pick(random, text.split(' ')).toLowerCase());

export const companyList: Workload = {
  name: 'company-list',
  operation: 'GET /companies?nameLike=…',
  requests: drawn(({ companies }, random) =>
    get(`/companies?nameLike=${aWordOf(random, pick(random, companies).name)}&limit=${PAGE}`),
  ),
};

export const companyDetail: Workload = {
  name: 'company-detail',
  operation: 'GET /companies/:handle',
  requests: drawn(({ companies }, random) => get(`/companies/${pick(random, companies).handle}`)),
};

export const jobList: Workload = {
  name: 'job-list',
  operation: 'GET /jobs?title=…',
  requests: drawn(({ jobs }, random) => get(`/jobs?title=${aWordOf(random, pick(random, jobs).title)}&limit=${PAGE}`)),
};

export const jobDetail: Workload = {
  name: 'job-detail',
  operation: 'GET /jobs/:id',
  requests: drawn(({ jobs }, random) => get(`/jobs/${pick(random, jobs).id}`)),
};

export const ownProfile: Workload = {
  name: 'own-profile',
  operation: 'GET /users/:username',
  requests: drawn(({ accounts }, random) => {
    const { username, token } = pick(random, accounts.slice(0, SHARED_ACCOUNTS));
    return get(`/users/${username}`, token);
  }),
};
