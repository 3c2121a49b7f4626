import { aSharedDatabase } from '../shared-database.fixture';

const BEFORE_ACCOUNTS = '20261130181000';

it.each(['monolith', 'users-service'] as const)(
  'The users of %s from before there were accounts get one each, and their passwords a first version',
  async (app) => {
    const { run, upgrade, remove } = await aSharedDatabase(app, { before: BEFORE_ACCOUNTS });
    try {
      for (const name of ['ada', 'bob']) {
        await run(
          `INSERT INTO users (username, password_hash, first_name, last_name, email)
           VALUES ($1, '$argon2id$', 'A', 'B', 'a@example.com')`,
          [name],
        );
      }
      await upgrade();
      const rows = await run<{ account: string; version: number }>(
        'SELECT account, password_version AS version FROM users',
      );
      expect(new Set(rows.map(({ account }) => account)).size).toBe(2);
      expect(rows.map(({ version }) => version)).toEqual([1, 1]);
    } finally {
      await remove();
    }
  },
  60_000,
);
