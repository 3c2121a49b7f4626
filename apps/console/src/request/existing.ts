import { setTimeout as delay } from 'node:timers/promises';
import { type JobListing, type Company, operations } from '@jobly/contracts';
import { ask } from '@jobly/lab/system-under-test';
import type { RunningStack } from './stacks';

/** What exists at every stack that answers. */
export interface Existing {
  /** By id. */
  readonly jobs: readonly Pick<JobListing, 'id'>[];
  /** By name. */
  readonly companies: readonly Pick<Company, 'handle'>[];
  /** The last user who was registered here. */
  readonly registered: string | undefined;
}

/** A stack that is slower does not hold up the form. */
const PATIENCE_MS = 2_000;

/** As far as lists show it, which end at 1,000. */
export async function existingAt(stacks: readonly RunningStack[]): Promise<Omit<Existing, 'registered'>> {
  const lists = await Promise.all(stacks.map(async ({ processes: [{ url }] }) => listsAt(url)));
  const [first, ...others] = lists.filter((list) => list !== undefined);
  if (!first) return { jobs: [], companies: [] };
  const jobs = first.jobs.filter(({ id, title }) =>
    others.every((other) => other.jobs.some((job) => job.id === id && job.title === title)),
  );
  const companies = first.companies.filter(({ handle }) =>
    others.every((other) => other.companies.some((company) => company.handle === handle)),
  );
  return { jobs: jobs.sort((one, other) => one.id - other.id), companies };
}

async function listsAt(origin: string) {
  const lists = Promise.all([ask(origin, operations.listJobs), ask(origin, operations.listCompanies)]);
  const [jobs, companies] =
    (await Promise.race([lists.catch(() => undefined), delay(PATIENCE_MS, undefined, { ref: false })])) ?? [];
  return jobs && companies && { ...jobs, ...companies };
}
