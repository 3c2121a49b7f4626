import { Failure } from '@jobly/lab/instrument';
import { removeAll, signUpAll } from '../workload/session';
import { exchange } from '../exchange';
import type { Stacks } from './stacks';

/**
 * Ensures that the two origins are different stacks, since one server may have many addresses: if a user who has just
 * signed up at the monolith can log in at the microservices too, they are the same.
 * @throws Failure if so
 */
export async function assertDistinct({ monolith, micro }: Stacks, run: string): Promise<void> {
  const accounts = await signUpAll(monolith.origin, `${run}-0`, 1);
  const { username, password } = accounts[0]!;
  const { status } = await exchange(micro.origin, {
    method: 'POST',
    path: '/auth/token',
    body: { username, password },
  });
  await removeAll(monolith.origin, accounts);
  if (status === 200) {
    throw new Failure(
      `${monolith.origin} and ${micro.origin} are one server: who signs up at one can log in at the other.`,
    );
  }
}
