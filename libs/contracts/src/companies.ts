import { z } from 'zod';
import * as field from './fields';

export const company = z.object({
  handle: field.handle,
  name: field.companyName,
  description: field.description,
  numEmployees: field.numEmployees,
  logoUrl: field.logoUrl,
});

export const newCompany = z.strictObject({
  handle: field.handle,
  name: field.companyName,
  description: field.description,
  numEmployees: field.numEmployees.default(null),
  logoUrl: field.logoUrl.default(null),
});

export const companyChanges = z
  .strictObject({
    name: field.companyName,
    description: field.description,
    numEmployees: field.numEmployees,
    logoUrl: field.logoUrl,
  })
  .partial();

export const companyFilter = z
  .strictObject({
    nameLike: field.substring.optional(),
    name: field.substring.optional().meta({ description: 'Alias of nameLike' }),
    minEmployees: field.bound,
    maxEmployees: field.bound,
    limit: field.limit,
    offset: field.offset,
  })
  .refine(({ name, nameLike }) => name === undefined || nameLike === undefined, {
    path: ['name'],
    message: 'is an alias of nameLike; give one of the two',
  })
  .refine(({ minEmployees, maxEmployees }) => !(minEmployees! > maxEmployees!), {
    path: ['minEmployees'],
    message: 'must not be greater than maxEmployees',
  })
  .transform(({ name, nameLike = name, ...filter }) => ({ ...filter, nameLike }));

export type Company = z.output<typeof company>;
export type NewCompany = z.output<typeof newCompany>;
export type CompanyChanges = z.output<typeof companyChanges>;
export type CompanyFilter = z.output<typeof companyFilter>;
