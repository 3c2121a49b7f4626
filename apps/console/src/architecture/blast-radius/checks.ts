import { operations } from '@jobly/contracts';
import type { OperationName } from '../../../api/architecture';
import type { Request } from './ask';
import { NAMES, newCompany, newUser, NO_JOB, type Records } from './records';

/** How an operation is tried on records of the console's own. */
interface Check {
  readonly ask: (records: Records) => Omit<Request, 'method'>;
  /** The right answers. */
  readonly well: readonly number[];
  readonly answered?: (records: Records, body: unknown) => void;
}

const admin = ({ adminToken: token }: Records) => ({ token });
const own = ({ user: { token } }: Records) => ({ token });

/** What is created is deleted again in the same round; if it is there already, or gone, its refusal is the right answer. */
const CREATED = [201, 409];
const DELETED = [200, 404];

const checks: Record<OperationName, Check> = {
  logIn: {
    ask: ({ user: { username, password } }) => ({ path: '/auth/token', body: { username, password } }),
    well: [200],
  },
  // The name is taken, which is found out where names are.
  register: {
    ask: ({ user }) => ({ path: '/auth/register', body: newUser(user.username, user.password) }),
    well: [409],
  },
  createUser: {
    ask: (records) => ({ path: '/users', ...admin(records), body: newUser(NAMES.spare, records.user.password) }),
    well: CREATED,
  },
  listUsers: { ask: (records) => ({ path: '/users', ...admin(records) }), well: [200] },
  getUser: { ask: (records) => ({ path: `/users/${records.user.username}`, ...own(records) }), well: [200] },
  updateUser: {
    ask: (records) => ({ path: `/users/${records.user.username}`, ...own(records), body: { firstName: 'Console' } }),
    well: [200],
  },
  deleteUser: { ask: (records) => ({ path: `/users/${NAMES.spare}`, ...admin(records) }), well: DELETED },
  // Again, which is a duplicate: what it has to ask is the same.
  applyToJob: {
    ask: (records) => ({ path: `/users/${records.user.username}/jobs/${records.jobId}`, ...own(records) }),
    well: [409],
  },
  createCompany: {
    ask: (records) => ({ path: '/companies', ...admin(records), body: newCompany(NAMES.spare) }),
    well: CREATED,
  },
  listCompanies: { ask: () => ({ path: '/companies?limit=20' }), well: [200] },
  getCompany: { ask: ({ handle }) => ({ path: `/companies/${handle}` }), well: [200] },
  updateCompany: {
    ask: (records) => ({ path: `/companies/${records.handle}`, ...admin(records), body: { numEmployees: 1 } }),
    well: [200],
  },
  deleteCompany: { ask: (records) => ({ path: `/companies/${NAMES.spare}`, ...admin(records) }), well: DELETED },
  createJob: {
    ask: (records) => ({
      ...{ path: '/jobs', ...admin(records) },
      body: { title: 'Made to see what works', companyHandle: records.handle },
    }),
    well: [201],
    answered: (records, body) => (records.spareJobId = (body as { job: { id: number } }).job.id),
  },
  listJobs: { ask: () => ({ path: '/jobs?limit=20' }), well: [200] },
  getJob: { ask: ({ jobId }) => ({ path: `/jobs/${jobId}` }), well: [200] },
  updateJob: {
    ask: (records) => ({ path: `/jobs/${records.jobId}`, ...admin(records), body: { salary: 1 } }),
    well: [200],
  },
  deleteJob: {
    ask: (records) => ({ path: `/jobs/${records.spareJobId}`, ...admin(records) }),
    well: DELETED,
    answered: (records) => (records.spareJobId = NO_JOB),
  },
};

/** All operations, in the order of the contract, each with its request. */
export const allChecks = (Object.keys(operations) as OperationName[]).map((name) => ({
  name,
  ...checks[name],
  ask: (records: Records): Request => ({ method: operations[name].method.toUpperCase(), ...checks[name].ask(records) }),
}));
