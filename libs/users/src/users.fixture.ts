import type { Identity, User } from '@jobly/contracts';
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

type Delegate = UsersDatabase['prisma']['user'];

interface Fake {
  /** The rows that the statement of this name returns. */
  rows?: Record<string, unknown[] | Error>;
  create?: (user: User & { passwordHash: string }) => Promise<User>;
  /** The rows that an update or a delete affects. */
  met?: User[];
  insertReferring?: InsertReferring<number>;
}

/**
 * The users module over a fake database that answers as the test says; `written` records the writes, `asked` the
 * statements.
 */
export function usersOver(fake: Fake = {}) {
  const written: Record<string, unknown>[] = [];
  const asked: string[] = [];
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
    create: async ({ data }: { data: User & { passwordHash: string } }) => {
      written.push({ ...data });
      return fake.create ? fake.create(data) : data;
    },
    findMany: async () => fake.met ?? [],
    updateManyAndReturn: write,
    deleteMany: async () => ({ count: fake.met?.length ?? 0 }),
  } as unknown as Delegate;

  const users = createUsers({
    db: { sql, transaction: (work) => work(sql), prisma: { user } },
    jobs: { exists: async () => true },
    lifecycle: () => ({ insertReferring: fake.insertReferring ?? (async () => null) }),
    issueToken: ({ username, isAdmin }: Identity) => `${username} ${isAdmin ? 'admin' : 'user'}`,
    loginFailureLimit: 0,
  });
  return { users, written, asked };
}

/** A constraint violation, as the driver reports it. */
export const violation = (code: string, constraint: string) =>
  Object.assign(new Error('violated'), { code, constraint });
