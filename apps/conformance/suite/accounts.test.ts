import { api, as } from './support/api';
import { operations, pathOf } from './support/operations';
import { expectProblem } from './support/problems';
import { type CreatedUser, aJob, asAdmin, aUser } from './support/records';

const forSelf = operations.filter(({ access }) => access === 'self');

/** A request of a user's own, with a token. */
const ask = (method: (typeof forSelf)[number]['method'], path: string, token: string) => {
  const request = api[method](path).set(as(token));
  return method === 'patch' ? request.send({ firstName: 'Eve', password: 'another password' }) : request;
};

const remove = ({ username, token }: CreatedUser) => api.delete(`/users/${username}`).set(as(token));
const logIn = ({ username, password }: CreatedUser) => api.post('/auth/token').send({ username, password });
const profileOf = async ({ username, token }: CreatedUser) =>
  (await api.get(`/users/${username}`).set(as(token))).body.user;

describe('the token of a deleted user', () => {
  it.each(forSelf)('does not open $method $path', async ({ method, path }) => {
    const [user, { id }] = await Promise.all([aUser(), aJob()]);
    await remove(user);
    expectProblem(await ask(method, pathOf({ path }, { ...user, id }), user.token), 401);
  });

  it.each(forSelf)('does not open $method $path to who has the name by now, admin or not', async ({ method, path }) => {
    for (const isAdmin of [false, true]) {
      const [former, { id }] = await Promise.all([aUser({ isAdmin }), aJob()]);
      await remove(former);
      const present = await aUser({ username: former.username, password: 'their password', firstName: 'Grace' });
      const answer = await ask(method, pathOf({ path }, { ...present, id }), former.token);
      expectProblem(answer, 401);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer\b/);
      expect(await profileOf(present)).toMatchObject({ firstName: 'Grace', applications: [] });
      expect(await logIn(present)).toMatchObject({ status: 200 });
    }
  });

  it('is as bad where it has just been seen', async () => {
    const former = await aUser();
    await profileOf(former);
    await remove(former);
    await aUser({ username: former.username });
    expectProblem(await ask('get', `/users/${former.username}`, former.token), 401);
  });
});

describe('the password that somebody has', () => {
  it('may be sent with every save of the profile, and the token stays good', async () => {
    const user = await aUser();
    for (const firstName of ['Augusta', 'Byron']) {
      const changes = { firstName, password: user.password };
      const path = `/users/${user.username}`;
      expect(await api.patch(path).set(as(user.token)).send(changes)).toMatchObject({ status: 200 });
      expect(await profileOf(user)).toMatchObject({ firstName });
    }
    expect(await logIn(user)).toMatchObject({ status: 200 });
  });

  it('may be the only change', async () => {
    const user = await aUser();
    const { username, password, token, ...visible } = user;
    const { status, body } = await api.patch(`/users/${username}`).set(as(token)).send({ password });
    expect({ status, body }).toEqual({ status: 200, body: { user: { username, ...visible } } });
  });

  it('ends with another, after which a new login counts', async () => {
    const user = await aUser();
    const changed = { ...user, password: 'another password' };
    const path = `/users/${user.username}`;
    await api
      .patch(path)
      .set(await asAdmin())
      .send({ password: changed.password });
    expectProblem(await logIn(user), 401);
    const { body } = await logIn(changed);
    expect(await api.get(path).set(as(body.token))).toMatchObject({ status: 200 });
  });
});
