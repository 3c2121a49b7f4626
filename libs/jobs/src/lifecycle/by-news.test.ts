import { randomUUID } from 'node:crypto';
import { aSharedDatabase } from './replicas.fixture';

let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
beforeAll(async () => {
  shared = await aSharedDatabase();
}, 60_000);
afterAll(() => shared.remove(), 60_000);

const unique = () => `c-${randomUUID().slice(0, 13)}`;

/** The news of deleted jobs that waits for the users service. */
const newsOfJobs = async () => (await shared.run(`SELECT FROM outbox_events WHERE topic = 'jobs-deleted'`)).length;

describe('the news that a company is gone', () => {
  it('takes its jobs along, and nobody else’s', async () => {
    const [gone, other] = [unique(), unique()];
    for (const handle of [gone, gone, other]) await shared.addJob(handle);
    await shared.replica().companyDeleted(randomUUID(), gone);
    expect([await shared.jobsOf(gone), await shared.jobsOf(other)]).toEqual([0, 1]);
  });

  it('does nothing when another replica, which stood still, comes to it late', async () => {
    const [handle, newsId] = [unique(), randomUUID()];
    const thawing = Promise.withResolvers<undefined>();
    const late = shared.replica(thawing.promise).companyDeleted(newsId, handle);
    await shared.addJob(handle);
    await shared.replica().companyDeleted(newsId, handle);
    expect(await shared.jobsOf(handle)).toBe(0);
    // By now the handle is another company's, which has a job.
    await shared.addJob(handle);
    thawing.resolve(undefined);
    await late;
    expect(await shared.jobsOf(handle)).toBe(1);
  });

  it('is handled once by many who hear it at the same time', async () => {
    const [handle, newsId] = [unique(), randomUUID()];
    await shared.addJob(handle);
    const before = await newsOfJobs();
    await Promise.all(Array.from({ length: 4 }, () => shared.replica().companyDeleted(newsId, handle)));
    expect(await newsOfJobs()).toBe(before + 1);
  });

  it('is handled again where it was not handled to the end', async () => {
    const [handle, newsId] = [unique(), randomUUID()];
    await shared.addJob(handle);
    await shared.run('ALTER TABLE outbox_events RENAME TO out_of_order');
    await expect(shared.replica().companyDeleted(newsId, handle)).rejects.toThrow('outbox_events');
    await shared.run('ALTER TABLE out_of_order RENAME TO outbox_events');
    await shared.replica().companyDeleted(newsId, handle);
    expect(await shared.jobsOf(handle)).toBe(0);
  });

  it('of the same handle once more is news', async () => {
    const handle = unique();
    for (let i = 0; i < 2; i += 1) {
      await shared.addJob(handle);
      await shared.replica().companyDeleted(randomUUID(), handle);
      expect(await shared.jobsOf(handle)).toBe(0);
    }
  });

  it('is remembered for 30 days', async () => {
    const past = Array.from({ length: 4 }, () => randomUUID());
    for (const newsId of past) await shared.replica().companyDeleted(newsId, unique());
    const [young, ...old] = past;
    const age = `UPDATE handled_news SET handled_at = now() - $2::interval WHERE id = ANY ($1)`;
    await shared.run(age, [old, '30 days']);
    await shared.run(age, [[young], '29 days']);
    for (let i = 0; i < 2; i += 1) await shared.replica().companyDeleted(randomUUID(), unique());
    expect(await shared.run('SELECT id FROM handled_news WHERE id = ANY ($1)', [past])).toEqual([{ id: young }]);
  });
});
