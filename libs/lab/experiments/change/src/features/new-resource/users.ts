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
    file: 'libs/users/src/no-such-user.ts',
    create: `import { notFound } from '@jobly/contracts';

export const noSuchUser = (username: string) => notFound(\`No user: \${username}\`);
`,
  },
  {
    file: 'libs/users/src/routes.ts',
    anchor: `return { applied: params.id };
  }),`,
    replace: `return { applied: params.id };
  }),
  route(operations.listSavedJobs, async ({ params }) => ({ savedJobs: await users.savedJobs(params.username) })),
  route(operations.saveJob, async ({ params }) => {
    await users.saveJob(params.username, params.id);
    return { saved: params.id };
  }),
  route(operations.removeSavedJob, async ({ params }) => {
    await users.removeSavedJob(params.username, params.id);
    return { removed: params.id };
  }),`,
  },
  {
    file: 'libs/users/src/saved-jobs.ts',
    create: `import { type Identity, notFound } from '@jobly/contracts';
import { type InsertReferring, type Sql, type Statement, isForeignKeyViolation } from '@jobly/database';
import { noSuchUser } from './no-such-user';

/**
 * The jobs that users have saved. They belong to the users module: a list is its user's alone, and a job is a mere
 * number in it, for which the module has a port and an event already.
 */
export const savedJobs = (
  sql: Sql,
  insertReferring: InsertReferring<number>,
  identify: (username: string) => Promise<Identity | null>,
) => ({
  /** Ids in ascending order. */
  async savedJobs(username: string): Promise<number[]> {
    const [row] = await sql<{ savedJobs: number[] }>({
      name: 'saved-jobs',
      text: \`SELECT ARRAY(SELECT job_id FROM saved_jobs s WHERE s.username = u.username ORDER BY 1) AS "savedJobs"
             FROM users u WHERE username = $1\`,
      values: [username],
    });
    if (!row) throw noSuchUser(username);
    return row.savedJobs;
  },

  async saveJob(username: string, jobId: number): Promise<void> {
    const saved = await insertReferring(jobId, insertSavedJob(username, jobId)).catch((error: unknown) => {
      throw isForeignKeyViolation(error, 'saved_jobs_username_fkey') ? noSuchUser(username) : error;
    });
    if (saved) return;
    // As with an application: if both are missing, the client hears of the user.
    throw (await identify(username)) ? notFound(\`No job: \${jobId}\`) : noSuchUser(username);
  },

  async removeSavedJob(username: string, jobId: number): Promise<void> {
    const removed = await sql({
      name: 'remove-saved-job',
      text: 'DELETE FROM saved_jobs WHERE username = $1 AND job_id = $2 RETURNING job_id',
      values: [username, jobId],
    });
    if (removed.length === 0) throw notFound(\`No saved job: \${jobId}\`);
  },
});

/** Updates nothing where the job is saved already, but so returns its row as well. */
const insertSavedJob = (username: string, jobId: number): Statement => ({
  name: 'insert-saved-job',
  text: \`INSERT INTO saved_jobs (username, job_id) VALUES ($1, $2)
         ON CONFLICT (username, job_id) DO UPDATE SET job_id = excluded.job_id RETURNING job_id AS "jobId"\`,
  values: [username, jobId],
});
`,
  },
  {
    file: 'libs/users/src/users.ts',
    anchor: "import { logInsOver } from './login-failures';",
    replace: `import { logInsOver } from './login-failures';
import { noSuchUser } from './no-such-user';`,
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
    anchor: 'identify: (username: string): Promise<Identity',
    replace: `...savedJobs(db.sql, insertSaved, repository.identify),

    identify: (username: string): Promise<Identity`,
  },
  {
    file: 'libs/users/src/users.ts',
    anchor: `
const noSuchUser = (username: string) => notFound(\`No user: \${username}\`);
`,
    replace: '',
  },
];
