import type { Edit } from '../feature';

export const jobs: readonly Edit[] = [
  {
    file: 'libs/jobs/src/jobs-in-database.test.ts',
    anchor: 'const present = new Set<string>();',
    replace: `const present = new Set<string>();
  /** Those of them that are large enough for any filter. */
  const large = new Set<string>();`,
  },
  {
    file: 'libs/jobs/src/jobs-in-database.test.ts',
    anchor: 'handle) => [handle, `The ${handle}`])),',
    replace: `handle) => [handle, \`The \${handle}\`])),
      handlesOfSize: async () => [...large],`,
  },
  {
    file: 'libs/jobs/src/jobs-in-database.test.ts',
    anchor: 'expect(await titlesFor({ title: `${tag} _` })).toEqual([]);',
    replace: `expect(await titlesFor({ title: \`\${tag} _\` })).toEqual([]);
  });

  it('are found by the size of their companies, beside all other filters', async () => {
    const [title, one, other] = [unique(), await aCompany(), await aCompany()];
    for (const companyHandle of [one, other]) {
      for (const salary of [1, 2]) await created({ title, salary, companyHandle });
    }
    expect(await titlesFor({ title, minEmployees: 1 })).toEqual([]);
    large.add(one);
    expect(await titlesFor({ title, minEmployees: 1 })).toEqual([title, title]);
    expect(await titlesFor({ title, minEmployees: 1, minSalary: 2 })).toEqual([title]);
    expect(await titlesFor({ title })).toHaveLength(4);`,
  },
  {
    file: 'libs/jobs/src/jobs.test.ts',
    anchor: '{ find: async () => null, namesOf: async () => ({}), ...companies',
    replace: `{
    find: async () => null,
    namesOf: async () => ({}),
    handlesOfSize: async () => [],
    ...companies,
 `,
  },
  {
    file: 'libs/jobs/src/jobs.test.ts',
    anchor: 'await expect(jobs.list(everything)).rejects.toBe(outage);',
    replace: `await expect(jobs.list(everything)).rejects.toBe(outage);
  });

  it('asks for the size of companies only where it matters', async () => {
    const handlesOfSize = () => Promise.reject(new Error('asked'));
    expect(await jobsOver({ companies: { handlesOfSize } }).jobs.list(everything)).toEqual([]);
  });

  it('is refused, not cut short, where too many companies are large enough', async () => {
    const { jobs } = jobsOver({ rows: [job(1, 'acme')], companies: { handlesOfSize: async () => null } });
    await expect(jobs.list({ ...everything, minEmployees: 1 })).rejects.toMatchObject({
      kind: 'invalid',
      detail: ['minEmployees must leave at most 10000 companies; give a larger one'],
    });`,
  },
  {
    file: 'libs/jobs/src/views/by-port.ts',
    anchor: 'type { CompanyDirectory }',
    replace: '{ type CompanyDirectory, MATCH_LIMIT, invalid }',
  },
  {
    file: 'libs/jobs/src/views/by-port.ts',
    anchor: `const repository = jobRepository(db);
`,
    replace: `const repository = jobRepository(db);

    /** The companies to filter by; undefined for no filter. A list cut off would leave out jobs that fit. */
    async function handlesOfSize(minEmployees: number | undefined): Promise<string[] | undefined> {
      if (minEmployees === undefined) return undefined;
      const handles = await companies.handlesOfSize(minEmployees);
      if (handles) return handles;
      throw invalid([\`minEmployees must leave at most \${MATCH_LIMIT} companies; give a larger one\`]);
    }

`,
  },
  {
    file: 'libs/jobs/src/views/by-port.ts',
    anchor: `/** One call fetches the names of all companies on the page, never one call per row. */
      async list(filter) {
        const jobs = await repository.list(filter);`,
    replace: `/**
       * Companies know their size, so they are asked first which are large enough. One call fetches the names of all
       * companies on the page, never one call per row.
       */
      async list(filter) {
        const jobs = await repository.list(filter, await handlesOfSize(filter.minEmployees));`,
  },
  {
    file: 'libs/jobs/src/lifecycle/delivered.test.ts',
    anchor: 'namesOf: async () => ({}) };',
    replace: 'namesOf: async () => ({}), handlesOfSize: async () => [] };',
  },
  {
    file: 'libs/jobs/src/lifecycle/replicas.fixture.ts',
    anchor: '{ insertReferring } = byEvents(delivered)({ ...open(), prisma }, { find, namesOf: async () => ({}) }',
    replace: `companies = { find, namesOf: async () => ({}), handlesOfSize: async () => [] };
      const { insertReferring } = byEvents(delivered)({ ...open(), prisma }, companies`,
  },
  {
    file: 'libs/jobs/src/repository.ts',
    anchor: 'list: ({ title, minSalary, hasEquity, limit, offset }: JobFilter',
    replace: `/** The jobs that fit the filter, of all companies or of these; how large those are is not known here. */
    list: ({ title, minSalary, hasEquity, limit, offset }: JobFilter, handles: string[] | undefined`,
  },
  {
    file: 'libs/jobs/src/repository.ts',
    anchor: 'value: hasEquity ? 0 : undefined },',
    replace: `value: hasEquity ? 0 : undefined },
            { name: 'companies', sql: (it) => \`company_handle = ANY(\${it})\`, value: handles },`,
  },
  {
    file: 'libs/data-sharing/src/companies.fixture.ts',
    anchor: 'const directory: CompanyDirectory = {',
    replace: `const directory: CompanyDirectory = {
    handlesOfSize: () => answering([], () => []),`,
  },
  {
    file: 'libs/data-sharing/src/ways/replica.test.ts',
    anchor: 'const directory: CompanyDirectory = {\n',
    replace: `const directory: CompanyDirectory = {
    handlesOfSize: () => answer('handles', []),
`,
  },
  {
    file: 'libs/data-sharing/src/ways/replica.test.ts',
    anchor: 'namesOf: async () => ({}) };',
    replace: 'namesOf: async () => ({}), handlesOfSize: async () => [] };',
  },
  {
    file: 'libs/data-sharing/src/ways/cached.ts',
    anchor: 'find: async (handle) =>',
    replace: `handlesOfSize: (minEmployees) => companies.handlesOfSize(minEmployees),
      find: async (handle) =>`,
  },
  {
    file: 'libs/data-sharing/src/module-tables.ts',
    anchor: '{ title, minSalary, hasEquity, limit, offset }: JobFilter',
    replace: '{ title, minSalary, hasEquity, minEmployees, limit, offset }: JobFilter',
  },
  {
    file: 'libs/data-sharing/src/module-tables.ts',
    anchor: 'value: hasEquity ? 0 : undefined },',
    replace: `value: hasEquity ? 0 : undefined },
      { name: 'employees', sql: (it) => \`num_employees >= \${it}\`, value: minEmployees },`,
  },
];
