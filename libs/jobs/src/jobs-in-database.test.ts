import { randomUUID } from 'node:crypto';
import type { Company, Job, NewJob } from '@jobly/contracts';
import { problemOf } from '@jobly/database';
import { aSharedDatabase, preparedStatements } from '@jobly/database/fixtures';
import { anApp } from '@jobly/http-kit/fixtures';
import request from 'supertest';
import { PrismaClient } from './generated/prisma/client';
import { createJobs } from './jobs';
import { byEvents } from './lifecycle/by-events';
import { byForeignKeys } from './lifecycle/by-foreign-keys';
import { onCompanyEvents } from './lifecycle/on-company-events';
import { internalJobRoutes, jobRoutes } from './routes';
import { byPort } from './views/by-port';

const unique = () => `j-${randomUUID().slice(0, 13)}`;
const company = (handle: string): Company => ({
  handle,
  name: handle,
  description: '',
  numEmployees: null,
  logoUrl: null,
});

describe.each([
  ['monolith', byForeignKeys],
  ['jobs-service', byEvents(async () => true)],
] as const)('jobs in the database of the %s', (architecture, lifecycle) => {
  let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
  let api: ReturnType<typeof request>;
  let prepared: () => Promise<string[]>;

  /** The existing companies, wherever they are kept. */
  const present = new Set<string>();
  async function aCompany() {
    const handle = unique();
    present.add(handle);
    if (lifecycle === byForeignKeys) {
      await shared.run(`INSERT INTO companies (handle, name, description) VALUES ($1, $1, '')`, [handle]);
    }
    return handle;
  }

  beforeAll(async () => {
    shared = await aSharedDatabase(architecture);
    // A single connection, which knows every prepared statement.
    const database = shared.open('jobs', 1);
    prepared = () => preparedStatements(database);
    const db = { ...database, prisma: new PrismaClient({ adapter: database.adapter }) };
    const companies = {
      find: async (handle: string) => (present.has(handle) ? company(handle) : null),
      namesOf: async (handles: string[]) => Object.fromEntries(handles.map((handle) => [handle, `The ${handle}`])),
    };
    const jobs = createJobs({ db, companies, views: byPort(companies), lifecycle });
    const companyEvents = onCompanyEvents(db, async () => true);
    api = request(anApp([...jobRoutes(jobs), ...internalJobRoutes(jobs, companyEvents)], { translate: problemOf }));
  }, 60_000);
  afterAll(() => shared.remove(), 60_000);

  async function created(given: Partial<NewJob> = {}): Promise<Job> {
    const companyHandle = given.companyHandle ?? (await aCompany());
    const wanted = { title: 'Cook', salary: 1_000, equity: '0.25', ...given, companyHandle };
    const { body } = await api.post('/jobs').send(wanted);
    const { job } = body as { job: Job };
    expect(job).toEqual({ ...wanted, id: expect.any(Number) });
    return job;
  }
  const titlesFor = async (query: object) => {
    const { body } = await api.get('/jobs').query(query);
    return (body as { jobs: Job[] }).jobs.map(({ title }) => title);
  };

  it('are kept as they were given, and shown with their company', async () => {
    const full = await created();
    const sparse = await created({ salary: null, equity: null });
    for (const { companyHandle, ...summary } of [full, sparse]) {
      expect((await api.get(`/jobs/${summary.id}`)).body).toEqual({
        job: { ...summary, company: company(companyHandle) },
      });
    }
  });

  it('are only made for a company that is there', async () => {
    const wanted = { title: unique(), companyHandle: unique() };
    expect((await api.post('/jobs').send(wanted)).body).toEqual({
      error: { message: [`companyHandle names no company: ${wanted.companyHandle}`], status: 400 },
    });
    expect(await titlesFor({ title: wanted.title })).toEqual([]);
  });

  it('are changed in what is given, and in nothing else', async () => {
    const [job, untouched] = [await created(), await created()];
    const changes = { title: 'Chef', equity: '0.0000001' };
    expect((await api.patch(`/jobs/${job.id}`).send(changes)).body).toEqual({ job: { ...job, ...changes } });
    expect((await api.patch(`/jobs/${job.id}`).send({ equity: null })).body).toEqual({
      job: { ...job, title: 'Chef', equity: null },
    });
    expect((await api.get(`/jobs/${untouched.id}`)).body).toMatchObject({ job: { title: 'Cook', equity: '0.25' } });
  });

  it('are listed by title, by code point, then by id, a page at a time', async () => {
    const tag = unique();
    const first = await created({ title: `${tag} a` });
    for (const title of [`${tag} B`, `${tag} é`, `${tag} a`])
      await created({ title, companyHandle: first.companyHandle });
    const inOrder = [`${tag} B`, `${tag} a`, `${tag} a`, `${tag} é`];
    expect(await titlesFor({ title: tag })).toEqual(inOrder);
    expect(await titlesFor({ title: tag.toUpperCase(), limit: 2, offset: 1 })).toEqual(inOrder.slice(1, 3));
    const { body } = await api.get('/jobs').query({ title: `${tag} a` });
    const { jobs } = body as { jobs: Job[] };
    expect(jobs[0]).toEqual({ ...first, companyName: `The ${first.companyHandle}` });
    expect(jobs[1]!.id).toBeGreaterThan(first.id);
  });

  it('are found by a part of the title, by salary, and by whether there is equity', async () => {
    const tag = unique();
    const companyHandle = await aCompany();
    const wanted: [string, number | null, string | null][] = [
      ['a%', 9, '0'],
      ['b_', 10, null],
      ['c', 11, '0.1'],
      ['d', null, '1'],
    ];
    for (const [name, salary, equity] of wanted)
      await created({ title: `${tag} ${name}`, salary, equity, companyHandle });
    expect(await titlesFor({ title: tag, minSalary: 10 })).toEqual([`${tag} b_`, `${tag} c`]);
    expect(await titlesFor({ title: tag, hasEquity: true })).toEqual([`${tag} c`, `${tag} d`]);
    expect(await titlesFor({ title: tag, hasEquity: false })).toHaveLength(4);
    expect(await titlesFor({ title: tag, hasEquity: true, minSalary: 1 })).toEqual([`${tag} c`]);
    expect(await titlesFor({ title: `${tag} _` })).toEqual([]);
  });

  it('are gone when they are deleted, and no other is', async () => {
    const [gone, other] = [await created(), await created()];
    expect((await api.delete(`/jobs/${gone.id}`)).body).toEqual({ deleted: gone.id });
    const none = { error: { message: `No job: ${gone.id}`, status: 404 } };
    expect((await api.get(`/jobs/${gone.id}`)).body).toEqual(none);
    expect((await api.delete(`/jobs/${gone.id}`)).body).toEqual(none);
    expect((await api.patch(`/jobs/${gone.id}`).send({ title: 'Chef' })).body).toEqual(none);
    expect((await api.get(`/jobs/${other.id}`)).status).toBe(200);
  });

  it('answer their neighbours', async () => {
    const { companyHandle, ...first } = await created();
    const { companyHandle: _, ...second } = await created({ companyHandle, salary: null, equity: null });
    expect((await api.get(`/internal/companies/${companyHandle}/jobs`)).body).toEqual({ jobs: [first, second] });
    expect((await api.get(`/internal/companies/${unique()}/jobs`)).body).toEqual({ jobs: [] });
    expect((await api.get(`/internal/jobs/${first.id}/exists`)).body).toEqual({ exists: true });
    await api.delete(`/jobs/${first.id}`);
    expect((await api.get(`/internal/jobs/${first.id}/exists`)).body).toEqual({ exists: false });
  });

  it('are asked for by statements that are prepared, each under its own name', async () => {
    const { id, companyHandle } = await created();
    await api.get(`/jobs/${id}`);
    await titlesFor({});
    await titlesFor({ title: 'a', minSalary: 1, hasEquity: true });
    await api.get(`/internal/companies/${companyHandle}/jobs`);
    await api.get(`/internal/jobs/${id}/exists`);
    await api.delete(`/jobs/${id}`);
    const everywhere = ['insert-job', 'job-by-id', 'jobs', 'jobs-title-min-equity', 'jobs-of-company', 'job-exists'];
    const here = lifecycle === byForeignKeys ? ['delete-job'] : ['delete-job-with-event'];
    expect(await prepared()).toEqual(expect.arrayContaining([...everywhere, ...here]));
  });

  if (lifecycle !== byForeignKeys) {
    it('follow their company by statements that are prepared, too', async () => {
      const handle = await aCompany();
      await api.post('/internal/events/company-deleted').send({ eventId: randomUUID(), handle });
      const names = ['note-handled-event', 'delete-jobs-of-company-with-events'];
      expect(await prepared()).toEqual(expect.arrayContaining(names));
    });

    const events = async (id: number) => {
      const text = `SELECT topic, key, payload FROM outbox_events WHERE payload->'jobIds' @> to_jsonb($1::int)`;
      return shared.run(text, [id]);
    };

    it('leave an event when they are deleted, once', async () => {
      const { id } = await created();
      expect(await events(id)).toEqual([]);
      for (let i = 0; i < 2; i += 1) await api.delete(`/jobs/${id}`);
      expect(await events(id)).toEqual([{ topic: 'jobs-deleted', key: String(id), payload: { jobIds: [id] } }]);
    });

    it('follow their company, with one event for all of them', async () => {
      const { id, companyHandle } = await created();
      const other = await created({ companyHandle });
      const told = { eventId: randomUUID(), handle: companyHandle };
      expect((await api.post('/internal/events/company-deleted').send(told)).status).toBe(204);
      expect((await api.get(`/internal/companies/${companyHandle}/jobs`)).body).toEqual({ jobs: [] });
      const [event, ...more] = await events(id);
      expect(more).toEqual([]);
      expect(event).toEqual({ topic: 'jobs-deleted', key: String(id), payload: { jobIds: [id, other.id] } });
    });

    it('tell of very many in events of a thousand each', async () => {
      const handle = await aCompany();
      await shared.run(`INSERT INTO jobs (title, company_handle) SELECT 'Cook', $1 FROM generate_series(1, 1001)`, [
        handle,
      ]);
      const [last] = await shared.run<{ id: number }>('SELECT max(id) AS id FROM jobs WHERE company_handle = $1', [
        handle,
      ]);
      await api.post('/internal/events/company-deleted').send({ eventId: randomUUID(), handle });
      const first = last!.id - 1_000;
      const sizes = `SELECT jsonb_array_length(payload->'jobIds') AS size FROM outbox_events
                     WHERE key::int BETWEEN $1 AND $2 ORDER BY id`;
      const rows = await shared.run<{ size: number }>(sizes, [first, last!.id]);
      expect(rows.map(({ size }) => size).sort((one, other) => other - one)).toEqual([1_000, 1]);
    });
  } else {
    it('go along with their company', async () => {
      const { id, companyHandle } = await created();
      await shared.run('DELETE FROM companies WHERE handle = $1', [companyHandle]);
      expect((await api.get(`/internal/jobs/${id}/exists`)).body).toEqual({ exists: false });
    });
  }
});
