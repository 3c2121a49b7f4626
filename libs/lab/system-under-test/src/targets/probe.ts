import { operations } from '@jobly/contracts';
import { Failure } from '@jobly/lab/instrument';
import { exchange } from '../exchange';

/**
 * Ensures that Jobly answers at the address.
 * @throws Failure naming the address and the problem
 */
export async function probe(name: string, origin: string): Promise<void> {
  const { status, body } = await exchange(origin, { method: 'GET', path: '/companies?limit=1' });
  if (status >= 500) throw new Failure(`The ${name} at ${origin} answers ${status} to GET /companies.`);
  if (status !== 200 || !operations.listCompanies.reply.safeParse(body).success) {
    throw new Failure(`What answers at ${origin}, given as the ${name}, is not Jobly.`);
  }
}
