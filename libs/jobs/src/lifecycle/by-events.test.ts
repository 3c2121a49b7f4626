import { randomUUID } from 'node:crypto';
import { type Company, events } from '@jobly/contracts';
import { aSharedJobsDatabase } from './replicas.fixture';

let shared: Awaited<ReturnType<typeof aSharedJobsDatabase>>;
beforeAll(async () => {
  shared = await aSharedJobsDatabase();
}, 60_000);
afterAll(() => shared.remove(), 60_000);

const unique = () => `c-${randomUUID().slice(0, 13)}`;

/** The number of `jobs-deleted` events that wait for the users service. */
const eventsOfJobs = async () => (await shared.run(`SELECT FROM outbox_events WHERE topic = 'jobs-deleted'`)).length;

describe('the event that a company was deleted', () => {
  it('takes its jobs along, and nobody else’s', async () => {
    const [gone, other] = [unique(), unique()];
    for (const handle of [gone, gone, other]) await shared.addJob(handle);
    await shared.replica()['company-deleted']({ handle: gone }, randomUUID());
    expect([await shared.jobsOf(gone), await shared.jobsOf(other)]).toEqual([0, 1]);
  });

  it('is followed by one about its jobs, as the catalogue has it', async () => {
    const handle = unique();
    const added = await shared.addJob(handle);
    await shared.replica()['company-deleted']({ handle }, randomUUID());
    const [event] = await shared.run<{ topic: string; payload: unknown }>(
      'SELECT topic, payload FROM outbox_events ORDER BY id DESC LIMIT 1',
    );
    expect(event!.topic).toBe('jobs-deleted');
    expect(events['jobs-deleted'].payload.strict().parse(event!.payload)).toEqual({ jobIds: added });
  });

  it('does nothing when another replica, which stood still, comes to it late', async () => {
    const [handle, eventId] = [unique(), randomUUID()];
    const thawing = Promise.withResolvers<undefined>();
    const late = shared.replica(thawing.promise)['company-deleted']({ handle }, eventId);
    await shared.addJob(handle);
    await shared.replica()['company-deleted']({ handle }, eventId);
    expect(await shared.jobsOf(handle)).toBe(0);
    // Meanwhile another company has taken the handle and has a job.
    await shared.addJob(handle);
    thawing.resolve(undefined);
    await late;
    expect(await shared.jobsOf(handle)).toBe(1);
  });

  it('takes a job along that is being created while it is handled', async () => {
    const handle = unique();
    const asked = Promise.withResolvers<undefined>();
    const answer = Promise.withResolvers<Company>();
    const created = shared.createJob(handle, () => {
      asked.resolve(undefined);
      return answer.promise;
    });
    await asked.promise;
    const handled = shared.replica()['company-deleted']({ handle }, randomUUID());
    await shared.lockAwaited(handled);
    answer.resolve({ handle, name: handle, description: '', numEmployees: null, logoUrl: null });
    expect(await created).toMatchObject({ companyHandle: handle });
    await handled;
    expect(await shared.jobsOf(handle)).toBe(0);
  });

  it('is handled once by many who hear it at the same time', async () => {
    const [handle, eventId] = [unique(), randomUUID()];
    await shared.addJob(handle);
    const before = await eventsOfJobs();
    await Promise.all(Array.from({ length: 4 }, () => shared.replica()['company-deleted']({ handle }, eventId)));
    expect(await eventsOfJobs()).toBe(before + 1);
  });

  it('is handled again where it was not handled to the end', async () => {
    const [handle, eventId] = [unique(), randomUUID()];
    await shared.addJob(handle);
    await shared.run('ALTER TABLE outbox_events RENAME TO out_of_order');
    await expect(shared.replica()['company-deleted']({ handle }, eventId)).rejects.toThrow('outbox_events');
    await shared.run('ALTER TABLE out_of_order RENAME TO outbox_events');
    await shared.replica()['company-deleted']({ handle }, eventId);
    expect(await shared.jobsOf(handle)).toBe(0);
  });

  it('takes effect again when the same handle is deleted again, as another event', async () => {
    const handle = unique();
    for (let i = 0; i < 2; i += 1) {
      await shared.addJob(handle);
      await shared.replica()['company-deleted']({ handle }, randomUUID());
      expect(await shared.jobsOf(handle)).toBe(0);
    }
  });

  it('is remembered for 30 days', async () => {
    const past = Array.from({ length: 4 }, () => randomUUID());
    for (const eventId of past) await shared.replica()['company-deleted']({ handle: unique() }, eventId);
    const [young, ...old] = past;
    const age = `UPDATE inbox SET handled_at = now() - $2::interval WHERE event_id = ANY ($1)`;
    await shared.run(age, [old, '30 days']);
    await shared.run(age, [[young], '29 days']);
    for (let i = 0; i < 2; i += 1) await shared.replica()['company-deleted']({ handle: unique() }, randomUUID());
    expect(await shared.run('SELECT event_id FROM inbox WHERE event_id = ANY ($1)', [past])).toEqual([
      { event_id: young },
    ]);
  });
});
