import type { Edit } from '../feature';

export const users: readonly Edit[] = [
  {
    file: 'libs/users/src/repository.ts',
    anchor: '/** @param passwordHash that of another',
    replace: `async hasApplications(jobId: number): Promise<boolean> {
      const rows = await sql({
        name: 'has-applications',
        text: 'SELECT 1 FROM applications WHERE job_id = $1 LIMIT 1',
        values: [jobId],
      });
      return rows.length > 0;
    },

    /** @param passwordHash that of another`,
  },
  {
    file: 'libs/users/src/routes.ts',
    anchor: 'export const internalUserRoutes = (events: JobEvents): Route[] => [',
    replace: `export const internalUserRoutes = (users: Users, events: JobEvents): Route[] => [
  route(internalOperations.jobHasApplications, async ({ params }) => ({
    hasApplications: await users.hasApplications(params.id),
  })),`,
  },
  {
    file: 'libs/users/src/users-in-database.test.ts',
    anchor: '[...userRoutes(users), ...internalUserRoutes(onJobEvents(db))]',
    replace: '[...userRoutes(users), ...internalUserRoutes(users, onJobEvents(db))]',
  },
  {
    file: 'libs/users/src/users-in-database.test.ts',
    anchor: 'asked for by statements that are',
    replace: `known by the jobs that they have applied to', async () => {
    const [{ username }, jobId] = [await created(), await aJob()];
    expect(await users.hasApplications(jobId)).toBe(false);
    await api.post(\`/users/\${username}/jobs/\${jobId}\`);
    expect((await api.get(\`/internal/jobs/\${jobId}/has-applications\`)).body).toEqual({ hasApplications: true });
    await api.delete(\`/users/\${username}\`);
    expect((await api.get(\`/internal/jobs/\${jobId}/has-applications\`)).body).toEqual({ hasApplications: false });
  });

  it('are asked for by statements that are`,
  },
  {
    file: 'libs/users/src/users-in-database.test.ts',
    anchor: `'password-hash', 'user-exists', 'insert-application'];
    expect(await prepared()).toEqual(expect.arrayContaining([...ofLogIns, ...ofUsers]));`,
    replace: `'password-hash', 'user-exists', 'insert-application'];
    await users.hasApplications(1);
    expect(await prepared()).toEqual(expect.arrayContaining([...ofLogIns, ...ofUsers, 'has-applications']));`,
  },
  {
    file: 'libs/users/src/users.ts',
    anchor: 'type Credentials,',
    replace: `type ApplicationRegister,
  type Credentials,`,
  },
  {
    file: 'libs/users/src/users.ts',
    anchor: '  } satisfies UserDirectory & Record<string, unknown>;',
    replace: `
    hasApplications: (jobId: number): Promise<boolean> => repository.hasApplications(jobId),
  } satisfies UserDirectory & ApplicationRegister & Record<string, unknown>;`,
  },
];
