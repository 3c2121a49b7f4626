import type { AskPage, Company, CompanyDirectory, Job, JobBoard, JobSummary } from '@jobly/contracts';
import type { Database } from '@jobly/database';
import type { Logger } from 'pino';
import { audit } from '../replica/audit';
import { copiesIn } from '../replica/copies';
import { type Follower, createFollower } from '../replica/follower';
import * as shared from '../replica/shared-records';

interface ReadModel<Key, Content> {
  database: Pick<Database, 'sql' | 'background'>;
  /** The owner's records, by page. */
  pages: AskPage<Key, Content>;
  /** From the end of an audit to the next (s). */
  auditInterval: number;
  log: Logger;
}

interface Replica<Port> {
  port: Port;
  follower: Follower;
}

/**
 * Reads copies in the process's own database, and asks nobody. What it has no copy of may have been created a moment ago:
 * so absence is not believed, and the owner is asked. It is asked for everything until the copies are verified.
 */
export function replicatedCompanies(
  companies: CompanyDirectory,
  { database, pages, ...options }: ReadModel<string, Company>,
): Replica<CompanyDirectory> {
  const { sql } = database;
  const follower = follow(shared.companies, { database, pages, ...options });

  async function copyOf(handle: string): Promise<Company | null> {
    const [copy] = await sql<{ content: Company | null }>({
      name: 'company-copy',
      text: 'SELECT content FROM company_copies WHERE key = $1',
      values: [handle],
    });
    return copy?.content ?? null;
  }

  async function copiedNames(handles: string[]): Promise<Record<string, string>> {
    const copies = await sql<{ handle: string; name: string }>({
      name: 'company-names-copy',
      text: `SELECT key AS handle, content ->> 'name' AS name FROM company_copies
             WHERE key = ANY ($1) AND content IS NOT NULL`,
      values: [handles],
    });
    return Object.fromEntries(copies.map(({ handle, name }) => [handle, name]));
  }

  return {
    port: {
      find: async (handle) => (follower.isVerified() ? await copyOf(handle) : null) ?? companies.find(handle),

      async namesOf(handles) {
        const copied = follower.isVerified() ? await copiedNames(handles) : {};
        const others = handles.filter((handle) => !Object.hasOwn(copied, handle));
        return others.length === 0 ? copied : { ...copied, ...(await companies.namesOf(others)) };
      },
    },
    follower,
  };
}

/** The same for the jobs of companies. Nobody knows that one is missing in a list, until its event arrives. */
export function replicatedJobs(jobs: JobBoard, { database, ...options }: ReadModel<number, Job>): Replica<JobBoard> {
  const follower = follow(shared.jobs, { database, ...options });

  async function copiesOf(handle: string): Promise<JobSummary[]> {
    const copies = await database.sql<{ content: Job }>({
      name: 'jobs-of-company-copy',
      text: `SELECT content FROM job_copies WHERE content ->> 'companyHandle' = $1 ORDER BY key`,
      values: [handle],
    });
    return copies.map(({ content: { id, title, salary, equity } }) => ({ id, title, salary, equity }));
  }

  return {
    port: { ofCompany: (handle) => (follower.isVerified() ? copiesOf(handle) : jobs.ofCompany(handle)) },
    follower,
  };
}

function follow<Key extends string | number, Content>(
  records: shared.SharedRecords<Key>,
  { database, pages, auditInterval, log }: ReadModel<Key, Content>,
): Follower {
  const copies = copiesIn(database.background, records);
  return createFollower({
    copies: records.copies,
    audit: (signal) => audit(copies, pages, records, signal),
    auditInterval,
    log,
  });
}
