import type { Edit } from '../feature';

export const users: readonly Edit[] = [
  {
    file: 'libs/users/src/lifecycle/by-events.ts',
    anchor: `export const byEvents = ({ transaction }: UsersDatabase, jobs: JobRegister): ApplicationLifecycle => ({
  insertReferring: byAsking(transaction, 'job', (jobId: number) => jobs.exists(jobId)),
});`,
    replace: `export const byEvents = ({ transaction }: UsersDatabase, jobs: JobRegister): ApplicationLifecycle => {
  const insertReferring = byAsking(transaction, 'job', (jobId: number) => jobs.exists(jobId));
  return { insertReferring, insertSaved: insertReferring };
};`,
  },
  {
    file: 'libs/users/src/lifecycle/by-events.ts',
    anchor: `values: [jobIds],
      });`,
    replace: `values: [jobIds],
      });
      await sql({
        name: 'delete-saved-jobs',
        text: 'DELETE FROM saved_jobs WHERE job_id = ANY($1)',
        values: [jobIds],
      });`,
  },
  {
    file: 'libs/users/src/lifecycle/by-foreign-keys.ts',
    anchor: "an application to a missing job, and deletes a job's applications with the job.",
    replace: 'what refers to a missing job, and deletes with a job what refers to it.',
  },
  {
    file: 'libs/users/src/lifecycle/by-foreign-keys.ts',
    anchor: "insertReferring: byForeignKey(sql, 'applications_job_id_fkey'),",
    replace: `insertReferring: byForeignKey(sql, 'applications_job_id_fkey'),
  insertSaved: byForeignKey(sql, 'saved_jobs_job_id_fkey'),`,
  },
  {
    file: 'libs/users/src/lifecycle/lifecycle.ts',
    anchor: `* The creation of applications, which refer to jobs, and their deletion with those jobs. Compare by-foreign-keys.ts
 * with by-events.ts.`,
    replace: `* The creation of applications and saved jobs, which refer to jobs, and their deletion with those jobs. Compare
 * by-foreign-keys.ts with by-events.ts.`,
  },
  {
    file: 'libs/users/src/lifecycle/lifecycle.ts',
    anchor: `/** Inserts only if the job (by id) exists. */
  insertReferring: InsertReferring<number>;`,
    replace: `/** Inserts an application only if the job (by id) exists. */
  insertReferring: InsertReferring<number>;
  /** The same for a saved job. */
  insertSaved: InsertReferring<number>;`,
  },
  {
    file: 'libs/users/src/routes.ts',
    anchor: `return { applied: params.id };
  }),`,
    replace: `return { applied: params.id };
  }),
  route(operations.listSavedJobs, async ({ params }) => ({ savedJobs: await users.savedJobs(named(params)) })),
  route(operations.saveJob, async ({ params }) => {
    await users.saveJob(named(params), params.id);
    return { saved: params.id };
  }),
  route(operations.removeSavedJob, async ({ params }) => {
    await users.removeSavedJob(named(params), params.id);
    return { removed: params.id };
  }),`,
  },
  {
    file: 'libs/users/src/saved-jobs.ts',
    create: `import { notFound } from '@jobly/contracts';
import type { InsertReferring, Sql, Statement } from '@jobly/database';
import { type UserReference, noSuchUser } from './user-reference';

/**
 * The jobs that users have saved. They belong to the users module: a list is its user's alone, and a job is a mere
 * number in it, for which the module has a port and an event already.
 */
export const savedJobs = (
  sql: Sql,
  insertReferring: InsertReferring<number>,
  exists: (user: UserReference) => Promise<boolean>,
) => ({
  /** Ids in ascending order. */
  async savedJobs(user: UserReference): Promise<number[]> {
    const [row] = await sql<{ savedJobs: number[] }>({
      name: 'saved-jobs',
      text: \`SELECT ARRAY(SELECT job_id FROM saved_jobs s WHERE s.username = u.username ORDER BY 1) AS "savedJobs"
             FROM users u WHERE username = $1 AND account = coalesce($2, account)\`,
      values: [user.username, user.account],
    });
    if (!row) throw noSuchUser(user);
    return row.savedJobs;
  },

  async saveJob(user: UserReference, jobId: number): Promise<void> {
    if (await insertReferring(jobId, insertSavedJob(user, jobId))) return;
    // As with an application: if both are missing, the client hears of the user.
    throw (await exists(user)) ? notFound(\`No job: \${jobId}\`) : noSuchUser(user);
  },

  async removeSavedJob(user: UserReference, jobId: number): Promise<void> {
    const removed = await sql({
      name: 'remove-saved-job',
      text: \`DELETE FROM saved_jobs s USING users u
             WHERE s.username = $1 AND s.job_id = $3
               AND u.username = s.username AND u.account = coalesce($2, u.account)
             RETURNING s.job_id\`,
      values: [user.username, user.account, jobId],
    });
    if (removed.length > 0) return;
    throw (await exists(user)) ? notFound(\`No saved job: \${jobId}\`) : noSuchUser(user);
  },
});

/**
 * Locks the user's row, as for an application. Updates nothing where the job is saved already, but so returns its row
 * as well.
 */
const insertSavedJob = ({ username, account }: UserReference, jobId: number): Statement => ({
  name: 'insert-saved-job',
  text: \`INSERT INTO saved_jobs (username, job_id)
         SELECT username, $3::int FROM users WHERE username = $1 AND account = coalesce($2, account) FOR KEY SHARE
         ON CONFLICT (username, job_id) DO UPDATE SET job_id = excluded.job_id RETURNING job_id AS "jobId"\`,
  values: [username, account, jobId],
});
`,
  },
  {
    file: 'libs/users/src/users.ts',
    anchor: "import { insertApplication, userRepository } from './repository';",
    replace: `import { insertApplication, userRepository } from './repository';
import { savedJobs } from './saved-jobs';`,
  },
  {
    file: 'libs/users/src/users.ts',
    anchor: '/** The users module: accounts, logging in, and applications. */',
    replace: '/** The users module: accounts, logging in, applications, and saved jobs. */',
  },
  {
    file: 'libs/users/src/users.ts',
    anchor: 'const { insertReferring } = lifecycle(db, jobs);',
    replace: 'const { insertReferring, insertSaved } = lifecycle(db, jobs);',
  },
  {
    file: 'libs/users/src/users.ts',
    anchor: 'identify: (account: string, passwordVersion: number): Promise<Identity',
    replace: `...savedJobs(db.sql, insertSaved, repository.exists),

    identify: (account: string, passwordVersion: number): Promise<Identity`,
  },
];
