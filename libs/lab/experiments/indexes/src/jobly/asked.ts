import { operations } from '@jobly/contracts';
import { allWorkloads, requestFor, type Workload } from '@jobly/lab/system-under-test';

const list = (operation: typeof operations.listJobs | typeof operations.listCompanies, query: string): Workload => ({
  name: query,
  operation: `GET ${operation.path}${query}`,
  prepare: ({ count }) => ({
    requests: Array.from({ length: count }, () =>
      requestFor(operation, { path: `${operation.path}${query}${query ? '&' : '?'}limit=20` }),
    ),
    repeatable: true,
  }),
});

/** It returns all users, and so reads all of them, whatever the indexes. */
const RETURNS_ALL = 'GET /users';

/** Every operation of the contract but that, and the lists with each of their filters: those that few rows pass, too. */
export const asked: readonly Workload[] = [
  ...allWorkloads.filter(({ mix, operation }) => !mix && operation !== RETURNS_ALL),
  list(operations.listJobs, ''),
  list(operations.listJobs, '?minSalary=100000'),
  list(operations.listJobs, '?minSalary=4000000'),
  list(operations.listJobs, '?hasEquity=true'),
  list(operations.listJobs, '?title=zookeeper'),
  list(operations.listCompanies, ''),
  list(operations.listCompanies, '?nameLike=zookeeper'),
  list(operations.listCompanies, '?minEmployees=500'),
  list(operations.listCompanies, '?minEmployees=900000'),
  list(operations.listCompanies, '?maxEmployees=2'),
];
