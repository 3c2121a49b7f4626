import type { LoadRequest } from '../load/block';
import { pick, type Random } from '../statistics/random';
import type { Session } from './session';
import type { Workload } from './workload';

const PAGE = 20;

const get = (path: string, token?: string): LoadRequest => ({
  method: 'GET',
  path,
  ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  expect: 200,
});

/** A workload whose requests are drawn one by one and change nothing. */
const drawn = (draw: (session: Session, random: Random) => LoadRequest): Workload['prepare'] => {
  return ({ session, count, random }) => ({
    requests: Array.from({ length: count }, () => draw(session, random)),
    repeatable: true,
  });
};

const aWordOf = (random: Random, text: string) => encodeURIComponent(pick(random, text.split(' ')).toLowerCase());

export const companyList: Workload = {
  name: 'company-list',
  operation: 'GET /companies?nameLike=…',
  prepare: drawn(({ companies }, random) =>
    get(`/companies?nameLike=${aWordOf(random, pick(random, companies).name)}&limit=${PAGE}`),
  ),
};

export const companyDetail: Workload = {
  name: 'company-detail',
  operation: 'GET /companies/:handle',
  prepare: drawn(({ companies }, random) => get(`/companies/${pick(random, companies).handle}`)),
};

export const jobList: Workload = {
  name: 'job-list',
  operation: 'GET /jobs?title=…',
  prepare: drawn(({ jobs }, random) => get(`/jobs?title=${aWordOf(random, pick(random, jobs).title)}&limit=${PAGE}`)),
};

export const jobDetail: Workload = {
  name: 'job-detail',
  operation: 'GET /jobs/:id',
  prepare: drawn(({ jobs }, random) => get(`/jobs/${pick(random, jobs).id}`)),
};

export const ownProfile: Workload = {
  name: 'own-profile',
  operation: 'GET /users/:username',
  prepare: drawn(({ accounts }, random) => {
    const { username, token } = pick(random, accounts);
    return get(`/users/${username}`, token);
  }),
};
