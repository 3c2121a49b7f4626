import type { Edit } from '../feature';

export const usersTests: readonly Edit[] = [
  {
    file: 'libs/users/src/replicas.fixture.ts',
    anchor: 'lifecycle: () => ({ insertReferring: async () => null }),',
    replace: 'lifecycle: () => ({ insertReferring: async () => null, insertSaved: async () => null }),',
  },
  {
    file: 'libs/users/src/saved-jobs.test.ts',
    create: `import { ada, usersOver, violation } from './users.fixture';

describe('saving a job', () => {
  it('that is not there is told from any other refusal', async () => {
    const { users } = usersOver({ insertSaved: async () => null, rows: { identify: [ada] } });
    await expect(users.saveJob('ada', 7)).rejects.toMatchObject({ kind: 'not-found', detail: 'No job: 7' });
  });

  it('as somebody who is not there is told as that, also where there is no such job', async () => {
    const { users } = usersOver({ insertSaved: async () => null });
    await expect(users.saveJob('ada', 7)).rejects.toMatchObject({ kind: 'not-found', detail: 'No user: ada' });
  });

  it('as somebody who was deleted meanwhile is told as that', async () => {
    const gone = violation('23503', 'saved_jobs_username_fkey');
    const { users } = usersOver({ insertSaved: () => Promise.reject(gone) });
    await expect(users.saveJob('ada', 7)).rejects.toMatchObject({ kind: 'not-found', detail: 'No user: ada' });
  });

  it('while jobs are out of reach is no refusal', async () => {
    const outage = new Error('unavailable');
    const { users } = usersOver({ insertSaved: () => Promise.reject(outage) });
    await expect(users.saveJob('ada', 7)).rejects.toBe(outage);
  });
});

describe('the saved jobs', () => {
  it('of somebody who is not there are not an empty list', async () => {
    const none = { kind: 'not-found', detail: 'No user: ada' };
    await expect(usersOver().users.savedJobs('ada')).rejects.toMatchObject(none);
  });

  it('do not lose what is not among them', async () => {
    const none = { kind: 'not-found', detail: 'No saved job: 7' };
    await expect(usersOver().users.removeSavedJob('ada', 7)).rejects.toMatchObject(none);
  });
});
`,
  },
  {
    file: 'libs/users/src/users-in-database.test.ts',
    anchor: "'are asked for by statements that",
    replace: `'save jobs that are there, once each, and remove them', async () => {
    const [{ username }, first, second] = [await created(), await aJob(), await aJob()];
    const path = \`/users/\${username}/saved-jobs\`;
    expect((await api.get(path)).body).toEqual({ savedJobs: [] });
    for (const id of [second, first, second]) expect((await api.post(\`\${path}/\${id}\`)).body).toEqual({ saved: id });
    expect((await api.post(\`\${path}/9\`)).body).toEqual({ error: { message: 'No job: 9', status: 404 } });
    expect((await api.get(path)).body).toEqual({ savedJobs: [first, second] });
    expect((await api.delete(\`\${path}/\${second}\`)).body).toEqual({ removed: second });
    expect((await api.delete(\`\${path}/\${second}\`)).status).toBe(404);
    expect((await api.get(path)).body).toEqual({ savedJobs: [first] });
  });

  it('are asked for by statements that`,
  },
  {
    file: 'libs/users/src/users-in-database.test.ts',
    anchor: `const names = ['begin-log-in', 'forgive-log-in', 'identify', 'profile', 'insert-application'];
    expect(await prepared()).toEqual(expect.arrayContaining(names));`,
    replace: `const savedJob = \`/users/\${username}/saved-jobs/\${await aJob()}\`;
    await api.post(savedJob);
    await api.delete(savedJob);
    await users.savedJobs(username);
    const ofUsers = ['begin-log-in', 'forgive-log-in', 'identify', 'profile', 'insert-application'];
    const ofSavedJobs = ['saved-jobs', 'insert-saved-job', 'remove-saved-job'];
    expect(await prepared()).toEqual(expect.arrayContaining([...ofUsers, ...ofSavedJobs]));`,
  },
  {
    file: 'libs/users/src/users-in-database.test.ts',
    anchor: `it('lose their applications to jobs that were deleted, and no others', async () => {
      const [{ username }, kept, gone, alsoGone] = [await created(), await aJob(), await aJob(), await aJob()];
      for (const id of [kept, gone, alsoGone]) await api.post(\`/users/\${username}/jobs/\${id}\`);`,
    replace: `it('lose their applications to jobs that were deleted, and those jobs among the saved ones, and no others', async () => {
      const [{ username }, kept, gone, alsoGone] = [await created(), await aJob(), await aJob(), await aJob()];
      for (const id of [kept, gone, alsoGone]) {
        await api.post(\`/users/\${username}/jobs/\${id}\`);
        await api.post(\`/users/\${username}/saved-jobs/\${id}\`);
      }`,
  },
  {
    file: 'libs/users/src/users-in-database.test.ts',
    anchor: `expect(await prepared()).toContain('delete-applications-to-jobs');
      expect((await api.get(\`/users/\${username}\`)).body).toMatchObject({ user: { applications: [kept] } });`,
    replace: `expect(await prepared()).toEqual(expect.arrayContaining(['delete-applications-to-jobs', 'delete-saved-jobs']));
      expect((await api.get(\`/users/\${username}\`)).body).toMatchObject({ user: { applications: [kept] } });
      expect(await users.savedJobs(username)).toEqual([kept]);`,
  },
  {
    file: 'libs/users/src/users-in-database.test.ts',
    anchor: `it('lose their applications with the jobs', async () => {
      const [{ username }, kept, gone] = [await created(), await aJob(), await aJob()];
      for (const id of [kept, gone]) await api.post(\`/users/\${username}/jobs/\${id}\`);`,
    replace: `it('lose their applications and saved jobs with the jobs', async () => {
      const [{ username }, kept, gone] = [await created(), await aJob(), await aJob()];
      for (const id of [kept, gone]) {
        await api.post(\`/users/\${username}/jobs/\${id}\`);
        await api.post(\`/users/\${username}/saved-jobs/\${id}\`);
      }`,
  },
  {
    file: 'libs/users/src/users-in-database.test.ts',
    anchor: `await shared.run('DELETE FROM jobs WHERE id = $1', [gone]);
      expect((await api.get(\`/users/\${username}\`)).body).toMatchObject({ user: { applications: [kept] } });`,
    replace: `await shared.run('DELETE FROM jobs WHERE id = $1', [gone]);
      expect((await api.get(\`/users/\${username}\`)).body).toMatchObject({ user: { applications: [kept] } });
      expect(await users.savedJobs(username)).toEqual([kept]);`,
  },
  {
    file: 'libs/users/src/users.fixture.ts',
    anchor: 'insertReferring?: InsertReferring<number>;',
    replace: `insertReferring?: InsertReferring<number>;
  insertSaved?: InsertReferring<number>;`,
  },
  {
    file: 'libs/users/src/users.fixture.ts',
    anchor: '{ insertReferring: fake.insertReferring ?? (async () => null)',
    replace: `{
      insertReferring: fake.insertReferring ?? (async () => null),
      insertSaved: fake.insertSaved ?? (async () => null),
   `,
  },
];
