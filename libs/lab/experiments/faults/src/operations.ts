import { operations } from '@jobly/contracts';
import type { LoadRequest } from '@jobly/lab/instrument';
import { requestFor } from '@jobly/lab/system-under-test';
import type { People } from './people';

/** An operation that users go on asking for while parts fail. */
export interface Asked {
  name: string;
  request: (people: People) => LoadRequest;
}

const title = 'Made while something failed';

export const asked: readonly Asked[] = [
  { name: 'GET /companies', request: () => requestFor(operations.listCompanies, { path: '/companies?limit=20' }) },
  {
    name: 'GET /companies/:handle',
    request: ({ handle }) => requestFor(operations.getCompany, { path: `/companies/${handle}` }),
  },
  {
    name: 'PATCH /companies/:handle',
    request: ({ handle, admin: { token } }) =>
      requestFor(operations.updateCompany, { path: `/companies/${handle}`, token, body: { numEmployees: 1 } }),
  },
  { name: 'GET /jobs', request: () => requestFor(operations.listJobs, { path: '/jobs?limit=20' }) },
  { name: 'GET /jobs/:id', request: ({ jobId }) => requestFor(operations.getJob, { path: `/jobs/${jobId}` }) },
  {
    name: 'PATCH /jobs/:id',
    request: ({ jobId, admin: { token } }) =>
      requestFor(operations.updateJob, { path: `/jobs/${jobId}`, token, body: { salary: 1 } }),
  },
  {
    name: 'POST /jobs',
    request: ({ handle, admin: { token } }) =>
      requestFor(operations.createJob, { token, body: { title, companyHandle: handle } }),
  },
  {
    name: 'GET /users/:username',
    request: ({ user: { username, token } }) => requestFor(operations.getUser, { path: `/users/${username}`, token }),
  },
  {
    name: 'POST /users/:username/jobs/:id',
    // Again and again, which is a duplicate: what it has to ask is the same.
    request: ({ user: { username, token }, jobId }) => ({
      ...requestFor(operations.applyToJob, { path: `/users/${username}/jobs/${jobId}`, token }),
      expect: 409,
    }),
  },
  {
    name: 'POST /auth/token',
    request: ({ user: { username, password } }) => requestFor(operations.logIn, { body: { username, password } }),
  },
];
