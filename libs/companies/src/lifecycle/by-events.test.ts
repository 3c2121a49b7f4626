import { events } from '@jobly/contracts';
import { aSharedDatabase } from '@jobly/database/fixtures';
import type { CompaniesDatabase } from '../database';
import { companyRepository } from '../repository';
import { byEvents } from './by-events';

let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
let lifecycle: ReturnType<typeof byEvents>;
beforeAll(async () => {
  shared = await aSharedDatabase('companies-service');
  const db: CompaniesDatabase = { ...shared.open(), prisma: {} as CompaniesDatabase['prisma'] };
  lifecycle = byEvents(db, companyRepository(db));
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
