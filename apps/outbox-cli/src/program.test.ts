import { aSharedDatabase } from '@jobly/database/fixtures';
import { Refusal } from './find';
import { createProgram } from './program';

type Shared = Awaited<ReturnType<typeof aSharedDatabase>>;
let companies: Shared;
let jobs: Shared;
beforeAll(async () => {
  [companies, jobs] = await Promise.all([aSharedDatabase('companies-service'), aSharedDatabase('jobs-service')]);
}, 120_000);
afterEach(() => Promise.all([companies, jobs].map(({ run }) => run('TRUNCATE outbox_events'))));
afterAll(() => Promise.all([companies, jobs].map(({ remove }) => remove())), 60_000);

/** The output of a command. */
async function outbox(...args: string[]): Promise<string> {
  const printed: string[] = [];
  const env = { COMPANIES_DATABASE_URL: companies.url, JOBS_DATABASE_URL: jobs.url };
  await createProgram(env, (text) => printed.push(text)).parseAsync(args, { from: 'user' });
  return printed.join('\n');
}

/** Records an event, parked if it has a problem. */
async function record({ run }: Shared, { topic = 'company-deleted', key = 'acme', problem = '', id = '' } = {}) {
  const text = `
    INSERT INTO outbox_events (event_id, topic, key, payload, attempts, problem, parked_at, next_attempt_at)
    SELECT coalesce(nullif($4, '')::uuid, gen_random_uuid()), $1, $2, jsonb_build_object('handle', $2::text), 3, reason,
           CASE WHEN reason IS NOT NULL THEN now() END, CASE WHEN reason IS NULL THEN now() ELSE 'infinity' END
    FROM (SELECT nullif($3, '') AS reason) AS given
    RETURNING event_id AS id`;
  const [row] = await run<{ id: string }>(text, [topic, key, problem, id]);
  return row!.id;
}

const states = async ({ run }: Shared) =>
  run(
    `SELECT key, attempts, parked_at IS NOT NULL AS parked, next_attempt_at <= now() AS due FROM outbox_events ORDER BY id`,
  );

describe('list', () => {
  it('shows the events of all services, parked ones first and with the reason', async () => {
    await record(companies, { key: 'waits' });
    const id = await record(jobs, { topic: 'jobs-deleted', key: '7', problem: 'The consumer answered 400' });
    const text = await outbox('list');
    expect(text).toMatch(new RegExp(`${id.slice(0, 8)}.* jobs .*jobs-deleted.*parked[^]*companies.*waits.*waiting`));
    expect(text).toContain(`${id.slice(0, 8)}  The consumer answered 400`);
    expect(text).toContain('1 parked, 1 waiting.');
  });

  it('says so where there is nothing', async () => {
    expect(await outbox('list')).toBe('0 parked, 0 waiting.');
    expect(JSON.parse(await outbox('list', '--json'))).toEqual({ events: [] });
  });

  it('gives programs everything there is to know', async () => {
    const id = await record(companies, { problem: 'odd' });
    expect(JSON.parse(await outbox('list', '--json'))).toEqual({
      events: [
        {
          service: 'companies',
          eventId: id,
          topic: 'company-deleted',
          key: 'acme',
          payload: { handle: 'acme' },
          attempts: 3,
          recordedAt: expect.any(String),
          parkedAt: expect.any(String),
          problem: 'odd',
        },
      ],
    });
  });
});

describe('retry', () => {
  it('makes the parked events due that were named, by the beginning of their ids', async () => {
    const id = await record(companies, { problem: 'odd' });
    await record(companies, { key: 'bolt', problem: 'odd' });
    expect(await outbox('retry', id.slice(0, 8).toUpperCase())).toContain('is due again');
    expect(await states(companies)).toEqual([
      { key: 'acme', attempts: 0, parked: false, due: true },
      { key: 'bolt', attempts: 3, parked: true, due: false },
    ]);
  });

  it('makes all of them due', async () => {
    await record(companies, { problem: 'odd' });
    await record(jobs, { topic: 'jobs-deleted', problem: 'odd' });
    expect(JSON.parse(await outbox('retry', '--all', '--json'))).toMatchObject({
      retried: [{ service: 'companies' }, { service: 'jobs' }],
    });
    expect(await outbox('retry', '--all')).toBe('No event is parked.');
  });

  it('does nothing at all where one of them is not there', async () => {
    const id = await record(companies, { problem: 'odd' });
    await expect(outbox('retry', id, 'ffffffff-ffff')).rejects.toThrow('No event begins with "ffffffff-ffff"');
    expect(await states(companies)).toMatchObject([{ parked: true }]);
  });

  it('asks for more of an id that two begin with, even in two services', async () => {
    await record(companies, { problem: 'odd', id: 'abcd0000-0000-4000-8000-000000000001' });
    await record(jobs, { problem: 'odd', id: 'abcd0000-0000-4000-8000-000000000002' });
    await expect(outbox('retry', 'abcd')).rejects.toThrow('More than one event begins with "abcd"');
  });
});

describe('drop', () => {
  it('removes a parked event, and says what stays undone', async () => {
    const id = await record(companies, { problem: 'odd' });
    expect(await outbox('drop', id)).toContain('{"handle":"acme"}');
    expect(await states(companies)).toEqual([]);
  });

  it('removes an event of a topic that nobody knows, also where it keeps its service from starting', async () => {
    const id = await record(jobs, { topic: 'job-renamed' });
    await outbox('drop', id);
    expect(await states(jobs)).toEqual([]);
  });

  it.each(['drop', 'retry'])('and retry leave what is still being delivered: %s', async (command) => {
    const id = await record(companies);
    await expect(outbox(command, id)).rejects.toThrow(Refusal);
    expect(await states(companies)).toMatchObject([{ key: 'acme', due: true }]);
  });
});

describe('without a database', () => {
  it('says what to do', async () => {
    const program = createProgram({}, () => {});
    const attempt = program.parseAsync(['list', '--data', '/nowhere'], { from: 'user' });
    await expect(attempt).rejects.toThrow(/No stack runs on \/nowhere.*npm start.*COMPANIES_DATABASE_URL/);
  });

  it('names the one that cannot be used, and no password', async () => {
    const url = 'postgresql://me:secret@127.0.0.1:1/jobly';
    const program = createProgram({ COMPANIES_DATABASE_URL: url, JOBS_DATABASE_URL: url }, () => {});
    const attempt = program.parseAsync(['list'], { from: 'user' });
    await expect(attempt).rejects.toThrow('Cannot use the PostgreSQL database "jobly" at 127.0.0.1:1');
    await expect(attempt).rejects.not.toThrow('secret');
  });
});
