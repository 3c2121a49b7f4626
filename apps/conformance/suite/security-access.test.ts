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
    const asUser = as(token(user.username, { isAdmin: false }));
    expectProblem(await api[method](path).set({ ...claims, ...asUser }), 403);
  });

  it.each(forAdmins)('$method $path is not for an ordinary user', async ({ method, path }) => {
    const { username } = await aUser();
    expectProblem(await api[method](path).set(as(token(username, { isAdmin: false }))), 403);
  });

  const ofUsers = !service || service === 'users' ? it : it.skip;

  ofUsers('nobody reads, changes, deletes or applies as another user', async () => {
    const [user, other] = await Promise.all([aUser(), aUser()]);
    const asUser = as(token(user.username, { isAdmin: false }));
    const path = `/users/${other.username}`;
    expectProblem(await api.get(path).set(asUser), 403);
    expectProblem(await api.patch(path).set(asUser).send({ firstName: 'Eve' }), 403);
    expectProblem(await api.delete(path).set(asUser), 403);
    expectProblem(await api.post(`${path}/jobs/1`).set(asUser), 403);
    expect(await api.get(path).set(as(token(other.username)))).toMatchObject({ status: 200 });
  });

  ofUsers('nobody makes themselves an admin', async () => {
    expectInvalid(await api.post('/auth/register').send(userBody({ isAdmin: true })), 'isAdmin');
    const { username } = await aUser();
    const asUser = as(token(username, { isAdmin: false }));
    expectInvalid(await api.patch(`/users/${username}`).set(asUser).send({ isAdmin: true }), 'isAdmin');
    expect((await api.get(`/users/${username}`).set(asUser)).body.user.isAdmin).toBe(false);
  });
});

const asks = inside?.authMode === 'introspect' || inside?.authMode === 'introspect-cached';

(asks ? describe : describe.skip)('where the users are asked', () => {
  it('an admin is who is one now, whatever the token says', async () => {
    const { username } = await aUser();
    for (const door of doors) {
      for (const { method, path } of door.forAdmins) {
        expectProblem(await door.api[method](path).set(as(door.token(username, { isAdmin: true }))), 403);
      }
    }
  });

  it('the token of somebody who is not there opens nothing', async () => {
    const { username, token } = await aUser();
    await api.delete(`/users/${username}`).set(as(token));
    for (const door of doors) {
      for (const { method, path } of door.forAdmins) {
        expectProblem(await door.api[method](path).set(as(door.token(username))), 401);
      }
    }
  });
});

(inside?.authMode === 'introspect' ? describe : describe.skip)('where they are asked every time', () => {
  it('a deleted user is out at once, everywhere', async () => {
    const { username, token } = await aUser({ isAdmin: true });
    const statuses = () =>
      Promise.all(
        doors.flatMap(({ api, forAdmins }) =>
          forAdmins.map(async ({ method, path }) => (await api[method](path).set(as(token))).status),
        ),
      );
    for (const status of await statuses()) expect([200, 404]).toContain(status);
    await api.delete(`/users/${username}`).set(as(token));
    expect(new Set(await statuses())).toEqual(new Set([401]));
  });
});
