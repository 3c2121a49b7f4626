import { join } from 'node:path';
import { temporaryCluster } from '../cluster/cluster.fixture';
import { openPool } from '../pool';
import { migrate } from './migrate';

/** The apps with a database, and the tables of each. */
export const tablesOf = {
  monolith: ['companies', 'jobs', 'users', 'applications', 'login_failures'],
  'companies-service': ['companies', 'outbox_events', 'job_copies'],
  'jobs-service': ['jobs', 'outbox_events', 'inbox', 'company_copies'],
  'users-service': ['users', 'applications', 'login_failures'],
};

export type App = keyof typeof tablesOf;
export const apps = Object.keys(tablesOf) as App[];

export const prismaFolder = (app: App): string => join(import.meta.dirname, '../../../../apps', app, 'prisma');

/** A database for every app, migrated as the app does it. */
export async function migratedDatabases() {
  const { urlOf, remove } = await temporaryCluster(...apps);
  const pools = new Map(apps.map((app) => [app, openPool({ url: urlOf(app), max: 2, name: 'test' })]));
  await Promise.all(
    apps.map((app) => migrate({ url: urlOf(app), owner: app, directory: join(prismaFolder(app), 'migrations') })),
  );
  return {
    urlOf,
    pool: (app: App) => pools.get(app)!,
    async remove() {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
      await remove();
    },
  };
}
