import { type Delivered, events } from '@jobly/contracts';
import { aSharedDatabase } from '@jobly/database/fixtures';
import type { CompaniesDatabase } from '../database';
import { companyRepository } from '../repository';
import { byEvents } from './by-events';
import type { CompanyLifecycle } from './lifecycle';

let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
let db: CompaniesDatabase;
let lifecycleWith: (delivered: Delivered) => CompanyLifecycle;
let lifecycle: CompanyLifecycle;
beforeAll(async () => {
  shared = await aSharedDatabase('companies-service');
  // A single connection: whoever held it while waiting would block everybody else.
  db = { ...shared.open('companies', 1), prisma: {} as CompaniesDatabase['prisma'] };
  lifecycleWith = (delivered) => byEvents(delivered)(db, companyRepository(db));
  lifecycle = lifecycleWith(async () => true);
}, 60_000);
afterAll(() => shared.remove(), 60_000);

const company = (handle: string) => ({ handle, name: handle, description: '', numEmployees: null, logoUrl: null });

describe('deleting a company', () => {
  it('records an event as the catalogue has it', async () => {
    await lifecycle.insert(company('acme'));
    expect(await lifecycle.remove('acme')).toBe(true);
    const [event] = await shared.run<{ topic: string; payload: unknown }>(
      `SELECT topic, payload FROM outbox_events WHERE key = 'acme'`,
    );
    expect(event!.topic).toBe('company-deleted');
    expect(events['company-deleted'].payload.strict().parse(event!.payload)).toEqual({ handle: 'acme' });
  });

  it('takes until its event is delivered, and holds no connection meanwhile', async () => {
    const [asked, answer] = [Promise.withResolvers<string[]>(), Promise.withResolvers<boolean>()];
    const { insert, remove } = lifecycleWith((eventIds) => {
      asked.resolve(eventIds);
      return answer.promise;
    });
    await insert(company('slow'));
    let isAnswered = false;
    const removed = remove('slow').finally(() => (isAnswered = true));
    const recorded = await shared.run<{ id: string }>(
      `SELECT event_id AS id FROM outbox_events WHERE key = 'slow' AND event_id = ANY ($1)`,
      [await asked.promise],
    );
    expect(recorded).toHaveLength(1);
    expect(await companyRepository(db).find('slow')).toBeNull();
    expect(isAnswered).toBe(false);
    answer.resolve(true);
    expect(await removed).toBe(true);
  });

  it('is done, and said to be, where its event is not delivered in time', async () => {
    const { insert, remove } = lifecycleWith(async () => false);
    await insert(company('stuck'));
    await expect(remove('stuck')).rejects.toMatchObject({
      kind: 'outcome-unknown',
      detail: 'The company is deleted; its jobs follow as soon as the jobs service can be told',
      retryAfter: undefined,
    });
    expect(await shared.run(`SELECT FROM companies WHERE handle = 'stuck'`)).toEqual([]);
    expect(await shared.run(`SELECT FROM outbox_events WHERE key = 'stuck'`)).toHaveLength(1);
  });

  it('that is not there records nothing', async () => {
    expect(await lifecycle.remove('nobody')).toBe(false);
    expect(await shared.run(`SELECT FROM outbox_events WHERE key = 'nobody'`)).toEqual([]);
  });

  it.each([
    ['waits', 'now()', null],
    ['is parked', "'infinity'", 'refused'],
  ])(
    'keeps its handle from being taken while its event %s',
    async (what, due, problem) => {
      const handle = `c-${what.replace(' ', '-')}`;
      await lifecycle.insert(company(handle));
      await lifecycle.remove(handle);
      await shared.run(
        `UPDATE outbox_events SET problem = $2::text, parked_at = CASE WHEN $2::text IS NOT NULL THEN now() END, next_attempt_at = ${due}
       WHERE key = $1`,
        [handle, problem],
      );
      await expect(lifecycle.insert(company(handle))).rejects.toMatchObject({ kind: 'unavailable' });
      await shared.run('DELETE FROM outbox_events WHERE key = $1', [handle]);
      expect(await lifecycle.insert(company(handle))).toEqual(company(handle));
    },
    30_000,
  );
});
