import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { api, as } from './support/api';
import { expectInvalid, expectProblem } from './support/problems';
import { aCompany, aJob, asAdmin, aUser, companyBody, jobBody, unique, userBody } from './support/records';

interface Creation {
  path: string;
  body: object;
  /** The same operation, for something else. */
  other: { path: string; body: object };
  caller: IncomingHttpHeaders;
  status: 200 | 201;
}

type Asked = Pick<Creation, 'path' | 'body' | 'caller'>;

const post = ({ path, body, caller }: Asked, key: string) =>
  api
    .post(path)
    .set({ ...caller, 'Idempotency-Key': key })
    .send(body);

/** An answer, without what is new in every token. */
async function answer(asked: Asked, key: string) {
  const { status, body } = await post(asked, key);
  const { token, ...rest } = body;
  return { status, ...rest, ...(token && { token: expect.any(String) as string }) };
}

const creations: Record<string, () => Promise<Creation>> = {
  'a company': async () => {
    const [path, body] = ['/companies', companyBody()];
    const other = { path, body: { ...body, description: 'Another' } };
    return { path, body, other, caller: await asAdmin(), status: 201 };
  },
  'a job': async () => {
    const [path, body] = ['/jobs', jobBody((await aCompany()).handle)];
    return { path, body, other: { path, body: { ...body, salary: 7 } }, caller: await asAdmin(), status: 201 };
  },
  'a user': async () => {
    const [path, body] = ['/users', userBody()];
    return { path, body, other: { path, body: { ...body, isAdmin: true } }, caller: await asAdmin(), status: 201 };
  },
  'a registration': async () => {
    const [path, body] = ['/auth/register', userBody()];
    return { path, body, other: { path, body: userBody() }, caller: {}, status: 201 };
  },
  'an application': async () => {
    const [{ username, token }, ...jobs] = await Promise.all([aUser(), aJob(), aJob()]);
    const [path, another] = jobs.map(({ id }) => `/users/${username}/jobs/${id}`) as [string, string];
    return { path, body: {}, other: { path: another, body: {} }, caller: as(token), status: 200 };
  },
};

describe.each(Object.entries(creations))('%s with an Idempotency-Key', (_what, prepare) => {
  it('is answered alike when it is repeated', async () => {
    const [creation, key] = [await prepare(), randomUUID()];
    const first = await answer(creation, key);
    expect(first.status).toBe(creation.status);
    expect(await answer(creation, key)).toEqual(first);
    expect(await answer(creation, `"${key}"`)).toEqual(first);
  });

  it('is answered alike when it is sent several times at once', async () => {
    const [creation, key] = [await prepare(), randomUUID()];
    const [first, ...others] = await Promise.all(Array.from({ length: 4 }, () => answer(creation, key)));
    expect(first?.status).toBe(creation.status);
    expect(others).toEqual([first, first, first]);
  });

  it('is not confused with another request of the same key: 422', async () => {
    const [{ other, ...creation }, key] = [await prepare(), randomUUID()];
    const first = await answer(creation, key);
    expectProblem(await post({ ...creation, ...other }, key), 422, /Idempotency-Key/);
    expect(await answer(creation, key)).toEqual(first);
  });

  it('is a duplicate or another one without the key, or with another key', async () => {
    const [creation, key] = [await prepare(), randomUUID()];
    await answer(creation, key);
    const statuses = creation.path === '/jobs' ? [201, 201] : [409, 409];
    const again = [api.post(creation.path).set(creation.caller).send(creation.body), post(creation, randomUUID())];
    expect((await Promise.all(again)).map(({ status }) => status)).toEqual(statuses);
  });

  it.each([
    ['nothing', ''],
    ['256 characters', 'k'.repeat(256)],
    ['an open quote', '"key'],
    ['a tab', 'a\tb'],
  ])('is refused where the key is %s', async (_key, key) => {
    expectInvalid(await post(await prepare(), key), 'Idempotency-Key');
  });
});

