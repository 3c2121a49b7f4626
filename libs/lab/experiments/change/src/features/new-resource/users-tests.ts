import type { Edit } from '../feature';

export const usersTests: readonly Edit[] = [
  {
    file: 'libs/users/src/replicas.fixture.ts',
    anchor: 'lifecycle: () => ({ insertReferring: async () => null }),',
    replace: 'lifecycle: () => ({ insertReferring: async () => null, insertSaved: async () => null }),',
  },
  {
    file: 'libs/users/src/saved-jobs.test.ts',
    create: `import { account, usersOver } from './users.fixture';

const named = { username: 'ada', account: null };
const herself = { username: 'ada', account };

describe('saving a job', () => {
  it('that is not there is told from any other refusal', async () => {
    const { users } = usersOver({ insertSaved: async () => null, rows: { 'user-exists': [{}] } });
    await expect(users.saveJob(named, 7)).rejects.toMatchObject({ kind: 'not-found', detail: 'No job: 7' });
  });

  it('while jobs are out of reach is no refusal', async () => {
    const outage = new Error('unavailable');
    const { users } = usersOver({ insertSaved: () => Promise.reject(outage) });
    await expect(users.saveJob(named, 7)).rejects.toBe(outage);
  });
});

describe('the saved jobs', () => {
  it('do not lose what is not among them', async () => {
    const none = { kind: 'not-found', detail: 'No saved job: 7' };
    const { users } = usersOver({ rows: { 'user-exists': [{}] } });
    await expect(users.removeSavedJob(named, 7)).rejects.toMatchObject(none);
  });

  it('of somebody who is not there are neither empty nor changed', async () => {
    const { users } = usersOver({ insertSaved: async () => null });
    const attempts = [
      (who: typeof named | typeof herself) => users.savedJobs(who),
      (who: typeof named | typeof herself) => users.saveJob(who, 7),
      (who: typeof named | typeof herself) => users.removeSavedJob(who, 7),
    ];
    for (const attempt of attempts) {
      await expect(attempt(named)).rejects.toMatchObject({ kind: 'not-found', detail: 'No user: ada' });
      await expect(attempt(herself)).rejects.toMatchObject({ kind: 'unauthorized' });
    }
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
    anchor: `'password-hash', 'user-exists', 'insert-application'];
    expect(await prepared()).toEqual(expect.arrayContaining([...ofLogIns, ...ofUsers]));`,
    replace: `'password-hash', 'user-exists', 'insert-application'];
    const savedJob = \`/users/\${username}/saved-jobs/\${await aJob()}\`;
    await api.post(savedJob);
    await api.delete(savedJob);
    await api.get(\`/users/\${username}/saved-jobs\`);
    const ofSavedJobs = ['saved-jobs', 'insert-saved-job', 'remove-saved-job'];
    expect(await prepared()).toEqual(expect.arrayContaining([...ofLogIns, ...ofUsers, ...ofSavedJobs]));`,
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
      expect(await users.savedJobs({ username, account: null })).toEqual([kept]);`,
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
      expect(await users.savedJobs({ username, account: null })).toEqual([kept]);`,
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
