import { type SharedRow, events } from '@jobly/contracts';
import { aSharedDatabase } from '@jobly/database/fixtures';

type Shared = Awaited<ReturnType<typeof aSharedDatabase>>;

let companiesService: Shared;
let jobsService: Shared;
beforeAll(async () => {
  [companiesService, jobsService] = await Promise.all([
    aSharedDatabase('companies-service'),
    aSharedDatabase('jobs-service'),
  ]);
}, 60_000);
afterEach(async () => {
  await companiesService.run('TRUNCATE companies, outbox_events');
  await jobsService.run('TRUNCATE jobs, outbox_events');
});
afterAll(() => Promise.all([companiesService.remove(), jobsService.remove()]), 60_000);

/** The rows of the recorded events; the catalogue has to take each. */
async function recorded(
  shared: Shared,
  topic: 'company-changed' | 'job-changed',
): Promise<SharedRow<unknown, unknown>[][]> {
  const found = await shared.run<{ topic: string; payload: unknown }>(
    'SELECT topic, payload FROM outbox_events ORDER BY id',
  );
  return found.map((event) => {
    expect(event.topic).toBe(topic);
    return events[topic].payload.parse(event.payload).rows;
  });
}

const sqlOf = (shared: Shared, recordsChanges: boolean) => {
  const { sql } = shared.open('owner', 1, recordsChanges);
  return (text: string) => sql({ name: '', text, values: [] });
};

const COMPANY = `INSERT INTO companies VALUES ('acme', 'Acme', '', 7, '/acme.png')`;
const JOBS = `INSERT INTO jobs (title, equity, company_handle) SELECT 'Cook', 0.10, 'acme' FROM generate_series(1, 1100)`;

describe('a process whose neighbours follow', () => {
  it('records each state of a company with a version above the one before, also of another with its handle', async () => {
    const run = sqlOf(companiesService, true);
    await run(COMPANY);
    await run(`UPDATE companies SET name = 'Bolt', logo_url = NULL`);
    await run('DELETE FROM companies');
    await run(COMPANY);
    const states = (await recorded(companiesService, 'company-changed')).flat();
    const acme = { handle: 'acme', name: 'Acme', description: '', numEmployees: 7, logoUrl: '/acme.png' };
    const contents = [acme, { ...acme, name: 'Bolt', logoUrl: null }, null, acme];
    expect(states).toEqual(contents.map((content) => ({ key: 'acme', version: expect.any(Number), content })));
    const versions = states.map(({ version }) => version);
    expect(new Set(versions).size).toBe(4);
    expect(versions.toSorted((a, b) => a - b)).toEqual(versions);
  });

  it('records created and changed jobs one by one, and deleted ones by the thousand', async () => {
    const run = sqlOf(jobsService, true);
    await run(JOBS);
    const created = await recorded(jobsService, 'job-changed');
    expect(created.map((rows) => rows.length)).toEqual(Array.from({ length: 1_100 }, () => 1));
    expect(created[0]![0]!.content).toMatchObject({
      title: 'Cook',
      salary: null,
      equity: '0.10',
      companyHandle: 'acme',
    });
    await run('TRUNCATE outbox_events');
    await run('DELETE FROM jobs');
    const deleted = await recorded(jobsService, 'job-changed');
    expect(deleted.map((rows) => rows.length)).toEqual([1_000, 100]);
    const before = new Map(created.flat().map(({ key, version }) => [key, version]));
    for (const { key, version, content } of deleted.flat()) {
      expect(content).toBeNull();
      expect(version).toBeGreaterThan(before.get(key)!);
    }
  });

  it('records nothing for a change that fails', async () => {
    const run = sqlOf(companiesService, true);
    await run(COMPANY);
    await expect(run(COMPANY)).rejects.toThrow('duplicate');
    await run('DELETE FROM companies WHERE false');
    expect(await recorded(companiesService, 'company-changed')).toHaveLength(1);
  });
});

describe('a process whose neighbours do not follow', () => {
  it('records nothing', async () => {
    for (const [shared, insert, table] of [
      [companiesService, COMPANY, 'companies'],
      [jobsService, JOBS, 'jobs'],
    ] as const) {
      const run = sqlOf(shared, false);
      for (const text of [insert, `UPDATE ${table} SET idempotency_key = NULL`, `DELETE FROM ${table}`])
        await run(text);
      expect(await shared.run('SELECT FROM outbox_events')).toEqual([]);
    }
  });
});

describe('a database made anew', () => {
  it('goes on above the versions of the one it replaces', async () => {
    await companiesService.run(COMPANY);
    const [row] = await companiesService.run<{ version: string }>('SELECT version FROM companies');
    // Its first version is the time at which it was made, in microseconds.
    expect(Number(row!.version) / 1_000).toBeGreaterThan(Date.now() - 3_600_000);
  });
});
