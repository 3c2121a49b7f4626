import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { createPasswordCheck, hashPassword } from './passwords';

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
    await passwordFits('right password', passwordHash, whose);
    done.push(whose);
  };
  await Promise.all([...Array.from({ length: 40 }, () => check('greedy')), check('ada')]);
  expect(done.indexOf('ada')).toBeLessThan(10);
});
