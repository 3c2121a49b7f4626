import type { Edit } from '../feature';

export const contracts: readonly Edit[] = [
  {
    file: 'libs/contracts/src/companies.ts',
    anchor: `export const newCompany = z.strictObject({
  handle: field.handle,
  name: field.companyName,
  description: field.description,
  numEmployees: field.numEmployees.default(null),
  logoUrl: field.logoUrl.default(null),
});`,
    replace: `const formerName = field.numEmployees.meta({ deprecated: true, description: 'The former name of employees' });

/** A company as clients see it: until they have moved on, with its employees under the former name as well. */
export const publicCompany = company.extend({ numEmployees: formerName, employees: field.numEmployees });

export const asPublicCompany = <C extends Company>(company: C) => ({ ...company, employees: company.numEmployees });

/** Clients that send back what they have read send both. */
const eitherName = { employees: field.numEmployees.optional(), numEmployees: formerName.optional() };
type EitherName = z.output<z.ZodObject<typeof eitherName>>;

const namesAgree = ({ employees, numEmployees = employees }: EitherName) =>
  employees === undefined || employees === numEmployees;
const disagreement = { path: ['numEmployees'], message: 'is the former name of employees; give one of the two' };

export const newCompany = z
  .strictObject({
    handle: field.handle,
    name: field.companyName,
    description: field.description,
    ...eitherName,
    logoUrl: field.logoUrl.default(null),
  })
  .refine(namesAgree, disagreement)
  .transform(({ employees = null, numEmployees = employees, ...company }) => ({ ...company, numEmployees }));`,
  },
  {
    file: 'libs/contracts/src/companies.ts',
    anchor: '    numEmployees: field.numEmployees,',
    replace: '    ...eitherName,',
  },
  {
    file: 'libs/contracts/src/companies.ts',
    anchor: `})
  .partial();`,
    replace: `})
  .partial()
  .refine(namesAgree, disagreement)
  .transform(({ employees, ...changes }) =>
    employees === undefined ? changes : { ...changes, numEmployees: employees },
  );`,
  },
  {
    file: 'libs/contracts/src/employees.test.ts',
    create: `import { companyChanges, newCompany } from './index';

const acme = { handle: 'acme', name: 'Acme', description: '' };
const schemas = { 'a new company': newCompany, 'a change of a company': companyChanges };
const given = { 'a new company': acme, 'a change of a company': {} };

describe.each(['a new company', 'a change of a company'] as const)('%s', (what) => {
  const parsed = (names: object) => schemas[what].safeParse({ ...given[what], ...names });

  it.each([7, 0, null])('has %p employees under either name, or under both', (employees) => {
    for (const names of [{ employees }, { numEmployees: employees }, { employees, numEmployees: employees }]) {
      expect(parsed(names).data).toMatchObject({ numEmployees: employees });
      expect(parsed(names).data).not.toHaveProperty('employees');
    }
  });

  it.each([
    { employees: 7, numEmployees: 8 },
    { employees: 7, numEmployees: null },
    { employees: null, numEmployees: 0 },
  ])('does not have %p', (names) => {
    const messages = parsed(names).error?.issues.map(({ path, message }) => [...path, message].join(' '));
    expect(messages).toEqual(['numEmployees is the former name of employees; give one of the two']);
  });
});

describe('a change', () => {
  it('of something else says nothing of employees', () => {
    expect(companyChanges.parse({ name: 'Acme' })).toEqual({ name: 'Acme' });
  });
});
`,
  },
  {
    file: 'libs/contracts/src/fields.test.ts',
    anchor: `it.each(['a', 'acme-2', '-', '_', 'a_b', '0'.repeat(25)])('of a company may be %p', (handle) => {
    expect(parsed(newCompany.partial(), 'handle', handle)).toBe(handle);`,
    replace: `const handleOf = (handle: string) =>
    newCompany.safeParse({ handle, name: 'Acme', description: '' }).data?.handle ?? 'refused';

  it.each(['a', 'acme-2', '-', '_', 'a_b', '0'.repeat(25)])('of a company may be %p', (handle) => {
    expect(handleOf(handle)).toBe(handle);`,
  },
  {
    file: 'libs/contracts/src/fields.test.ts',
    anchor: "parsed(newCompany.partial(), 'handle', handle)).toBe('refused'",
    replace: "handleOf(handle)).toBe('refused'",
  },
  {
    file: 'libs/contracts/src/jobs.ts',
    anchor: "import { company } from './companies';",
    replace: "import { publicCompany } from './companies';",
  },
  {
    file: 'libs/contracts/src/jobs.ts',
    anchor: 'export const jobDetail = jobSummary.extend({ company });',
    replace: 'export const jobDetail = jobSummary.extend({ company: publicCompany });',
  },
  {
    file: 'libs/contracts/src/operation-examples.test.ts',
    anchor: "numEmployees: 7, logoUrl: '/acme.png' };",
    replace: `numEmployees: 7, logoUrl: '/acme.png' };
const publicCompany = { ...company, employees: 7 };`,
  },
  {
    file: 'libs/contracts/src/operation-examples.test.ts',
    anchor: `createCompany: { body: company, optional: ['numEmployees', 'logoUrl'], reply: { company } },
  listCompanies: { reply: { companies: [company, { ...company, numEmployees: null, logoUrl: null }] } },
  getCompany: { reply: { company: { ...company, jobs: [summary, { ...summary, salary: null, equity: null }] } } },
  updateCompany: { body: companyChanges, optional: Object.keys(companyChanges), reply: { company } },`,
    replace: `createCompany: { body: company, optional: ['numEmployees', 'logoUrl'], reply: { company: publicCompany } },
  listCompanies: { reply: { companies: [publicCompany, { ...publicCompany, employees: null, logoUrl: null }] } },
  getCompany: { reply: { company: { ...publicCompany, jobs: [summary, { ...summary, salary: null, equity: null }] } } },
  updateCompany: { body: companyChanges, optional: Object.keys(companyChanges), reply: { company: publicCompany } },`,
  },
  {
    file: 'libs/contracts/src/operation-examples.test.ts',
    anchor: 'getJob: { reply: { job: { ...summary, company } } },',
    replace: 'getJob: { reply: { job: { ...summary, company: publicCompany } } },',
  },
  {
    file: 'libs/contracts/src/operations.ts',
    anchor: 'company, companyChanges, companyFilter, newCompany',
    replace: 'companyChanges, companyFilter, newCompany, publicCompany',
  },
  {
    file: 'libs/contracts/src/operations.ts',
    anchor: `status: 201,
    reply: z.object({ company }),`,
    replace: `status: 201,
    reply: z.object({ company: publicCompany }),`,
  },
  {
    file: 'libs/contracts/src/operations.ts',
    anchor: 'reply: z.object({ companies: z.array(company) }),',
    replace: 'reply: z.object({ companies: z.array(publicCompany) }),',
  },
  {
    file: 'libs/contracts/src/operations.ts',
    anchor: '{ company: company.extend({ jobs:',
    replace: '{ company: publicCompany.extend({ jobs:',
  },
  {
    file: 'libs/contracts/src/operations.ts',
    anchor: `body: companyChanges,
    reply: z.object({ company }),`,
    replace: `body: companyChanges,
    reply: z.object({ company: publicCompany }),`,
  },
];
