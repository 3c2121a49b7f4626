import { api } from './support/api';
import { onceFresh } from './support/eventually';
import { expectInvalid, expectProblem } from './support/problems';
import { aCompany, aJob, asAdmin, companyBody, unique } from './support/records';

describe('POST /companies', () => {
  it('answers 201 with the company', async () => {
    const company = companyBody({ numEmployees: 12, logoUrl: 'https://example.com/logo.png' });
    const { status, body } = await api
      .post('/companies')
      .set(await asAdmin())
      .send(company);
    expect({ status, body }).toEqual({ status: 201, body: { company } });
  });

  it('takes size and logo to be unknown where they are left out', async () => {
    const company = companyBody();
    const { status, body } = await api
      .post('/companies')
      .set(await asAdmin())
      .send(company);
    expect({ status, body }).toEqual({
      status: 201,
      body: { company: { ...company, numEmployees: null, logoUrl: null } },
    });
  });

  it.each(['handle', 'name', 'description'])('needs %s', async (field) => {
    const { [field]: _left, ...rest } = companyBody();
    expectInvalid(
      await api
        .post('/companies')
        .set(await asAdmin())
        .send(rest),
      field,
    );
  });

  it('tells of every problem at once', async () => {
    const company = companyBody({ handle: 'No Good', numEmployees: -1, logoUrl: 'nowhere' });
    expectInvalid(
      await api
        .post('/companies')
        .set(await asAdmin())
        .send(company),
      'handle',
      'numEmployees',
      'logoUrl',
    );
  });

  it('answers 409 for a handle that is taken, and leaves its owner as it was', async () => {
    const company = await aCompany();
    const again = companyBody({ handle: company.handle });
    expectProblem(
      await api
        .post('/companies')
        .set(await asAdmin())
        .send(again),
      409,
    );
    const { body } = await api.get(`/companies/${company.handle}`);
    expect(body.company).toMatchObject(company);
  });

  it('answers 409 for a name that is taken', async () => {
    const { name } = await aCompany();
    expectProblem(
      await api
        .post('/companies')
        .set(await asAdmin())
        .send(companyBody({ name })),
      409,
    );
  });
});

describe('GET /companies/:handle', () => {
  it('gives the company, and its jobs by id', async () => {
    const company = await aCompany({ numEmployees: 7, logoUrl: '/logos/logo1.png' });
    const first = await aJob({ companyHandle: company.handle, title: 'Zoologist', salary: 5, equity: 0.25 });
    const second = await aJob({ companyHandle: company.handle, title: 'Actuary' });
    const jobs = [first, second].map(({ companyHandle: _handle, ...summary }) => summary);
    const page = () => api.get(`/companies/${company.handle}`);
    await onceFresh(page, ({ status, body }) =>
      expect({ status, body }).toEqual({ status: 200, body: { company: { ...company, jobs } } }),
    );
  });

  it('gives no jobs of a company that has none', async () => {
    const company = await aCompany();
    const { body } = await api.get(`/companies/${company.handle}`);
    expect(body).toEqual({ company: { ...company, jobs: [] } });
  });

  it.each(['no-such-company', 'No-Good', 'ü', 'x'.repeat(26), 'a/b', "' OR 1=1 --"])(
    'answers 404 for %j',
    async (handle) => {
      expectProblem(await api.get(`/companies/${encodeURIComponent(handle)}`), 404);
    },
  );
});

describe('PATCH /companies/:handle', () => {
  it.each([
    { description: 'Makes other things' },
    { numEmployees: 99 },
    { numEmployees: null },
    { logoUrl: 'http://example.com/new.png' },
    { logoUrl: null },
    { description: '', numEmployees: 0 },
  ])('changes %j and leaves the rest', async (changes) => {
    const company = await aCompany({ numEmployees: 7, logoUrl: '/logos/logo1.png' });
    const { status, body } = await api
      .patch(`/companies/${company.handle}`)
      .set(await asAdmin())
      .send(changes);
    expect({ status, body }).toEqual({ status: 200, body: { company: { ...company, ...changes } } });
    const read = await api.get(`/companies/${company.handle}`);
    expect(read.body.company).toMatchObject({ ...company, ...changes });
  });

  it('changes the name, also in the list of jobs', async () => {
    const company = await aCompany();
    const { title } = await aJob({ companyHandle: company.handle });
    const name = `Renamed ${unique()}`;
    await api
      .patch(`/companies/${company.handle}`)
      .set(await asAdmin())
      .send({ name });
    const list = () => api.get('/jobs').query({ title });
    await onceFresh(list, ({ body }) => expect(body.jobs).toMatchObject([{ companyName: name }]));
  });

  it('answers 409 for a name that another company has', async () => {
    const [company, other] = await Promise.all([aCompany(), aCompany()]);
    const response = await api
      .patch(`/companies/${company.handle}`)
      .set(await asAdmin())
      .send({ name: other.name });
    expectProblem(response, 409);
    expect((await api.get(`/companies/${company.handle}`)).body.company).toMatchObject(company);
  });

  it('takes the name that the company already has', async () => {
    const { handle, name } = await aCompany();
    const response = await api
      .patch(`/companies/${handle}`)
      .set(await asAdmin())
      .send({ name });
    expect(response).toMatchObject({ status: 200, body: { company: { name } } });
  });

  it.each([{ handle: 'another' }, { jobs: [] }, { num_employees: 3 }])('refuses %j', async (changes) => {
    const { handle } = await aCompany();
    const [field = ''] = Object.keys(changes);
    expectInvalid(
      await api
        .patch(`/companies/${handle}`)
        .set(await asAdmin())
        .send(changes),
      field,
    );
  });

  it('answers 404 where there is no such company', async () => {
    expectProblem(
      await api
        .patch(`/companies/${unique()}`)
        .set(await asAdmin())
        .send({ description: '' }),
      404,
    );
  });
});

describe('DELETE /companies/:handle', () => {
  it('says which company was deleted', async () => {
    const { handle } = await aCompany();
    const { status, body } = await api.delete(`/companies/${handle}`).set(await asAdmin());
    expect({ status, body }).toEqual({ status: 200, body: { deleted: handle } });
    expectProblem(await api.get(`/companies/${handle}`), 404);
  });

  it('answers 404 the second time', async () => {
    const { handle } = await aCompany();
    await api.delete(`/companies/${handle}`).set(await asAdmin());
    expectProblem(await api.delete(`/companies/${handle}`).set(await asAdmin()), 404);
  });

  it('frees handle and name', async () => {
    const { handle, name } = await aCompany();
    await api.delete(`/companies/${handle}`).set(await asAdmin());
    expect(await aCompany({ handle, name })).toMatchObject({ handle, name });
  });
});
