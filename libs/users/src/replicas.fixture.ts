import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase, startCluster } from '@jobly/database';
import type { UsersDatabase } from './database';
import { createUsers } from './users';

const migrations = join(import.meta.dirname, '../../../apps/users-service/prisma/migrations');

/** A database for the users module on a server of its own, and processes that share it. */
export async function aSharedDatabase() {
  const directory = mkdtempSync(join(tmpdir(), 'jobly-users-'));
  const cluster = await startCluster({ directory, databases: ['users'] });
  const url = cluster.urlOf('users');
  await migrate({ url, directory: migrations });
  const open = () => openDatabase({ url, max: 5, name: 'test' });
  const databases = [open()];
  const run = <Row>(text: string, values: unknown[] = []) => databases[0]!.sql<Row>({ name: '', text, values });

  return {
    run,

    /** Somebody new. */
    async addUser(username: string, passwordHash: string): Promise<void> {
      const text = `INSERT INTO users (username, password_hash, first_name, last_name, email)
                    VALUES ($1, $2, 'Ada', 'Lovelace', 'ada@example.com')`;
      await run(text, [username, passwordHash]);
    },

    /** One more process; logging in needs neither jobs nor Prisma. */
    replica(loginFailureLimit: number) {
      const database = open();
      databases.push(database);
      const db = { ...database, prisma: {} as UsersDatabase['prisma'] };
      return createUsers({
        db,
        jobs: { exists: async () => true },
        lifecycle: () => ({ insertReferring: async () => null }),
        issueToken: ({ username }) => username,
        loginFailureLimit,
      });
    },

    async remove(): Promise<void> {
      for (const { close } of databases) await close();
      await cluster.stop();
      rmSync(directory, { recursive: true });
    },
  };
}
