import { type Operation, operations, type Owner } from '@jobly/contracts';
import type { LoadRequest } from '@jobly/lab/instrument';
import { requestFor } from '@jobly/lab/system-under-test';
import type { People } from './people';

/** An operation that users go on asking for while parts fail. */
export interface Asked {
  name: string;
  owner: Owner;
  /** It hashes a password, which takes longer than everything else together. */
  hashes?: true;
  request: (people: People) => LoadRequest;
}

type Details = NonNullable<Parameters<typeof requestFor>[1]>;

const asking = (operation: Operation, details: (people: People) => Details, expect: number = operation.status) => ({
  name: `${operation.method.toUpperCase()} ${operation.path}`,
  owner: operation.owner,
  request: (people: People) => ({ ...requestFor(operation, details(people)), expect }),
});

const title = 'Made while something failed';

export const asked: readonly Asked[] = [
  asking(operations.listCompanies, () => ({ path: '/companies?limit=20' })),
  asking(operations.getCompany, ({ handle }) => ({ path: `/companies/${handle}` })),
  asking(operations.updateCompany, ({ handle, admin: { token } }) => ({
    path: `/companies/${handle}`,
    token,
    body: { numEmployees: 1 },
  })),
  asking(operations.listJobs, () => ({ path: '/jobs?limit=20' })),
  asking(operations.getJob, ({ jobId }) => ({ path: `/jobs/${jobId}` })),
  asking(operations.updateJob, ({ jobId, admin: { token } }) => ({
    path: `/jobs/${jobId}`,
    token,
    body: { salary: 1 },
  })),
  asking(operations.createJob, ({ growing, admin: { token } }) => ({ token, body: { title, companyHandle: growing } })),
  asking(operations.getUser, ({ user: { username, token } }) => ({ path: `/users/${username}`, token })),
  // Again and again, which is a duplicate: what it has to ask is the same.
  asking(
    operations.applyToJob,
    ({ user: { username, token }, jobId }) => ({ path: `/users/${username}/jobs/${jobId}`, token }),
    409,
  ),
  {
    ...asking(operations.logIn, ({ user: { username, password } }) => ({ body: { username, password } })),
    hashes: true,
  },
];
