import { temporaryCluster } from './cluster/cluster.fixture';
import { openPool, ping } from './pool';
import { prismaAdapter } from './prisma-adapter';
import { likePattern, sqlOver } from './sql';
import { transactionsOver } from './transaction';

let cluster: Awaited<ReturnType<typeof temporaryCluster>>;
let pool: ReturnType<typeof openPool>;

beforeAll(async () => {
  cluster = await temporaryCluster('jobly');
});
beforeEach(() => {
  pool = openPool({ url: cluster.urlOf('jobly'), max: 1, name: 'pool-test' });
});
afterEach(() => pool.end());
afterAll(() => cluster.remove());

const prepared = async () => {
  const { rows } = await pool.query<{ name: string }>('SELECT name FROM pg_prepared_statements');
  return rows.map(({ name }) => name);
};

describe('A pool', () => {
  it('survives the death of its idle connections, and makes new ones', async () => {
    const backend = async () => (await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]!.pid;
    const first = await backend();
    const removed = new Promise((resolve) => pool.once('remove', resolve));
    const other = openPool({ url: cluster.urlOf('jobly'), max: 1, name: 'other' });
    await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'pool-test'`);
    await removed;
    await ping(sqlOver(pool));
    expect(await backend()).not.toBe(first);
    await other.end();
  });

  it('has a limit to how long a statement may take', async () => {
    const { rows } = await pool.query('SHOW statement_timeout');
    expect(rows).toEqual([{ statement_timeout: '5s' }]);
  });
});

describe('A statement', () => {
  it('is prepared under its name and gives its rows', async () => {
    const sql = sqlOver(pool);
    const statement = { name: 'double', text: 'SELECT $1::integer * 2 AS double', values: [21] };
    expect(await sql<{ double: number }>(statement)).toEqual([{ double: 42 }]);
    expect(await prepared()).toEqual(['double']);
  });

  it('of Prisma is prepared, too, under a name made of its text', async () => {
    const adapter = await prismaAdapter(pool, 'public').connect();
    for (const sql of ['SELECT 1', 'SELECT 1', 'SELECT 2']) await adapter.queryRaw({ sql, args: [], argTypes: [] });
    const names = await prepared();
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^prisma_[0-9a-f]{32}$/);
  });

  it('of Prisma is no longer prepared when there have been very many', async () => {
    const adapter = await prismaAdapter(pool, 'public').connect();
    for (let i = 0; i < 520; i++) await adapter.queryRaw({ sql: `SELECT ${i}`, args: [], argTypes: [] });
    expect(await prepared()).toHaveLength(500);
  });
});

describe('A pattern', () => {
  it.each(['100%', 'a_b', 'back\\slash', '%', '\\', '\\%_'])(
    'finds %s where it stands, and nothing like it',
    async (part) => {
      const found = async (text: string) => {
        const { rows } = await pool.query<{ found: boolean }>('SELECT $1 ILIKE $2 AS found', [text, likePattern(part)]);
        return rows[0]?.found;
      };
      expect(await found(`before ${part.toUpperCase()} after`)).toBe(true);
      expect(await found('before axb 100 back after')).toBe(false);
    },
  );
});

describe('A transaction', () => {
  it('happens as a whole, or not at all', async () => {
    const transaction = transactionsOver(pool);
    const insert = { name: 'insert', text: 'INSERT INTO facts VALUES (1)', values: [] };
    await pool.query('CREATE TABLE facts (fact integer)');
    await expect(
      transaction(async (sql) => {
        await sql(insert);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect((await pool.query('SELECT * FROM facts')).rows).toEqual([]);
    expect(await transaction((sql) => sql(insert).then(() => 'done'))).toBe('done');
    expect((await pool.query('SELECT * FROM facts')).rows).toEqual([{ fact: 1 }]);
  });
});
