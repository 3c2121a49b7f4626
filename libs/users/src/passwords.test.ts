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
