import { Failure } from '@jobly/lab/instrument';
import { exchange, logInAs } from '@jobly/lab/system-under-test';
import type { SwitchedMode } from './start-switched';

/**
 * Proves that a stack does what it is switched to: only while it reads nothing but tokens does it let a forged one in.
 * A switch without effect would look like an authentication without a price.
 *
 * @throws Failure for any other answer
 */
export async function proveSwitched(
  { name, target: { origin }, switchTo }: Pick<SwitchedMode, 'name' | 'target' | 'switchTo'>,
  admin: { username: string; password: string },
): Promise<void> {
  const { token } = await logInAs(origin, admin);
  const unsigned = token.slice(0, token.lastIndexOf('.'));
  const answerTo = async (signature: string) => {
    const body = { salary: 1 };
    const question = { method: 'PATCH', path: '/jobs/2147483647', token: `${unsigned}.${signature}`, body };
    return (await exchange(origin, question)).status;
  };
  for (const [way, expected] of [
    ['usual', 401],
    ['only-read', 404],
  ] as const) {
    await switchTo(way);
    // Another one each time: some modes remember the tokens that they have seen.
    const status = await answerTo(`of-${way}`);
    if (status !== expected) throw new Failure(`${name}, switched to ${way}, answers a forged token ${status}.`);
  }
  await switchTo('usual');
}
