import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { bySource, byUser, createPasswordCheck, hashPassword } from './passwords';

test('what needs a thread meanwhile, such as a new connection to PostgreSQL, does not wait for every password', async () => {
  const passwordHash = await hashPassword('right password');
  const passwordFits = createPasswordCheck();
  let checked = 0;
  const checks = Array.from({ length: 40 }, async () => {
    const fits = await passwordFits('right password', passwordHash);
    checked += 1;
    return fits;
  });
  // As SCRAM does to log in to PostgreSQL.
  await promisify(pbkdf2)('password', 'salt', 4_096, 32, 'sha256');
  expect(checked).toBeLessThan(20);
  expect(await Promise.all(checks)).toEqual(Array(40).fill(true));
});

test('of somebody who has many checked at once, the others wait for one', async () => {
  const passwordHash = await hashPassword('right password');
  const passwordFits = createPasswordCheck();
  await passwordFits('', undefined);
  const done: string[] = [];
  const check = async (whose: string) => {
    await passwordFits('right password', passwordHash, bySource(whose));
    done.push(whose);
  };
  await Promise.all([...Array.from({ length: 40 }, () => check('greedy')), check('ada')]);
  expect(done.indexOf('ada')).toBeLessThan(10);
});

test('of one user only a few wait, so that the rest is refused at once and holds up nobody', async () => {
  const hashed = await Promise.allSettled(Array.from({ length: 40 }, () => hashPassword('a password', byUser('ada'))));
  const refused = hashed.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect(refused.length).toBeGreaterThanOrEqual(40 - 8 - 3);
  expect(refused[0]).toMatchObject({ kind: 'unavailable', retryAfter: 1 });
});
