import type { Company, CompanyDirectory, Job } from '@jobly/contracts';
import type { InsertReferring, Sql } from '@jobly/database';
import type { JobsDatabase } from './database';
import { createJobs } from './jobs';
import { byPort } from './views/by-port';

const acme: Company = { handle: 'acme', name: 'Acme', description: '', numEmployees: null, logoUrl: null };
const job = (id: number, companyHandle: string): Job => ({
  id,
  title: 'Cook',
  salary: 1,
  equity: '0.1',
  companyHandle,
});
const everything = { hasEquity: false, limit: 1_000, offset: 0 };

interface Fake {
  rows?: unknown[];
  companies?: Partial<CompanyDirectory>;
  insertReferring?: InsertReferring<string>;
}

/** The jobs module over a database that returns these rows. */
function jobsOver({ rows = [], companies = {}, insertReferring = async () => null }: Fake) {
  const sql = (async () => rows) as Sql;
  const written: unknown[] = [];
  const updateManyAndReturn = async (change: unknown) => {
    written.push(change);
    return rows;
  };
  const db = {
    sql,
    transaction: (work) => work(sql),
    prisma: { job: { updateManyAndReturn } as unknown as JobsDatabase['prisma']['job'] },
  } satisfies JobsDatabase;
  const directory: CompanyDirectory = { find: async () => null, namesOf: async () => ({}), ...companies };
  const jobs = createJobs({
    db,
    companies: directory,
    views: byPort(directory),
    lifecycle: () => ({ insertReferring, remove: async () => rows.length > 0 }),
  });
  return { jobs, written };
}

describe('the list of jobs', () => {
  it("asks for all companies' names in one call, each once", async () => {
    const asked: string[][] = [];
    const namesOf = async (handles: string[]) => {
      asked.push(handles);
      return { acme: 'Acme', bolt: 'Bolt & Sons' };
    };
    const rows = [job(1, 'acme'), job(2, 'bolt'), job(3, 'acme')];
    const { jobs } = jobsOver({ rows, companies: { namesOf } });
    expect(await jobs.list(everything)).toEqual([
      { ...job(1, 'acme'), companyName: 'Acme' },
      { ...job(2, 'bolt'), companyName: 'Bolt & Sons' },
      { ...job(3, 'acme'), companyName: 'Acme' },
    ]);
    expect(asked).toEqual([['acme', 'bolt']]);
  });

  it('asks for no names where there are no jobs', async () => {
    const namesOf = () => Promise.reject(new Error('asked'));
    expect(await jobsOver({ companies: { namesOf } }).jobs.list(everything)).toEqual([]);
  });

  it.each(['gone', 'constructor'])('leaves out the jobs of a company that is gone: %s', async (gone) => {
    const namesOf = async () => ({ acme: 'Acme' });
    const { jobs } = jobsOver({ rows: [job(1, gone), job(2, 'acme')], companies: { namesOf } });
    expect(await jobs.list(everything)).toEqual([{ ...job(2, 'acme'), companyName: 'Acme' }]);
  });

  it('is not shortened by an outage', async () => {
    const outage = new Error('unavailable');
    const { jobs } = jobsOver({ rows: [job(1, 'acme')], companies: { namesOf: () => Promise.reject(outage) } });
    await expect(jobs.list(everything)).rejects.toBe(outage);
  });
});

describe('a job', () => {
  it('is shown with its company', async () => {
    const { jobs } = jobsOver({ rows: [job(7, 'acme')], companies: { find: async () => acme } });
    expect(await jobs.detail(7)).toEqual({ id: 7, title: 'Cook', salary: 1, equity: '0.1', company: acme });
  });

  it('whose company is gone is gone, too', async () => {
    const { jobs } = jobsOver({ rows: [job(7, 'acme')], companies: { find: async () => null } });
    await expect(jobs.detail(7)).rejects.toMatchObject({ kind: 'not-found', detail: 'No job: 7' });
  });

  it('whose company is out of reach is not gone', async () => {
    const outage = new Error('unavailable');
    const { jobs } = jobsOver({ rows: [job(7, 'acme')], companies: { find: () => Promise.reject(outage) } });
    await expect(jobs.detail(7)).rejects.toBe(outage);
  });

  it('that is not there costs no question', async () => {
    const { jobs } = jobsOver({ companies: { find: () => Promise.reject(new Error('asked')) } });
    await expect(jobs.detail(7)).rejects.toMatchObject({ kind: 'not-found', detail: 'No job: 7' });
  });

  it('of a company that is not there cannot be made, and the refusal names the field', async () => {
    const { jobs } = jobsOver({ insertReferring: async () => null });
    const made = jobs.create({ title: 'Cook', companyHandle: 'gone', salary: null, equity: null });
    await expect(made).rejects.toMatchObject({ kind: 'invalid', detail: ['companyHandle names no company: gone'] });
  });

  it('is not changed by nothing', async () => {
    const { jobs, written } = jobsOver({ rows: [job(7, 'acme')] });
    await expect(jobs.update(7, {})).rejects.toMatchObject({ kind: 'invalid', detail: 'No data' });
    expect(written).toEqual([]);
  });

  it('that is not there can be neither changed nor deleted', async () => {
    const noSuchJob = { kind: 'not-found', detail: 'No job: 7' };
    await expect(jobsOver({}).jobs.update(7, { title: 'Chef' })).rejects.toMatchObject(noSuchJob);
    await expect(jobsOver({}).jobs.remove(7)).rejects.toMatchObject(noSuchJob);
  });
});
