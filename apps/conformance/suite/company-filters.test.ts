import { api } from './support/api';
import { expectInvalid } from './support/problems';
import { aCompany, unique } from './support/records';

type Query = Record<string, string | number>;

const list = async (query: Query) => {
  const { status, body } = await api.get('/companies').query(query);
  expect({ status, body }).toEqual({ status: 200, body: { companies: expect.any(Array) } });
  return body.companies;
};

const names = async (query: Query) => (await list(query)).map(({ name }) => name);

describe('GET /companies', () => {
  it('lists companies by name, with exactly their fields', async () => {
    const tag = unique();
    const made = [];
    for (const [at, letter] of ['b', 'c', 'a'].entries()) {
      made.push(await aCompany({ handle: `${tag}-${at}`, name: `${tag} ${letter}`, numEmployees: 3 }));
    }
    const [b, c, a] = made;
    expect(await list({ nameLike: tag })).toEqual([a, b, c]);
  });

  it('lists a new company without any filter, or so many that it is not among the first thousand', async () => {
    const { handle } = await aCompany();
    const companies = await list({});
    const handles = companies.map((company) => company.handle);
    expect(handles.includes(handle) || handles.length === 1_000).toBe(true);
  });

  it('answers an empty list, not 404, where nothing fits', async () => {
    expect(await list({ nameLike: unique('nothing') })).toEqual([]);
  });
});

describe('the order of companies', () => {
  it('is that of code points', async () => {
    const tag = unique();
    const inOrder = [' ', '-', 'B', 'Z', '_', 'a', 'aB', 'ab', 'é', '\uffe6', '😀'].map((end) => `${tag}${end}.`);
    for (const name of [...inOrder].reverse()) await aCompany({ name });
    expect(await names({ nameLike: tag })).toEqual(inOrder);
    expect(await names({ nameLike: tag, limit: 4, offset: 3 })).toEqual(inOrder.slice(3, 7));
  });
});

describe.each(['nameLike', 'name'])('%s', (parameter) => {
  it('finds a part of the name, whatever its case', async () => {
    const tag = unique();
    const { name } = await aCompany({ name: `The ${tag} Éclair Works` });
    for (const part of [tag, tag.toUpperCase(), `${tag} é`, `${tag} ÉCLAIR w`]) {
      expect(await names({ [parameter]: part })).toEqual([name]);
    }
  });

  it('looks into the name only', async () => {
    const tag = unique();
    await aCompany({ handle: tag, name: unique('other'), description: tag });
    expect(await names({ [parameter]: tag })).toEqual([]);
  });

  it.each(['%', '_', '\\', "'", '"', '*', '.', '%%', '\\%', '; --'])('takes %j for what it is', async (special) => {
    const tag = unique();
    const { name } = await aCompany({ name: `${tag}${special}x` });
    await aCompany({ name: `${tag}abcx` });
    expect(await names({ [parameter]: `${tag}${special}` })).toEqual([name]);
    expect(await names({ [parameter]: `${tag}${special}x` })).toEqual([name]);
  });

  it.each(['', '='])('means no filter where it is empty (%j)', async (end) => {
    const { status, body } = await api.get(`/companies?${parameter}${end}&limit=1`);
    expect({ status, body }).toMatchObject({ status: 200, body: { companies: [expect.anything()] } });
  });

  it('must not contain NUL', async () => {
    expectInvalid(await api.get(`/companies?${parameter}=a%00b`), parameter);
  });
});

