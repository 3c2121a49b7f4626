import jwt from 'jsonwebtoken';
import { api, as } from './support/api';
import { expectInvalid, expectProblem } from './support/problems';
import { aUser, unique } from './support/records';

const logIn = (body: object) => api.post('/auth/token').send(body);

describe('POST /auth/token', () => {
  it('gives a token for the right pair, and nothing beside it', async () => {
    const { username, password } = await aUser();
    const { status, body } = await logIn({ username, password });
    expect({ status, body }).toEqual({ status: 200, body: { token: expect.any(String) } });
    expect(jwt.decode(body.token)).toMatchObject({ username, isAdmin: false });
  });

  it('gives a token that opens what belongs to the user', async () => {
    const { username, password } = await aUser();
    const { body } = await logIn({ username, password });
    expect(await api.get(`/users/${username}`).set(as(body.token))).toMatchObject({ status: 200 });
  });

  it('says of an admin that it is one', async () => {
    const { username, password } = await aUser({ isAdmin: true });
    const { body } = await logIn({ username, password });
    expect(jwt.decode(body.token)).toMatchObject({ username, isAdmin: true });
  });

  it('gives a new token each time', async () => {
    const { username, password } = await aUser();
    const [first, second] = await Promise.all([logIn({ username, password }), logIn({ username, password })]);
    expect(first.body.token).not.toBe(second.body.token);
  });

  it('answers a wrong password and an unknown user alike', async () => {
    const { username } = await aUser();
    const wrong = await logIn({ username, password: 'not the password' });
    const unknown = await logIn({ username: unique('u'), password: 'not the password' });
    expectProblem(wrong, 401, 'Invalid username/password');
    expect({ ...unknown.body }).toEqual({ ...wrong.body });
  });

  it.each(['', 'a', 'tiny', 'p'.repeat(129)])('answers 401 for the wrong password %j too', async (password) => {
    const { username } = await aUser();
    expectProblem(await logIn({ username, password }), 401, 'Invalid username/password');
  });

  it("does not take somebody else's password", async () => {
    const [one, other] = await Promise.all([aUser(), aUser({ password: 'another password' })]);
    expectProblem(await logIn({ username: one.username, password: other.password }), 401);
  });

  it.each([`' OR '1'='1`, '*', '%', 'no such user', 'ü'])('knows no user %j', async (username) => {
    expectProblem(await logIn({ username, password: 'password' }), 401, 'Invalid username/password');
  });

  it.each([
    [{ password: 'password' }, 'username'],
    [{ username: 'somebody' }, 'password'],
    [{ username: 42, password: 'password' }, 'username'],
    [{ username: 'somebody', password: null }, 'password'],
    [{ username: 'somebody', password: ['password'] }, 'password'],
    [{ username: { $ne: null }, password: 'password' }, 'username'],
    [{ username: 'some\0body', password: 'password' }, 'username'],
    [{ username: 'somebody', password: 'pass\0word' }, 'password'],
    [{ username: 'somebody', password: 'password', remember: true }, 'remember'],
  ])('refuses %j', async (body, field) => {
    expectInvalid(await logIn(body), field);
  });

  it('names both fields where both are missing', async () => {
    expectInvalid(await logIn({}), 'username', 'password');
  });

  it('refuses a request without a body', async () => {
    expectProblem(await api.post('/auth/token'), 400);
  });
});
