import { generateKeyPairSync } from 'node:crypto';
import request from 'supertest';
import { compose } from './compose';
import { settings } from './env';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const service = compose(
  settings.parse({
    // Nobody listens there: a request that gets as far as the database gets 503.
    USERS_DATABASE_URL: 'postgresql://nobody:x@127.0.0.1:1/nothing',
    USERS_SERVICE_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    AUTH_MODE: 'shared-secret',
    JWT_SECRET: 's'.repeat(32),
    LOG_LEVEL: 'silent',
    PASSWORD_MIN_LENGTH: '21',
  }),
);
afterAll(service.close);

it('The users service asks new passwords for PASSWORD_MIN_LENGTH characters, and nobody who logs in', async () => {
  const names = { username: 'ada', firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' };
  const signUp = (length: number) =>
    request(service.app)
      .post('/auth/register')
      .send({ ...names, password: 'x'.repeat(length) });
  expect(await signUp(20)).toMatchObject({ status: 400 });
  expect(await signUp(21)).toMatchObject({ status: 503 });
  const logIn = request(service.app).post('/auth/token').send({ username: 'ada', password: 'x' });
  expect(await logIn).toMatchObject({ status: 503 });
});