describe('minEmployees and maxEmployees', () => {
  const sized = async () => {
    const tag = unique();
    for (const size of [1, 10, 100]) await aCompany({ name: `${tag} ${size}`, numEmployees: size });
    return tag;
  };
  const sizes = async (query: Query) => (await list(query)).map(({ numEmployees }) => numEmployees);

  it('include their own values', async () => {
    const nameLike = await sized();
    expect(await sizes({ nameLike, minEmployees: 10 })).toEqual([10, 100]);
    expect(await sizes({ nameLike, minEmployees: 11 })).toEqual([100]);
    expect(await sizes({ nameLike, maxEmployees: 10 })).toEqual([1, 10]);
    expect(await sizes({ nameLike, maxEmployees: 9 })).toEqual([1]);
    expect(await sizes({ nameLike, minEmployees: 10, maxEmployees: 10 })).toEqual([10]);
    expect(await sizes({ nameLike, minEmployees: 2, maxEmployees: 9 })).toEqual([]);
  });

  it('may be 0', async () => {
    const nameLike = unique();
    await aCompany({ name: nameLike, numEmployees: 0 });
    expect(await sizes({ nameLike, minEmployees: 0, maxEmployees: 0 })).toEqual([0]);
  });

  it('leave out companies whose size is unknown', async () => {
    const nameLike = unique();
    await aCompany({ name: nameLike, numEmployees: null });
    expect(await list({ nameLike, minEmployees: 1 })).toEqual([]);
    expect(await list({ nameLike })).toHaveLength(1);
  });

  it.each([
    'minEmployees=',
    'maxEmployees=',
    'minEmployees=&maxEmployees=',
    'minEmployees&maxEmployees',
    'name=&minEmployees=',
  ])('mean no filter where they are empty (%s)', async (query) => {
    const nameLike = await sized();
    const parameter = query.startsWith('name=')
      ? `name=${nameLike}&${query.slice(6)}`
      : `nameLike=${nameLike}&${query}`;
    const { status, body } = await api.get(`/companies?${parameter}`);
    expect(status).toBe(200);
    expect(body.companies.map(({ numEmployees }) => numEmployees)).toEqual([1, 10, 100]);
  });

  it('count for themselves where the other one is empty', async () => {
    const nameLike = await sized();
    expect(await sizes({ nameLike, minEmployees: 10, maxEmployees: '' })).toEqual([10, 100]);
    expect(await sizes({ nameLike, minEmployees: '', maxEmployees: 10 })).toEqual([1, 10]);
  });

  it('must not contradict each other', async () => {
    expectInvalid(await api.get('/companies?minEmployees=11&maxEmployees=10'), 'minEmployees', 'maxEmployees');
  });

  it.each(
    ['minEmployees', 'maxEmployees'].flatMap((parameter) =>
      ['-1', '1.5', 'abc', '%20', '+', '1e3', '0x10', '1,000', 'NaN', '%201', 'null'].map((value) => ({
        parameter,
        value,
      })),
    ),
  )('refuse $parameter=$value', async ({ parameter, value }) => {
    expectInvalid(await api.get(`/companies?${parameter}=${value}`), parameter);
  });
});

describe('limit and offset', () => {
  it('cut out a part of the list', async () => {
    const nameLike = unique();
    for (const letter of ['a', 'b', 'c']) await aCompany({ name: `${nameLike} ${letter}` });
    const part = async (query: Query) => (await names({ nameLike, ...query })).map((name) => name.at(-1)).join('');
    expect(await part({ limit: 1 })).toBe('a');
    expect(await part({ limit: 2, offset: 1 })).toBe('bc');
    expect(await part({ limit: 1_000, offset: 2 })).toBe('c');
    expect(await part({ offset: 0 })).toBe('abc');
    expect(await part({ offset: 3 })).toBe('');
    expect(await part({ offset: 2_147_483_647 })).toBe('');
  });

  it.each(['limit=0', 'limit=1001', 'limit=-1', 'limit=', 'limit=ten', 'limit=1.5'])('refuse %s', async (query) => {
    expectInvalid(await api.get(`/companies?${query}`), 'limit');
  });

  it.each(['offset=-1', 'offset=2147483648', 'offset=', 'offset=x', 'offset=0.5'])('refuse %s', async (query) => {
    expectInvalid(await api.get(`/companies?${query}`), 'offset');
  });
});
