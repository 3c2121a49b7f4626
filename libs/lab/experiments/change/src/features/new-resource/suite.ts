import type { Edit } from '../feature';

export const suite: readonly Edit[] = [
  {
    file: 'apps/conformance/suite/saved-jobs.test.ts',
    create: `import { api, as } from './support/api';
import { eventually } from './support/eventually';
import { expectProblem } from './support/problems';
import { aJob, anApplication, asAdmin, aUser, unique } from './support/records';

type Caller = { username: string; token: string };

const savedBy = ({ username, token }: Caller) => api.get(\`/users/\${username}/saved-jobs\`).set(as(token));
const save = ({ username, token }: Caller, id: number | string) =>
  api.post(\`/users/\${username}/saved-jobs/\${id}\`).set(as(token));
const remove = ({ username, token }: Caller, id: number | string) =>
  api.delete(\`/users/\${username}/saved-jobs/\${id}\`).set(as(token));

const noJobs = [2_147_483_647, 0, -1, 2_147_483_648, '1.5', 'abc', '%201'];

describe('POST /users/:username/saved-jobs/:id', () => {
  it('saves a job: the list has the numbers of all of them, in order', async () => {
    const [user, first, second] = [await aUser(), await aJob(), await aJob()];
    for (const { id } of [second, first]) {
      const { status, body } = await save(user, id);
      expect({ status, body }).toEqual({ status: 200, body: { saved: id } });
    }
    const { status, body } = await savedBy(user);
    expect({ status, body }).toEqual({ status: 200, body: { savedJobs: [first.id, second.id] } });
  });

  it('may be repeated, also at the same time', async () => {
    const [user, { id }] = await Promise.all([aUser(), aJob()]);
    for (const { status } of await Promise.all([save(user, id), save(user, id), save(user, id)])) {
      expect(status).toBe(200);
    }
    expect((await savedBy(user)).body).toEqual({ savedJobs: [id] });
  });

  it('is no application, nor does an application save a job', async () => {
    const [user, saved, applied] = [await aUser(), await aJob(), await aJob()];
    await save(user, saved.id);
    await anApplication(user, applied.id);
    expect((await savedBy(user)).body).toEqual({ savedJobs: [saved.id] });
    const profile = await api.get(\`/users/\${user.username}\`).set(as(user.token));
    expect(profile.body.user.applications).toEqual([applied.id]);
  });

  it.each(noJobs)('answers 404 for job %s, and saves nothing', async (id) => {
    const user = await aUser();
    expectProblem(await save(user, id), 404);
    expect((await savedBy(user)).body).toEqual({ savedJobs: [] });
  });

  it('answers 404 for a job that was deleted', async () => {
    const [user, { id }] = await Promise.all([aUser(), aJob()]);
    await api.delete(\`/jobs/\${id}\`).set(await asAdmin());
    expectProblem(await save(user, id), 404);
  });
});

describe('DELETE /users/:username/saved-jobs/:id', () => {
  it('removes one job from the list of one user', async () => {
    const [user, other, gone, kept] = [await aUser(), await aUser(), await aJob(), await aJob()];
    for (const { id } of [gone, kept]) for (const caller of [user, other]) await save(caller, id);
    const { status, body } = await remove(user, gone.id);
    expect({ status, body }).toEqual({ status: 200, body: { removed: gone.id } });
    expect((await savedBy(user)).body).toEqual({ savedJobs: [kept.id] });
    expect((await savedBy(other)).body).toEqual({ savedJobs: [gone.id, kept.id] });
  });

  it('answers 404 for a job that is not on the list', async () => {
    const [user, { id }] = await Promise.all([aUser(), aJob()]);
    expectProblem(await remove(user, id), 404);
    await save(user, id);
    await remove(user, id);
    expectProblem(await remove(user, id), 404);
  });

  it.each(noJobs)('answers 404 for job %s', async (id) => {
    expectProblem(await remove(await aUser(), id), 404);
  });
});

describe('saved jobs', () => {
  it('of nobody are 404, also to an admin', async () => {
    const [{ id }, admin, path] = [await aJob(), await asAdmin(), \`/users/\${unique('u')}/saved-jobs\`];
    expectProblem(await api.get(path).set(admin), 404);
    expectProblem(await api.post(\`\${path}/\${id}\`).set(admin), 404);
    expectProblem(await api.post(\`\${path}/2147483647\`).set(admin), 404, /user/i);
    expectProblem(await api.delete(\`\${path}/\${id}\`).set(admin), 404);
  });

  it('of anybody are open to an admin', async () => {
    const [user, { id }, admin] = [await aUser(), await aJob(), await asAdmin()];
    const path = \`/users/\${user.username}/saved-jobs\`;
    expect(await api.post(\`\${path}/\${id}\`).set(admin)).toMatchObject({ status: 200 });
    expect((await api.get(path).set(admin)).body).toEqual({ savedJobs: [id] });
  });

  it('lose a job that is deleted, or whose company is, and no others', async () => {
    const [user, deleted, ofDeleted, kept] = [await aUser(), await aJob(), await aJob(), await aJob()];
    for (const { id } of [deleted, ofDeleted, kept]) await save(user, id);
    await api.delete(\`/jobs/\${deleted.id}\`).set(await asAdmin());
    await api.delete(\`/companies/\${ofDeleted.companyHandle}\`).set(await asAdmin());
    await eventually(
      () => savedBy(user),
      ({ body }) => expect(body).toEqual({ savedJobs: [kept.id] }),
    );
  });

  it('go with the user: a new one of the same name has none', async () => {
    const [user, { id }] = await Promise.all([aUser(), aJob()]);
    await save(user, id);
    await api.delete(\`/users/\${user.username}\`).set(as(user.token));
    const successor = await aUser({ username: user.username });
    expect((await savedBy(successor)).body).toEqual({ savedJobs: [] });
  });
});
`,
  },
  {
    file: 'apps/conformance/suite/support/body.ts',
    anchor: 'users: User[];',
    replace: `users: User[];
  savedJobs: number[];`,
  },
  {
    file: 'apps/conformance/suite/support/operations.ts',
    anchor: "{ method: 'delete', path: '/jobs/:id', access: 'admin' },",
    replace: `{ method: 'delete', path: '/jobs/:id', access: 'admin' },
  { method: 'get', path: '/users/:username/saved-jobs', access: 'self' },
  { method: 'post', path: '/users/:username/saved-jobs/:id', access: 'self' },
  { method: 'delete', path: '/users/:username/saved-jobs/:id', access: 'self' },`,
  },
];
