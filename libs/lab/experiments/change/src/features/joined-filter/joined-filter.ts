import type { Feature } from '../feature';
import { client } from './client';
import { companies } from './companies';
import { contracts } from './contracts';
import { docs } from './docs';
import { jobs } from './jobs';
import { suite } from './suite';

/**
 * `GET /jobs?minEmployees=` needs two owners' data. Neither module may join the other's table, so jobs ask companies
 * which of them are large enough, in one call, and refuse what leaves too many. Nobody asks for the new filter before
 * it is announced, so the services may come in any order.
 */
export const joinedFilter: Feature = {
  name: 'joined-filter',
  title: "A filter over two owners' data: jobs by the size of their company",
  edits: [...contracts, ...companies, ...jobs, ...client, ...suite, ...docs],
};
