import { afterAll, afterEach, beforeAll, describe, expect, test } from 'bun:test';
import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { type Database, openDatabase, problemOf } from './database';
import { Problem } from '../problem';

/** A server for these tests, which `npm test` starts. */
const url = process.env['TEST_DATABASE_URL'];
if (!url) console.warn('The tests over a database are left out: TEST_DATABASE_URL names none.');

const ANSWER_TIMEOUT_MS = 1_000;

/** A way to a server that can be made to look as if it had stopped: what is asked arrives when it goes on. */
async function relayTo(url: string) {
  const { hostname, port } = new URL(url);
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    const onward = connect(Number(port), hostname);
    clients.add(client);
    client.pipe(onward).pipe(client);
    client.on('error', () => {}).on('close', () => onward.destroy());
    onward.on('error', () => {}).on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: Object.assign(new URL(url), { port: (server.address() as AddressInfo).port, hostname: '127.0.0.1' }).href,
    hold: () => clients.forEach((client) => client.pause()),
    goOn: () => clients.forEach((client) => client.resume()),
    stop: () => server.close(),
  };
}

describe.skipIf(!url)('a transaction on a database that stops answering', () => {
  let relay: Awaited<ReturnType<typeof relayTo>>;
  let database: Database;

  beforeAll(async () => {
    relay = await relayTo(url!);
    // Over one connection everything comes in order.
    database = openDatabase(relay.url, 1, ANSWER_TIMEOUT_MS);
    await database.write('CREATE TABLE facts (fact text)');
  });
  afterEach(() => relay.goOn());
  afterAll(async () => {
    await database.close();
    relay.stop();
  });

  const statusOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof Problem ? error : problemOf(error))?.status,
    );
  const isThere = async (fact: string) =>
    (await database.read('SELECT 1 FROM facts WHERE fact = $1', [fact])).length > 0;
  const insert = 'INSERT INTO facts VALUES ($1)';

  test('before its BEGIN is refused, and nothing happens when the database goes on', async () => {
    relay.hold();
    expect(await statusOf(database.transaction((query) => query(insert, ['refused'])))).toBe(503);
    relay.goOn();
    expect(await isThere('refused')).toBe(false);
  });

  test('within its work is refused, and nothing happens when the database goes on', async () => {
    const work = database.transaction(async (query) => {
      relay.hold();
      await query(insert, ['broken off']);
    });
    expect(await statusOf(work)).toBe(503);
    relay.goOn();
    expect(await isThere('broken off')).toBe(false);
  });

  test('at its COMMIT may have happened', async () => {
    const work = database.transaction(async (query) => {
      await query(insert, ['committed']);
      relay.hold();
    });
    expect(await statusOf(work)).toBe(504);
    relay.goOn();
    expect(await isThere('committed')).toBe(true);
  });
});
