import { randomUUID } from 'node:crypto';
import { aSharedDatabase } from '@jobly/database/fixtures';
import type { UsersDatabase } from '../database';
import { insertApplication } from '../repository';
import { byEvents, onJobEvents } from './by-events';

let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
beforeAll(async () => {
  shared = await aSharedDatabase('users-service');
  await shared.run(`INSERT INTO users (username, password_hash, first_name, last_name, email)
                    VALUES ('ada', '$argon2id$', 'Ada', 'Lovelace', 'ada@example.com')`);
}, 60_000);
afterAll(() => shared.remove(), 60_000);

/** One more process. */
const replica = (): UsersDatabase => ({ ...shared.open(), prisma: {} as UsersDatabase['prisma'] });

describe('the event that jobs were deleted', () => {
  it('takes an application along that is being made while it is handled', async () => {
    const asked = Promise.withResolvers<undefined>();
    const answer = Promise.withResolvers<boolean>();
    const exists = () => {
      asked.resolve(undefined);
      return answer.promise;
    };
    const applied = byEvents(replica(), { exists }).insertReferring(
      7,
      insertApplication({ username: 'ada', account: null }, 7),
    );
    await asked.promise;
    const handled = onJobEvents(replica())['jobs-deleted']({ jobIds: [6, 7] }, randomUUID());
    await shared.lockAwaited(handled);
    answer.resolve(true);
    expect(await applied).toEqual({ jobId: 7 });
    await handled;
    expect(await shared.run('SELECT job_id FROM applications')).toEqual([]);
  });
});
