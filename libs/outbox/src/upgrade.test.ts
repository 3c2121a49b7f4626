import { aSharedDatabase } from '@jobly/database/fixtures';
import { pino } from 'pino';
import { createOutbox } from './outbox';

const log = pino({ level: 'silent' });

describe('events recorded before events had their name', () => {
  let database: Awaited<ReturnType<typeof aSharedDatabase>>;
  afterEach(() => database.remove());

  it('are delivered after the upgrade, under the ids they had and in their order', async () => {
    database = await aSharedDatabase('companies-service', { before: '20261125154200_name_events' });
    const recorded = await database.run<{ id: string; handle: string }>(
      `INSERT INTO outbox_events (topic, key, payload, attempts)
       SELECT 'company-deleted', handle, jsonb_build_object('handle', handle, 'newsId', gen_random_uuid()), attempts
       FROM (VALUES ('acme', 0), ('bolt', 40)) AS gone (handle, attempts)
       RETURNING news_id AS id, key AS handle`,
    );
    await database.upgrade();

    const delivered: unknown[] = [];
    const outbox = createOutbox({
      producer: 'companies',
      url: database.url,
      database: database.open(),
      deliveries: {
        'company-deleted': async (payload, id) => void delivered.push({ id, ...payload }),
        'company-changed': async () => {},
      },
      log,
    });
    await outbox.start();
    while (delivered.length < recorded.length) await new Promise(setImmediate);
    await outbox.stop();
    expect(delivered).toEqual(recorded);
  });

  it('are recorded by a process of the version before, and delivered by one of this', async () => {
    database = await aSharedDatabase('jobs-service');
    // The old version's statement names neither the id nor the columns for parking.
    await database.run(
      `INSERT INTO outbox_events (topic, key, payload) VALUES ('jobs-deleted', '7', '{"jobIds": [7, 8]}')`,
    );
    const delivered: unknown[] = [];
    const outbox = createOutbox({
      producer: 'jobs',
      url: database.url,
      database: database.open(),
      deliveries: { 'jobs-deleted': async ({ jobIds }) => void delivered.push(jobIds), 'job-changed': async () => {} },
      log,
    });
    await outbox.start();
    while (delivered.length === 0) await new Promise(setImmediate);
    await outbox.stop();
    expect(delivered).toEqual([[7, 8]]);
  });

  it('were handled once, and still are not handled again', async () => {
    database = await aSharedDatabase('jobs-service', { before: '20261125154200_name_events' });
    const [handled] = await database.run<{ id: string }>(
      'INSERT INTO handled_news (id) VALUES (gen_random_uuid()) RETURNING id',
    );
    await database.upgrade();
    expect(await database.run('SELECT event_id AS id FROM inbox')).toEqual([handled]);
  });
});
