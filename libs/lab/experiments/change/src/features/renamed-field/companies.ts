import type { Edit } from '../feature';

export const companies: readonly Edit[] = [
  {
    file: 'libs/companies/src/companies-in-database.test.ts',
    anchor: 'const jobs: JobSummary[] = [{ id:',
    replace: `const shown = <C extends Partial<NewCompany>>(company: C) => ({ ...company, employees: company.numEmployees });
const jobs: JobSummary[] = [{ id:`,
  },
  {
    file: 'libs/companies/src/companies-in-database.test.ts',
    anchor: 'company)).body).toEqual({ company',
    replace: 'company)).body).toEqual({ company: shown(company)',
  },
  {
    file: 'libs/companies/src/companies-in-database.test.ts',
    anchor: `expect((await api.get(\`/companies/\${full.handle}\`)).body).toEqual({ company: { ...full, jobs } });
    expect((await api.get(\`/companies/\${sparse.handle}\`)).body).toEqual({ company: { ...sparse, jobs } });`,
    replace: `expect((await api.get(\`/companies/\${full.handle}\`)).body).toEqual({ company: { ...shown(full), jobs } });
    expect((await api.get(\`/companies/\${sparse.handle}\`)).body).toEqual({ company: { ...shown(sparse), jobs } });`,
  },
  {
    file: 'libs/companies/src/companies-in-database.test.ts',
    anchor: `expect((await api.patch(path).send(changes)).body).toEqual({ company: { ...company, ...changes } });
    expect((await api.get(path)).body).toEqual({ company: { ...company, ...changes, jobs } });
    expect((await api.get(\`/companies/\${untouched.handle}\`)).body).toEqual({ company: { ...untouched, jobs } });`,
    replace: `const changed = shown({ ...company, ...changes });
    expect((await api.patch(path).send(changes)).body).toEqual({ company: changed });
    expect((await api.get(path)).body).toEqual({ company: { ...changed, jobs } });
    expect((await api.get(\`/companies/\${untouched.handle}\`)).body).toEqual({ company: { ...shown(untouched), jobs } });`,
  },
  {
    file: 'libs/companies/src/companies-in-database.test.ts',
    anchor: '{ company: { ...other, jobs } })',
    replace: '{ company: { ...shown(other), jobs } })',
  },
  {
    file: 'libs/companies/src/companies-in-database.test.ts',
    anchor: 'expect(await creating).toEqual({ company: again });',
    replace: 'expect(await creating).toEqual({ company: shown(again) });',
  },
  {
    file: 'libs/companies/src/routes.ts',
    anchor: "import { internalOperations, operations } from '@jobly/contracts';",
    replace: "import { asPublicCompany, internalOperations, operations } from '@jobly/contracts';",
  },
  {
    file: 'libs/companies/src/routes.ts',
    anchor: `route(operations.createCompany, async ({ body, key }) => ({ company: await companies.create(body, key) })),
  route(operations.listCompanies, async ({ query }) => ({ companies: await companies.list(query) })),
  route(operations.getCompany, async ({ params }) => ({ company: await companies.detail(params.handle) })),
  route(operations.updateCompany, async ({ params, body }) => ({
    company: await companies.update(params.handle, body),`,
    replace: `route(operations.createCompany, async ({ body, key }) => ({
    company: asPublicCompany(await companies.create(body, key)),
  })),
  route(operations.listCompanies, async ({ query }) => ({
    companies: (await companies.list(query)).map(asPublicCompany),
  })),
  route(operations.getCompany, async ({ params }) => ({
    company: asPublicCompany(await companies.detail(params.handle)),
  })),
  route(operations.updateCompany, async ({ params, body }) => ({
    company: asPublicCompany(await companies.update(params.handle, body)),`,
  },
];
