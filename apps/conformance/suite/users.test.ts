import jwt from 'jsonwebtoken';
import { api, as } from './support/api';
import { expectInvalid, expectProblem } from './support/problems';
import { anApplication, aJob, asAdmin, aUser, unique, userBody } from './support/records';

describe('POST /users', () => {
  it('answers 201 with the user and a token', async () => {
    const { password, ...visible } = userBody();
    const { status, body } = await api
      .post('/users')
      .set(await asAdmin())
      .send({ password, ...visible });
    expect({ status, body }).toEqual({
      status: 201,
      body: { user: { ...visible, isAdmin: false }, token: expect.any(String) },
    });
  });

  it.each([true, false])('makes a user with isAdmin: %j', async (isAdmin) => {
    const { username, token } = await aUser({ isAdmin });
    expect(jwt.decode(token)).toMatchObject({ username, isAdmin });
    expect(await api.get('/users').set(as(token))).toMatchObject({ status: isAdmin ? 200 : 403 });
  });

  it.each(['true', 1, null])('refuses isAdmin: %j', async (isAdmin) => {
    expectInvalid(
      await api
        .post('/users')
        .set(await asAdmin())
        .send(userBody({ isAdmin })),
      'isAdmin',
    );
  });

  it('answers 409 for a name that is taken', async () => {
    const { username } = await aUser();
    expectProblem(
      await api
        .post('/users')
        .set(await asAdmin())
        .send(userBody({ username })),
      409,
    );
  });
});

describe('GET /users', () => {
  it('lists all users by username, without passwords and applications', async () => {
    const prefix = unique('u');
    for (const last of ['b', 'c', 'a']) await aUser({ username: prefix + last });
    const { status, body } = await api.get('/users').set(await asAdmin());
    expect(status).toBe(200);
    const ours = body.users.filter(({ username }: { username: string }) => username.startsWith(prefix));
    const shared = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com', isAdmin: false };
    expect(ours).toEqual(['a', 'b', 'c'].map((last) => ({ username: prefix + last, ...shared })));
  });
});

describe('GET /users/:username', () => {
  it('gives the user and the jobs applied to, ascending', async () => {
    const { token, password: _password, ...user } = await aUser();
    const { companyHandle, ...first } = await aJob();
    const second = await aJob({ companyHandle });
    await anApplication({ ...user, token }, second.id);
    await anApplication({ ...user, token }, first.id);
    const { status, body } = await api.get(`/users/${user.username}`).set(as(token));
    expect({ status, body }).toEqual({
      status: 200,
      body: { user: { ...user, applications: [first.id, second.id] } },
    });
  });

  it.each(['no-such-user', 'no such name', ' ', 'a/b', 'a%b', 'a\u200b', 'ü', 'x'.repeat(26)])(
    'answers 404 for %j',
    async (username) => {
      expectProblem(await api.get(`/users/${encodeURIComponent(username)}`).set(await asAdmin()), 404);
    },
  );
});

describe('PATCH /users/:username', () => {
  it.each([
    { firstName: 'Grace' },
    { lastName: 'Hopper' },
    { email: 'grace@example.com' },
    { firstName: 'Grace', lastName: 'Hopper', email: 'grace@example.com' },
  ])('changes %j and leaves the rest', async (changes) => {
    const { token, password: _password, ...user } = await aUser();
    const { status, body } = await api.patch(`/users/${user.username}`).set(as(token)).send(changes);
    expect({ status, body }).toEqual({ status: 200, body: { user: { ...user, ...changes } } });
    const read = await api.get(`/users/${user.username}`).set(as(token));
    expect(read.body.user).toMatchObject({ ...user, ...changes });
  });

  it('changes the password: the new one opens, the old one no more', async () => {
    const { username, token, password } = await aUser();
    const changed = await api.patch(`/users/${username}`).set(as(token)).send({ password: 'a new password' });
    expect(changed).toMatchObject({ status: 200 });
    expect(changed.text).not.toMatch(/password/i);
    const logIn = (attempt: string) => api.post('/auth/token').send({ username, password: attempt });
    expect(await logIn('a new password')).toMatchObject({ status: 200 });
    expectProblem(await logIn(password), 401);
  });

  it('leaves the password alone when it is not among the changes', async () => {
    const { username, token, password } = await aUser();
    await api.patch(`/users/${username}`).set(as(token)).send({ firstName: 'Grace' });
    expect(await api.post('/auth/token').send({ username, password })).toMatchObject({ status: 200 });
  });

  it('is for an admin as well', async () => {
    const { username } = await aUser();
    const response = await api
      .patch(`/users/${username}`)
      .set(await asAdmin())
      .send({ lastName: 'Hopper' });
    expect(response).toMatchObject({ status: 200, body: { user: { lastName: 'Hopper' } } });
  });

  it.each([{ username: 'another' }, { isAdmin: true }, { applications: [] }])('refuses %j', async (changes) => {
    const { username, token } = await aUser();
    const [field = ''] = Object.keys(changes);
    expectInvalid(await api.patch(`/users/${username}`).set(as(token)).send(changes), field);
    expectInvalid(
      await api
        .patch(`/users/${username}`)
        .set(await asAdmin())
        .send(changes),
      field,
    );
  });

  it('changes nothing when one of several changes is refused', async () => {
    const { username, token } = await aUser();
    const changes = { firstName: 'Grace', email: 'nowhere' };
    expectInvalid(await api.patch(`/users/${username}`).set(as(token)).send(changes), 'email');
    const { body } = await api.get(`/users/${username}`).set(as(token));
    expect(body.user).toMatchObject({ firstName: 'Ada' });
  });

  it('answers 404 where there is no such user', async () => {
    expectProblem(
      await api
        .patch(`/users/${unique('u')}`)
        .set(await asAdmin())
        .send({ firstName: 'Grace' }),
      404,
    );
  });
});

describe('DELETE /users/:username', () => {
  it.each(['the user', 'an admin'])('says who was deleted to %s', async (caller) => {
    const { username, token } = await aUser();
    const authorization = caller === 'the user' ? as(token) : await asAdmin();
    const { status, body } = await api.delete(`/users/${username}`).set(authorization);
    expect({ status, body }).toEqual({ status: 200, body: { deleted: username } });
    expectProblem(await api.get(`/users/${username}`).set(await asAdmin()), 404);
  });

  it('lets the deleted user in no more', async () => {
    const { username, token, password } = await aUser();
    await api.delete(`/users/${username}`).set(as(token));
    expectProblem(await api.post('/auth/token').send({ username, password }), 401, 'Invalid username/password');
  });

  it('answers 404 the second time', async () => {
    const { username } = await aUser();
    await api.delete(`/users/${username}`).set(await asAdmin());
    expectProblem(await api.delete(`/users/${username}`).set(await asAdmin()), 404);
  });
});
