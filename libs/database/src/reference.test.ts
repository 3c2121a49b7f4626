import type { Problem } from '@jobly/contracts';
import { temporaryCluster } from './cluster/cluster.fixture';
import { type Database, openDatabase } from './database';
import { byAsking, byForeignKey, lockForClearing } from './reference';

let cluster: Awaited<ReturnType<typeof temporaryCluster>>;
let database: Database;
beforeAll(async () => {
  cluster = await temporaryCluster('jobly');
  database = openDatabase({ url: cluster.urlOf('jobly'), max: 5, name: 'test' });
  await run('CREATE TABLE things (id int PRIMARY KEY)');
  await run('CREATE TABLE mentions (id serial, thing int, CONSTRAINT fk FOREIGN KEY (thing) REFERENCES things (id))');
  await run('CREATE TABLE far_mentions (id serial, thing int CHECK (thing > 0))');
}, 30_000);
afterAll(async () => {
  await database.close();
  await cluster.remove();
}, 30_000);

const run = <Row>(text: string, values: unknown[] = []) => database.sql<Row>({ name: '', text, values });
const mention = (thing: number) => ({
  name: 'mention',
  text: 'INSERT INTO mentions (thing) VALUES ($1) RETURNING thing',
  values: [thing],
});
const farMention = (thing: number) => ({
  name: 'far-mention',
  text: 'INSERT INTO far_mentions (thing) VALUES ($1) RETURNING thing',
  values: [thing],
});
/** A statement that inserts nothing under a condition. */
const unless = (condition: boolean, table: string, thing: number) => ({
  name: `unless-${table}`,
  text: `INSERT INTO ${table} (thing) SELECT $1::int WHERE NOT $2::boolean RETURNING thing`,
  values: [thing, condition],
});
const mentionsOf = async (thing: number) =>
  (await run<{ count: number }>('SELECT count(*)::int FROM far_mentions WHERE thing = $1', [thing]))[0]!.count;

/** The handling of deleted things; `meanwhile` runs between its deletion and its end. */
const clear = (things: number[], meanwhile?: () => Promise<unknown>) =>
  database.transaction(async (sql) => {
    await lockForClearing(sql, 'thing', things);
    await sql({ name: 'clear', text: 'DELETE FROM far_mentions WHERE thing = ANY($1)', values: [things] });
    await meanwhile?.();
  });

/** Resolves when somebody waits for a lock. */
async function somebodyWaits(): Promise<void> {
  const waiting = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
  while ((await run(waiting)).length === 0);
}

describe('a reference within one database', () => {
  const insertReferring = () => byForeignKey(database.sql, 'fk');

  it('is written where there is something to refer to', async () => {
    await run('INSERT INTO things VALUES (1)');
    expect(await insertReferring()(1, mention(1))).toEqual({ thing: 1 });
  });

  it('is not where there is nothing', async () => {
    expect(await insertReferring()(404, mention(404))).toBeNull();
  });

  it('is not where the statement finds nothing to insert', async () => {
    await run('INSERT INTO things VALUES (2)');
    expect(await insertReferring()(2, unless(true, 'mentions', 2))).toBeNull();
    expect(await insertReferring()(2, unless(false, 'mentions', 2))).toEqual({ thing: 2 });
  });

  it('may fail for other reasons, and says so', async () => {
    await expect(byForeignKey(database.sql, 'another')(404, mention(404))).rejects.toMatchObject({ code: '23503' });
    await expect(insertReferring()(0, farMention(0))).rejects.toMatchObject({ code: '23514' });
  });
});

