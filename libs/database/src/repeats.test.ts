import { temporaryCluster } from './cluster/cluster.fixture';
import { type Database, openDatabase } from './database';
import { type RequestMark, createOnceIn, markOf, markValues } from './repeats';

let cluster: Awaited<ReturnType<typeof temporaryCluster>>;
let database: Database;
let createOnce: ReturnType<typeof createOnceIn>;
beforeAll(async () => {
  cluster = await temporaryCluster('jobly');
  database = openDatabase({ url: cluster.urlOf('jobly'), max: 5, name: 'test' });
  await run(`CREATE TABLE things (id serial PRIMARY KEY, name text UNIQUE, idempotency_key text UNIQUE,
                                  request_fingerprint text)`);
  createOnce = createOnceIn(database.sql, 'things', 'id, name');
}, 30_000);
afterEach(() => run('TRUNCATE things'));
afterAll(async () => {
  await database.close();
  await cluster.remove();
}, 30_000);

interface Thing {
  id: number;
  name: string;
}

const run = <Row>(text: string, values: unknown[] = []) => database.sql<Row>({ name: '', text, values });
const insert = async (name: string, mark?: RequestMark): Promise<Thing> => {
  const text = `INSERT INTO things (name, idempotency_key, request_fingerprint) VALUES ($1, $2, $3) RETURNING id, name`;
  const [row] = await run<Thing>(text, [name, ...markValues(mark)]);
  return row!;
};
const create = (name: string, key?: string, isSame?: (thing: Thing) => Promise<boolean>) => {
  const mark = markOf(key, { name });
  return createOnce(mark, () => insert(name, mark), isSame);
};
const names = async () => (await run<Thing>('SELECT name FROM things ORDER BY id')).map(({ name }) => name);
const reused = { kind: 'key-reused' };

describe('a row is created', () => {
  it('once for a key, and shown as it is by now', async () => {
    const first = await create('one', 'k');
    expect(await create('one', 'k')).toEqual(first);
    await run('UPDATE things SET name = $1', ['changed']);
    expect(await create('one', 'k')).toEqual({ ...first, name: 'changed' });
    expect(await names()).toEqual(['changed']);
  });

  it('once by requests that come at the same time', async () => {
    const created = await Promise.all(Array.from({ length: 5 }, () => create('one', 'k')));
    expect(new Set(created.map(({ id }) => id)).size).toBe(1);
    expect(await names()).toEqual(['one']);
  });

  it('for every other key, and for every request without one', async () => {
    for (const [name, key] of [['one', 'k'], ['two', 'l'], ['three'], ['four']] as const) await create(name, key);
    expect(await names()).toEqual(['one', 'two', 'three', 'four']);
  });

  it('by a later request where the first one failed', async () => {
    const mark = markOf('k', { name: 'one' });
    await expect(createOnce(mark, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await create('one', 'k')).toMatchObject({ name: 'one' });
  });

  it('anew where the first one is gone', async () => {
    const { id } = await create('one', 'k');
    await run('DELETE FROM things');
    expect((await create('one', 'k')).id).not.toBe(id);
  });
});

describe('a request is refused', () => {
  it('whose key was used for another one', async () => {
    await create('one', 'k');
    await expect(create('two', 'k')).rejects.toMatchObject(reused);
    expect(await names()).toEqual(['one']);
  });

  it('whose key is being used for another one', async () => {
    const outcomes = await Promise.allSettled([create('one', 'k'), create('two', 'k')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: reused });
  });

  it('that differs in what the mark leaves out', async () => {
    await create('one', 'k');
    await expect(create('one', 'k', async ({ name }) => name !== 'one')).rejects.toMatchObject(reused);
    expect(await create('one', 'k', async ({ name }) => name === 'one')).toMatchObject({ name: 'one' });
  });

  it('as a duplicate where another request has what it wants', async () => {
    await create('one', 'k');
    await expect(create('one', 'l')).rejects.toMatchObject({ code: '23505' });
    await expect(create('one')).rejects.toMatchObject({ code: '23505' });
  });
});
