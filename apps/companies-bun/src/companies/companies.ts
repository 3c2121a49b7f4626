import { createHash } from 'node:crypto';
import type { Query as Filter } from '../contract/query';
import { type Database, isUniqueViolation } from '../data/database';
import type { Neighbour } from '../neighbour';
import type { Outbox } from '../outbox/outbox';
import { Problem, invalid, notFound, unavailable } from '../problem';
import type { Asker } from '../request';
import { type Company, type Mark, companyRepository } from './repository';

interface Dependencies {
  database: Database;
  jobs: Neighbour;
  outbox: Pick<Outbox, 'delivered'>;
  /** How long a deletion waits until its event is delivered (ms). */
  deadline: number;
}

/** A deletion whose event was not delivered in time may still settle; two seconds are ample if the jobs service is up. */
const SETTLING = { attempts: 20, pauseMs: 100 };

export type Companies = ReturnType<typeof createCompanies>;

/** The rules of companies. */
export function createCompanies({ database, jobs, outbox, deadline }: Dependencies) {
  const repository = companyRepository(database);

  /** If the handle were free at once, a late event of the old company would delete the jobs of the new one. */
  async function insertIfSettled(company: Company, mark?: Mark): Promise<Company> {
    for (let attempt = 0; ; attempt++) {
      const inserted = await database
        .transaction(async (query) => {
          const row = await repository.insert(query, company, mark);
          if (await repository.isDeletionPending(query, company.handle)) throw new DeletionPending();
          return row;
        })
        .catch((error: unknown) => {
          if (error instanceof DeletionPending) return undefined;
          throw error;
        });
      if (inserted) return inserted;
      if (attempt === SETTLING.attempts) throw unavailable('A handle deleted a moment ago', new DeletionPending());
      await Bun.sleep(SETTLING.pauseMs);
    }
  }

  /** The company that the same request has created before. */
  async function repeated(mark: Mark | undefined): Promise<Company | undefined> {
    const found = mark && (await repository.createdBy(mark));
    if (!found) return undefined;
    const { isAlike, ...company } = found;
    if (isAlike) return company;
    throw new Problem(422, 'This Idempotency-Key was used for another request already');
  }

  return {
    /** @param key what the request's Idempotency-Key is for this caller and nobody else. */
    async create(company: Company, key: string | undefined): Promise<Company> {
      const mark = key === undefined ? undefined : { key, fingerprint: digestOf(inOrder(company)) };
      const before = await repeated(mark);
      if (before) return before;
      try {
        return await insertIfSettled(company, mark);
      } catch (error) {
        // The same request may have come twice at once, and the other was faster.
        const faster = isUniqueViolation(error) ? await repeated(mark) : undefined;
        return faster ?? refuseDuplicate(error);
      }
    },

    list: (filter: Filter): Promise<Company[]> => repository.list(filter),

    async detail(handle: string, asker: Asker) {
      const [company, listed] = await Promise.all([
        repository.find(handle),
        jobs(asker, 'jobsOfCompany', { params: { handle } }),
      ]);
      if (!company) throw noSuchCompany(handle);
      return { ...company, ...(listed as { jobs: object[] }) };
    },

    async update(handle: string, changes: Partial<Company>): Promise<Company> {
      if (Object.keys(changes).length === 0) throw invalid('No data');
      const company = await repository.update(handle, changes).catch(refuseDuplicate);
      if (!company) throw noSuchCompany(handle);
      return company;
    },

    async remove(handle: string, { away }: Asker): Promise<void> {
      const eventId = await repository.remove(handle);
      if (eventId === undefined) throw noSuchCompany(handle);
      if (await away(() => outbox.delivered(eventId, deadline))) return;
      throw new Problem(504, 'The company is deleted; its jobs follow as soon as the jobs service can be told');
    },

    find: repository.find,

    async namesOf(handles: string[]): Promise<Record<string, string>> {
      const rows = await repository.namesOf(handles);
      return Object.fromEntries(rows.map(({ handle, name }) => [handle, name]));
    },
  };
}

class DeletionPending extends Error {}

const noSuchCompany = (handle: string) => notFound(`No company: ${handle}`);

function refuseDuplicate(error: unknown): never {
  if (isUniqueViolation(error)) throw new Problem(409, 'There is a company with this handle or name already');
  throw error;
}

/** However its fields were ordered; so the Node.js service recognises the repeat as well. */
const inOrder = ({ handle, name, description, numEmployees, logoUrl }: Company) => ({
  handle,
  name,
  description,
  numEmployees,
  logoUrl,
});

const digestOf = (request: object): string => createHash('sha256').update(JSON.stringify(request)).digest('hex');
