import {
  type Company,
  type CompanyChanges,
  type CompanyDirectory,
  type CompanyFilter,
  type JobSummary,
  type NewCompany,
  conflict,
  invalid,
  notFound,
} from '@jobly/contracts';
import { isUniqueViolation, markOf } from '@jobly/database';
import type { CompaniesDatabase } from './database';
import type { CompanyLifecycle } from './lifecycle/lifecycle';
import { type CompanyRepository, companyRepository } from './repository';
import type { CompanyViewsOf } from './views/views';

interface Dependencies {
  db: CompaniesDatabase;
  /** How readers are answered. */
  views: CompanyViewsOf;
  lifecycle: (db: CompaniesDatabase, repository: CompanyRepository) => CompanyLifecycle;
}

export type Companies = ReturnType<typeof createCompanies>;

/** The companies module: its rules, and the answers to its neighbours. */
export function createCompanies({ db, views, lifecycle }: Dependencies) {
  const repository = companyRepository(db);
  const { detail } = views(db);
  const { insert, remove } = lifecycle(db, repository);

  return {
    create(company: NewCompany, key?: string): Promise<Company> {
      const mark = markOf(key, company);
      return repository.createOnce(mark, () => insert(company, mark)).catch(refuseDuplicate);
    },

    list: (filter: CompanyFilter): Promise<Company[]> => repository.list(filter),

    async detail(handle: string): Promise<Company & { jobs: JobSummary[] }> {
      const company = await detail(handle);
      if (!company) throw noSuchCompany(handle);
      return company;
    },

    async update(handle: string, changes: CompanyChanges): Promise<Company> {
      if (Object.keys(changes).length === 0) throw invalid('No data');
      const company = await repository.update(handle, changes).catch(refuseDuplicate);
      if (!company) throw noSuchCompany(handle);
      return company;
    },

    async remove(handle: string): Promise<void> {
      if (!(await remove(handle))) throw noSuchCompany(handle);
    },

    find: (handle: string): Promise<Company | null> => repository.find(handle),

    async namesOf(handles: string[]): Promise<Record<string, string>> {
      const rows = await repository.namesOf(handles);
      return Object.fromEntries(rows.map(({ handle, name }) => [handle, name]));
    },
  } satisfies CompanyDirectory & Record<string, unknown>;
}

const noSuchCompany = (handle: string) => notFound(`No company: ${handle}`);

function refuseDuplicate(error: unknown): never {
  if (isUniqueViolation(error)) throw conflict('There is a company with this handle or name already', error);
  throw error;
}
