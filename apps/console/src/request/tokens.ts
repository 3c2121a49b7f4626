import { Failure } from '@jobly/lab/instrument';
import { exchange } from '@jobly/lab/system-under-test';
import type { Caller } from '../../api/request';
import type { RunningStack } from './stacks';
import { SEEDED } from './suggestions';

export interface Tokens {
  /**
   * The token of the seeded user or administrator; none for nobody. It is kept, because hashing a password is slow.
   * @throws Failure if the stack refuses to log in
   */
  of(stack: RunningStack, caller: Caller): Promise<string | undefined>;
  /** Whether there was one to forget. */
  forget(stack: RunningStack, caller: Caller): boolean;
}

export function createTokens(password: string): Tokens {
  const kept = new Map<string, string>();
  const keyOf = ({ processes: [{ url }] }: RunningStack, caller: Caller) => `${caller} at ${url}`;
  return {
    async of(stack, caller) {
      if (caller === 'nobody') return undefined;
      const key = keyOf(stack, caller);
      const token = kept.get(key) ?? (await logIn(stack, SEEDED[caller], password));
      kept.set(key, token);
      return token;
    },
    forget: (stack, caller) => kept.delete(keyOf(stack, caller)),
  };
}

async function logIn({ name, processes: [{ url }] }: RunningStack, username: string, password: string) {
  const question = { method: 'POST', path: '/auth/token', body: { username, password } };
  const { status, body } = await exchange(url, question);
  if (status === 200) return (body as { token: string }).token;
  const advice = status === 401 ? '; name its password in SEED_PASSWORD and start again' : '';
  throw new Failure(`${username} cannot log in at ${name} (status ${status})${advice}.`);
}
