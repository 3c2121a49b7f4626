import { api, as } from './support/api';
import { onceFresh } from './support/eventually';
import { aCompany, aJob, asAdmin, aUser, companyBody, jobBody, unique, userBody } from './support/records';

/** The statuses of several requests sent at once, sorted. */
const statuses = async (count: number, send: () => PromiseLike<{ status: number }>) =>
  (await Promise.all(Array.from({ length: count }, send))).map(({ status }) => status).sort();

describe('of several at the same time', () => {
  it('one registration gets the name, the others 409', async () => {
    const registration = userBody();
    expect(await statuses(4, () => api.post('/auth/register').send(registration))).toEqual([201, 409, 409, 409]);
  });

  it('one company gets the handle, the others 409', async () => {
    const [handle, admin] = [unique(), await asAdmin()];
    const create = () => api.post('/companies').set(admin).send(companyBody({ handle }));
    expect(await statuses(4, create)).toEqual([201, 409, 409, 409]);
  });

  it('one company gets the name, the others 409', async () => {
    const [name, admin] = [unique(), await asAdmin()];
    const create = () => api.post('/companies').set(admin).send(companyBody({ name }));
    expect(await statuses(4, create)).toEqual([201, 409, 409, 409]);
  });

  it('one company is renamed to the name, the others get 409', async () => {
    const [name, admin] = [unique(), await asAdmin()];
    const companies = await Promise.all([aCompany(), aCompany(), aCompany()]);
    const rename = () => api.patch(`/companies/${companies.pop()?.handle}`).set(admin).send({ name });
    expect(await statuses(3, rename)).toEqual([200, 409, 409]);
  });

  it('one application counts, the others get 409', async () => {
    const [{ username, token }, { id }] = await Promise.all([aUser(), aJob()]);
    const apply = () => api.post(`/users/${username}/jobs/${id}`).set(as(token));
    expect(await statuses(4, apply)).toEqual([200, 409, 409, 409]);
  });

  it.each([
    { what: 'the user', made: async () => `/users/${(await aUser()).username}` },
    { what: 'the company', made: async () => `/companies/${(await aCompany()).handle}` },
    { what: 'the job', made: async () => `/jobs/${(await aJob()).id}` },
  ])('one deletes $what, the others find nothing', async ({ made }) => {
    const [path, admin] = [await made(), await asAdmin()];
    expect(await statuses(4, () => api.delete(path).set(admin))).toEqual([200, 404, 404, 404]);
  });

  it('changes of different fields all stay', async () => {
    const [{ handle }, admin] = [await aCompany(), await asAdmin()];
    const changes = [{ description: 'changed' }, { numEmployees: 4 }, { logoUrl: '/changed.png' }];
    await Promise.all(changes.map((change) => api.patch(`/companies/${handle}`).set(admin).send(change)));
    const { body } = await api.get(`/companies/${handle}`);
    expect(body.company).toMatchObject({ description: 'changed', numEmployees: 4, logoUrl: '/changed.png' });
  });
});

describe('what is made while the thing it hangs on is being deleted', () => {
  const rounds = [1, 2, 3, 4, 5];

  it.each(rounds)('goes with it: applications to a deleted job (%i)', async () => {
    const [job, admin] = [await aJob(), await asAdmin()];
    const users = await Promise.all([aUser(), aUser(), aUser(), aUser()]);
    const apply = ({ username, token }: (typeof users)[number]) =>
      api.post(`/users/${username}/jobs/${job.id}`).set(as(token));
    const [deletion, ...applications] = await Promise.all([
      api.delete(`/jobs/${job.id}`).set(admin),
      ...users.map(apply),
    ]);
    expect(deletion).toMatchObject({ status: 200 });
    for (const { status } of applications) expect([200, 404]).toContain(status);
    for (const { username } of users) {
      expect((await api.get(`/users/${username}`).set(admin)).body.user.applications).toEqual([]);
    }
  });

  it.each(rounds)('goes with it: jobs of a deleted company, even if another takes its handle (%i)', async () => {
    const [{ handle }, admin] = [await aCompany(), await asAdmin()];
    const create = () => api.post('/jobs').set(admin).send(jobBody(handle));
    const [deletion, ...jobs] = await Promise.all([
      api.delete(`/companies/${handle}`).set(admin),
      ...Array.from({ length: 4 }, create),
    ]);
    expect(deletion).toMatchObject({ status: 200 });
    for (const { status } of jobs) expect([201, 400]).toContain(status);
    await aCompany({ handle });
    const page = () => api.get(`/companies/${handle}`);
    await onceFresh(page, ({ body }) => expect(body.company.jobs).toEqual([]));
  });
});
