import type { History } from '../record/entries';
import type { Violation } from './violation';

/** Checks the final state on its own: no record twice, and none whose parent is gone. */
export function checkIntegrity({ operations, final }: History): Violation[] {
  const { companies, jobs, users } = final;
  const handles = new Set(companies.map(({ handle }) => handle));
  const ids = new Set(jobs.map(({ id }) => id));
  const about = (record: string, kind: Violation['kind'], message: string): Violation => ({
    kind,
    record,
    message,
    operations: operations.filter((one) => one.record === record || record.endsWith(`/${one.record}`)),
  });
  // Clients give every job a title of its own; the seed's may be alike.
  const own = new Set(operations.map(({ record }) => record));
  const twice = [...Map.groupBy(jobs, ({ title }) => `job/${title}`)].filter(
    ([record, same]) => same.length > 1 && own.has(record),
  );
  return [
    ...twice.map(([record, same]) => about(record, 'duplicate', `${record} exists ${same.length} times`)),
    ...jobs
      .filter(({ companyHandle }) => !handles.has(companyHandle))
      .map(({ title, companyHandle }) =>
        about(`job/${title}`, 'orphan', `job/${title} exists, but its company/${companyHandle} does not`),
      ),
    ...users.flatMap(({ username, applications }) =>
      applications
        .filter((id) => !ids.has(id))
        .map((id) => about(`user/${username}`, 'orphan', `user/${username} has applied to a job that is gone: ${id}`)),
    ),
  ];
}
