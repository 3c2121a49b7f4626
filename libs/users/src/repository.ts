import type { Identity, Profile, User } from '@jobly/contracts';
import { type RequestMark, type Statement, createOnceIn, markValues } from '@jobly/database';
import type { UsersDatabase } from './database';

/** Every field of a user except the password hash, which leaves this file only to be checked. */
const SHOWN = { username: true, firstName: true, lastName: true, email: true, isAdmin: true } as const;

const COLUMNS = 'username, first_name AS "firstName", last_name AS "lastName", email, is_admin AS "isAdmin"';

type StoredUser = User & { passwordHash: string };

/** Users and their applications as rows. A missing one is null. */
export function userRepository({ prisma, sql }: UsersDatabase) {
  return {
    createOnce: createOnceIn(sql, 'users', COLUMNS),

    applyOnce: createOnceIn(sql, 'applications', 'job_id AS "jobId"'),

    insert: (data: StoredUser & Partial<RequestMark>): Promise<User> => prisma.user.create({ data, select: SHOWN }),

    list: (): Promise<User[]> => prisma.user.findMany({ select: SHOWN, orderBy: { username: 'asc' } }),

    async find(username: string): Promise<Profile | null> {
      const [row] = await sql<Profile>({
        name: 'profile',
        text: `SELECT ${COLUMNS},
                      ARRAY(SELECT job_id FROM applications a WHERE a.username = u.username ORDER BY 1) AS applications
               FROM users u WHERE username = $1`,
        values: [username],
      });
      return row ?? null;
    },

    /** The hash to check a password against. */
    async passwordHash(username: string): Promise<string | undefined> {
      const [row] = await sql<Pick<StoredUser, 'passwordHash'>>({
        name: 'password-hash',
        text: 'SELECT password_hash AS "passwordHash" FROM users WHERE username = $1',
        values: [username],
      });
      return row?.passwordHash;
    },

    async identify(username: string): Promise<Identity | null> {
      const [row] = await sql<Identity>({
        name: 'identify',
        text: 'SELECT username, is_admin AS "isAdmin" FROM users WHERE username = $1',
        values: [username],
      });
      return row ?? null;
    },

    async update(username: string, data: Partial<StoredUser>): Promise<User | null> {
      const [row] = await prisma.user.updateManyAndReturn({ where: { username }, data, select: SHOWN });
      return row ?? null;
    },

    /** Returns whether the user existed. The applications, always in the same database, are deleted too. */
    async remove(username: string): Promise<boolean> {
      const { count } = await prisma.user.deleteMany({ where: { username } });
      return count > 0;
    },
  };
}

/** The statement that inserts an application; whoever runs it ensures that the job exists. */
export const insertApplication = (username: string, jobId: number, mark?: RequestMark): Statement => ({
  name: 'insert-application',
  text: `INSERT INTO applications (username, job_id, idempotency_key, request_fingerprint)
         VALUES ($1, $2, $3, $4) RETURNING job_id AS "jobId"`,
  values: [username, jobId, ...markValues(mark)],
});
