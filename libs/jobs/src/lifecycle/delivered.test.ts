import { randomUUID } from 'node:crypto';
import type { Delivered } from '@jobly/contracts';
import { aSharedDatabase } from '@jobly/database/fixtures';
import type { JobsDatabase } from '../database';
import { jobRepository } from '../repository';
import { byEvents } from './by-events';
import { onCompanyEvents } from './on-company-events';

let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
let db: JobsDatabase;
beforeAll(async () => {
  shared = await aSharedDatabase('jobs-service');
  // A single connection: whoever held it while waiting would block everybody else.
  db = { ...shared.open('jobs', 1), prisma: {} as JobsDatabase['prisma'] };
}, 60_000);
afterAll(() => shared.remove(), 60_000);

async function aJob() {
  const handle = `c-${randomUUID().slice(0, 13)}`;
  const text = `INSERT INTO jobs (title, company_handle) VALUES ('Cook', $1) RETURNING id`;
  const [job] = await shared.run<{ id: number }>(text, [handle]);
  return { id: job!.id, handle };
}
type Doomed = Awaited<ReturnType<typeof aJob>>;

const companies = { find: async () => null, namesOf: async () => ({}) };
const remove = (delivered: Delivered, { id }: Doomed) => byEvents(delivered)(db, companies).remove(id);
const follow = (delivered: Delivered, { handle }: Doomed) =>
  onCompanyEvents(db, delivered)['company-deleted']({ handle }, randomUUID());

const eventsOf = async ({ id }: Doomed) => {
  const text = `SELECT event_id AS id FROM outbox_events WHERE payload->'jobIds' @> to_jsonb($1::int)`;
  return (await shared.run<{ id: string }>(text, [id])).map((event) => event.id);
};

describe.each([
  ['the deletion of a job', remove],
  ['the event that its company was deleted', follow],
])('%s', (_what, act: (delivered: Delivered, job: Doomed) => Promise<unknown>) => {
  it('takes until the users service is told, and holds no connection meanwhile', async () => {
    const job = await aJob();
    const [asked, answer] = [Promise.withResolvers<string[]>(), Promise.withResolvers<boolean>()];
    const delivered: Delivered = (eventIds) => {
      asked.resolve(eventIds);
      return answer.promise;
    };
    let isOver = false;
    const acting = act(delivered, job).finally(() => (isOver = true));
    expect(await asked.promise).toEqual(await eventsOf(job));
    expect(await jobRepository(db).find(job.id)).toBeNull();
    expect(isOver).toBe(false);
    answer.resolve(true);
    await acting;
  });
});

describe('while the users service cannot be told', () => {
  const untold = async () => false;

  it('a job is deleted, and said to be', async () => {
    const job = await aJob();
    await expect(remove(untold, job)).rejects.toMatchObject({
      kind: 'outcome-unknown',
      detail: 'The job is deleted; the applications to it follow as soon as the users service can be told',
      retryAfter: undefined,
    });
    expect(await jobRepository(db).find(job.id)).toBeNull();
    expect(await eventsOf(job)).toHaveLength(1);
  });

  it('the jobs of a deleted company follow it all the same', async () => {
    const job = await aJob();
    await follow(untold, job);
    expect(await jobRepository(db).find(job.id)).toBeNull();
    expect(await eventsOf(job)).toHaveLength(1);
  });
});