describe('a repeat', () => {
  const jobsCalled = async (title: string) => (await api.get('/jobs').query({ title })).body.jobs;

  it('creates nothing, also at the same time', async () => {
    const [body, caller, key] = [jobBody((await aCompany()).handle), await asAdmin(), randomUUID().padEnd(255, 'k')];
    const asked = { path: '/jobs', body: { ...body, title: unique('t') }, caller };
    await Promise.all([post(asked, key), post(asked, key), post(asked, key)]);
    await post(asked, key);
    expect(await jobsCalled(asked.body.title)).toHaveLength(1);
  });

  it('may be written in another way, if it says the same', async () => {
    const [{ handle }, title, caller, key] = [await aCompany(), unique('t'), await asAdmin(), randomUUID()];
    const first = await answer({ path: '/jobs', body: { title, companyHandle: handle, equity: '0.50' }, caller }, key);
    const same = { equity: 0.5, salary: null, companyHandle: handle, title };
    expect(await answer({ path: '/jobs', body: same, caller }, key)).toEqual(first);
  });

  it('is of one caller: the same key of another one is another request', async () => {
    const { token } = await aUser({ isAdmin: true });
    const [body, key, title] = [jobBody((await aCompany()).handle), randomUUID(), unique('t')];
    const asked = { path: '/jobs', body: { ...body, title } };
    const [one, other] = [
      await answer({ ...asked, caller: await asAdmin() }, key),
      await answer({ ...asked, caller: as(token) }, key),
    ];
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(await jobsCalled(title)).toHaveLength(2);
  });

  it('is of one operation: the same key of another one is another request', async () => {
    const [caller, key, body] = [await asAdmin(), randomUUID(), companyBody()];
    expect(await answer({ path: '/companies', body, caller }, key)).toMatchObject({ status: 201 });
    expect(await answer({ path: '/jobs', body: jobBody(String(body['handle'])), caller }, key)).toMatchObject({
      status: 201,
    });
  });

  it('of a request that failed is a new one', async () => {
    const [caller, key, body] = [await asAdmin(), randomUUID(), companyBody()];
    expectInvalid(await post({ path: '/companies', body: { ...body, numEmployees: -1 }, caller }, key), 'numEmployees');
    expect(await answer({ path: '/companies', body, caller }, key)).toMatchObject({ status: 201 });
  });

  it('shows what was created as it is by now', async () => {
    const [caller, key, body] = [await asAdmin(), randomUUID(), companyBody()];
    const asked = { path: '/companies', body, caller };
    const first = await answer(asked, key);
    await api
      .patch(`/companies/${String(body['handle'])}`)
      .set(caller)
      .send({ description: 'Changed' });
    expect(await answer(asked, key)).toEqual({ ...first, company: { ...first.company, description: 'Changed' } });
  });

  it.each(['/auth/register', '/users'])('needs the same password, and gets a new token: %s', async (path) => {
    const [caller, key, body] = [path === '/users' ? await asAdmin() : {}, randomUUID(), userBody()];
    const first = await post({ path, body, caller }, key);
    expectProblem(await post({ path, body: { ...body, password: 'another horse' }, caller }, key), 422);
    const again = await post({ path, body, caller }, key);
    expect(again.body.token).not.toBe(first.body.token);
    const profile = await api.get(`/users/${body.username}`).set(as(again.body.token));
    expect(profile).toMatchObject({ status: 200, body: { user: { username: body.username } } });
  });
});

describe('logging in', () => {
  it('takes no notice of an Idempotency-Key, whatever it is', async () => {
    const { username, password } = await aUser();
    for (const key of ['', 'key', 'key']) {
      const reply = await post({ path: '/auth/token', body: { username, password }, caller: {} }, key);
      expect(reply).toMatchObject({ status: 200 });
    }
  });
});
