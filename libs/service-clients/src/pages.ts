import { type AskPage, type Company, type Job, internalOperations as internal } from '@jobly/contracts';
import type { ServiceClient } from './service-client';

/** The owner's side of a read model over HTTP. */
export const httpCompanyPages =
  (companies: ServiceClient): AskPage<string, Company> =>
  async (question) =>
    (await companies(internal.companyPage, { body: question })).rows;

export const httpJobPages =
  (jobs: ServiceClient): AskPage<number, Job> =>
  async (question) =>
    (await jobs(internal.jobPage, { body: question })).rows;
