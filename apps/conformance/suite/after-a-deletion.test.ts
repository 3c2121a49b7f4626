import { api, as } from './support/api';
import { expectProblem } from './support/problems';
import { aJob, anApplication, asAdmin, aUser, jobBody } from './support/records';

/** Where an answer comes too early, only some of those who follow at once notice: forty are enough, eight at a time. */
async function often(round: () => Promise<void>): Promise<void> {
  for (let i = 0; i < 5; i += 1) await Promise.all(Array.from({ length: 8 }, round));
}

type Job = Awaited<ReturnType<typeof aJob>>;
type User = Awaited<ReturnType<typeof aUser>>;

async function remove(path: string): Promise<void> {
  expect(await api.delete(path).set(await asAdmin())).toMatchObject({ status: 200 });
}

const change = async ({ id }: Job) =>
  api
    .patch(`/jobs/${id}`)
    .set(await asAdmin())
    .send({ salary: 1 });
const apply = async ({ id }: Job, { username, token }: User) =>
  api.post(`/users/${username}/jobs/${id}`).set(as(token));
const read = async ({ id }: Job) => api.get(`/jobs/${id}`);
const removeAgain = async ({ id }: Job) => api.delete(`/jobs/${id}`).set(await asAdmin());

describe('as soon as the deletion of a company is answered', () => {
  it.each([
    ['changes', change],
    ['applies to', apply],
    ['reads', read],
    ['deletes', removeAgain],
  ])('nobody %s one of its jobs', async (_what, ask) => {
    const user = await aUser();
    await often(async () => {
      const job = await aJob();
      await remove(`/companies/${job.companyHandle}`);
      expectProblem(await ask(job, user), 404);
    });
  });

  it('nobody adds a job to it', async () => {
    await often(async () => {
      const { companyHandle } = await aJob();
      await remove(`/companies/${companyHandle}`);
      const added = await api
        .post('/jobs')
        .set(await asAdmin())
        .send(jobBody(companyHandle));
      expectProblem(added, 400, /companyHandle/);
    });
  });
});

describe('as soon as the deletion of a job is answered', () => {
  it('nobody has applied to it', async () => {
    const user = await aUser();
    await often(async () => {
      const job = await aJob();
      await anApplication(user, job.id);
      await remove(`/jobs/${job.id}`);
      const { body } = await api.get(`/users/${user.username}`).set(as(user.token));
      expect(body.user.applications).not.toContain(job.id);
      expectProblem(await apply(job, user), 404);
    });
  });
});
