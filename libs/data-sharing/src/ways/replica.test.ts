import {
  type Company,
  type CompanyDirectory,
  type Job,
  type JobBoard,
  type JobFilter,
  type JobListing,
  unavailable,
} from '@jobly/contracts';
import { pino } from 'pino';
import { ownedPages } from '../replica/owned-page';
import * as records from '../replica/shared-records';
import { aSharedDatabase } from '@jobly/database/fixtures';
import { replicatedCompanies, replicatedJobs } from './replica';

type Shared = Awaited<ReturnType<typeof aSharedDatabase>>;

let companiesService: Shared;
let jobsService: Shared;
beforeAll(async () => {
  [companiesService, jobsService] = await Promise.all([
    aSharedDatabase('companies-service'),
    aSharedDatabase('jobs-service'),
  ]);
}, 60_000);
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await companiesService.run('TRUNCATE companies, job_copies');
  await jobsService.run('TRUNCATE jobs, company_copies');
});
afterAll(() => Promise.all([companiesService.remove(), jobsService.remove()]), 60_000);

const log = pino({ level: 'silent' });
const HOUR = 3_600;
const down = () => Promise.reject(unavailable('The companies service'));
const acme: Company = { handle: 'acme', name: 'Acme', description: 'Anvils', numEmployees: 7, logoUrl: null };

const addCompany = ({ handle, name, description, numEmployees }: Company) =>
  companiesService.run('INSERT INTO companies VALUES ($1, $2, $3, $4)', [handle, name, description, numEmployees]);

/** The owner of companies as a neighbour that can be out of reach, and the questions it was asked. */
function anOwner() {
  const asked: string[] = [];
  const state = { isUp: true };
  const answer = <T>(question: string, value: T) => {
    if (!state.isUp) return down();
    asked.push(question);
    return Promise.resolve(value);
  };
  const directory: CompanyDirectory = {
    find: (handle) => answer(`find ${handle}`, { ...acme, handle, name: 'As asked' }),
    namesOf: (handles) =>
      answer(`names ${handles.join()}`, Object.fromEntries(handles.map((handle) => [handle, 'As asked']))),
  };
  const pages = ownedPages<string, Company>(companiesService.open().sql, records.companies);
  return {
    state,
    asked,
    directory,
    pages: (question: Parameters<typeof pages>[0]) => (state.isUp ? pages(question) : down()),
  };
}

/** A process of the jobs service. */
function aProcess({ directory, pages }: ReturnType<typeof anOwner>, auditInterval = HOUR) {
  const readModel = { database: jobsService.open(), pages, log };
  const { views, follower } = replicatedCompanies(directory, readModel, auditInterval);
  stops.push(follower.stop);
  return { ...views(), follower };
}

async function verified({ isVerified }: ReturnType<typeof aProcess>['follower']) {
  while (!isVerified()) await jobsService.run('SELECT');
}

/** A job of each of these companies, which has the number of its company here as its id. */
const addJobsAt = (...handles: string[]) =>
  jobsService.run(
    `INSERT INTO jobs (id, title, equity, company_handle)
     SELECT at, 'Cook', 0.5, handle FROM unnest($1::text[]) WITH ORDINALITY AS of_company (handle, at)`,
    [handles],
  );
const cook = { title: 'Cook', salary: null, equity: '0.5' };
const everything: JobFilter = { hasEquity: false, limit: 100, offset: 0 };
const namesIn = (jobs: JobListing[]) => jobs.map(({ companyHandle, companyName }) => [companyHandle, companyName]);

