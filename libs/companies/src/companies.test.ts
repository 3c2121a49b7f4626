import type { Company, JobBoard } from '@jobly/contracts';
import type { Sql } from '@jobly/database';
import { createCompanies } from './companies';
import type { CompaniesDatabase } from './database';
import { byPort } from './views/by-port';

const acme: Company = { handle: 'acme', name: 'Acme', description: '', numEmployees: null, logoUrl: null };
const jobs = [{ id: 7, title: 'Cook', salary: null, equity: null }];

interface Fake {
  rows?: Company[];
  /** The database's error for any write. */
  trouble?: Error;
  ofCompany?: JobBoard['ofCompany'];
}

/** The companies module over a database that returns these rows. */
function companiesOver({ rows = [], trouble, ofCompany = async () => jobs }: Fake) {
  const sql = (async () => rows) as Sql;
  const written: unknown[] = [];
  const write = async <T>(what: unknown, result: T) => {
    if (trouble) throw trouble;
    written.push(what);
    return result;
  };
  const updateManyAndReturn = (change: unknown) => write(change, rows);
  const company = { updateManyAndReturn } as unknown as CompaniesDatabase['prisma']['company'];
  const companies = createCompanies({
    db: { sql, transaction: (work) => work(sql), prisma: { company } },
    views: byPort({ ofCompany }),
    lifecycle: () => ({ insert: (company) => write(company, company), remove: async () => rows.length > 0 }),
  });
  return { companies, written };
}

const noSuchCompany = { kind: 'not-found', detail: 'No company: acme' };
const duplicate = Object.assign(new Error('violated'), { code: '23505', constraint: 'companies_name_key' });
const taken = { kind: 'conflict', detail: 'There is a company with this handle or name already' };

describe('a company', () => {
  it('is shown with its jobs', async () => {
    const { companies } = companiesOver({ rows: [acme] });
    expect(await companies.detail('acme')).toEqual({ ...acme, jobs });
  });

  it('that is not there is not there, whatever jobs say of it', async () => {
    await expect(companiesOver({}).companies.detail('acme')).rejects.toMatchObject(noSuchCompany);
  });

  it('is not shown without its jobs while they are out of reach', async () => {
    const outage = new Error('unavailable');
    const { companies } = companiesOver({ rows: [acme], ofCompany: () => Promise.reject(outage) });
    await expect(companies.detail('acme')).rejects.toBe(outage);
  });

  it('is not changed by nothing', async () => {
    const { companies, written } = companiesOver({ rows: [acme] });
    await expect(companies.update('acme', {})).rejects.toMatchObject({ kind: 'invalid', detail: 'No data' });
    expect(written).toEqual([]);
  });

  it('has its handle and its name to itself', async () => {
    const { companies } = companiesOver({ rows: [acme], trouble: duplicate });
    await expect(companies.create(acme)).rejects.toMatchObject(taken);
    await expect(companies.update('acme', { name: 'Bolt' })).rejects.toMatchObject(taken);
  });

  it('is not taken by other trouble', async () => {
    const trouble = new Error('connection lost');
    await expect(companiesOver({ trouble }).companies.create(acme)).rejects.toBe(trouble);
  });

  it('that is not there can be neither changed nor deleted', async () => {
    await expect(companiesOver({}).companies.update('acme', { name: 'Bolt' })).rejects.toMatchObject(noSuchCompany);
    await expect(companiesOver({}).companies.remove('acme')).rejects.toMatchObject(noSuchCompany);
  });
});

describe('the names of companies', () => {
  it('come by handle, and only where there are any', async () => {
    const { companies } = companiesOver({ rows: [acme, { ...acme, handle: 'bolt', name: 'Bolt' }] });
    expect(await companies.namesOf(['acme', 'bolt', 'gone'])).toEqual({ acme: 'Acme', bolt: 'Bolt' });
  });
});
