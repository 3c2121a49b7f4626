import { api } from './support/api';
import { expectInvalid } from './support/problems';
import { aCompany, aJob, asAdmin, jobBody } from './support/records';

const LARGEST_INTEGER = 2_147_483_647;

const create = async (body: object) =>
  api
    .post('/jobs')
    .set(await asAdmin())
    .send(body);
const change = async (id: number, body: object) =>
  api
    .patch(`/jobs/${id}`)
    .set(await asAdmin())
    .send(body);

const accepted = [
  ['title', '1 character', 'T'],
  ['title', '100 characters', 'T'.repeat(100)],
  ['title', '100 characters beyond 16 bits', '😀'.repeat(100)],
  ['salary', '0', 0],
  ['salary', 'the largest integer', LARGEST_INTEGER],
  ['salary', 'null', null],
] as const;

const refused = [
  ['title', 'nothing', ''],
  ['title', '101 characters', 'T'.repeat(101)],
  ['salary', 'a negative number', -1],
  ['salary', 'more than the largest integer', LARGEST_INTEGER + 1],
  ['salary', 'a fraction', 0.5],
  ['equity', 'a little less than 0', -0.0001],
  ['equity', 'a little more than 1', 1.0001],
  ['equity', '2', 2],
  ['equity', 'a huge number', 1e300],
  ['equity', 'a negative string', '-0.1'],
  ['equity', 'a string a little more than 1', '1.000000000000000000000000000001'],
  ['equity', 'a word', 'half'],
  ['equity', 'nothing', ''],
  ['equity', 'a blank', ' '],
  ['equity', 'a string with blanks', ' 0.5 '],
  ['equity', 'a decimal comma', '0,5'],
  ['equity', 'not a number', 'NaN'],
  ['equity', 'infinity', 'Infinity'],
  ['equity', 'a hexadecimal', '0x1'],
  ...[null, 42, true, ['x'], {}].map((value) => ['title', JSON.stringify(value), value] as const),
  ...['5', '', true, [5], {}].map((value) => ['salary', JSON.stringify(value), value] as const),
  ...[true, false, [0.5], {}].map((value) => ['equity', JSON.stringify(value), value] as const),
] as const;

/** The value that is sent, and the canonical string that comes back. */
const equities = [
  [0, '0'],
  [1, '1'],
  [0.1, '0.1'],
  [0.5, '0.5'],
  [1e-7, '0.0000001'],
  ['0', '0'],
  ['1', '1'],
  ['0.0', '0'],
  ['0.10', '0.1'],
  ['0.50', '0.5'],
  ['1.000', '1'],
  ['0.000000001', '0.000000001'],
  // No binary fraction comes near it: floating-point arithmetic anywhere would show.
  ['0.123456789012345678901234567890123', '0.123456789012345678901234567890123'],
  ['0.999999999999999999999999999999', '0.999999999999999999999999999999'],
  [null, null],
] as const;

describe('a new job', () => {
  it.each(accepted)('may have for %s %s', async (field, _, value) => {
    const { handle } = await aCompany();
    const { status, body } = await create(jobBody(handle, { [field]: value }));
    expect({ status, body }).toMatchObject({ status: 201, body: { job: { [field]: value } } });
  });

  it.each(refused)('may not have for %s %s', async (field, _, value) => {
    const { handle } = await aCompany();
    expectInvalid(await create(jobBody(handle, { [field]: value })), field);
  });

  it.each([null, 42, '', 'No Good', 'x'.repeat(26), ['x']])('may not be of company %j', async (companyHandle) => {
    expectInvalid(await create({ title: 'Nowhere', companyHandle }), 'companyHandle');
  });

  it.each(equities)('may have the equity %j, which is %j', async (equity, canonical) => {
    const { id, companyHandle, ...job } = await aJob({ equity });
    expect(job).toMatchObject({ equity: canonical });
    expect((await api.get(`/jobs/${id}`)).body.job).toMatchObject({ equity: canonical });
    expect((await api.get('/jobs').query({ title: job.title })).body.jobs).toMatchObject([{ equity: canonical }]);
    expect((await api.get(`/companies/${companyHandle}`)).body.company.jobs).toMatchObject([{ equity: canonical }]);
  });
});

describe('a change of a job', () => {
  it.each(accepted)('may have for %s %s', async (field, _, value) => {
    const { id } = await aJob();
    const { status, body } = await change(id, { [field]: value });
    expect({ status, body }).toMatchObject({ status: 200, body: { job: { [field]: value } } });
  });

  it.each(refused)('may not have for %s %s', async (field, _, value) => {
    const { id } = await aJob();
    expectInvalid(await change(id, { [field]: value }), field);
  });

  it.each(equities)('may have the equity %j, which is %j', async (equity, canonical) => {
    const { id } = await aJob({ equity: 0.3 });
    const { status, body } = await change(id, { equity });
    expect({ status, body }).toMatchObject({ status: 200, body: { job: { equity: canonical } } });
  });
});
