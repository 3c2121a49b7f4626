import type { Identity, Profile, TokenSubject, User, UserChanges } from '@jobly/contracts';
import { type RequestMark, type Statement, createOnceIn, markValues, written } from '@jobly/database';
import type { UsersDatabase } from './database';
import type { UserReference } from './user-reference';

/** Every field of a user except the password hash, which leaves this file only to be checked. */
const SHOWN = { username: true, firstName: true, lastName: true, email: true, isAdmin: true } as const;

const COLUMNS = 'username, first_name AS "firstName", last_name AS "lastName", email, is_admin AS "isAdmin"';

/** What a token says of its account, beside that. */
const SUBJECT = 'account, password_version AS "passwordVersion"';

/** The row that a reference means, in SQL ($1 is the name, $2 the account) and for Prisma. */
const REFERRED = 'username = $1 AND account = coalesce($2, account)';
const referred = ({ username, account }: UserReference) => ({ username, ...(account !== null && { account }) });

type StoredUser = User & { passwordHash: string };
type Changes = Omit<UserChanges, 'password'>;

/** Users and their applications as rows. A missing one is null. */
export function userRepository({ prisma, sql }: UsersDatabase) {
  return {
    createOnce: createOnceIn(sql, 'users', `${COLUMNS}, ${SUBJECT}`),

    applyOnce: createOnceIn(sql, 'applications', 'job_id AS "jobId"'),

    insert: (data: StoredUser & Partial<RequestMark>): Promise<User & TokenSubject> =>
      written(prisma.user.create({ data, select: { ...SHOWN, account: true, passwordVersion: true } })),

    list: (): Promise<User[]> => prisma.user.findMany({ select: SHOWN, orderBy: { username: 'asc' } }),

    async find({ username, account }: UserReference): Promise<Profile | null> {
      const [row] = await sql<Profile>({
        name: 'profile',
        text: `SELECT ${COLUMNS},
                      ARRAY(SELECT job_id FROM applications a WHERE a.username = u.username ORDER BY 1) AS applications
               FROM users u WHERE ${REFERRED}`,
        values: [username, account],
      });
      return row ?? null;
    },

    async exists({ username, account }: UserReference): Promise<boolean> {
      const rows = await sql({
        name: 'user-exists',
        text: `SELECT FROM users WHERE ${REFERRED}`,
        values: [username, account],
      });
      return rows.length > 0;
    },

    async identify(account: string, passwordVersion: number): Promise<Identity | null> {
      const [row] = await sql<Identity>({
        name: 'identify',
        text: `SELECT username, account, is_admin AS "isAdmin" FROM users
               WHERE account = $1 AND password_version = $2`,
        values: [account, passwordVersion],
      });
      return row ?? null;
    },

    /** The hash to check a password against. */
    async passwordHash({ username, account }: UserReference): Promise<string | null> {
      const [row] = await sql<Pick<StoredUser, 'passwordHash'>>({
        name: 'password-hash',
        text: `SELECT password_hash AS "passwordHash" FROM users WHERE ${REFERRED}`,
        values: [username, account],
      });
      return row?.passwordHash ?? null;
    },

    /** @param passwordHash that of another password, which ends the tokens of the present one. */
    async update(user: UserReference, changes: Changes, passwordHash?: string): Promise<User | null> {
      const [row] = await written(
        prisma.user.updateManyAndReturn({
          where: referred(user),
          data: {
            ...changes,
            ...(passwordHash !== undefined && { passwordHash, passwordVersion: { increment: 1 } }),
          },
          select: SHOWN,
        }),
      );
      return row ?? null;
    },

    /** Returns whether the user existed. The applications, always in the same database, are deleted too. */
    async remove(user: UserReference): Promise<boolean> {
      const { count } = await written(prisma.user.deleteMany({ where: referred(user) }));
      return count > 0;
    },
  };
}

/**
 * The statement that inserts an application, or nothing if there is no such user; whoever runs it ensures that the job
 * exists. The row of the user is locked, because the foreign key would be content with another account that takes the
 * name meanwhile.
 */
export const insertApplication = (
  { username, account }: UserReference,
  jobId: number,
  mark?: RequestMark,
): Statement => ({
  name: 'insert-application',
  text: `INSERT INTO applications (username, job_id, idempotency_key, request_fingerprint)
         SELECT username, $3::int, $4, $5 FROM users WHERE ${REFERRED} FOR KEY SHARE
         RETURNING job_id AS "jobId"`,
  values: [username, account, jobId, ...markValues(mark)],
});
