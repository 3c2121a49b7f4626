import { byPort as companiesByPort, createCompanies, byForeignKeys as companiesByKeys } from '@jobly/companies';
import type { JobBoard, JobFilter } from '@jobly/contracts';
import { joinedCompanies, joinedJobs } from '@jobly/data-sharing';
import { aSharedDatabase } from '@jobly/database/fixtures';
import { createJobs, byPort as jobsByPort, byForeignKeys as jobsByKeys } from '@jobly/jobs';
import fc from 'fast-check';
import { PrismaClient } from './generated/prisma/client';

let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
let asked: ReturnType<typeof modules>;
let joined: ReturnType<typeof modules>;

/** Both modules, over the same database in either way. */
function modules(isJoined: boolean) {
  const database = shared.open();
  const db = { ...database, prisma: new PrismaClient({ adapter: database.adapter }) };
  const jobBoard: JobBoard = { ofCompany: (handle) => jobs.ofCompany(handle) };
  const companies = createCompanies({
    db,
    views: isJoined ? joinedCompanies : companiesByPort(jobBoard),
    lifecycle: companiesByKeys,
  });
  const jobs = createJobs({
    db,
    companies,
    views: isJoined ? joinedJobs : jobsByPort(companies),
    lifecycle: jobsByKeys,
  });
  return { companies, jobs };
}

const titles = ['Cook', 'cook', 'Çook', '100% cook', 'under_cook', 'back\\cook', 'Zoo', '名', "O'Cook", 'a'];
const salaries = [null, 0, 1, 50_000, 2_147_483_647];
const equities = [null, '0', '0.0001', '0.1', '1'];
const handles = ['acme', 'bolt', 'cord', 'none'];
const pick = <T>(from: T[], at: number): T => from[at % from.length]!;

beforeAll(async () => {
  shared = await aSharedDatabase('monolith');
  asked = modules(false);
  joined = modules(true);
  for (const [at, handle] of handles.entries()) {
    const known = { numEmployees: at % 3 ? at : null, logoUrl: at % 2 ? '/logo.png' : null };
    await asked.companies.create({ handle, name: `The "${handle}"`, description: `Line\n${at}`, ...known });
  }
  for (let at = 0; at < 90; at += 1) {
    await asked.jobs.create({
      title: pick(titles, at),
      // Each combination of salary and equity, whatever the title.
      salary: pick(salaries, at),
      equity: pick(equities, Math.floor(at / 5) + at),
      companyHandle: pick(['acme', 'bolt', 'cord'], at * 7),
    });
  }
  // Not found in the order of their ids.
  const text = `INSERT INTO jobs (id, title, company_handle) VALUES (2000000001, 'Zoo', 'acme'), (2000000000, 'Zoo', 'acme')`;
  await shared.run(text);
}, 60_000);
afterAll(() => shared.remove(), 60_000);

const anyFilter: fc.Arbitrary<JobFilter> = fc.record({
  title: fc.option(fc.oneof(fc.constantFrom(...titles, '%', '_', '\\', 'OO', '"'), fc.string({ minLength: 1 })), {
    nil: undefined,
  }),
  minSalary: fc.option(fc.constantFrom(0, 1, 2, 50_000, 2_147_483_647), { nil: undefined }),
  hasEquity: fc.boolean(),
  limit: fc.integer({ min: 1, max: 100 }),
  offset: fc.integer({ min: 0, max: 100 }),
});

describe('what is joined is what the port answers', () => {
  it('for the list of jobs, by every filter and page', async () => {
    let listed = 0;
    const same = fc.asyncProperty(anyFilter, async (filter) => {
      // PostgreSQL takes no NUL, and no request gets this far with one.
      fc.pre(!filter.title?.includes('\0'));
      const jobs = await joined.jobs.list(filter);
      listed += jobs.length;
      expect(jobs).toEqual(await asked.jobs.list(filter));
    });
    await fc.assert(same, { seed: 20_261_130, numRuns: 300 });
    expect(listed).toBeGreaterThan(300);
  });

  it('for each job', async () => {
    const jobs = await asked.jobs.list({ hasEquity: false, limit: 1_000, offset: 0 });
    expect(jobs).toHaveLength(92);
    for (const { id } of jobs) expect(await joined.jobs.detail(id)).toEqual(await asked.jobs.detail(id));
  });

  it('for each company, with jobs and without', async () => {
    for (const handle of handles) {
      expect(await joined.companies.detail(handle)).toEqual(await asked.companies.detail(handle));
    }
    expect(await joined.companies.detail('none')).toMatchObject({ jobs: [] });
  });

  it('for what is not there', async () => {
    const refusal = (question: Promise<unknown>) => question.catch((error: unknown) => error);
    expect(await refusal(joined.jobs.detail(2_147_483_647))).toEqual(await refusal(asked.jobs.detail(2_147_483_647)));
    expect(await refusal(joined.companies.detail('gone'))).toEqual(await refusal(asked.companies.detail('gone')));
  });
});

describe('while a company is deleted', () => {
  it('it is shown with all of its jobs, or not at all', async () => {
    for (let round = 0; round < 10; round += 1) {
      const handle = `gone-${round}`;
      await joined.companies.create({ handle, name: handle, description: '', numEmployees: null, logoUrl: null });
      const [first] = await Promise.all(
        Array.from({ length: 3 }, () =>
          joined.jobs.create({ title: handle, companyHandle: handle, salary: null, equity: null }),
        ),
      );
      const shown = (question: Promise<{ jobs: unknown[] }>) => question.then(({ jobs }) => jobs.length, refusedAs);
      const reads = Array.from({ length: 8 }, (_, at) => [
        at === 2 ? joined.companies.remove(handle).then(() => 'deleted') : shown(joined.companies.detail(handle)),
        joined.jobs.detail(first!.id).then(({ company }) => company.handle, refusedAs),
        joined.jobs.list({ title: handle, hasEquity: false, limit: 9, offset: 0 }).then(({ length }) => length),
      ]);
      for (const [company, job, list] of await Promise.all(reads.map((read) => Promise.all(read)))) {
        expect([3, 'not-found', 'deleted']).toContain(company);
        expect([handle, 'not-found']).toContain(job);
        expect([3, 0]).toContain(list);
      }
    }
  });
});

const refusedAs = (error: unknown) => (error as { kind: string }).kind;
