import type { BetweenParameters, Query as Filter } from '../contract/query';
import type { Database } from '../data/database';
import type { Asker } from '../request';
import type { Companies } from './companies';
import type { Company } from './repository';
import { applyJobs, companyPage } from './shared';

/** The parts of a request, each as the contract's schemas have it. */
export interface Input {
  params: Record<string, string>;
  query: Filter;
  body: unknown;
  /** Of an operation with an Idempotency-Key: what the key stands for. */
  key: string | undefined;
  asker: Asker;
}

export type Handler = (input: Input) => Promise<object | undefined>;

/** The rules of queries that OpenAPI has no words for, by the id of their operation. */
export const betweenParameters: Record<string, BetweenParameters> = {
  listCompanies: ({ name, nameLike, minEmployees: least, maxEmployees: most }) => [
    ...(name && nameLike ? ['name is an alias of nameLike; give one of the two'] : []),
    ...(typeof least === 'number' && typeof most === 'number' && least > most
      ? ['minEmployees must not be greater than maxEmployees']
      : []),
  ],
};

/** What answers each operation, by its id in the contract's documents; the bodies have passed their schemas. */
export const handlers = (companies: Companies, { read, write }: Database): Record<string, Handler> => ({
  createCompany: async ({ body, key }) => ({ company: await companies.create(body as Company, key) }),
  listCompanies: async ({ query }) => ({ companies: await companies.list(query) }),
  getCompany: async ({ params, asker }) => ({ company: await companies.detail(params['handle']!, asker) }),
  updateCompany: async ({ params, body }) => ({
    company: await companies.update(params['handle']!, body as Partial<Company>),
  }),
  deleteCompany: async ({ params, asker }) => {
    await companies.remove(params['handle']!, asker);
    return { deleted: params['handle'] };
  },
  findCompany: async ({ params }) => ({ company: await companies.find(params['handle']!) }),
  companyNames: async ({ body }) => ({ names: await companies.namesOf((body as { handles: string[] }).handles) }),
  companyPage: async ({ body }) => {
    const { after, digest } = body as { after: string; digest: string | null };
    return { rows: await companyPage(read, after, digest) };
  },
  jobChanged: async ({ body }) => {
    await applyJobs(write, (body as { rows: object[] }).rows);
    return undefined;
  },
});
