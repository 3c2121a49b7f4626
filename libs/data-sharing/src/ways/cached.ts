import type { Company, CompanyDirectory, CompanyEvents, JobBoard, JobSummary } from '@jobly/contracts';
import { believed } from '../believed';
import { cachedAnswers, questions } from '../counts';
import type { Shared } from '../shared';

const metrics = [cachedAnswers, questions];

/**
 * Believes the neighbour's answers for `ttl` seconds: it is asked less often, and whatever is known goes on being shown
 * while it is out of reach. A change is seen that much later, and in each process at another time.
 */
export function cachedCompanies<Views>(
  companies: CompanyDirectory,
  byPort: (port: CompanyDirectory) => Views,
  ttl: number,
): Shared<Views> {
  const whole = believed<Company>({
    of: 'companies',
    ask: one((handle) => companies.find(handle)),
    ttl: ttl * 1_000,
    weigh: ({ description, logoUrl }) => 500 + 2 * (description.length + (logoUrl?.length ?? 0)),
  });
  const names = believed<string>({
    of: 'names of companies',
    ask: async (handles) => new Map(Object.entries(await companies.namesOf(handles))),
    ttl: ttl * 1_000,
    weigh: () => 500,
  });
  return {
    views: byPort({
      find: async (handle) => (await whole.answersTo([handle])).get(handle) ?? null,
      namesOf: async (handles) => Object.fromEntries(await names.answersTo(handles)),
    }),
    informedBy: forgettingDeleted((handle) => {
      whole.forget(handle);
      names.forget(handle);
    }),
    metrics,
    workers: [],
  };
}

/** The same for the jobs of companies. That there are none is not believed: the first may just have been added. */
export function cachedJobs<Views>(jobs: JobBoard, byPort: (port: JobBoard) => Views, ttl: number): Shared<Views> {
  const lists = believed<JobSummary[]>({
    of: 'jobs of companies',
    ask: one(async (handle) => {
      const list = await jobs.ofCompany(handle);
      return list.length > 0 ? list : null;
    }),
    ttl: ttl * 1_000,
    weigh: ({ length }) => 500 * length,
  });
  return {
    views: byPort({ ofCompany: async (handle) => (await lists.answersTo([handle])).get(handle) ?? [] }),
    informedBy: forgettingDeleted(lists.forget),
    metrics,
    workers: [],
  };
}

const one =
  <Answer>(find: (key: string) => Promise<Answer | null>) =>
  async (keys: string[]): Promise<Map<string, Answer>> => {
    const found = new Map<string, Answer>();
    for (const key of keys) {
      const answer = await find(key);
      if (answer !== null) found.set(key, answer);
    }
    return found;
  };

/** Once a deletion is handled, its handle can be taken by another company, of which nothing is known. */
const forgettingDeleted =
  (forget: (handle: string) => void) =>
  (events: CompanyEvents): CompanyEvents => ({
    ...events,
    'company-deleted': async (payload, eventId) => {
      await events['company-deleted'](payload, eventId);
      forget(payload.handle);
    },
  });
