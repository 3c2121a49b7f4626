import { api, as } from './support/api';
import { doors } from './support/doors';
import { expectInvalid, expectProblem } from './support/problems';
import { aUser, userBody } from './support/records';
import { inside, withInside } from './support/right-keys';

/** Headers by which a client might claim to be somebody whom a proxy in front has authenticated. */
const claimsToBeSomebody = (username: string) => ({
  'X-User': username,
  'X-Username': username,
  'X-Forwarded-User': username,
  'X-Authenticated-User': username,
  'X-Remote-User': username,
  'X-On-Behalf-Of': username,
  'X-Is-Admin': 'true',
  'X-Internal': 'true',
  'X-Service': 'gateway',
  'X-Forwarded-For': '127.0.0.1',
  'X-Original-Authorization': 'Bearer admin',
  'Proxy-Authorization': 'Bearer admin',
  Forwarded: 'for=127.0.0.1;by=127.0.0.1',
});

withInside.each(doors)('at $name', ({ api, forAdmins, token, service }) => {
  it.each(forAdmins)('$method $path is not opened by headers that say who is calling', async ({ method, path }) => {
    const [admin, user] = await Promise.all([aUser({ isAdmin: true }), aUser()]);
    const claims = claimsToBeSomebody(admin.username);
    expectProblem(await api[method](path).set(claims), 401);
    const asUser = as(token(user, { isAdmin: false }));
    expectProblem(await api[method](path).set({ ...claims, ...asUser }), 403);
  });

  it.each(forAdmins)('$method $path is not for an ordinary user', async ({ method, path }) => {
    const user = await aUser();
    expectProblem(await api[method](path).set(as(token(user, { isAdmin: false }))), 403);
  });

  const ofUsers = !service || service === 'users' ? it : it.skip;

  ofUsers('nobody reads, changes, deletes or applies as another user', async () => {
    const [user, other] = await Promise.all([aUser(), aUser()]);
    const asUser = as(token(user, { isAdmin: false }));
    const path = `/users/${other.username}`;
    expectProblem(await api.get(path).set(asUser), 403);
    expectProblem(await api.patch(path).set(asUser).send({ firstName: 'Eve' }), 403);
    expectProblem(await api.delete(path).set(asUser), 403);
    expectProblem(await api.post(`${path}/jobs/1`).set(asUser), 403);
    expect(await api.get(path).set(as(token(other)))).toMatchObject({ status: 200 });
  });

  ofUsers('nobody makes themselves an admin', async () => {
    expectInvalid(await api.post('/auth/register').send(userBody({ isAdmin: true })), 'isAdmin');
    const user = await aUser();
    const path = `/users/${user.username}`;
    const asUser = as(token(user, { isAdmin: false }));
    expectInvalid(await api.patch(path).set(asUser).send({ isAdmin: true }), 'isAdmin');
    expect((await api.get(path).set(asUser)).body.user.isAdmin).toBe(false);
  });
});

const asks = inside?.authMode === 'introspect' || inside?.authMode === 'introspect-cached';

(asks ? describe : describe.skip)('where the users are asked', () => {
  it('an admin is who is one now, whatever the token says', async () => {
    const user = await aUser();
    for (const door of doors) {
      for (const { method, path } of door.forAdmins) {
        expectProblem(await door.api[method](path).set(as(door.token(user, { isAdmin: true }))), 403);
      }
    }
  });

  it('the token of somebody who is not there opens nothing', async () => {
    const user = await aUser();
    await api.delete(`/users/${user.username}`).set(as(user.token));
    for (const door of doors) {
      for (const { method, path } of door.forAdmins) {
        expectProblem(await door.api[method](path).set(as(door.token(user))), 401);
      }
    }
  });
});

(inside?.authMode === 'introspect' ? describe : describe.skip)('where they are asked every time', () => {
  const statusesFor = (token: string) =>
    Promise.all(
      doors.flatMap(({ api, forAdmins }) =>
        forAdmins.map(async ({ method, path }) => (await api[method](path).set(as(token))).status),
      ),
    );
  const expectIn = async (token: string) => {
    for (const status of await statusesFor(token)) expect([200, 404]).toContain(status);
  };
  const expectOut = async (token: string) => {
    expect(new Set(await statusesFor(token))).toEqual(new Set([401]));
  };

  it('a deleted user is out at once, everywhere, and stays out when another takes the name', async () => {
    const { username, token } = await aUser({ isAdmin: true });
    await expectIn(token);
    await api.delete(`/users/${username}`).set(as(token));
    await expectOut(token);
    await expectIn((await aUser({ username, isAdmin: true })).token);
    await expectOut(token);
  });

  it('whoever has another password must log in with it, everywhere, even if it is changed back', async () => {
    const { username, token, password } = await aUser({ isAdmin: true });
    const path = `/users/${username}`;
    await expectIn(token);
    await api.patch(path).set(as(token)).send({ password: 'another password' });
    await expectOut(token);
    const { body } = await api.post('/auth/token').send({ username, password: 'another password' });
    await expectIn(body.token);
    await api.patch(path).set(as(body.token)).send({ password });
    await expectOut(body.token);
    await expectOut(token);
  });

  it('whoever saves the password that they have stays in', async () => {
    const { username, token, password } = await aUser({ isAdmin: true });
    await api.patch(`/users/${username}`).set(as(token)).send({ password });
    await expectIn(token);
  });
});
