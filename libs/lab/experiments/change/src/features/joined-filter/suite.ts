import type { Edit } from '../feature';

export const suite: readonly Edit[] = [
  {
    file: 'apps/conformance/suite/job-filters.test.ts',
    anchor: "import { aCompany, aJob, unique } from './support/records';",
    replace: "import { aCompany, aJob, asAdmin, unique } from './support/records';",
  },
  {
    file: 'apps/conformance/suite/job-filters.test.ts',
    anchor: "describe('several filters', () => {",
    replace: `describe('minEmployees', () => {
  /** A job of one title at a company of each size; the salaries tell them apart. */
  const jobsAt = async (sizes: (number | null)[]) => {
    const title = unique();
    for (const [salary, numEmployees] of sizes.entries()) {
      await aJob({ companyHandle: (await aCompany({ numEmployees })).handle, title, salary });
    }
    return title;
  };

  it('keeps the jobs of companies of that size or more, and leaves out those whose size is unknown', async () => {
    const title = await jobsAt([99_999, 100_000, null, 100_001]);
    const salaries = async (query: Query) => (await list({ title, ...query })).map(({ salary }) => salary).sort();
    expect(await salaries({ minEmployees: 100_000 })).toEqual([1, 3]);
    expect(await salaries({ minEmployees: 100_001 })).toEqual([3]);
    expect(await salaries({ minEmployees: 2_147_483_647 })).toEqual([]);
    expect(await salaries({})).toEqual([0, 1, 2, 3]);
  });

  it('holds beside other filters, and a page is one of what is left', async () => {
    const title = await jobsAt([100_000, 1, 100_000, 100_000]);
    const fitting = await list({ title, minEmployees: 100_000, minSalary: 1 });
    expect(fitting).toMatchObject([{ salary: 2 }, { salary: 3 }]);
    expect(await list({ title, minEmployees: 100_000, limit: 1, offset: 2 })).toMatchObject([{ salary: 3 }]);
  });

  it('follows a change of the company', async () => {
    const title = await jobsAt([1]);
    const [{ companyHandle } = { companyHandle: '' }] = await list({ title });
    const changed = api.patch(\`/companies/\${companyHandle}\`).set(await asAdmin());
    expect(await changed.send({ numEmployees: 100_000 })).toMatchObject({ status: 200 });
    expect(await titles({ title, minEmployees: 100_000 })).toEqual([title]);
  });

  it('means no filter where it is empty', async () => {
    const title = await jobsAt([1, null]);
    expect(await list({ title, minEmployees: '' })).toHaveLength(2);
  });

  it.each(['-1', '1.5', 'abc', '%20', '1e3', '2147483648'])('refuses %j', async (value) => {
    expectInvalid(await api.get(\`/jobs?minEmployees=\${value}\`), 'minEmployees');
  });
});

describe('several filters', () => {`,
  },
  {
    file: 'apps/conformance/suite/methods-and-paths.test.ts',
    anchor: "'/internal/companies/names',",
    replace: `'/internal/companies/names',
    '/internal/company-handles/1',`,
  },
  {
    file: 'apps/conformance/suite/security-services.test.ts',
    anchor: "'/internal/company-names', body: { handles: [] } },",
    replace: `'/internal/company-names', body: { handles: [] } },
    { by: ['jobs'], method: 'get', path: '/internal/company-handles/2147483647' },`,
  },
];
