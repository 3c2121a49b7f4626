import { api, type Reply } from './support/api';
import { onceFresh } from './support/eventually';
import { aCompany, aJob, asAdmin, companyBody, jobBody, unique } from './support/records';

/** What is shown of a company with a job; read once, so that whatever is kept of it has been kept before it changes. */
async function aCompanyShown() {
  const company = await aCompany();
  const title = unique('j');
  const job = await aJob({ companyHandle: company.handle, title });
  const reads = {
    detail: () => api.get(`/jobs/${job.id}`),
    list: () => api.get('/jobs').query({ title }),
    page: () => api.get(`/companies/${company.handle}`),
  };
  for (const read of Object.values(reads)) expect((await read()).status).toBe(200);
  return { company, job, title, ...reads };
}

const change = async (method: 'patch' | 'delete', path: string, body: object = {}) => {
  const { status } = await api[method](path)
    .set(await asAdmin())
    .send(body);
  expect(status).toBe(200);
};

describe('a change of a company is seen', () => {
  it('in the details of its jobs', async () => {
    const { company, detail } = await aCompanyShown();
    const changes = {
      name: `Company ${unique()}`,
      description: 'Made other things',
      numEmployees: 7,
      logoUrl: '/l.png',
    };
    await change('patch', `/companies/${company.handle}`, changes);
    await onceFresh(detail, ({ body }) => expect(body.job.company).toEqual({ ...company, ...changes }));
  });

  it('in the list of jobs', async () => {
    const { company, list } = await aCompanyShown();
    const name = `Company ${unique()}`;
    await change('patch', `/companies/${company.handle}`, { name });
    await onceFresh(list, ({ body }) => expect(body.jobs).toMatchObject([{ companyName: name }]));
  });
});

describe('a change of a job is seen by its company', () => {
  it('when it is added', async () => {
    const { company, job, page } = await aCompanyShown();
    const { id } = await aJob({ companyHandle: company.handle });
    await onceFresh(page, ({ body }) => expect(idsIn(body)).toEqual([job.id, id]));
  });

  it('when it is the first', async () => {
    const { handle } = await aCompany();
    const page = () => api.get(`/companies/${handle}`);
    expect(idsIn((await page()).body)).toEqual([]);
    const { id } = await aJob({ companyHandle: handle });
    expect(idsIn((await page()).body)).toEqual([id]);
  });

  it('when it is changed', async () => {
    const { job, page } = await aCompanyShown();
    await change('patch', `/jobs/${job.id}`, { salary: 4_321 });
    await onceFresh(page, ({ body }) => expect(body.company.jobs).toMatchObject([{ id: job.id, salary: 4_321 }]));
  });

  it('when it is deleted', async () => {
    const { job, page } = await aCompanyShown();
    await change('delete', `/jobs/${job.id}`);
    await onceFresh(page, ({ body }) => expect(idsIn(body)).toEqual([]));
  });
});

describe('what was shown of a deleted company', () => {
  it('lets nobody add a job to it', async () => {
    const { company } = await aCompanyShown();
    await change('delete', `/companies/${company.handle}`);
    const refused = await api
      .post('/jobs')
      .set(await asAdmin())
      .send(jobBody(company.handle));
    expect(refused.status).toBe(400);
  });

  it('is gone, and not shown of a later company of the same handle for long', async () => {
    const { company, detail, list, page } = await aCompanyShown();
    await change('delete', `/companies/${company.handle}`);
    expect([await detail(), await page()].map(({ status }) => status)).toEqual([404, 404]);
    expect((await list()).body.jobs).toEqual([]);
    const later = await aCompany(companyBody({ handle: company.handle }));
    await onceFresh(page, ({ body }) => expect(body.company).toEqual({ ...later, jobs: [] }));
    const { id } = await aJob({ companyHandle: later.handle });
    await onceFresh(
      () => api.get(`/jobs/${id}`),
      ({ body }) => expect(body.job.company).toEqual(later),
    );
  });
});

const idsIn = ({ company }: Reply['body']) => company.jobs.map(({ id }) => id);
