import { type Company, type CompanyDirectory, type Job, type JobBoard, unavailable } from '@jobly/contracts';
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
  const { port, follower } = replicatedCompanies(
    directory,
    { database: jobsService.open(), pages, log },
    auditInterval,
  );
  stops.push(follower.stop);
  return { port, follower };
}

async function verified({ isVerified }: ReturnType<typeof aProcess>['follower']) {
  while (!isVerified()) await jobsService.run('SELECT');
}

describe('companies read from copies', () => {
  it('are asked for until the copies are verified, and then no more', async () => {
    await addCompany(acme);
    const owner = anOwner();
    const { port, follower } = aProcess(owner);
    expect(await port.find('acme')).toMatchObject({ name: 'As asked' });
    expect(await port.namesOf(['acme'])).toEqual({ acme: 'As asked' });
    await follower.start();
    await verified(follower);
    owner.asked.length = 0;
    expect(await port.find('acme')).toEqual(acme);
    expect(await port.namesOf(['acme'])).toEqual({ acme: 'Acme' });
    expect(owner.asked).toEqual([]);
  });

  it('are asked for where there is no copy, in one question', async () => {
    await addCompany(acme);
    const owner = anOwner();
    const { port, follower } = aProcess(owner);
    await follower.start();
    await verified(follower);
    await jobsService.run(`INSERT INTO company_copies (key, version) VALUES ('gone', 1)`);
    expect(await port.find('gone')).toMatchObject({ name: 'As asked' });
    expect(await port.namesOf(['new', 'acme', 'gone', '__proto__'])).toEqual(
      Object.fromEntries([['acme', 'Acme'], ...['new', 'gone', '__proto__'].map((handle) => [handle, 'As asked'])]),
    );
    expect(owner.asked).toEqual(['find gone', 'names new,gone,__proto__']);
  });

  it('can be read while their owner is out of reach', async () => {
    await addCompany(acme);
    const owner = anOwner();
    const { port, follower } = aProcess(owner);
    await follower.start();
    await verified(follower);
    owner.state.isUp = false;
    expect(await port.find('acme')).toEqual(acme);
    await expect(port.find('bolt')).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(port.namesOf(['acme', 'bolt'])).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('are not believed by a process that has never reached their owner, until it does', async () => {
    await addCompany(acme);
    await jobsService.run(
      `INSERT INTO company_copies (key, version, content) VALUES ('acme', 2, '{"name": "Of old"}')`,
    );
    const owner = anOwner();
    owner.state.isUp = false;
    const { port, follower } = aProcess(owner);
    await follower.start();
    await expect(port.find('acme')).rejects.toMatchObject({ kind: 'unavailable' });
    owner.state.isUp = true;
    await verified(follower);
    expect(await port.find('acme')).toEqual(acme);
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
    await jobsService.run(
      `INSERT INTO jobs (id, title, salary, equity, company_handle)
       VALUES (10, 'Cook', 1, 0.5, 'acme'), (9, 'Baker', NULL, NULL, 'acme'), (8, 'Nurse', 1, 0, 'bolt')`,
    );
    const asAsked = [{ id: 1, title: 'As asked', salary: null, equity: null }];
    const board: JobBoard = { ofCompany: async () => asAsked };
    const pages = ownedPages<number, Job>(jobsService.open().sql, records.jobs);
    const { port, follower } = replicatedJobs(board, { database: companiesService.open(), pages, log }, HOUR);
    stops.push(follower.stop);
    expect(await port.ofCompany('acme')).toEqual(asAsked);
    await follower.start();
    await verified(follower);
    expect(await port.ofCompany('acme')).toEqual([
      { id: 9, title: 'Baker', salary: null, equity: null },
      { id: 10, title: 'Cook', salary: 1, equity: '0.5' },
    ]);
    expect(await port.ofCompany('none')).toEqual(asAsked);
  });
});
