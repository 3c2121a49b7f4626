import type { TokenSubject, User } from '@jobly/contracts';
import type { InsertReferring, Sql } from '@jobly/database';
import type { UsersDatabase } from './database';
import { createUsers } from './users';

export const ada: User = {
  username: 'ada',
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.com',
  isAdmin: false,
};

/** The account that a new user gets. */
export const account = '2f1c5f0e-8d0b-4c5e-9a53-0c8e1b6d7f42';

type Delegate = UsersDatabase['prisma']['user'];

interface Fake {
  /** The rows that the statement of this name returns. */
  rows?: Record<string, unknown[] | Error>;
  create?: () => Promise<never>;
  /** The rows that an update or a delete affects. */
  met?: User[];
  insertReferring?: InsertReferring<number>;
}

/**
 * The users module over a fake database that answers as the test says; `written` records the writes, `asked` the
 * statements, `issued` whose tokens were issued.
 */
export function usersOver(fake: Fake = {}) {
  const written: Record<string, unknown>[] = [];
  const asked: string[] = [];
  const issued: TokenSubject[] = [];
  const sql = (async ({ name }) => {
    asked.push(name);
    const rows = fake.rows?.[name] ?? [];
    if (rows instanceof Error) throw rows;
    return rows;
  }) as Sql;
  const write = async ({ data }: { data: Record<string, unknown> }) => {
    written.push(data);
    return fake.met ?? [];
  };
  const user = {
    create: async ({ data: { passwordHash, ...user } }: { data: User & { passwordHash: string } }) => {
      written.push({ ...user, passwordHash });
      return fake.create ? fake.create() : { ...user, account, passwordVersion: 1 };
    },
    findMany: async () => fake.met ?? [],
    updateManyAndReturn: write,
    deleteMany: async () => ({ count: fake.met?.length ?? 0 }),
  } as unknown as Delegate;

  const users = createUsers({
    db: { sql, transaction: (work) => work(sql), prisma: { user } },
    jobs: { exists: async () => true },
    lifecycle: () => ({ insertReferring: fake.insertReferring ?? (async () => null) }),
    issueToken: (subject) => {
      issued.push(subject);
      return `${subject.username} ${subject.isAdmin ? 'admin' : 'user'}`;
    },
    loginFailureLimit: 0,
  });
  return { users, written, asked, issued };
}

/** A constraint violation, as the driver reports it. */
export const violation = (code: string, constraint: string) =>
  Object.assign(new Error('violated'), { code, constraint });
