import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase, startCluster } from '@jobly/database';
import type { JobsDatabase } from '../database';
import { onCompanyEvents } from './by-events';

const migrations = join(import.meta.dirname, '../../../../apps/jobs-service/prisma/migrations');

/** A database of the jobs service on a server of its own, and processes that share it and handle events. */
export async function aSharedDatabase() {
  const directory = mkdtempSync(join(tmpdir(), 'jobly-jobs-'));
  const cluster = await startCluster({ directory, databases: ['jobs'] });
  const url = cluster.urlOf('jobs');
  await migrate({ url, directory: migrations });
  const open = () => openDatabase({ url, max: 5, name: 'test' });
  const databases = [open()];
  const run = <Row>(text: string, values: unknown[] = []) => databases[0]!.sql<Row>({ name: '', text, values });

  return {
    run,

    addJob: (handle: string) => run(`INSERT INTO jobs (title, company_handle) VALUES ('Cook', $1)`, [handle]),

    async jobsOf(handle: string): Promise<number> {
      const [row] = await run<{ count: number }>('SELECT count(*)::int FROM jobs WHERE company_handle = $1', [handle]);
      return row!.count;
    },

    /** One more process. It goes on with what it has heard when `thaw` resolves. */
    replica(thaw: Promise<unknown> = Promise.resolve()) {
      const database = open();
      databases.push(database);
      const transaction: JobsDatabase['transaction'] = async (work) => {
        await thaw;
        return database.transaction(work);
      };
      return onCompanyEvents({ ...database, transaction, prisma: {} as JobsDatabase['prisma'] });
    },

    async remove(): Promise<void> {
      for (const { close } of databases) await close();
      await cluster.stop();
      rmSync(directory, { recursive: true });
    },
  };
}
