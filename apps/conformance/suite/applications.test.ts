import { api, as } from './support/api';
import { expectProblem } from './support/problems';
import type { User } from './support/body';
import { aJob, asAdmin, aUser, unique } from './support/records';

const applicationsOf = async ({ username }: Pick<User, 'username'>): Promise<number[]> => {
  const { body } = await api.get(`/users/${username}`).set(await asAdmin());
  return body.user.applications;
};

describe('POST /users/:username/jobs/:id', () => {
  it('answers with the number of the job applied to', async () => {
    const [user, job] = await Promise.all([aUser(), aJob()]);
    const { status, body } = await api.post(`/users/${user.username}/jobs/${job.id}`).set(as(user.token));
    expect({ status, body }).toEqual({ status: 200, body: { applied: job.id } });
    expect(await applicationsOf(user)).toEqual([job.id]);
  });

  it('is for an admin as well, who applies for the user', async () => {
    const [user, job] = await Promise.all([aUser(), aJob()]);
    const { status, body } = await api.post(`/users/${user.username}/jobs/${job.id}`).set(await asAdmin());
    expect({ status, body }).toEqual({ status: 200, body: { applied: job.id } });
    expect(await applicationsOf(user)).toEqual([job.id]);
  });

  it('lets several users apply to one job', async () => {
    const [one, other, job] = await Promise.all([aUser(), aUser(), aJob()]);
    for (const { username, token } of [one, other]) {
      expect(await api.post(`/users/${username}/jobs/${job.id}`).set(as(token))).toMatchObject({ status: 200 });
    }
  });

  it('answers 409 the second time, and keeps the application', async () => {
    const [user, job] = await Promise.all([aUser(), aJob()]);
    const path = `/users/${user.username}/jobs/${job.id}`;
    await api.post(path).set(as(user.token));
    expectProblem(await api.post(path).set(as(user.token)), 409);
    expect(await applicationsOf(user)).toEqual([job.id]);
  });

  it.each([
    2_147_483_647,
    0,
    -1,
    2_147_483_648,
    '1.5',
    '1e3',
    '0x1',
    'abc',
    '+1',
    '%201',
    '1%20',
    '99999999999999999999',
  ])('answers 404 for job %s, and keeps no application', async (id) => {
    const user = await aUser();
    expectProblem(await api.post(`/users/${user.username}/jobs/${id}`).set(as(user.token)), 404);
    expect(await applicationsOf(user)).toEqual([]);
  });

  it('answers 404 for a job that was deleted', async () => {
    const [user, job] = await Promise.all([aUser(), aJob()]);
    await api.delete(`/jobs/${job.id}`).set(await asAdmin());
    expectProblem(await api.post(`/users/${user.username}/jobs/${job.id}`).set(as(user.token)), 404);
  });

  it('answers 404 where there is no such user', async () => {
    const { id } = await aJob();
    expectProblem(await api.post(`/users/${unique('u')}/jobs/${id}`).set(await asAdmin()), 404);
  });

  it('ignores an empty body and {}', async () => {
    const [one, other, job] = await Promise.all([aUser(), aUser(), aJob()]);
    const empty = api.post(`/users/${one.username}/jobs/${job.id}`).set(as(one.token)).type('json').send('');
    expect(await empty).toMatchObject({ status: 200 });
    const braces = api.post(`/users/${other.username}/jobs/${job.id}`).set(as(other.token)).send({});
    expect(await braces).toMatchObject({ status: 200 });
  });
});
