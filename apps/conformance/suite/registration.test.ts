import jwt from 'jsonwebtoken';
import { api, as } from './support/api';
import { expectInvalid, expectProblem } from './support/problems';
import { asAdmin, aUser, userBody } from './support/records';

const register = (body: object) => api.post('/auth/register').send(body);

describe('POST /auth/register', () => {
  it('answers 201 with a token for the new user, and nothing beside it', async () => {
    const registration = userBody();
    const { status, body } = await register(registration);
    expect({ status, body }).toEqual({ status: 201, body: { token: expect.any(String) } });
    expect(jwt.decode(body.token)).toMatchObject({ username: registration.username, isAdmin: false });
  });

  it('makes a user with what was given', async () => {
    const { password, ...visible } = userBody();
    const registered = await register({ password, ...visible });
    const { body } = await api.get(`/users/${visible.username}`).set(as(registered.body.token));
    expect(body).toEqual({ user: { ...visible, isAdmin: false, applications: [] } });
  });

  it('lets the new user log in', async () => {
    const { username, password, ...names } = userBody();
    await register({ username, password, ...names });
    expect(await api.post('/auth/token').send({ username, password })).toMatchObject({ status: 200 });
  });

  it.each([true, false])('refuses isAdmin: %j, and makes no user', async (isAdmin) => {
    const registration = userBody({ isAdmin });
    expectInvalid(await register(registration), 'isAdmin');
    expectProblem(await api.get(`/users/${registration.username}`).set(await asAdmin()), 404);
  });

  it('answers 409 for a name that is taken, and leaves its owner as they were', async () => {
    const { username, password } = await aUser();
    expectProblem(await register(userBody({ username, password: 'a new password' })), 409);
    expect(await api.post('/auth/token').send({ username, password })).toMatchObject({ status: 200 });
  });

  it.each(['username', 'password', 'firstName', 'lastName', 'email'])('needs %s', async (field) => {
    const { [field]: _left, ...rest } = userBody();
    expectInvalid(await register(rest), field);
  });

  it('tells of every problem at once', async () => {
    const response = await register(userBody({ username: 'no/good', password: 'tiny', email: 'nowhere' }));
    expectInvalid(response, 'username', 'password', 'email');
  });

  it('refuses a request without a body', async () => {
    expectProblem(await api.post('/auth/register'), 400);
  });
});
