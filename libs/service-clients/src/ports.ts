import {
  type CompanyDirectory,
  type JobBoard,
  type JobRegister,
  type TokenIntrospector,
  internalOperations as internal,
} from '@jobly/contracts';
import type { ServiceClient } from './service-client';

/** The ports over HTTP: each method asks one question of the neighbour that owns the answer. */
export const httpCompanyDirectory = (companies: ServiceClient): CompanyDirectory => ({
  find: async (handle) => (await companies(internal.findCompany, { params: { handle } })).company,
  namesOf: async (handles) => (await companies(internal.companyNames, { body: { handles } })).names,
});

export const httpJobBoard = (jobs: ServiceClient): JobBoard => ({
  ofCompany: async (handle) => (await jobs(internal.jobsOfCompany, { params: { handle } })).jobs,
});

export const httpJobRegister = (jobs: ServiceClient): JobRegister => ({
  exists: async (id) => (await jobs(internal.jobExists, { params: { id } })).exists,
});

export const httpTokenIntrospector = (users: ServiceClient): TokenIntrospector => ({
  introspect: (token) => users(internal.introspectToken, { body: { token } }),
});
