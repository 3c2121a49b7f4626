import { api } from './support/api';
import { expectInvalid } from './support/problems';
import { aCompany, asAdmin, companyBody, unique } from './support/records';

const LARGEST_INTEGER = 2_147_483_647;

const create = async (body: object) =>
  api
    .post('/companies')
    .set(await asAdmin())
    .send(body);
const change = async (handle: string, body: object) =>
  api
    .patch(`/companies/${handle}`)
    .set(await asAdmin())
    .send(body);

const urlOf = (length: number) => 'https://example.com/'.padEnd(length, 'x');

const accepted = [
  ['description', 'nothing', ''],
  ['description', '5,000 characters', 'd'.repeat(5_000)],
  ['description', 'lines and letters of all kinds', 'Zwei\nZeilen 😀 \t"\'\\'],
  ['numEmployees', '0', 0],
  ['numEmployees', 'the largest integer', LARGEST_INTEGER],
  ['numEmployees', 'null', null],
  ['logoUrl', 'an http URL', 'http://example.com/logo.png'],
  ['logoUrl', 'an https URL with a port and a query', 'https://example.com:8443/logo?size=2&v=1#x'],
  ['logoUrl', 'a path', '/logos/logo1.png'],
  ['logoUrl', 'the shortest path', '/'],
  ['logoUrl', '2,000 characters', urlOf(2_000)],
  ['logoUrl', 'null', null],
] as const;

const refused = [
  ['name', 'nothing', ''],
  ['name', '101 characters', 'n'.repeat(101)],
  ['description', '5,001 characters', 'd'.repeat(5_001)],
  ['numEmployees', 'a negative number', -1],
  ['numEmployees', 'more than the largest integer', LARGEST_INTEGER + 1],
  ['numEmployees', 'a fraction', 1.5],
  ['logoUrl', 'nothing', ''],
  ['logoUrl', 'a relative path', 'logos/logo1.png'],
  ['logoUrl', 'another scheme', 'ftp://example.com/logo.png'],
  ['logoUrl', 'a script', 'javascript:alert(1)'],
  ['logoUrl', 'an image in itself', 'data:image/png;base64,AAAA'],
  ['logoUrl', 'a URL without a host', 'http://'],
  ['logoUrl', '2,001 characters', urlOf(2_001)],
  ...['name', 'description', 'logoUrl'].flatMap((field) =>
    [42, true, ['x'], { a: 1 }].map((value) => [field, JSON.stringify(value), value] as const),
  ),
  ...['name', 'description'].map((field) => [field, 'null', null] as const),
  ...['5', '', true, [5], {}].map((value) => ['numEmployees', JSON.stringify(value), value] as const),
] as const;

describe('a new company', () => {
  it.each(accepted)('may have for %s %s', async (field, _, value) => {
    const company = companyBody({ [field]: value });
    const { status, body } = await create(company);
    expect({ status, body }).toMatchObject({ status: 201, body: { company } });
  });

  it.each(refused)('may not have for %s %s', async (field, _, value) => {
    expectInvalid(await create(companyBody({ [field]: value })), field);
  });
});

describe('a change of a company', () => {
  it.each(accepted)('may have for %s %s', async (field, _, value) => {
    const { handle } = await aCompany();
    const { status, body } = await change(handle, { [field]: value });
    expect({ status, body }).toMatchObject({ status: 200, body: { company: { [field]: value } } });
  });

  it.each(refused)('may not have for %s %s', async (field, _, value) => {
    const { handle } = await aCompany();
    expectInvalid(await change(handle, { [field]: value }), field);
  });
});

describe('a name', () => {
  it('may have 100 characters', async () => {
    const name = unique().padEnd(100, 'n');
    expect(await create(companyBody({ name }))).toMatchObject({ status: 201, body: { company: { name } } });
  });

  // There are few of them, and other runs may have taken this one; it only has to be valid.
  it('may have 1 character', async () => {
    expect([201, 409]).toContain((await create(companyBody({ name: 'n' }))).status);
  });
});

describe('a handle', () => {
  it.each(['0-9-', '-', '_', 'a_b-', 'a'])('may begin with %j', async (characters) => {
    const handle = characters + unique();
    expect(await create(companyBody({ handle }))).toMatchObject({ status: 201, body: { company: { handle } } });
  });

  it('may have 25 characters', async () => {
    const handle = unique().padEnd(25, 'x');
    expect(await create(companyBody({ handle }))).toMatchObject({ status: 201, body: { company: { handle } } });
  });

  it('may have 1 character', async () => {
    expect([201, 409]).toContain((await create(companyBody({ handle: 'h', name: unique() }))).status);
  });

  it.each([
    '',
    'x'.repeat(26),
    'Upper',
    'with blank',
    'dot.ted',
    'slash/',
    'ü',
    'x\n',
    'nul\0',
    '😀',
    null,
    42,
    true,
    ['x'],
    {},
  ])('may not be %j', async (handle) => {
    expectInvalid(await create(companyBody({ handle })), 'handle');
  });
});
