import { createSecretKey, generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { manyTokens, sometimesNew } from './tokens';

const claims = { username: 'ada', isAdmin: true, iss: 'jobly', exp: 4_000_000_000 };

describe('many tokens', () => {
  it('are all valid, say the same and differ', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const given = jwt.sign(claims, privateKey, { algorithm: 'RS256', keyid: 'the-key' });
    const tokens = manyTokens(privateKey);
    await tokens.prepare(given, 1);
    const made = [tokens.next(given), tokens.next(given), tokens.next(given)];
    expect(new Set([given, ...made]).size).toBe(4);
    for (const token of made) {
      const { header, payload } = jwt.verify(token, publicKey, { algorithms: ['RS256'], complete: true });
      expect(header).toMatchObject({ alg: 'RS256', kid: 'the-key' });
      expect(payload).toMatchObject(claims);
    }
  });

  it('return once every cache has forgotten them, and not before', () => {
    const secret = createSecretKey(Buffer.from('a secret of thirty-two characters'));
    const given = jwt.sign(claims, secret);
    let now = 0;
    const tokens = manyTokens(secret, () => now);
    const next = () => tokens.next(given);
    const [first, second] = [next(), next()];
    now = 59_999;
    const third = next();
    expect(new Set([first, second, third]).size).toBe(3);
    now = 60_000;
    expect([next(), next()]).toEqual([first, second]);
    expect([first, second, third]).not.toContain(next());
  });
});

describe('a share of new tokens', () => {
  it.each([
    [0.01, 10],
    [0.1, 100],
    [0.5, 500],
    [1, 1_000],
  ])('of %d is kept exactly, and evenly', (share, expected) => {
    const next = sometimesNew(share, () => 'new');
    const sent = Array.from({ length: 1_000 }, () => next('known'));
    expect(sent.filter((token) => token === 'new')).toHaveLength(expected);
    for (const length of [150, 230, 500]) {
      const some = sent.slice(0, length).filter((token) => token === 'new').length;
      expect(Math.abs(some - share * length)).toBeLessThanOrEqual(0.5);
    }
  });
});