describe('a reference to what a neighbour has', () => {
  it('is written where the neighbour has it', async () => {
    const insertReferring = byAsking(database.transaction, 'thing', async () => true);
    expect(await insertReferring(1, farMention(1))).toEqual({ thing: 1 });
    expect(await mentionsOf(1)).toBe(1);
  });

  it('is not where the statement finds nothing to insert', async () => {
    const insertReferring = byAsking(database.transaction, 'thing', async () => true);
    expect(await insertReferring(3, unless(true, 'far_mentions', 3))).toBeNull();
    expect(await mentionsOf(3)).toBe(0);
  });

  it('is not where the neighbour does not, or cannot say', async () => {
    expect(await byAsking(database.transaction, 'thing', async () => false)(2, farMention(2))).toBeNull();
    const outage = new Error('unavailable');
    const insertReferring = byAsking(database.transaction, 'thing', () => Promise.reject(outage));
    await expect(insertReferring(2, farMention(2))).rejects.toBe(outage);
    expect(await mentionsOf(2)).toBe(0);
  });

  it('leaves connections to the others while the neighbour does not answer, and takes only so many to wait', async () => {
    const answer = Promise.withResolvers<boolean>();
    const insertReferring = byAsking(database.transaction, 'thing', () => answer.promise);
    const asked = Array.from({ length: 80 }, () =>
      insertReferring(5, farMention(5)).catch((error: unknown) => (error as Problem).kind),
    );
    expect(await run('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await asked.at(-1)).toBe('unavailable');
    answer.resolve(false);
    expect(new Set(await Promise.all(asked))).toEqual(new Set([null, 'unavailable']));
  });

  it('does not survive a deletion that comes between the question and the insertion', async () => {
    const asked = Promise.withResolvers<undefined>();
    const answer = Promise.withResolvers<boolean>();
    const insertReferring = byAsking(database.transaction, 'thing', () => {
      asked.resolve(undefined);
      return answer.promise;
    });
    const inserted = insertReferring(3, farMention(3));
    await asked.promise;
    const cleared = clear([3]);
    await somebodyWaits();
    answer.resolve(true);
    expect(await inserted).toEqual({ thing: 3 });
    await cleared;
    expect(await mentionsOf(3)).toBe(0);
  });

  it('is not even asked for while a deletion is being cleared up after', async () => {
    const questions: number[] = [];
    const exists = async (thing: number) => {
      questions.push(thing);
      return false;
    };
    const clearing = Promise.withResolvers<undefined>();
    const finish = Promise.withResolvers<undefined>();
    const cleared = clear([4], () => {
      clearing.resolve(undefined);
      return finish.promise;
    });
    await clearing.promise;
    const inserted = byAsking(database.transaction, 'thing', exists)(4, farMention(4));
    await somebodyWaits();
    expect(questions).toEqual([]);
    finish.resolve(undefined);
    expect(await inserted).toBeNull();
    expect(questions).toEqual([4]);
    await cleared;
    expect(await mentionsOf(4)).toBe(0);
  });

  it('waits neither for another of its kind nor for anything about another thing', async () => {
    const release = Promise.withResolvers<boolean>();
    const asked = Promise.withResolvers<undefined>();
    const slow = byAsking(database.transaction, 'thing', () => {
      asked.resolve(undefined);
      return release.promise;
    })(5, farMention(5));
    await asked.promise;
    const quick = byAsking(database.transaction, 'thing', async () => true);
    expect(await quick(5, farMention(5))).toEqual({ thing: 5 });
    await clear([6]);
    expect(await byAsking(database.transaction, 'other kind', async () => true)(5, farMention(5))).not.toBeNull();
    release.resolve(true);
    expect(await slow).toEqual({ thing: 5 });
  });

  it('does not wait for what another schema of the database does with a thing of the same name', async () => {
    await run('CREATE SCHEMA elsewhere');
    const elsewhere = openDatabase({ url: `${cluster.urlOf('jobly')}?schema=elsewhere`, max: 1, name: 'test' });
    const release = Promise.withResolvers<undefined>();
    const clearing = Promise.withResolvers<undefined>();
    const cleared = clear([10], () => {
      clearing.resolve(undefined);
      return release.promise;
    });
    await clearing.promise;
    await elsewhere.transaction((sql) => lockForClearing(sql, 'thing', [10]));
    release.resolve(undefined);
    await cleared;
    await elsewhere.close();
  });

  it('to any of many things is cleared away with them', async () => {
    const insertReferring = byAsking(database.transaction, 'thing', async () => true);
    for (const thing of [7, 8, 9]) await insertReferring(thing, farMention(thing));
    await Promise.all([clear([7, 8]), clear([8, 7])]);
    expect(await Promise.all([7, 8, 9].map(mentionsOf))).toEqual([0, 0, 1]);
  });
});
