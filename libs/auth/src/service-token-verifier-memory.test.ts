import { type KeyObject, createPublicKey } from 'node:crypto';
import { unauthorized } from '@jobly/contracts';
import { jumps, mockedClocks } from '@jobly/expiry/fixtures';
import { anAccount, identityOf } from './accounts.fixture';
import { aService } from './keys.fixture';
import { serviceTokenVerifier } from './service-token-verifier';
import { serviceTokens } from './service-tokens';
import { remembered, verifications } from './signature';

const ada = anAccount('ada');
const refused = { kind: 'unauthorized' };

/** A callee whose one caller may be asked for other keys; it counts what it checks. */
function calledByUsers() {
  const users = aService('users');
  const tokens = serviceTokens(users, 'jobs');
  const caller = { keys: users.keys };
  const verify = serviceTokenVerifier('jobs', { users: (kid) => caller.keys(kid) });
  return { caller, tokens, verify, users };
}

async function counts() {
  const ofServices = (await verifications.get()).values.find(({ labels }) => labels.kind === 'service')!;
  return { checked: ofServices.value, remembered: (await remembered.get()).values[0]!.value };
}

/** How many signatures the work makes a process check, and how many it remembers. */
async function counted(work: () => Promise<unknown>) {
  const before = await counts();
  await work();
  const after = await counts();
  return { checked: after.checked - before.checked, remembered: after.remembered - before.remembered };
}

/** The same claims, and a signature that is another's. */
const withSignatureOf = (token: string, other: string) =>
  [...token.split('.').slice(0, 2), other.split('.')[2]].join('.');

let clock: ReturnType<typeof mockedClocks>;
beforeEach(() => {
  clock = mockedClocks();
});
afterEach(() => import.meta.jest.restoreAllMocks());

describe('a service token that has been checked', () => {
  it.each([undefined, ada])('is let in again without another check, as the same caller', async (user) => {
    const { tokens, verify } = calledByUsers();
    const token = tokens(user);
    const first = await verify(token);
    expect(first).toEqual(user && identityOf(user));
    const again = async () => expect(await verify(token)).toEqual(first);
    expect(await counted(again)).toEqual({ checked: 0, remembered: 1 });
  });

  it('lets in no other token, however alike', async () => {
    const { tokens, verify } = calledByUsers();
    const [token, other] = [tokens(ada), tokens(anAccount('eve'))];
    await verify(token);
    await verify(other);
    await expect(verify(withSignatureOf(token, other))).rejects.toMatchObject(refused);
    await expect(verify(withSignatureOf(other, token))).rejects.toMatchObject(refused);
  });

  it('is remembered by the callee that has checked it, and by no other', async () => {
    const { tokens, verify, users } = calledByUsers();
    const token = tokens();
    await verify(token);
    await expect(serviceTokenVerifier('companies', { users: users.keys })(token)).rejects.toMatchObject(refused);
    await expect(serviceTokenVerifier('jobs', {})(token)).rejects.toMatchObject(refused);
  });

  it('is refused from the moment at which its key is not among the published ones', async () => {
    const { caller, tokens, verify } = calledByUsers();
    const token = tokens(ada);
    await verify(token);
    caller.keys = () => Promise.reject(unauthorized());
    await expect(verify(token)).rejects.toMatchObject(refused);
  });

  it('is refused if another key is published in the name of its key', async () => {
    const { caller, tokens, verify } = calledByUsers();
    const token = tokens(ada);
    await verify(token);
    const another = createPublicKey(aService('users').signer().key);
    caller.keys = () => Promise.resolve(another);
    await expect(verify(token)).rejects.toMatchObject(refused);
  });

  it('is checked once more with keys that were fetched anew', async () => {
    const { caller, tokens, verify, users } = calledByUsers();
    const token = tokens(ada);
    const fetched = (): KeyObject => createPublicKey(users.signer().key);
    await verify(token);
    const same = fetched();
    caller.keys = () => Promise.resolve(same);
    const twice = async () => {
      await verify(token);
      await verify(token);
    };
    expect(await counted(twice)).toEqual({ checked: 1, remembered: 1 });
  });

  it.each([
    ['in the name of the service', undefined, 300],
    ['on behalf of a user', ada, 30],
  ])('expires as if it had not been: %s', async (_name, user, lifetime) => {
    const { tokens, verify } = calledByUsers();
    const token = tokens(user);
    await verify(token);
    clock.advance(lifetime + 9.9);
    await verify(token);
    clock.advance(0.2);
    await expect(verify(token)).rejects.toMatchObject(refused);
  });

  it.each(jumps)('is judged by the clock as it is after a jump of %p s', async (jump) => {
    const { tokens, verify } = calledByUsers();
    const token = tokens(ada);
    await verify(token);
    clock.jump(jump);
    const judged = await verify(token).catch(() => 'refused');
    expect(judged).toEqual(jump > 0 ? 'refused' : identityOf(ada));
  });
});

describe('a token that is refused', () => {
  it('is checked each time, and pushes no good one out', async () => {
    const { tokens, verify } = calledByUsers();
    const good = tokens(ada);
    await verify(good);
    const [head, payload] = good.split('.');
    const flood = async () => {
      for (let at = 0; at < 12_000; at += 1) await verify(`${head}.${payload}.forged-${at}`).catch(() => {});
    };
    expect(await counted(flood)).toEqual({ checked: 12_000, remembered: 0 });
    expect(await counted(() => verify(good))).toEqual({ checked: 0, remembered: 1 });
  });
});
