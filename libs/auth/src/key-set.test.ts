import { createPrivateKey } from 'node:crypto';
import { jumps, mockedClocks } from '@jobly/expiry/fixtures';
import { keyRing } from './key-ring';
import { localKeySet, remoteKeySet } from './key-set';
import { USER_TOKEN_KEYS, publicJwk } from './keys';
import { aPrivateKey } from './keys.fixture';

const [first, second] = [aPrivateKey(), aPrivateKey()].map((pem) => publicJwk(createPrivateKey(pem))) as [
  ReturnType<typeof publicJwk>,
  ReturnType<typeof publicJwk>,
];
const unauthorized = { kind: 'unauthorized' };
const unavailable = {
  kind: 'unavailable',
  detail: 'Authentication is unavailable at the moment; please try again',
  retryAfter: 1,
};

/** A signer that publishes what the test says, on a clock that the test moves. */
function aSigner(...published: (typeof first)[]) {
  const signer = { published, down: false, asked: 0 };
  const fetchKeys = async () => {
    signer.asked += 1;
    if (signer.down) throw new Error('connect ECONNREFUSED');
    return signer.published;
  };
  return { signer, keys: remoteKeySet(fetchKeys, { cooldown: 10, maxAge: 100 }) };
}

let clock: ReturnType<typeof mockedClocks>;
beforeEach(() => {
  clock = mockedClocks();
});
afterEach(() => import.meta.jest.restoreAllMocks());

describe('keys fetched from whoever signs', () => {
  it('are fetched when first needed, once for everyone who waits', async () => {
    const { signer, keys } = aSigner(first);
    expect(signer.asked).toBe(0);
    const found = await Promise.all([keys(first.kid), keys(first.kid), keys(first.kid)]);
    expect(found.map((key) => key.asymmetricKeyType)).toEqual(['rsa', 'rsa', 'rsa']);
    expect(signer.asked).toBe(1);
  });

  it('are kept', async () => {
    const { signer, keys } = aSigner(first);
    await keys(first.kid);
    clock.advance(0.099);
    signer.down = true;
    await keys(first.kid);
    expect(signer.asked).toBe(1);
  });

  it('are fetched anew for a key id that nobody has seen: a rotation', async () => {
    const { signer, keys } = aSigner(first);
    await keys(first.kid);
    signer.published = [second, first];
    expect((await keys(second.kid)).type).toBe('public');
    expect(signer.asked).toBe(2);
  });

  it('serve everyone who comes with a new key while it is being fetched', async () => {
    const { signer, keys } = aSigner(first);
    await keys(first.kid);
    signer.published = [second];
    clock.advance(0.01);
    const found = await Promise.all([keys(second.kid), keys(second.kid), keys(second.kid)]);
    expect(found.map(({ type }) => type)).toEqual(['public', 'public', 'public']);
    expect(signer.asked).toBe(2);
  });

  it('are not fetched for each of many made-up key ids', async () => {
    const { signer, keys } = aSigner(first);
    await keys(first.kid);
    for (const kid of ['a', 'b', 'c']) await expect(keys(kid)).rejects.toMatchObject(unauthorized);
    expect(signer.asked).toBe(2);
    clock.advance(0.01);
    for (const kid of ['d', 'e', 'f']) await expect(keys(kid)).rejects.toMatchObject(unauthorized);
    expect(signer.asked).toBe(3);
  });

  it('are forgotten when they are withdrawn', async () => {
    const { signer, keys } = aSigner(first, second);
    await keys(first.kid);
    signer.published = [second];
    clock.advance(0.1);
    await expect(keys(first.kid)).rejects.toMatchObject(unauthorized);
    expect((await keys(second.kid)).type).toBe('public');
  });

  it.each(jumps)('are fetched anew, for withdrawn ones, after the clock has jumped by %p s', async (jump) => {
    const { signer, keys } = aSigner(first, second);
    await keys(first.kid);
    signer.published = [second];
    clock.jump(jump);
    await expect(keys(first.kid)).rejects.toMatchObject(unauthorized);
    expect((await keys(second.kid)).type).toBe('public');
    expect(signer.asked).toBe(2);
  });
});

describe('keys of a signer that publishes none for a moment', () => {
  it('are asked for each time, until there are some', async () => {
    const { signer, keys } = aSigner(first);
    await keys(first.kid);
    signer.published = [];
    clock.advance(0.1);
    await expect(keys(first.kid)).rejects.toMatchObject(unauthorized);
    signer.published = [first];
    expect((await keys(first.kid)).type).toBe('public');
    expect(signer.asked).toBe(3);
  });
});

describe('keys whose times nobody has chosen', () => {
  it('are good for ten minutes, and are looked for every ten seconds at most', async () => {
    let asked = 0;
    const keys = remoteKeySet(async () => {
      asked += 1;
      return [first];
    });
    await keys(first.kid);
    await expect(keys('made up')).rejects.toMatchObject(unauthorized);
    clock.advance(9.999);
    await expect(keys('made up')).rejects.toMatchObject(unauthorized);
    expect(asked).toBe(2);
    clock.advance(0.001);
    await expect(keys('made up')).rejects.toMatchObject(unauthorized);
    expect(asked).toBe(3);
    clock.advance(599.999);
    await keys(first.kid);
    expect(asked).toBe(3);
    clock.advance(0.001);
    await keys(first.kid);
    expect(asked).toBe(4);
  });
});

describe('the keys of the process that signs', () => {
  const ring = keyRing(aPrivateKey(), USER_TOKEN_KEYS);

  it('are found by their ids', async () => {
    const { kid } = ring.signer;
    expect(await localKeySet(() => ring)(kid)).toBe(ring.publicKeys.get(kid));
  });

  it('are no others', async () => {
    await expect(localKeySet(() => ring)('made up')).rejects.toMatchObject(unauthorized);
  });
});

describe('while the signer is out of reach', () => {
  it('nobody can be known where no key is', async () => {
    const { signer, keys } = aSigner(first);
    signer.down = true;
    await expect(keys(first.kid)).rejects.toMatchObject(unavailable);
    signer.down = false;
    expect((await keys(first.kid)).type).toBe('public');
  });

  it('the known keys go on, however old', async () => {
    const { signer, keys } = aSigner(first);
    await keys(first.kid);
    signer.down = true;
    clock.advance(1);
    for (let i = 0; i < 3; i += 1) expect((await keys(first.kid)).type).toBe('public');
    expect(signer.asked).toBe(2);
  });

  it('whether a new key is good cannot be known', async () => {
    const { signer, keys } = aSigner(first);
    await keys(first.kid);
    signer.down = true;
    clock.advance(0.01);
    await expect(keys(second.kid)).rejects.toMatchObject(unavailable);
  });
});
