import request from 'supertest';
import { compose } from './compose';
import { settings } from './env';

/** Nobody listens there: a request that gets as far as the database gets 503. */
const DATABASE_URL = 'postgresql://nobody:x@127.0.0.1:1/nothing';

const monolith = (given: Partial<Record<keyof typeof settings.shape, string>>) =>
  compose(settings.parse({ DATABASE_URL, LOG_LEVEL: 'silent', JWT_SECRET: 's'.repeat(32), ...given }));

describe('PASSWORD_MIN_LENGTH', () => {
  const { app, close } = monolith({ PASSWORD_MIN_LENGTH: '13' });
  afterAll(close);

  const signUp = (password: string) =>
    request(app)
      .post('/auth/register')
      .send({ username: 'ada', firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com', password });

  it('is what a new password must have', async () => {
    const { status, body } = await signUp('x'.repeat(12));
    const message = ['password must have 13 to 128 characters'];
    expect({ status, body: body as object }).toEqual({ status: 400, body: { error: { message, status: 400 } } });
    expect(await signUp('x'.repeat(13))).toMatchObject({ status: 503 });
  });

  it('is nothing to whoever logs in', async () => {
    const logIn = request(app).post('/auth/token').send({ username: 'ada', password: 'x' });
    expect(await logIn).toMatchObject({ status: 503 });
  });

  it('is told of at /openapi.json', async () => {
    expect((await request(app).get('/openapi.json')).text).toContain('"minLength":13');
  });

  it.each(['4', '129', 'long', '7.5', '-8'])('is from 5 to 128, or the process does not start: %p', (value) => {
    const { error } = settings.safeParse({ DATABASE_URL, PASSWORD_MIN_LENGTH: value });
    const problem = { path: ['PASSWORD_MIN_LENGTH'], message: 'must be a whole number from 5 to 128' };
    expect(error?.issues).toMatchObject([problem]);
  });
});
