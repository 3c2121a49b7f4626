import type { Existing } from './existing';
import type { OperationName } from './fields';

export const SEEDED = { user: 'testuser', admin: 'testadmin' } as const;

/** Begins the names of all records that are created here. */
const VISITOR = 'visitor-';

/** So many different names are enough to find a free one. */
const NUMBERS = 1_000_000;

/** Values with which each operation does something: of what exists, and for new records a name that is free. */
export function suggestions({ jobs, companies, registered }: Existing): Record<OperationName, Record<string, string>> {
  const free = `${VISITOR}${Math.floor(Math.random() * NUMBERS)}`;
  const id = String(jobs.at(0)?.id ?? 1);
  const handle = companies.at(0)?.handle ?? 'no-such-company';
  const person = { username: free, password: 'correct horse', firstName: 'Vera', lastName: 'Visitor' };
  const registration = { ...person, email: `${free}@example.com` };
  const username = SEEDED.user;
  return {
    logIn: { username },
    register: registration,
    createUser: registration,
    listUsers: {},
    getUser: { username },
    updateUser: { username, firstName: 'Vera' },
    deleteUser: { username: registered ?? free },
    applyToJob: { username, id },
    createCompany: { handle: free, name: `Company of ${free}`, description: 'Passing through', numEmployees: '7' },
    listCompanies: { nameLike: 'an', limit: '5' },
    getCompany: { handle },
    updateCompany: { handle, numEmployees: '8' },
    deleteCompany: { handle: companies.find((company) => company.handle.startsWith(VISITOR))?.handle ?? free },
    createJob: { title: 'Tester', companyHandle: handle, salary: '60000', equity: '0.01' },
    listJobs: { title: 'engineer', limit: '5' },
    getJob: { id },
    updateJob: { id, salary: '70000' },
    deleteJob: { id: String(jobs.at(-1)?.id ?? 1) },
  };
}