describe('companies read from copies, with their jobs', () => {
  it('are asked for until the copies are verified, and then no more', async () => {
    await addCompany(acme);
    await addJobsAt('acme');
    const owner = anOwner();
    const { list, detail, follower } = aProcess(owner);
    expect(await detail(1)).toMatchObject({ company: { name: 'As asked' } });
    expect(namesIn(await list(everything))).toEqual([['acme', 'As asked']]);
    await follower.start();
    await verified(follower);
    owner.asked.length = 0;
    expect(await detail(1)).toEqual({ ...cook, id: 1, company: acme });
    expect(await list(everything)).toEqual([{ ...cook, id: 1, companyHandle: 'acme', companyName: 'Acme' }]);
    expect(owner.asked).toEqual([]);
  });

  it('are asked for where there is no copy, in one question', async () => {
    await addCompany(acme);
    await addJobsAt('new', 'acme', 'gone', '__proto__', 'new', 'gone');
    const owner = anOwner();
    const { list, detail, follower } = aProcess(owner);
    await follower.start();
    await verified(follower);
    await jobsService.run(`INSERT INTO company_copies (key, version) VALUES ('gone', 1)`);
    expect(await detail(3)).toMatchObject({ company: { handle: 'gone', name: 'As asked' } });
    expect(namesIn(await list(everything))).toEqual(
      ['new', 'acme', 'gone', '__proto__', 'new', 'gone'].map((of) => [of, of === 'acme' ? 'Acme' : 'As asked']),
    );
    expect(owner.asked).toEqual(['find gone', 'names new,gone,__proto__']);
  });

  it('can be read while their owner is out of reach', async () => {
    await addCompany(acme);
    await addJobsAt('acme', 'bolt');
    const owner = anOwner();
    const { list, detail, follower } = aProcess(owner);
    await follower.start();
    await verified(follower);
    owner.state.isUp = false;
    expect(await detail(1)).toMatchObject({ company: acme });
    expect(namesIn(await list({ ...everything, limit: 1 }))).toEqual([['acme', 'Acme']]);
    await expect(detail(2)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(list(everything)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('are not believed by a process that has never reached their owner, until it does', async () => {
    await addCompany(acme);
    await addJobsAt('acme');
    await jobsService.run(
      `INSERT INTO company_copies (key, version, content) VALUES ('acme', 2, '{"name": "Of old"}')`,
    );
    const owner = anOwner();
    owner.state.isUp = false;
    const { list, detail, follower } = aProcess(owner);
    await follower.start();
    await expect(detail(1)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(list(everything)).rejects.toMatchObject({ kind: 'unavailable' });
    owner.state.isUp = true;
    await verified(follower);
    expect(await detail(1)).toMatchObject({ company: acme });
  });

  it('are gone with what their owner no longer knows, and so are their jobs', async () => {
    await addCompany(acme);
    await addJobsAt('gone', 'acme');
    const owner = anOwner();
    const directory: CompanyDirectory = { find: async () => null, namesOf: async () => ({}) };
    const { list, detail, follower } = aProcess({ ...owner, directory });
    await follower.start();
    await verified(follower);
    expect(await detail(1)).toBeNull();
    expect(await detail(3)).toBeNull();
    expect(namesIn(await list(everything))).toEqual([['acme', 'Acme']]);
  });

  it('are audited again after the interval, and counted', async () => {
    const owner = anOwner();
    const { follower } = aProcess(owner, 0.01);
    await follower.start();
    await verified(follower);
    await addCompany(acme);
    while ((await jobsService.run('SELECT FROM company_copies')).length === 0);
    const repairs = follower.metrics.find((metric) => 'name' in metric && metric.name === 'read_model_repairs_total')!;
    while ((await repairs.get()).values[0]!.value === 0) await jobsService.run('SELECT');
    expect((await repairs.get()).values).toMatchObject([{ labels: { copies: 'company_copies' }, value: 1 }]);
  });
});

describe('the jobs of a company read from copies', () => {
  it('are those of the owner, by id; it is asked only where there are none', async () => {
    await addCompany(acme);
    await addCompany({ ...acme, handle: 'none', name: 'Without jobs' });
    await jobsService.run(
      `INSERT INTO jobs (id, title, salary, equity, company_handle)
       VALUES (10, 'Cook', 1, 0.5, 'acme'), (9, 'Baker', NULL, NULL, 'acme'), (8, 'Nurse', 1, 0, 'bolt')`,
    );
    const asAsked = [{ id: 1, title: 'As asked', salary: null, equity: null }];
    const board: JobBoard = { ofCompany: async () => asAsked };
    const pages = ownedPages<number, Job>(jobsService.open().sql, records.jobs);
    const { views, follower } = replicatedJobs(board, { database: companiesService.open(), pages, log }, HOUR);
    stops.push(follower.stop);
    const { detail } = views();
    expect(await detail('acme')).toEqual({ ...acme, jobs: asAsked });
    await follower.start();
    await verified(follower);
    expect(await detail('acme')).toEqual({
      ...acme,
      jobs: [
        { id: 9, title: 'Baker', salary: null, equity: null },
        { id: 10, title: 'Cook', salary: 1, equity: '0.5' },
      ],
    });
    expect(await detail('none')).toMatchObject({ handle: 'none', jobs: asAsked });
    expect(await detail('bolt')).toBeNull();
  });
});
