import { api, as } from './support/api';
import { eventually, onceFresh } from './support/eventually';
import { expectProblem } from './support/problems';
import { aCompany, aJob, anApplication, asAdmin, aUser } from './support/records';

const profileOf = (user: { username: string; token: string }) => () =>
  api.get(`/users/${user.username}`).set(as(user.token));

describe('a deleted job', () => {
  it('takes the applications to it along, and no others', async () => {
    const [user, other] = await Promise.all([aUser(), aUser()]);
    const { companyHandle, ...doomed } = await aJob();
    const kept = await aJob({ companyHandle });
    for (const applicant of [user, other]) {
      await anApplication(applicant, doomed.id);
      await anApplication(applicant, kept.id);
    }
    await api.delete(`/jobs/${doomed.id}`).set(await asAdmin());
    for (const applicant of [user, other]) {
      expect((await profileOf(applicant)()).body.user.applications).toEqual([kept.id]);
    }
  });

  it('leaves its company alone', async () => {
    const { id, companyHandle } = await aJob();
    await api.delete(`/jobs/${id}`).set(await asAdmin());
    const page = () => api.get(`/companies/${companyHandle}`);
    await onceFresh(page, (response) =>
      expect(response).toMatchObject({ status: 200, body: { company: { jobs: [] } } }),
    );
  });
});

describe('a deleted company', () => {
  it('takes its jobs along', async () => {
    const { id, title, companyHandle } = await aJob();
    await aJob({ companyHandle, title });
    await api.delete(`/companies/${companyHandle}`).set(await asAdmin());
    const [job, list] = await Promise.all([api.get(`/jobs/${id}`), api.get('/jobs').query({ title })]);
    expectProblem(job, 404);
    expect({ status: list.status, body: list.body }).toEqual({ status: 200, body: { jobs: [] } });
  });

  it('takes the applications to its jobs along, and no others', async () => {
    const [user, doomed, kept] = await Promise.all([aUser(), aJob(), aJob()]);
    await anApplication(user, doomed.id);
    await anApplication(user, kept.id);
    await api.delete(`/companies/${doomed.companyHandle}`).set(await asAdmin());
    await eventually(profileOf(user), ({ body }) => expect(body.user.applications).toEqual([kept.id]));
  });

  it('leaves the jobs of other companies alone', async () => {
    const [doomed, kept] = await Promise.all([aJob(), aJob()]);
    await api.delete(`/companies/${doomed.companyHandle}`).set(await asAdmin());
    expectProblem(await api.get(`/jobs/${doomed.id}`), 404);
    expect(await api.get(`/jobs/${kept.id}`)).toMatchObject({ status: 200 });
  });

  it.each([1, 2, 3, 4, 5])('leaves a new one of the same handle its own jobs (%i)', async () => {
    const old = await aJob();
    await api.delete(`/companies/${old.companyHandle}`).set(await asAdmin());
    const { handle } = await aCompany({ handle: old.companyHandle });
    const { companyHandle: _handle, ...job } = await aJob({ companyHandle: handle });
    expectProblem(await api.get(`/jobs/${old.id}`), 404);
    const page = () => api.get(`/companies/${handle}`);
    await onceFresh(page, ({ body }) => expect(body.company.jobs).toEqual([job]));
  });
});

describe('a deleted user', () => {
  it('takes the applications along: a new user of the same name has none', async () => {
    const [user, job] = await Promise.all([aUser(), aJob()]);
    await anApplication(user, job.id);
    await api.delete(`/users/${user.username}`).set(as(user.token));
    const successor = await aUser({ username: user.username });
    expect((await profileOf(successor)()).body.user.applications).toEqual([]);
    await anApplication(successor, job.id);
  });

  it('leaves the applications of others alone', async () => {
    const [user, other, job] = await Promise.all([aUser(), aUser(), aJob()]);
    for (const applicant of [user, other]) await anApplication(applicant, job.id);
    await api.delete(`/users/${user.username}`).set(as(user.token));
    expect((await profileOf(other)()).body.user.applications).toEqual([job.id]);
  });

  it('has no profile any more, whether or not the token outlives the user', async () => {
    const user = await aUser();
    await api.delete(`/users/${user.username}`).set(as(user.token));
    expect([401, 404]).toContain((await profileOf(user)()).status);
  });
});
