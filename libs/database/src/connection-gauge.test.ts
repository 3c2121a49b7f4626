import type { Gauge } from 'prom-client';
import { temporaryCluster } from './cluster/cluster.fixture';
import { type Database, openDatabase } from './database';

let cluster: Awaited<ReturnType<typeof temporaryCluster>>;
let database: Database;

beforeAll(async () => {
  cluster = await temporaryCluster('jobly');
  database = openDatabase({ url: cluster.urlOf('jobly'), max: 1, name: 'counted' });
});
afterAll(async () => {
  await database.close();
  await cluster.remove();
});

async function connections() {
  const { values } = await (database.metrics[0] as Gauge<'state'>).get();
  return Object.fromEntries(values.map(({ labels, value }) => [String(labels.state), value] as const));
}

const one = { name: 'one', text: 'SELECT 1', values: [] };

test('connections are counted as in use, idle, or waited for', async () => {
  expect(await connections()).toEqual({ 'in-use': 0, idle: 0, waiting: 0 });
  const waiting = await database.transaction(async () => {
    const sent = database.sql(one);
    expect(await connections()).toEqual({ 'in-use': 1, idle: 0, waiting: 1 });
    return { sent };
  });
  await waiting.sent;
  expect(await connections()).toEqual({ 'in-use': 0, idle: 1, waiting: 0 });
});
