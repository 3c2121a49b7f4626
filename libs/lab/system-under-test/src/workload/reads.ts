import { operations } from '@jobly/contracts';
import { type LoadRequest, pick, type Random } from '@jobly/lab/instrument';
import { requestFor } from './request-for';
import type { Session } from './session';
import type { Workload } from './workload';

/** The items on a page of a list, unless the workload says otherwise. */
export const USUAL_PAGE = 20;

/** A workload whose requests are drawn one by one and change nothing. */
const drawn = (draw: (session: Session, random: Random) => LoadRequest): Workload['prepare'] => {
  return ({ session, count, random }) => ({
    requests: Array.from({ length: count }, () => draw(session, random)),
    repeatable: true,
  });
};

const aWordOf = (random: Random, text: string) => encodeURIComponent(pick(random, text.split(' ')).toLowerCase());

export const companyListOf = (page: number): Workload => ({
  name: 'company-list',
  operation: 'GET /companies?nameLike=…',
  prepare: drawn(({ companies }, random) => {
    const word = aWordOf(random, pick(random, companies).name);
    return requestFor(operations.listCompanies, { path: `/companies?nameLike=${word}&limit=${page}` });
  }),
});

export const companyList = companyListOf(USUAL_PAGE);

export const companyDetail: Workload = {
  name: 'company-detail',
  operation: 'GET /companies/:handle',
  prepare: drawn(({ companies }, random) =>
    requestFor(operations.getCompany, { path: `/companies/${pick(random, companies).handle}` }),
  ),
};

export const jobListOf = (page: number): Workload => ({
  name: 'job-list',
  operation: 'GET /jobs?title=…',
  prepare: drawn(({ jobs }, random) => {
    const word = aWordOf(random, pick(random, jobs).title);
    return requestFor(operations.listJobs, { path: `/jobs?title=${word}&limit=${page}` });
  }),
});

export const jobList = jobListOf(USUAL_PAGE);

export const jobDetail: Workload = {
  name: 'job-detail',
  operation: 'GET /jobs/:id',
  prepare: drawn(({ jobs }, random) => requestFor(operations.getJob, { path: `/jobs/${pick(random, jobs).id}` })),
};

export const userList: Workload = {
  name: 'user-list',
  operation: 'GET /users',
  prepare: drawn(({ admin }) => requestFor(operations.listUsers, { token: admin.token })),
};

export const ownProfile: Workload = {
  name: 'own-profile',
  operation: 'GET /users/:username',
  prepare: drawn(({ accounts }, random) => {
    const { username, token } = pick(random, accounts);
    return requestFor(operations.getUser, { path: `/users/${username}`, token });
  }),
};
