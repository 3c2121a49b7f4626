import { temporaryCluster } from './cluster/cluster.fixture';
import { type Database, openDatabase } from './database';

let cluster: Awaited<ReturnType<typeof temporaryCluster>>;
let database: Database;

beforeAll(async () => {
  cluster = await temporaryCluster('jobly');
});
beforeEach(() => {
  database = openDatabase({ url: cluster.urlOf('jobly'), max: 2, name: 'traffic' });
});
afterEach(() => database.close());
afterAll(() => cluster.remove());

const echo = (text: string) => ({ name: 'echo', text: 'SELECT $1::text AS echo', values: [text] });

/** The counts that an action adds. */
async function addedBy(act: () => Promise<unknown>) {
  const before = structuredClone(database.traffic);
  await act();
  const { requests, background } = database.traffic;
  return {
    statements: requests.statements - before.requests.statements,
    sentBytes: requests.sentBytes - before.requests.sentBytes,
    receivedBytes: requests.receivedBytes - before.requests.receivedBytes,
    background: background.statements - before.background.statements,
  };
}

describe('What is counted of a statement', () => {
  it('is one, whoever sends it', async () => {
    const prisma = await database.adapter.connect();
    const raw = { sql: 'SELECT 1', args: [], argTypes: [] };
    expect(await addedBy(() => database.sql(echo('one')))).toMatchObject({ statements: 1 });
    expect(await addedBy(() => prisma.queryRaw(raw))).toMatchObject({ statements: 1 });
    expect(await addedBy(() => Promise.all([1, 2, 3].map(() => database.sql(echo('many')))))).toMatchObject({
      statements: 3,
    });
  });

  it('is the beginning and the end of its transaction, too', async () => {
    const twice = database.transaction(async (sql) => {
      await sql(echo('one'));
      await sql(echo('two'));
    });
    expect(await addedBy(() => twice)).toMatchObject({ statements: 4 });
    const failing = () => database.transaction(() => Promise.reject(new Error('changed my mind')));
    expect(await addedBy(() => failing().catch(() => {}))).toMatchObject({ statements: 2 });
  });

  it('is one, too, where it fails', async () => {
    const nonsense = { name: 'nonsense', text: 'SELECT nonsense', values: [] };
    expect(await addedBy(() => database.sql(nonsense).catch(() => {}))).toMatchObject({ statements: 1 });
    const within = () => database.transaction((sql) => sql(nonsense));
    expect(await addedBy(() => within().catch(() => {}))).toMatchObject({ statements: 3 });
  });

  it('are its bytes both ways, and not those of opening the connection', async () => {
    const [row, parsing] = [1_000, 200];
    const first = await addedBy(() => database.sql(echo('')));
    expect(first.sentBytes).toBeLessThan(parsing);
    expect(first.receivedBytes).toBeLessThan(parsing);
    const short = await addedBy(() => database.sql(echo('')));
    const long = await addedBy(() => database.sql(echo('x'.repeat(row))));
    expect(long.sentBytes - short.sentBytes).toBe(row);
    expect(long.receivedBytes - short.receivedBytes).toBe(row);
  });
});

describe('What a process does unasked', () => {
  it('is counted apart', async () => {
    const untouched = { statements: 0, sentBytes: 0, receivedBytes: 0 };
    expect(await addedBy(() => database.background(echo('look')))).toEqual({ ...untouched, background: 1 });
    expect(await addedBy(database.ping)).toEqual({ ...untouched, background: 1 });
  });

  it('does not change how the next statement on its connection is counted', async () => {
    await database.ping();
    expect(await addedBy(() => database.sql(echo('one')))).toMatchObject({ statements: 1, background: 0 });
  });

  it('may fail without harm to the connections', async () => {
    const nonsense = { name: 'nonsense', text: 'SELECT nonsense', values: [] };
    for (let i = 0; i < 3; i++) await expect(database.background(nonsense)).rejects.toThrow('nonsense');
    await database.ping();
  });
});
