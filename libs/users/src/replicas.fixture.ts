import { aSharedDatabase } from '@jobly/database/fixtures';
import type { UsersDatabase } from './database';
import { createUsers } from './users';

/** A database of the users service, and processes that share it. */
export async function aSharedUsersDatabase() {
  const { open, run, remove } = await aSharedDatabase('users-service');
  return {
    run,
    open,
    remove,

    /** Adds a user. */
    async addUser(username: string, passwordHash: string): Promise<void> {
      const text = `INSERT INTO users (username, password_hash, first_name, last_name, email)
                    VALUES ($1, $2, 'Ada', 'Lovelace', 'ada@example.com')`;
      await run(text, [username, passwordHash]);
    },

    /** One more process; logging in needs neither jobs nor Prisma. */
    replica: (loginFailureLimit: number) =>
      createUsers({
        db: { ...open(), prisma: {} as UsersDatabase['prisma'] },
        jobs: { exists: async () => true },
        lifecycle: () => ({ insertReferring: async () => null }),
        issueToken: ({ username }) => username,
        loginFailureLimit,
      }),
  };
}
