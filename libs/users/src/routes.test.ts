import type { Identity } from '@jobly/contracts';
import { anApp } from '@jobly/http-kit/fixtures';
import request from 'supertest';
import { userRoutes } from './routes';
import type { UserReference } from './user-reference';
import { account, ada } from './users.fixture';
import type { Users } from './users';

/** Whom the users module is asked about by a caller. */
async function askedAboutBy(caller: Identity, method: 'get' | 'patch' | 'delete' | 'post', path: string) {
  const asked: UserReference[] = [];
  const note = async (user: UserReference) => {
    asked.push(user);
    return ada;
  };
  const users = { profile: note, update: note, remove: note, apply: note } as unknown as Users;
  const app = anApp(userRoutes(users), { guard: async () => caller });
  await request(app)[method](path).send({ firstName: 'Augusta' });
  return asked;
}

describe.each([
  ['get', ''],
  ['patch', ''],
  ['delete', ''],
  ['post', '/jobs/7'],
] as const)('%s /users/:username%s is about', (method, rest) => {
  it.each([true, false])("the caller's own account where callers name themselves: admin %p", async (isAdmin) => {
    const caller = { username: 'zo\u00eb', account, isAdmin };
    for (const typed of ['zo\u00eb', 'zoe\u0308']) {
      const asked = await askedAboutBy(caller, method, `/users/${encodeURIComponent(typed)}${rest}`);
      expect(asked).toEqual([{ username: 'zo\u00eb', account }]);
    }
  });

  it('whoever has the name where an administrator names another', async () => {
    const caller = { username: 'root', account, isAdmin: true };
    expect(await askedAboutBy(caller, method, `/users/ada${rest}`)).toEqual([{ username: 'ada', account: null }]);
  });
});
