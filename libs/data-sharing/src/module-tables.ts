import type { JobFilter } from '@jobly/contracts';
import { type Statement, byCodePoint, likePattern, listing } from '@jobly/database';

/*
 * What the ways that read by SQL of their own repeat of the modules: the columns of their tables, and the filters of jobs.
 * A change of either is a change here as well.
 */

export const JOB = 'id, title, salary, equity::text AS equity';
export const COMPANY = 'handle, name, description, num_employees AS "numEmployees", logo_url AS "logoUrl"';

/** A page of jobs; `select` may join other tables to theirs that have none of the columns named here. */
export const jobListing = (
  name: string,
  select: string,
  { title, minSalary, hasEquity, limit, offset }: JobFilter,
): Statement =>
  listing({
    name,
    select,
    conditions: [
      { name: 'title', sql: (it) => `title ILIKE ${it}`, value: title && likePattern(title) },
      { name: 'min', sql: (it) => `salary >= ${it}`, value: minSalary },
      { name: 'equity', sql: (it) => `equity > ${it}`, value: hasEquity ? 0 : undefined },
    ],
    orderBy: `${byCodePoint('title')}, id`,
    limit,
    offset,
  });
