import type { Edit } from '../feature';

export const jobs: readonly Edit[] = [
  {
    file: 'libs/jobs/src/jobs-in-database.test.ts',
    anchor: 'const jobs = createJobs({ db, companies, views: byPort(companies), lifecycle });',
    replace: `const applications = { hasApplications: async () => false };
    const jobs = createJobs({ db, companies, applications, views: byPort(companies), lifecycle });`,
  },
  {
    file: 'libs/jobs/src/jobs.test.ts',
    anchor: 'type { Company, CompanyDirectory',
    replace: 'type { ApplicationRegister, Company, CompanyDirectory',
  },
  {
    file: 'libs/jobs/src/jobs.test.ts',
    anchor: 'companies?: Partial<CompanyDirectory>;',
    replace: `companies?: Partial<CompanyDirectory>;
  hasApplications?: ApplicationRegister['hasApplications'];`,
  },
  {
    file: 'libs/jobs/src/jobs.test.ts',
    anchor: '{ rows = [], companies = {}, insertReferring = async () => null }:',
    replace: `{
  rows = [],
  companies = {},
  hasApplications = async () => false,
  insertReferring = async () => null,
}:`,
  },
  {
    file: 'libs/jobs/src/jobs.test.ts',
    anchor: 'companies: directory,',
    replace: `companies: directory,
    applications: { hasApplications },`,
  },
  {
    file: 'libs/jobs/src/jobs.test.ts',
    anchor: "it('that is not there can be neither",
    replace: `it.each([{ salary: 2 }, { salary: null }, { equity: '0.2' }, { title: 'Chef', equity: null }])(
    'that somebody has applied to keeps its terms: %j',
    async (changes) => {
      const { jobs, written } = jobsOver({ rows: [job(7, 'acme')], hasApplications: async () => true });
      await expect(jobs.update(7, changes)).rejects.toMatchObject({ kind: 'conflict' });
      expect(written).toEqual([]);
    },
  );

  it('takes another title whether or not somebody has applied, so nobody asks', async () => {
    const hasApplications = () => Promise.reject(new Error('asked'));
    const { jobs } = jobsOver({ rows: [{ ...job(7, 'acme'), equity: null }], hasApplications });
    expect(await jobs.update(7, { title: 'Chef' })).toMatchObject({ id: 7 });
  });

  it('does not change its terms while nobody can tell whether somebody has applied', async () => {
    const outage = new Error('unavailable');
    const { jobs, written } = jobsOver({ rows: [job(7, 'acme')], hasApplications: () => Promise.reject(outage) });
    await expect(jobs.update(7, { salary: 2 })).rejects.toBe(outage);
    expect(written).toEqual([]);
  });

  it('that was deleted is not there, even while applications to it are', async () => {
    const { jobs } = jobsOver({ hasApplications: async () => true });
    await expect(jobs.update(7, { salary: 2 })).rejects.toMatchObject({ kind: 'not-found', detail: 'No job: 7' });
  });

  it('that is not there can be neither`,
  },
  {
    file: 'libs/jobs/src/jobs.ts',
    anchor: 'type CompanyDirectory,',
    replace: `type ApplicationRegister,
  type CompanyDirectory,`,
  },
  {
    file: 'libs/jobs/src/jobs.ts',
    anchor: 'type NewJob,',
    replace: `type NewJob,
  conflict,`,
  },
  {
    file: 'libs/jobs/src/jobs.ts',
    anchor: 'companies: CompanyDirectory;',
    replace: `companies: CompanyDirectory;
  applications: ApplicationRegister;`,
  },
  {
    file: 'libs/jobs/src/jobs.ts',
    anchor: 'companies, views, lifecycle }: Dependencies',
    replace: 'companies, applications, views, lifecycle }: Dependencies',
  },
  {
    file: 'libs/jobs/src/jobs.ts',
    anchor: 'async update(id: number, changes: JobChanges): Promise<Job> {',
    replace: `/**
     * The terms of a job are fixed once somebody has applied to it. An application that arrives while they change is
     * one to the new terms, so nothing is locked.
     */
    async update(id: number, changes: JobChanges): Promise<Job> {`,
  },
  {
    file: 'libs/jobs/src/jobs.ts',
    anchor: "if (Object.keys(changes).length === 0) throw invalid('No data');",
    replace: `if (Object.keys(changes).length === 0) throw invalid('No data');
      if (changesTerms(changes) && (await applications.hasApplications(id))) {
        // Applications may outlive a job that was deleted a moment ago.
        throw (await repository.exists(id)) ? termsAreFixed(id) : noSuchJob(id);
      }`,
  },
  {
    file: 'libs/jobs/src/jobs.ts',
    anchor: 'const noSuchJob = (id: number) => notFound(`No job: ${id}`);',
    replace: `const changesTerms = ({ salary, equity }: JobChanges) => salary !== undefined || equity !== undefined;

const termsAreFixed = (id: number) =>
  conflict(\`Somebody has applied to job \${id}, so its salary and equity are fixed; add another job instead\`);

const noSuchJob = (id: number) => notFound(\`No job: \${id}\`);`,
  },
  {
    file: 'apps/monolith/src/joined-views.test.ts',
    anchor: `companies,
    views`,
    replace: `companies,
    applications: { hasApplications: async () => false },
    views`,
  },
];
