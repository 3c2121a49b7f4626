import { api } from './support/api';
import { expectInvalid } from './support/problems';
import { aCompany, aJob, unique } from './support/records';

type Query = Record<string, string | number>;

const list = async (query: Query) => {
  const { status, body } = await api.get('/jobs').query(query);
  expect({ status, body }).toEqual({ status: 200, body: { jobs: expect.any(Array) } });
  return body.jobs;
};

const titles = async (query: Query) => (await list(query)).map(({ title }) => title);

describe('GET /jobs', () => {
  it('lists jobs by title, then by number, with the names of their companies', async () => {
    const tag = unique();
    const [one, other] = await Promise.all([aCompany(), aCompany()]);
    const ofOne = { companyHandle: one.handle };
    const b = await aJob({ ...ofOne, title: `${tag} b`, salary: 1, equity: 0.25 });
    const c = await aJob({ ...ofOne, title: `${tag} c` });
    const a = await aJob({ companyHandle: other.handle, title: `${tag} a` });
    const b2 = await aJob({ companyHandle: other.handle, title: `${tag} b` });
    expect(await list({ title: tag })).toEqual([
      { ...a, companyName: other.name },
      { ...b, companyName: one.name },
      { ...b2, companyName: other.name },
      { ...c, companyName: one.name },
    ]);
  });

  it('lists them in the order of code points', async () => {
    const tag = unique();
    const { handle } = await aCompany();
    const inOrder = [' ', '-', 'B', 'Z', '_', 'a', 'aB', 'ab', 'é', '\uffe6', '😀'].map((end) => `${tag}${end}.`);
    for (const title of [...inOrder].reverse()) await aJob({ companyHandle: handle, title });
    expect(await titles({ title: tag })).toEqual(inOrder);
  });

  it('answers an empty list, not 404, where nothing fits', async () => {
    expect(await list({ title: unique('nothing') })).toEqual([]);
  });
});

describe('title', () => {
  it('finds a part of the title, whatever its case', async () => {
    const tag = unique();
    const { title } = await aJob({ title: `The ${tag} Écrivain` });
    for (const part of [tag, tag.toUpperCase(), `${tag} é`, `${tag} ÉCRIV`]) {
      expect(await titles({ title: part })).toEqual([title]);
    }
  });

  it.each(['%', '_', '\\', "'", '"', '*', '.', '%%', '\\%', '; --'])('takes %j for what it is', async (special) => {
    const tag = unique();
    const { title, companyHandle } = await aJob({ title: `${tag}${special}x` });
    await aJob({ companyHandle, title: `${tag}abcx` });
    expect(await titles({ title: `${tag}${special}` })).toEqual([title]);
    expect(await titles({ title: `${tag}${special}x` })).toEqual([title]);
  });

  it.each(['', '='])('means no filter where it is empty (%j)', async (end) => {
    await aJob();
    const { status, body } = await api.get(`/jobs?title${end}&limit=1`);
    expect({ status, body }).toMatchObject({ status: 200, body: { jobs: [expect.anything()] } });
  });

  it('must not contain NUL', async () => {
    expectInvalid(await api.get('/jobs?title=a%00b'), 'title');
  });
});

describe('minSalary', () => {
  it('includes its own value, and leaves out jobs whose salary is unknown', async () => {
    const { title, companyHandle } = await aJob({ salary: 10 });
    for (const salary of [100, 9, null]) await aJob({ companyHandle, title, salary });
    const salaries = async (query: Query) => (await list({ title, ...query })).map(({ salary }) => salary);
    expect(await salaries({ minSalary: 10 })).toEqual([10, 100]);
    expect(await salaries({ minSalary: 11 })).toEqual([100]);
    expect(await salaries({ minSalary: 101 })).toEqual([]);
    expect(await salaries({ minSalary: 2_147_483_647 })).toEqual([]);
    expect(await salaries({})).toEqual([10, 100, 9, null]);
  });

  it('means no filter where it is empty', async () => {
    const { title, companyHandle } = await aJob({ salary: 10 });
    await aJob({ companyHandle, title, salary: null });
    expect(await list({ title, minSalary: '' })).toHaveLength(2);
  });

  it.each(['-1', '1.5', 'abc', '%20', '+', '1e3', '0x10', '1,000', 'NaN', '%201', 'null'])(
    'refuses %j',
    async (value) => {
      expectInvalid(await api.get(`/jobs?minSalary=${value}`), 'minSalary');
    },
  );
});

describe('hasEquity', () => {
  it('true keeps what has any, false and absence keep everything', async () => {
    const { title, companyHandle } = await aJob({ equity: '0.000000000001' });
    for (const equity of [1, 0, null]) await aJob({ companyHandle, title, equity });
    const equities = async (query: Query) => (await list({ title, ...query })).map(({ equity }) => equity);
    expect(await equities({ hasEquity: 'true' })).toEqual(['0.000000000001', '1']);
    expect(await equities({ hasEquity: 'false' })).toEqual(['0.000000000001', '1', '0', null]);
    expect(await equities({ hasEquity: '' })).toEqual(['0.000000000001', '1', '0', null]);
    expect(await equities({})).toEqual(['0.000000000001', '1', '0', null]);
  });

  it.each(['1', '0', 'yes', '%20', 'TRUE', 'null', 'true%20'])('refuses %j', async (value) => {
    expectInvalid(await api.get(`/jobs?hasEquity=${value}`), 'hasEquity');
  });
});

describe('several filters', () => {
  it('all have to hold', async () => {
    const { title, companyHandle } = await aJob({ salary: 10, equity: 0.1 });
    await aJob({ companyHandle, title, salary: 10, equity: 0 });
    await aJob({ companyHandle, title, salary: 9, equity: 0.1 });
    await aJob({ companyHandle, title: unique(), salary: 10, equity: 0.1 });
    expect(await list({ title, minSalary: 10, hasEquity: 'true' })).toMatchObject([{ salary: 10, equity: '0.1' }]);
  });

  it('are reported together where they are wrong', async () => {
    expectInvalid(await api.get('/jobs?minSalary=-1&hasEquity=maybe&limit=0'), 'minSalary', 'hasEquity', 'limit');
  });
});

describe('limit and offset', () => {
  it('cut out a part of the list', async () => {
    const title = unique();
    const { companyHandle } = await aJob({ title: `${title} a` });
    for (const letter of ['b', 'c']) await aJob({ companyHandle, title: `${title} ${letter}` });
    const part = async (query: Query) => (await titles({ title, ...query })).map((found) => found.at(-1)).join('');
    expect(await part({ limit: 1 })).toBe('a');
    expect(await part({ limit: 2, offset: 1 })).toBe('bc');
    expect(await part({ limit: 1_000, offset: 2 })).toBe('c');
    expect(await part({ offset: 3 })).toBe('');
    expect(await part({ offset: 2_147_483_647 })).toBe('');
  });

  it.each(['limit=0', 'limit=1001', 'limit=-1', 'limit=', 'limit=ten', 'limit=1.5'])('refuse %s', async (query) => {
    expectInvalid(await api.get(`/jobs?${query}`), 'limit');
  });

  it.each(['offset=-1', 'offset=2147483648', 'offset=', 'offset=x', 'offset=0.5'])('refuse %s', async (query) => {
    expectInvalid(await api.get(`/jobs?${query}`), 'offset');
  });
});
