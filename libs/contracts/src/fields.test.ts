import type { z } from 'zod';
import { companyChanges, companyFilter, jobChanges, jobFilter, newCompany, newJob, newUser, operations } from './index';

/** The parsed `value` of a field in a schema whose other fields are all optional. */
const parsed = (schema: z.ZodType, field: string, value: unknown): unknown => {
  const { data } = schema.safeParse({ [field]: value });
  return data === undefined ? 'refused' : (data as Record<string, unknown>)[field];
};

describe('equity', () => {
  const equity = (value: unknown) => parsed(jobChanges, 'equity', value);

  it.each([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [0.1, '0.1'],
    [1e-7, '0.0000001'],
    [1.25e-7, '0.000000125'],
    [5e-324, `0.${'0'.repeat(323)}5`],
    ['0', '0'],
    ['0.0', '0'],
    ['00.10', '0.1'],
    ['1.000', '1'],
    [`${'0'.repeat(99)}1`, '1'],
    [`0.${'3'.repeat(1_000)}`, `0.${'3'.repeat(1_000)}`],
    [null, null],
  ])('%p becomes %p', (given, canonical) => {
    expect(equity(given)).toBe(canonical);
  });

  it.each([
    -0.1,
    1.0000001,
    2,
    1e21,
    Number.MAX_VALUE,
    '.5',
    '1.',
    '-0',
    '+0.5',
    '1.0000001',
    '0,5',
    '1e-7',
    '0x1',
    ' 0.5',
    '0.5\n',
    '',
    '٠.٥',
    '9'.repeat(50_000),
    '0'.repeat(101),
    `0.${'3'.repeat(1_001)}`,
    true,
    [0.5],
  ])('%p is refused', (given) => {
    expect(equity(given)).toBe('refused');
  });
});

describe('a logo', () => {
  it.each(['/', '/logos/logo1.png', 'http://a', 'HTTPS://example.com/a.png?b=c#d', null])('may be at %p', (url) => {
    expect(parsed(companyChanges, 'logoUrl', url)).toBe(url);
  });

  it.each([
    '',
    'logo.png',
    '//evil.example',
    'ftp://a/b',
    'javascript:alert(1)',
    'http://',
    'https:/a',
    '/a b',
    '/a\n',
  ])('may not be at %p', (url) => {
    expect(parsed(companyChanges, 'logoUrl', url)).toBe('refused');
  });

  it('may be 2,000 characters away, not more', () => {
    const path = '/'.padEnd(2_000, 'x');
    expect(parsed(companyChanges, 'logoUrl', path)).toBe(path);
    expect(parsed(companyChanges, 'logoUrl', `${path}x`)).toBe('refused');
  });
});

describe('text', () => {
  it('is counted as people and PostgreSQL count it', () => {
    expect(parsed(jobChanges, 'title', '😀'.repeat(100))).toBe('😀'.repeat(100));
    expect(parsed(jobChanges, 'title', '😀'.repeat(101))).toBe('refused');
    expect(parsed(companyChanges, 'description', '😀'.repeat(5_000))).toBe('😀'.repeat(5_000));
    expect(parsed(companyChanges, 'description', 'x'.repeat(5_001))).toBe('refused');
  });

  const takers: [string, z.ZodType][] = [
    ...['name', 'description', 'logoUrl'].map((field): [string, z.ZodType] => [field, companyChanges]),
    ...['password', 'firstName', 'lastName', 'email'].map((field): [string, z.ZodType] => [field, newUser.partial()]),
    ['title', jobChanges],
    ['username', operations.logIn.body.partial()],
    ['password', operations.logIn.body.partial()],
    ['nameLike', companyFilter],
    ['title', jobFilter],
  ];

  it.each(takers)('holds neither NUL nor half a character: %s', (field, schema) => {
    const fitting = field === 'logoUrl' ? '/path/to' : field === 'email' ? 'a@example.com' : 'Some text';
    expect(parsed(schema, field, fitting)).toBe(fitting);
    for (const unstorable of ['\0', '\ud800', '\udc00']) {
      expect(parsed(schema, field, `${fitting}${unstorable}`)).toBe('refused');
    }
  });

  it.each(['firstName', 'lastName'])('is more than white space in %s', (field) => {
    for (const blank of ['', ' ', '\t\u00a0\u2003']) {
      expect(parsed(newUser.partial(), field, blank)).toBe('refused');
    }
    expect(parsed(newUser.partial(), field, ' x ')).toBe(' x ');
  });
});

describe('a key', () => {
  it.each(['a', 'acme-2', '-', '_', 'a_b', '0'.repeat(25)])('of a company may be %p', (handle) => {
    expect(parsed(newCompany.partial(), 'handle', handle)).toBe(handle);
  });

  it.each(['', '0'.repeat(26), 'Acme', 'a.b', 'a b', 'ä', 'a\n', 'a/b'])('of a company may not be %p', (handle) => {
    expect(parsed(newCompany.partial(), 'handle', handle)).toBe('refused');
  });

  it.each([
    ['1', 1],
    ['2147483647', 2_147_483_647],
  ])('of a job may be %p', (written, id) => {
    expect(operations.getJob.params.parse({ id: written })).toEqual({ id });
  });

  it.each(['0', '2147483648', '-1', '1.0', '1e3', '0x1', ' 1', '', 'x', '99999999999'])(
    'of a job may not be %p',
    (written) => {
      expect(operations.getJob.params.safeParse({ id: written }).success).toBe(false);
    },
  );
});

describe('a whole number', () => {
  it.each([0, 2_147_483_647, null])('may be %p', (salary) => {
    expect(parsed(jobChanges, 'salary', salary)).toBe(salary);
  });

  it.each([-1, 2_147_483_648, 1.5, '1', true])('may not be %p', (salary) => {
    expect(parsed(jobChanges, 'salary', salary)).toBe('refused');
  });
});

describe('what a client leaves out', () => {
  it('is null where it may be unknown', () => {
    expect(newJob.parse({ title: 'Cook', companyHandle: 'acme' })).toMatchObject({ salary: null, equity: null });
    const company = newCompany.parse({ handle: 'acme', name: 'Acme', description: '' });
    expect(company).toMatchObject({ numEmployees: null, logoUrl: null });
  });

  it('stays out of a change', () => {
    expect(jobChanges.parse({ salary: 1 })).toEqual({ salary: 1 });
    expect(companyChanges.parse({})).toEqual({});
  });

  it('makes nobody an admin', () => {
    const user = { username: 'u', password: 'p'.repeat(8), firstName: 'U', lastName: 'V', email: 'u@example.com' };
    expect(newUser.parse(user).isAdmin).toBe(false);
    expect(operations.register.body.safeParse({ ...user, isAdmin: true }).success).toBe(false);
  });
});
