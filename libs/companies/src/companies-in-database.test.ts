import { randomUUID } from 'node:crypto';
import type { JobSummary, NewCompany } from '@jobly/contracts';
import { problemOf } from '@jobly/database';
import { aSharedDatabase, preparedStatements } from '@jobly/database/fixtures';
import { anApp } from '@jobly/http-kit/fixtures';
import request from 'supertest';
import { createCompanies } from './companies';
import { PrismaClient } from './generated/prisma/client';
import { byEvents } from './lifecycle/by-events';
import { byForeignKeys } from './lifecycle/by-foreign-keys';
import { companyRoutes, internalCompanyRoutes } from './routes';
import { byPort } from './views/by-port';

const unique = () => `c-${randomUUID().slice(0, 13)}`;
const aCompany = (given: Partial<NewCompany> = {}): NewCompany => {
  const handle = unique();
  return { handle, name: `Company ${handle}`, description: 'Anvils', numEmployees: 7, logoUrl: '/logo.png', ...given };
};
const jobs: JobSummary[] = [{ id: 7, title: 'Cook', salary: null, equity: '0.1' }];

describe.each([
  ['monolith', byForeignKeys],
  ['companies-service', byEvents(async () => true)],
] as const)('companies in the database of the %s', (architecture, lifecycle) => {
  let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
  let api: ReturnType<typeof request>;
  let prepared: () => Promise<string[]>;

  beforeAll(async () => {
    shared = await aSharedDatabase(architecture);
    // A single connection, which knows every prepared statement.
    const database = shared.open('companies', 1);
    prepared = () => preparedStatements(database);
    const db = { ...database, prisma: new PrismaClient({ adapter: database.adapter }) };
    const ofCompany = async (handle: string) => (handle.startsWith('c-') ? jobs : []);
    const companies = createCompanies({ db, views: byPort({ ofCompany }), lifecycle });
    api = request(anApp([...companyRoutes(companies), ...internalCompanyRoutes(companies)], { translate: problemOf }));
  }, 60_000);
  afterAll(() => shared.remove(), 60_000);

  const created = async (given?: Partial<NewCompany>) => {
    const company = aCompany(given);
    expect((await api.post('/companies').send(company)).body).toEqual({ company });
    return company;
  };
  const namesFor = async (query: object) => {
    const { body } = await api.get('/companies').query(query);
    return (body as { companies: { name: string }[] }).companies.map(({ name }) => name);
  };

  it('are kept as they were given, and shown with their jobs', async () => {
    const full = await created();
    const sparse = await created({ description: '', numEmployees: null, logoUrl: null });
    expect((await api.get(`/companies/${full.handle}`)).body).toEqual({ company: { ...full, jobs } });
    expect((await api.get(`/companies/${sparse.handle}`)).body).toEqual({ company: { ...sparse, jobs } });
  });

  it('have their handles and names to themselves', async () => {
    const { handle, name } = await created();
    const other = await created();
    const taken = { error: { message: 'There is a company with this handle or name already', status: 409 } };
    expect((await api.post('/companies').send(aCompany({ handle }))).body).toEqual(taken);
    expect((await api.post('/companies').send(aCompany({ name }))).body).toEqual(taken);
    expect((await api.patch(`/companies/${other.handle}`).send({ name })).body).toEqual(taken);
  });

  it('are changed in what is given, and in nothing else', async () => {
    const company = await created();
    const untouched = await created();
    const changes = { numEmployees: null, description: 'No anvils' };
    const path = `/companies/${company.handle}`;
    expect((await api.patch(path).send(changes)).body).toEqual({ company: { ...company, ...changes } });
    expect((await api.get(path)).body).toEqual({ company: { ...company, ...changes, jobs } });
    expect((await api.get(`/companies/${untouched.handle}`)).body).toEqual({ company: { ...untouched, jobs } });
  });

  it('are listed by name, by code point, a page at a time', async () => {
    const tag = unique();
    const names = [`${tag} a`, `${tag} B`, `${tag} é`, `${tag} Z`];
    for (const name of names) await created({ name });
    const inOrder = [`${tag} B`, `${tag} Z`, `${tag} a`, `${tag} é`];
    expect(await namesFor({ nameLike: tag })).toEqual(inOrder);
    expect(await namesFor({ nameLike: tag.toUpperCase(), limit: 2, offset: 1 })).toEqual(inOrder.slice(1, 3));
  });

  it('are found by a part of the name and by size', async () => {
    const tag = unique();
    for (const numEmployees of [1, 10, 100, null]) await created({ name: `${tag} ${numEmployees}%_`, numEmployees });
    expect(await namesFor({ nameLike: tag, minEmployees: 10 })).toEqual([`${tag} 10%_`, `${tag} 100%_`]);
    expect(await namesFor({ nameLike: tag, maxEmployees: 10 })).toEqual([`${tag} 1%_`, `${tag} 10%_`]);
    expect(await namesFor({ nameLike: tag, minEmployees: 2, maxEmployees: 99 })).toEqual([`${tag} 10%_`]);
    expect(await namesFor({ nameLike: `${tag} 1%` })).toEqual([`${tag} 1%_`]);
    expect(await namesFor({ nameLike: `${tag}_` })).toEqual([]);
  });

  it('are gone when they are deleted, and nobody else is', async () => {
    const [gone, other] = [await created(), await created()];
    expect((await api.delete(`/companies/${gone.handle}`)).body).toEqual({ deleted: gone.handle });
    const none = { error: { message: `No company: ${gone.handle}`, status: 404 } };
    expect((await api.get(`/companies/${gone.handle}`)).body).toEqual(none);
    expect((await api.delete(`/companies/${gone.handle}`)).body).toEqual(none);
    expect((await api.patch(`/companies/${gone.handle}`).send({ name: unique() })).body).toEqual(none);
    expect((await api.get(`/companies/${other.handle}`)).body).toEqual({ company: { ...other, jobs } });
  });

  it('answer their neighbours', async () => {
    const [one, other, gone] = [await created(), await created(), unique()];
    expect((await api.get(`/internal/companies/${one.handle}`)).body).toEqual({ company: one });
    expect((await api.get(`/internal/companies/${gone}`)).body).toEqual({ company: null });
    const handles = [one.handle, gone, other.handle];
    expect((await api.post('/internal/company-names').send({ handles })).body).toEqual({
      names: { [one.handle]: one.name, [other.handle]: other.name },
    });
  });

  it('are asked for by statements that are prepared, each under its own name', async () => {
    const { handle } = await created();
    await api.get(`/companies/${handle}`);
    await namesFor({});
    await namesFor({ nameLike: 'a', minEmployees: 1, maxEmployees: 9 });
    await api.post('/internal/company-names').send({ handles: [handle] });
    await api.delete(`/companies/${handle}`);
    const everywhere = ['insert-company', 'company-by-handle', 'companies', 'companies-like-min-max', 'company-names'];
    const here = lifecycle === byForeignKeys ? ['delete-company'] : ['pending-deletion', 'delete-company-with-event'];
    expect(await prepared()).toEqual(expect.arrayContaining([...everywhere, ...here]));
  });

  if (lifecycle !== byForeignKeys) {
    const pending = (handle: string) => shared.run('SELECT topic, payload FROM outbox_events WHERE key = $1', [handle]);

    it('leave an event when they are deleted, once', async () => {
      const { handle } = await created();
      expect(await pending(handle)).toEqual([]);
      await api.delete(`/companies/${handle}`);
      await api.delete(`/companies/${handle}`);
      expect(await pending(handle)).toEqual([{ topic: 'company-deleted', payload: { handle } }]);
    });

    it('may have a handle again once the event is delivered, and not before', async () => {
      const { handle } = await created();
      await api.delete(`/companies/${handle}`);
      const again = aCompany({ handle });
      const creating = api
        .post('/companies')
        .send(again)
        .then(({ body }) => body as unknown);
      // The creation is retried: its first attempt, before anything was delivered, left nothing.
      expect((await api.get(`/companies/${handle}`)).status).toBe(404);
      await shared.run('DELETE FROM outbox_events WHERE key = $1', [handle]);
      expect(await creating).toEqual({ company: again });
    });

    it('may not have a handle whose event is not delivered for seconds, and are told so', async () => {
      const { handle } = await created();
      await api.delete(`/companies/${handle}`);
      const refusal = await api.post('/companies').send(aCompany({ handle }));
      expect(refusal.status).toBe(503);
      expect(refusal.body).toMatchObject({
        error: { message: expect.stringMatching(/^A handle deleted a moment ago/) },
      });
      expect((await api.get(`/companies/${handle}`)).status).toBe(404);
    });
  }
});
