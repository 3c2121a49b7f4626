import type { Edit } from '../feature';

export const suite: readonly Edit[] = [
  {
    file: 'apps/conformance/suite/companies.test.ts',
    anchor: 'expect({ status, body }).toEqual({ status: 201, body: { company } });',
    replace: 'expect({ status, body }).toEqual({ status: 201, body: { company: { ...company, employees: 12 } } });',
  },
  {
    file: 'apps/conformance/suite/companies.test.ts',
    anchor: 'body: { company: { ...company, numEmployees: null, logoUrl: null } },',
    replace: 'body: { company: { ...company, employees: null, numEmployees: null, logoUrl: null } },',
  },
  {
    file: 'apps/conformance/suite/companies.test.ts',
    anchor: `expect({ status, body }).toEqual({ status: 200, body: { company: { ...company, ...changes } } });
    const read = await api.get(\`/companies/\${company.handle}\`);
    expect(read.body.company).toMatchObject({ ...company, ...changes });`,
    replace: `const { numEmployees } = { ...company, ...changes };
    const changed = { ...company, ...changes, employees: numEmployees };
    expect({ status, body }).toEqual({ status: 200, body: { company: changed } });
    const read = await api.get(\`/companies/\${company.handle}\`);
    expect(read.body.company).toMatchObject(changed);`,
  },
  {
    file: 'apps/conformance/suite/company-fields.test.ts',
    anchor: "kinds', 'Zwei\\nZeilen 😀 \\t\"\\'\\\\'],",
    replace: `kinds', 'Zwei\\nZeilen 😀 \\t"\\'\\\\'],
  ['employees', '0', 0],
  ['employees', 'null', null],`,
  },
  {
    file: 'apps/conformance/suite/company-fields.test.ts',
    anchor: "['description', '5,001 characters', 'd'.repeat(5_001)],",
    replace: `['description', '5,001 characters', 'd'.repeat(5_001)],
  ['employees', 'a negative number', -1],
  ['employees', 'a string', '5'],`,
  },
  {
    file: 'apps/conformance/suite/employees.test.ts',
    create: `import { api } from './support/api';
import { expectInvalid } from './support/problems';
import { aCompany, aJob, asAdmin, companyBody } from './support/records';

const change = async (handle: string, changes: object) =>
  api
    .patch(\`/companies/\${handle}\`)
    .set(await asAdmin())
    .send(changes);

describe('the employees of a company', () => {
  it.each([{ employees: 7 }, { numEmployees: 7 }, { employees: 7, numEmployees: 7 }])(
    'are the same under the new name and the former one, wherever they are shown: %j',
    async (given) => {
      const { handle, name, ...made } = await aCompany(given);
      const { id } = await aJob({ companyHandle: handle });
      const both = { employees: 7, numEmployees: 7 };
      expect(made).toMatchObject(both);
      expect((await api.get(\`/companies/\${handle}\`)).body.company).toMatchObject(both);
      expect((await api.get('/companies').query({ nameLike: name })).body.companies).toMatchObject([both]);
      expect((await api.get(\`/jobs/\${id}\`)).body.job.company).toMatchObject(both);
    },
  );

  it.each([
    [{ employees: 8 }, 8],
    [{ numEmployees: 8 }, 8],
    [{ employees: null }, null],
    [{ numEmployees: null }, null],
  ])('change under both names, whichever is given: %j', async (changes, employees) => {
    const { handle } = await aCompany({ employees: 7 });
    const both = { employees, numEmployees: employees };
    expect(await change(handle, changes)).toMatchObject({ status: 200, body: { company: both } });
    expect((await api.get(\`/companies/\${handle}\`)).body.company).toMatchObject(both);
  });

  it('are refused where the two names contradict each other', async () => {
    const contradiction = { employees: 7, numEmployees: 8 };
    const company = api.post('/companies').set(await asAdmin());
    expectInvalid(await company.send(companyBody(contradiction)), 'numEmployees');
    const { handle } = await aCompany();
    expectInvalid(await change(handle, contradiction), 'numEmployees');
  });
});
`,
  },
  {
    file: 'apps/conformance/suite/support/body.ts',
    anchor: 'description: string;',
    replace: `description: string;
  employees: number | null;
  /** The former name of \`employees\`. */`,
  },
  {
    file: 'apps/conformance/suite/support/recorded-shapes.ts',
    anchor: "['description', 'handle', 'logoUrl'",
    replace: "['description', 'employees', 'handle', 'logoUrl'",
  },
];
