import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { temporaryCluster } from './cluster/cluster.fixture';
import { type Database, openDatabase } from './database';
import { problemOf, written } from './errors';
import { prismaAdapter } from './prisma-adapter';
import { openPool } from './pool';

let cluster: Awaited<ReturnType<typeof temporaryCluster>>;
let relay: Awaited<ReturnType<typeof relayTo>>;
let database: Database;

beforeAll(async () => {
  cluster = await temporaryCluster('jobly');
  relay = await relayTo(cluster.urlOf('jobly'));
  database = openDatabase({ url: relay.url, max: 1, name: 'lost-answers' });
  await database.sql(statement('CREATE TABLE facts (fact text)'));
});
afterEach(() => relay.passOn());
afterAll(async () => {
  await database.close();
  relay.stop();
  await cluster.remove();
});

/** A way to a server on which its answers can be lost: what was asked arrives, then the connection breaks. */
async function relayTo(url: string) {
  const { hostname, port } = new URL(url);
  let losing = false;
  const server = createServer((client) => {
    const onward = connect(Number(port), hostname);
    client.pipe(onward).on('data', (answer: Buffer) => {
      if (losing) client.destroy();
      else client.write(answer);
    });
    client.on('error', () => {}).on('close', () => onward.destroy());
    onward.on('error', () => {}).on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: Object.assign(new URL(url), { port: (server.address() as AddressInfo).port, hostname: '127.0.0.1' }).href,
    lose: () => (losing = true),
    passOn: () => (losing = false),
    stop: () => server.close(),
  };
}

const statement = (text: string) => ({ name: '', text, values: [] });
const insertion = (fact: string) => statement(`INSERT INTO facts VALUES ('${fact}')`);

const outcomeOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => 'done',
    (error: unknown) => (problemOf(error) ?? (error as { kind?: string })).kind,
  );

/** Whether the fact is there, over a connection of its own. */
async function isThere(fact: string): Promise<boolean> {
  const pool = openPool({ url: cluster.urlOf('jobly'), max: 1, name: 'looking' });
  const { rowCount } = await pool.query('SELECT FROM facts WHERE fact = $1', [fact]);
  await pool.end();
  return rowCount === 1;
}

describe('where the answer of the database is lost,', () => {
  it('a write that takes effect by itself may have done so', async () => {
    await database.sql(statement('SELECT 1'));
    relay.lose();
    expect(await outcomeOf(database.sql(insertion('alone')))).toBe('outcome-unknown');
    expect(await isThere('alone')).toBe(true);
  });

  it('a read has changed nothing', async () => {
    await database.sql(statement('SELECT 1'));
    relay.lose();
    expect(await outcomeOf(database.sql(statement('SELECT * FROM facts')))).toBe('unavailable');
  });

  it('a transaction that had not come to its COMMIT has changed nothing', async () => {
    const work = database.transaction(async (sql) => {
      await sql(insertion('undone'));
      relay.lose();
      await sql(insertion('undone as well'));
    });
    expect(await outcomeOf(work)).toBe('unavailable');
    expect(await isThere('undone')).toBe(false);
  });

  it('a transaction that was being committed may be', async () => {
    const work = database.transaction(async (sql) => {
      await sql(insertion('committed'));
      relay.lose();
    });
    expect(await outcomeOf(work)).toBe('outcome-unknown');
    expect(await isThere('committed')).toBe(true);
  });

  it('a write of Prisma may have taken effect', async () => {
    const pool = openPool({ url: relay.url, max: 1, name: 'lost-answers' });
    const adapter = await prismaAdapter(pool, 'public').connect();
    await adapter.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] });
    relay.lose();
    const { text: sql } = insertion('by Prisma');
    expect(await outcomeOf(written(adapter.executeRaw({ sql, args: [], argTypes: [] })))).toBe('outcome-unknown');
    expect(await isThere('by Prisma')).toBe(true);
    await pool.end();
  });
});

describe('a write that never came to the database', () => {
  it('has changed nothing, for nobody could be reached', async () => {
    const nowhere = openDatabase({ url: 'postgresql://a:b@127.0.0.1:1/jobly', max: 1, name: 'nowhere' });
    expect(await outcomeOf(nowhere.sql(insertion('nothing')))).toBe('unavailable');
    expect(await outcomeOf(nowhere.transaction((sql) => sql(insertion('nothing'))))).toBe('unavailable');
    await nowhere.close();
  });
});
