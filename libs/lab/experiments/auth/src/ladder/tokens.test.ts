import { createSecretKey, generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { manyTokens, sometimesNew } from './tokens';

const claims = { username: 'ada', isAdmin: true, iss: 'jobly', exp: 4_000_000_000 };

describe('many tokens', () => {
  it('are all valid, say the same and differ', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const given = jwt.sign(claims, privateKey, { algorithm: 'RS256', keyid: 'the-key' });
    const fresh = manyTokens(privateKey);
    const made = [fresh(given), fresh(given), fresh(given)];
    expect(new Set([given, ...made]).size).toBe(4);
    for (const token of made) {
      const { header, payload } = jwt.verify(token, publicKey, { algorithms: ['RS256'], complete: true });
      expect(header).toMatchObject({ alg: 'RS256', kid: 'the-key' });
      expect(payload).toMatchObject(claims);
    }
  });

  it('return after ten thousand', () => {
    const secret = createSecretKey(Buffer.from('a secret of thirty-two characters'));
    const given = jwt.sign(claims, secret);
    const fresh = manyTokens(secret);
    const made = Array.from({ length: 10_001 }, () => fresh(given));
    expect(made[10_000]).toBe(made[0]);
    expect(new Set(made).size).toBe(10_000);
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
    const first = sent.slice(0, 500).filter((token) => token === 'new').length;
    expect(Math.abs(first - expected / 2)).toBeLessThanOrEqual(1);
  });
});
