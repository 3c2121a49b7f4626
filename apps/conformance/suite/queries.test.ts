import { api, as } from './support/api';
import { expectInvalid, expectProblem } from './support/problems';
import { aJob, asAdmin, aUser, companyBody, userBody } from './support/records';

describe('a query key that nobody knows', () => {
  it.each(['colour=red', 'Title=x', 'minsalary=1', 'page=2', 'constructor=x', 'toString=x', 'hasOwnProperty=x'])(
    'gets 400: /jobs?%s',
    async (query) => {
      const [key = ''] = query.split('=');
      expectInvalid(await api.get(`/jobs?${query}`), key);
    },
  );

  it.each(['__proto__=x', '__proto__[isAdmin]=true', 'title[]=x', 'title[like]=x', 'title.like=x', '=x', '%00=x'])(
    'gets 400: /jobs?%s',
    async (query) => {
      expectProblem(await api.get(`/jobs?${query}`), 400);
    },
  );

  it('is reported beside what else is wrong', async () => {
    expectInvalid(await api.get('/companies?colour=red&minEmployees=few'), 'colour', 'minEmployees');
  });
});

describe('a query key given twice', () => {
  it.each([
    ['/jobs?title=a&title=b', 'title'],
    ['/jobs?title=a&title=a', 'title'],
    ['/jobs?minSalary=1&minSalary=2', 'minSalary'],
    ['/jobs?hasEquity=true&hasEquity=true', 'hasEquity'],
    ['/jobs?title=a&t%69tle=b', 'title'],
    ['/companies?nameLike=a&nameLike=b', 'nameLike'],
    ['/companies?name=a&name=b', 'name'],
    ['/companies?limit=1&limit=1', 'limit'],
  ])('gets 400: %s', async (path, key) => {
    expectInvalid(await api.get(path), key);
  });
});

describe('an operation without a query', () => {
  const queries = [
    'colour=red',
    '0=post',
    '_=1700000000000',
    'a=1&a=2',
    'limit=0',
    '__proto__=x',
    'a[b]=c',
    '=',
    '%zz',
  ];

  it.each(queries)('ignores ?%s', async (query) => {
    const [{ username, password, token }, { id, companyHandle }, admin] = [
      await aUser(),
      await aJob(),
      await asAdmin(),
    ];
    expect(await api.get(`/jobs/${id}?${query}`)).toMatchObject({ status: 200 });
    expect(await api.get(`/companies/${companyHandle}?${query}`)).toMatchObject({ status: 200 });
    expect(await api.get(`/users?${query}`).set(admin)).toMatchObject({ status: 200 });
    expect(await api.get(`/users/${username}?${query}`).set(as(token))).toMatchObject({ status: 200 });
    expect(await api.post(`/users/${username}/jobs/${id}?${query}`).set(as(token))).toMatchObject({ status: 200 });
    expect(await api.post(`/auth/token?${query}`).send({ username, password })).toMatchObject({ status: 200 });
    expect(await api.post(`/auth/register?${query}`).send(userBody())).toMatchObject({ status: 201 });
    expect(await api.post(`/companies?${query}`).set(admin).send(companyBody())).toMatchObject({ status: 201 });
    const changed = { status: 200, body: { job: { salary: 1 } } };
    expect(await api.patch(`/jobs/${id}?${query}`).set(admin).send({ salary: 1 })).toMatchObject(changed);
    expect(await api.delete(`/jobs/${id}?${query}`).set(admin)).toMatchObject({ status: 200 });
    expect(await api.delete(`/companies/${companyHandle}?${query}`).set(admin)).toMatchObject({ status: 200 });
    expect(await api.delete(`/users/${username}?${query}`).set(as(token))).toMatchObject({ status: 200 });
  });

  it('takes nothing of its body from there', async () => {
    const { username, password } = await aUser();
    expectInvalid(
      await api.post(`/auth/token?username=${username}&password=${password}`).send({}),
      'username',
      'password',
    );
  });
});

describe('a query', () => {
  it.each(['/jobs?', '/companies?', '/jobs?limit=1&', '/jobs?&limit=1'])(
    'may be empty, or have empty parts: %s',
    async (path) => {
      expect(await api.get(path)).toMatchObject({ status: 200 });
    },
  );

  it('may be escaped in any way', async () => {
    const { title } = await aJob({ title: `C++ & C# = 100% fun? ${Date.now()}` });
    for (const escaped of [encodeURIComponent(title), encodeURIComponent(title).replaceAll('%20', '+')]) {
      const { body } = await api.get(`/jobs?title=${escaped}`);
      expect(body.jobs).toMatchObject([{ title }]);
    }
  });

  // No size exceeds 2,147,483,647, so such a filter may be rejected or find nothing, but must not fail.
  it.each(['2147483648', '9'.repeat(30), '0'.repeat(30)])('may ask for as much as %s', async (amount) => {
    expect([200, 400]).toContain((await api.get(`/companies?minEmployees=${amount}&limit=1`)).status);
    expect([200, 400]).toContain((await api.get(`/jobs?minSalary=${amount}&limit=1`)).status);
  });
});
