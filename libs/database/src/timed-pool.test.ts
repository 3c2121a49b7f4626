import { temporaryCluster } from './cluster/cluster.fixture';
import { type Database, openDatabase } from './database';
import type { Timed } from './timed-pool';

let cluster: Awaited<ReturnType<typeof temporaryCluster>>;
let database: Database;
let underWay = 0;

/** Counts how many of its calls are under way. */
const timed: Timed = (_phase, work) => {
  underWay += 1;
  const done = () => void (underWay -= 1);
  const result = work();
  if (!(result instanceof Promise)) {
    done();
    return result;
  }
  return result.finally(done) as typeof result;
};

beforeAll(async () => {
  cluster = await temporaryCluster('jobly');
});
beforeEach(() => {
  database = openDatabase({ url: cluster.urlOf('jobly'), max: 1, name: 'timed', timed });
});
afterEach(() => database.close());
afterAll(() => cluster.remove());

const one = { name: 'one', text: 'SELECT 1 AS one', values: [] };

describe('Waiting for PostgreSQL', () => {
  it('is timed from the call to the rows, whoever sends the statement', async () => {
    const prisma = await database.adapter.connect();
    const statements = [
      () => database.sql(one),
      () => prisma.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] }),
      () => database.background(one),
    ];
    for (const send of statements) {
      const sent = send();
      expect(underWay).toBeGreaterThan(0);
      await sent;
      expect(underWay).toBe(0);
    }
  });

  it('is timed within a transaction for its statements, and not for what is done between them', async () => {
    const between: number[] = [];
    await database.transaction(async (sql) => {
      between.push(underWay);
      const sent = sql(one);
      between.push(underWay);
      await sent;
      between.push(underWay);
    });
    expect([...between, underWay]).toEqual([0, 1, 0, 0]);
  });

  it('is timed while there is no connection free', async () => {
    const begun = Promise.withResolvers<undefined>();
    const released = Promise.withResolvers<undefined>();
    const first = database.transaction(async () => {
      begun.resolve(undefined);
      await released.promise;
    });
    await begun.promise;
    expect(underWay).toBe(0);
    const second = database.sql(one);
    expect(underWay).toBe(1);
    released.resolve(undefined);
    await Promise.all([first, second]);
    expect(underWay).toBe(0);
  });

  it('ends where it fails', async () => {
    await expect(database.sql({ ...one, name: 'nonsense', text: 'SELECT nonsense' })).rejects.toThrow('nonsense');
    expect(underWay).toBe(0);
  });
});
