import { api, as } from './support/api';
import { expectInvalid, expectProblem } from './support/problems';
import { aCompany, aJob, asAdmin, aUser, companyBody, userBody } from './support/records';

const json = 'application/json';

const postCompany = async (body: string) =>
  api
    .post('/companies')
    .set(await asAdmin())
    .set('Content-Type', json)
    .send(body);

describe('a malformed body', () => {
  it.each([
    '{',
    '{"handle":',
    '{"handle":}',
    `{'handle':'a'}`,
    '{handle:"a"}',
    '{"a":1,}',
    'handle=a',
    '{}}',
    '[',
    'undefined',
    'NaN',
    '{"description":"raw \n line break"}',
    '\0',
    '['.repeat(50_000),
  ])('gets 400: %.40j', async (body) => {
    expectProblem(await postCompany(body), 400);
  });

  it('gets 400 from public operations too', async () => {
    expectProblem(await api.post('/auth/token').set('Content-Type', json).send('{'), 400);
  });
});

describe('a body that is no object', () => {
  it.each(['[]', '[{}]', '"text"', '42', 'true', 'null', '""'])('gets 400: %s', async (body) => {
    expectProblem(await postCompany(body), 400);
    const { handle } = await aCompany();
    expectProblem(
      await api
        .patch(`/companies/${handle}`)
        .set(await asAdmin())
        .set('Content-Type', json)
        .send(body),
      400,
    );
  });

  it('gets 400 however deep it is', async () => {
    expectProblem(await postCompany('{"handle":'.repeat(5_000) + '1' + '}'.repeat(5_000)), 400);
  });
});

describe('an empty PATCH', () => {
  it.each(['{}', ''])('gets 400 "No data": %j', async (body) => {
    const [{ username, token }, { id, companyHandle }] = [await aUser(), await aJob()];
    const admin = await asAdmin();
    const empty = (path: string, caller: Record<string, string>) =>
      api.patch(path).set(caller).set('Content-Type', json).send(body);
    expectProblem(await empty(`/users/${username}`, as(token)), 400, 'No data');
    expectProblem(await empty(`/companies/${companyHandle}`, admin), 400, 'No data');
    expectProblem(await empty(`/jobs/${id}`, admin), 400, 'No data');
  });

  it('gets 400 "No data" without a content type as well', async () => {
    const { handle } = await aCompany();
    expectProblem(await api.patch(`/companies/${handle}`).set(await asAdmin()), 400, 'No data');
  });
});

describe('a key that nobody knows', () => {
  it.each(['colour', 'numemployees', 'num_employees', 'constructor', 'toString', 'jobs'])(
    'gets 400: %s',
    async (key) => {
      expectInvalid(await postCompany(JSON.stringify(companyBody({ [key]: 'x' }))), key);
    },
  );

  it.each(['"x"', '{"isAdmin":true}', 'null'])('gets 400: __proto__ with %s', async (value) => {
    const body = (fields: object) => JSON.stringify(fields).replace(/}$/, `,"__proto__":${value}}`);
    expectInvalid(await postCompany(body(companyBody())), '__proto__');
    const registration = api.post('/auth/register').set('Content-Type', json).send(body(userBody()));
    expectInvalid(await registration, '__proto__');
  });

  it('is named, each one', async () => {
    const response = await postCompany(JSON.stringify(companyBody({ colour: 'red', shape: 'round' })));
    expectInvalid(response, 'colour', 'shape');
  });
});

describe('text that no database can hold', () => {
  it.each(['description', 'name', 'logoUrl'])('gets 400: NUL in %s', async (field) => {
    expectInvalid(await postCompany(JSON.stringify(companyBody({ [field]: '/a\0b' }))), field);
  });

  it.each(['password', 'firstName', 'lastName', 'email'])('gets 400: NUL in %s', async (field) => {
    const response = await api
      .post('/users')
      .set(await asAdmin())
      .send(userBody({ [field]: 'nul@\0example.com' }));
    expectInvalid(response, field);
  });

  it.each(['\\ud800', '\\udfff', 'a\\ud800b', '\\udc00\\ud800'])('gets 400: the lone surrogate %s', async (escape) => {
    const body = JSON.stringify(companyBody({ description: 'HERE' })).replace('HERE', escape);
    expectInvalid(await postCompany(body), 'description');
  });

  it('is not what pairs of surrogates are', async () => {
    const body = JSON.stringify(companyBody({ description: 'HERE' })).replace('HERE', '\\ud83d\\ude00');
    expect(await postCompany(body)).toMatchObject({ status: 201, body: { company: { description: '😀' } } });
  });
});

describe('text', () => {
  it('comes back as it was sent, in any script', async () => {
    const description = 'Ünïcödé 日本語 العربية 😀 "quoted" \\ back\\slash <b>&amp;</b> \u2028\t\r\n ${x} {{y}} %s';
    const { handle } = await aCompany({ description });
    const { body, headers } = await api.get(`/companies/${handle}`);
    expect(body.company).toMatchObject({ description });
    expect(headers['content-type']).toMatch(/^application\/json\b/);
  });
});
