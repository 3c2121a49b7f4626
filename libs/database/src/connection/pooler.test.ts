import { join } from 'node:path';
import { temporaryCluster } from '../cluster/cluster.fixture';
import { openDatabase } from '../database';
import { migrate } from '../migrations/migrate';
import { lendingPooler, sessionPooler } from './pooler.fixture';

const directory = join(import.meta.dirname, '../../../../apps/companies-service/prisma/migrations');
const migrated = (url: string) => migrate({ url, owner: 'companies service', directory });

describe('Behind a pooler that keeps sessions', () => {
  let cluster: Awaited<ReturnType<typeof temporaryCluster>>;
  let pooler: Awaited<ReturnType<typeof sessionPooler>>;
  let url: string;
  beforeAll(async () => {
    cluster = await temporaryCluster('pooled');
    pooler = await sessionPooler(cluster.urlOf('pooled'));
    url = cluster.urlOf('pooled').replace(`127.0.0.1:${cluster.port}`, pooler.address);
  });
  afterAll(async () => {
    await pooler.close();
    await cluster.remove();
  });

  it('everything works as without, time limits and schema included', async () => {
    await migrated(`${url}?schema=attic`);
    const database = openDatabase({ url: `${url}?schema=attic`, max: 2, name: 'pooled' });
    const settings = await database.sql({
      name: 'settings',
      text: `SELECT current_schema() AS schema, current_setting('statement_timeout') AS limit, count(*)::int FROM companies`,
      values: [],
    });
    await database.close();
    expect(settings).toEqual([{ schema: 'attic', limit: '5s', count: 0 }]);
  });

  it('a setting of the user’s own that it refuses is named, with what to do', async () => {
    await expect(migrated(`${url}?options=-cgeqo%3Doff`)).rejects.toThrow(
      /ignore_startup_parameters of PgBouncer \(unsupported startup parameter: options\)\.$/,
    );
  });
});

describe('A pooler that lends its connections', () => {
  let pooler: Awaited<ReturnType<typeof lendingPooler>>;
  afterEach(() => pooler.close());

  it.each([[[7]], [[7, 8, 9]], [[7, 8, 8, 9]]])('is refused in a sentence: processes %p in turn', async (processes) => {
    pooler = await lendingPooler(...processes);
    await expect(migrated(`postgresql://ann@${pooler.address}/pets`)).rejects.toThrow(
      `Cannot use the PostgreSQL database "pets" at ${pooler.address}: a pooler lends its connections for a transaction ` +
        'at a time; have it keep sessions (pool_mode = session of PgBouncer)',
    );
  });
});
