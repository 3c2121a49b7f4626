import { api, as } from './support/api';
import { operations, pathOf } from './support/operations';
import { expectProblem } from './support/problems';
import { asAdmin, aUser } from './support/records';

const guarded = operations.filter(({ access }) => access !== 'anyone');
const forAdmins = operations.filter(({ access }) => access === 'admin');
const forSelf = operations.filter(({ access }) => access === 'self');

describe('without a token', () => {
  it.each(guarded)('$method $path answers 401 and asks for a Bearer token', async (operation) => {
    const response = await api[operation.method](pathOf(operation));
    expectProblem(response, 401);
    expect(response.headers['www-authenticate']).toMatch(/^Bearer\b/);
  });
});

describe('with a bad token', () => {
  it.each(guarded)('$method $path answers 401', async (operation) => {
    const response = await api[operation.method](pathOf(operation)).set(as('no.such.token'));
    expectProblem(response, 401);
    expect(response.headers['www-authenticate']).toMatch(/^Bearer\b/);
  });
});

describe('who may not', () => {
  it.each(forAdmins)('$method $path answers 403 to an ordinary user', async (operation) => {
    const { token } = await aUser();
    expectProblem(await api[operation.method](pathOf(operation)).set(as(token)), 403);
  });

  it.each(forSelf)('$method $path answers 403 to another user', async (operation) => {
    const [caller, other] = await Promise.all([aUser(), aUser()]);
    expectProblem(await api[operation.method](pathOf(operation, other)).set(as(caller.token)), 403);
  });

  it.each(forSelf)('$method $path tells nobody whether another user exists', async (operation) => {
    const { token } = await aUser();
    expectProblem(await api[operation.method](pathOf(operation)).set(as(token)), 403);
  });
});

describe('who may', () => {
  it('is the user for what is theirs', async () => {
    const { username, token } = await aUser();
    expect(await api.get(`/users/${username}`).set(as(token))).toMatchObject({ status: 200 });
  });

  it('is an admin for everybody', async () => {
    const { username } = await aUser();
    expect(await api.get(`/users/${username}`).set(await asAdmin())).toMatchObject({ status: 200 });
  });

  it('is not a user whose name differs in case only', async () => {
    const { username, token } = await aUser();
    expectProblem(await api.get(`/users/${username.toUpperCase()}`).set(as(token)), 403);
  });
});

describe('who is calling is settled before what they say', () => {
  const oversized = `{"title":"${'x'.repeat(200_000)}"}`;
  const requests = [
    { what: 'a malformed body', path: '/companies', body: '{', type: 'application/json' },
    { what: 'an invalid body', path: '/jobs', body: '{}', type: 'application/json' },
    { what: 'a body that is too large', path: '/jobs', body: oversized, type: 'application/json' },
    { what: 'a body that is not JSON', path: '/jobs', body: '<job/>', type: 'text/xml' },
    { what: 'an unknown query key', path: '/jobs?colour=red', body: '{}', type: 'application/json' },
    { what: 'an impossible id', path: '/users/no-one/jobs/0', body: '{}', type: 'application/json' },
  ];

  it.each(requests)('$what without a token gets 401', async ({ path, body, type }) => {
    expectProblem(await api.post(path).set('Content-Type', type).send(body), 401);
  });

  it.each(requests)('$what from somebody who may not gets 403', async ({ path, body, type }) => {
    const { token } = await aUser();
    expectProblem(await api.post(path).set(as(token)).set('Content-Type', type).send(body), 403);
  });
});
