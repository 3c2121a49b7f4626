import { api } from './support/api';
import { expectInvalid, expectProblem } from './support/problems';
import { aCompany, aJob, asAdmin, jobBody, unique } from './support/records';
import { onceFresh } from './support/eventually';

describe('POST /jobs', () => {
  it('answers 201 with the job and its number', async () => {
    const { handle } = await aCompany();
    const job = jobBody(handle, { salary: 90_000, equity: '0.05' });
    const { status, body } = await api
      .post('/jobs')
      .set(await asAdmin())
      .send(job);
    expect({ status, body }).toEqual({ status: 201, body: { job: { ...job, id: expect.any(Number) } } });
  });

  it('takes salary and equity to be unknown where they are left out', async () => {
    const { handle } = await aCompany();
    const job = jobBody(handle);
    const { status, body } = await api
      .post('/jobs')
      .set(await asAdmin())
      .send(job);
    expect({ status, body }).toEqual({
      status: 201,
      body: { job: { ...job, id: expect.any(Number), salary: null, equity: null } },
    });
  });

  it('allows the same title twice, under two numbers', async () => {
    const job = await aJob();
    const again = await aJob({ companyHandle: job.companyHandle, title: job.title });
    expect(again.id).toBeGreaterThan(job.id);
  });

  it.each(['title', 'companyHandle'])('needs %s', async (field) => {
    const { handle } = await aCompany();
    const { [field]: _left, ...rest } = jobBody(handle);
    expectInvalid(
      await api
        .post('/jobs')
        .set(await asAdmin())
        .send(rest),
      field,
    );
  });

  it('tells of every problem at once', async () => {
    const { handle } = await aCompany();
    const job = jobBody(handle, { title: '', salary: -1, equity: 2 });
    expectInvalid(
      await api
        .post('/jobs')
        .set(await asAdmin())
        .send(job),
      'title',
      'salary',
      'equity',
    );
  });

  it('answers 400 for a company that does not exist', async () => {
    expectProblem(
      await api
        .post('/jobs')
        .set(await asAdmin())
        .send(jobBody(unique())),
      400,
      /company/i,
    );
  });

  it('answers 400 for a company that was deleted', async () => {
    const { handle } = await aCompany();
    await api.delete(`/companies/${handle}`).set(await asAdmin());
    expectProblem(
      await api
        .post('/jobs')
        .set(await asAdmin())
        .send(jobBody(handle)),
      400,
      /company/i,
    );
  });

  it('does not let the caller choose the number', async () => {
    const { handle } = await aCompany();
    expectInvalid(
      await api
        .post('/jobs')
        .set(await asAdmin())
        .send(jobBody(handle, { id: 1 })),
      'id',
    );
  });
});

describe('GET /jobs/:id', () => {
  it('gives the job with its company', async () => {
    const company = await aCompany({ numEmployees: 5, logoUrl: '/logos/logo2.png' });
    const { companyHandle: _handle, ...job } = await aJob({ companyHandle: company.handle, salary: 1, equity: 0.5 });
    const { status, body } = await api.get(`/jobs/${job.id}`);
    expect({ status, body }).toEqual({ status: 200, body: { job: { ...job, company } } });
  });
});

describe('GET /jobs', () => {
  it('lists a job whatever its company is called', async () => {
    const handle = '__proto__';
    await api.delete(`/companies/${handle}`).set(await asAdmin());
    await aCompany({ handle });
    const job = await aJob({ companyHandle: handle });
    const { body } = await api.get('/jobs').query({ title: job.title });
    expect(body.jobs).toMatchObject([{ id: job.id, companyHandle: handle }]);
    await api.delete(`/companies/${handle}`).set(await asAdmin());
  });
});

describe('PATCH /jobs/:id', () => {
  it.each([
    [{ title: 'Another title' }],
    [{ salary: 2 }],
    [{ salary: null }],
    [{ equity: '0.75' }],
    [{ equity: null }],
    [{ title: 'Another title', salary: 0, equity: '0' }],
  ])('changes %j and leaves the rest', async (changes) => {
    const job = await aJob({ salary: 1, equity: 0.5 });
    const { status, body } = await api
      .patch(`/jobs/${job.id}`)
      .set(await asAdmin())
      .send(changes);
    expect({ status, body }).toEqual({ status: 200, body: { job: { ...job, ...changes } } });
    const { companyHandle: _handle, ...changed } = { ...job, ...changes };
    expect((await api.get(`/jobs/${job.id}`)).body.job).toMatchObject(changed);
  });

  it.each([{ id: 1 }, { companyHandle: 'another' }, { company: {} }, { handle: 'another' }])(
    'refuses %j',
    async (changes) => {
      const { id } = await aJob();
      const [field = ''] = Object.keys(changes);
      expectInvalid(
        await api
          .patch(`/jobs/${id}`)
          .set(await asAdmin())
          .send(changes),
        field,
      );
    },
  );
});

describe('DELETE /jobs/:id', () => {
  it('says which job was deleted, as a number', async () => {
    const { id } = await aJob();
    const { status, body } = await api.delete(`/jobs/${id}`).set(await asAdmin());
    expect({ status, body }).toEqual({ status: 200, body: { deleted: id } });
    expectProblem(await api.get(`/jobs/${id}`), 404);
  });

  it('answers 404 the second time', async () => {
    const { id } = await aJob();
    await api.delete(`/jobs/${id}`).set(await asAdmin());
    expectProblem(await api.delete(`/jobs/${id}`).set(await asAdmin()), 404);
  });

  it('takes the job off its company and off the list', async () => {
    const { id, title, companyHandle } = await aJob();
    await api.delete(`/jobs/${id}`).set(await asAdmin());
    expect((await api.get('/jobs').query({ title })).body.jobs).toEqual([]);
    const page = () => api.get(`/companies/${companyHandle}`);
    await onceFresh(page, ({ body }) => expect(body.company.jobs).toEqual([]));
  });
});

describe('a number of no job', () => {
  const noJobs = [
    2_147_483_647,
    0,
    -1,
    2_147_483_648,
    '99999999999999999999',
    '1.5',
    '1e3',
    '0x1',
    'abc',
    '%201',
    'null',
  ];

  it.each(noJobs)('GET /jobs/%s answers 404', async (id) => {
    expectProblem(await api.get(`/jobs/${id}`), 404);
  });

  it.each(noJobs)('PATCH /jobs/%s answers 404', async (id) => {
    expectProblem(
      await api
        .patch(`/jobs/${id}`)
        .set(await asAdmin())
        .send({ title: 'Another title' }),
      404,
    );
  });

  it.each(noJobs)('DELETE /jobs/%s answers 404', async (id) => {
    expectProblem(await api.delete(`/jobs/${id}`).set(await asAdmin()), 404);
  });
});
