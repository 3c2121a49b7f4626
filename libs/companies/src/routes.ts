import { internalOperations, operations } from '@jobly/contracts';
import { type Route, route } from '@jobly/http-kit';
import type { Companies } from './companies';

/** The public routes of companies. */
export const companyRoutes = (companies: Companies): Route[] => [
  route(operations.createCompany, async ({ body, key }) => ({ company: await companies.create(body, key) })),
  route(operations.listCompanies, async ({ query }) => ({ companies: await companies.list(query) })),
  route(operations.getCompany, async ({ params }) => ({ company: await companies.detail(params.handle) })),
  route(operations.updateCompany, async ({ params, body }) => ({
    company: await companies.update(params.handle, body),
  })),
  route(operations.deleteCompany, async ({ params }) => {
    await companies.remove(params.handle);
    return { deleted: params.handle };
  }),
];

/** The internal routes of companies; the monolith does not need them. */
export const internalCompanyRoutes = (companies: Companies): Route[] => [
  route(internalOperations.findCompany, async ({ params }) => ({ company: await companies.find(params.handle) })),
  route(internalOperations.companyNames, async ({ body }) => ({ names: await companies.namesOf(body.handles) })),
];
