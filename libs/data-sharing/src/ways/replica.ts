import type { Company, CompanyDirectory, Job, JobBoard, JobSummary } from '@jobly/contracts';
import type { Follower } from '../replica/follower';
import { type ReadModel, follow } from '../replica/read-model';
import * as records from '../replica/shared-records';
import type { Shared } from '../shared';

interface Replica<Port> extends Shared<Port> {
  follower: Follower;
}

/**
 * Reads copies in the service's own database, and asks nobody. What it has no copy of may have been created a moment
 * ago: so absence is not believed, and the owner is asked. It is asked for everything until the copies are verified. A
 * change is seen when its event has come; if it never comes, after the next audit, which begins `auditInterval` seconds
 * after the one before has ended.
 */
export function replicatedCompanies(
  companies: CompanyDirectory,
  readModel: ReadModel<string, Company>,
  auditInterval: number,
): Replica<CompanyDirectory> {
  const { sql } = readModel.database;
  const follower = follow(records.companies, readModel, auditInterval);

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

  const port: CompanyDirectory = {
    find: async (handle) => (follower.isVerified() ? await copyOf(handle) : null) ?? companies.find(handle),

    async namesOf(handles) {
      const copied = follower.isVerified() ? await copiedNames(handles) : {};
      const others = handles.filter((handle) => !Object.hasOwn(copied, handle));
      return others.length === 0 ? copied : { ...copied, ...(await companies.namesOf(others)) };
    },
  };
  return replica(port, follower);
}

/**
 * The same for the jobs of companies. That there are none is not believed; that one is missing among others, nobody can
 * tell until its event has come.
 */
export function replicatedJobs(
  jobs: JobBoard,
  readModel: ReadModel<number, Job>,
  auditInterval: number,
): Replica<JobBoard> {
  const follower = follow(records.jobs, readModel, auditInterval);

  async function copiesOf(handle: string): Promise<JobSummary[]> {
    const copies = await readModel.database.sql<{ content: Job }>({
      name: 'jobs-of-company-copy',
      text: `SELECT content FROM job_copies WHERE content ->> 'companyHandle' = $1 ORDER BY key`,
      values: [handle],
    });
    return copies.map(({ content: { id, title, salary, equity } }) => ({ id, title, salary, equity }));
  }

  const port: JobBoard = {
    async ofCompany(handle) {
      const copies = follower.isVerified() ? await copiesOf(handle) : [];
      return copies.length > 0 ? copies : jobs.ofCompany(handle);
    },
  };
  return replica(port, follower);
}

/** Deletions reach the copies as changes do, so they need not be told again. */
const replica = <Port>(port: Port, follower: Follower): Replica<Port> => ({
  port,
  informedBy: (events) => events,
  metrics: [],
  workers: [follower],
  follower,
});
