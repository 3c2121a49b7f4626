import { type Company, type Job, internalOperations } from '@jobly/contracts';
import type { Sql } from '@jobly/database';
import { type Route, route } from '@jobly/http-kit';
import { copiesIn } from './copies';
import { ownedPages } from './owned-page';
import { companies, jobs } from './shared-records';

/*
 * The routes of read models. They are there whatever the way, so that processes may change it one after the other: an
 * event is never without a consumer, and a copy that nobody reads does no harm.
 */

/** The companies service shows its companies, and is told of changed jobs. */
export function companiesServiceRoutes(sql: Sql): Route[] {
  const pages = ownedPages<string, Company>(sql, companies);
  const copies = copiesIn(sql, jobs);
  return [
    route(internalOperations.companyPage, async ({ body }) => ({ rows: await pages(body) })),
    route(internalOperations.jobChanged, async ({ body }) => {
      await copies.apply(body.rows);
      return undefined;
    }),
  ];
}

/** The jobs service shows its jobs, and is told of changed companies. */
export function jobsServiceRoutes(sql: Sql): Route[] {
  const pages = ownedPages<number, Job>(sql, jobs);
  const copies = copiesIn(sql, companies);
  return [
    route(internalOperations.jobPage, async ({ body }) => ({ rows: await pages(body) })),
    route(internalOperations.companyChanged, async ({ body }) => {
      await copies.apply(body.rows);
      return undefined;
    }),
  ];
}
