import { startCluster } from '@jobly/database';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { listenFor } from './notifications';

const LONG = 60_000;

test('A notification wakes those who listen for its schema, and not those of another in the same database', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'jobly-notifications-'));
  const cluster = await startCluster({ directory, databases: ['shared'] });
  const url = cluster.urlOf('shared');
  const log = pino({ level: 'silent' });
  const [left, right] = ['left', 'right'].map((schema) => listenFor('channel', `${url}?schema=${schema}`, log));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const listening = `SELECT 1 FROM pg_stat_activity WHERE query = 'LISTEN channel' AND state = 'idle'`;
  while ((await client.query(listening)).rowCount !== 2);

  let told = false;
  const rightIsWoken = right!.next(LONG).then(() => told);
  await client.query(`NOTIFY channel, 'left'`);
  await left!.next(LONG);
  told = true;
  await client.query(`NOTIFY channel, 'right'`);
  expect(await rightIsWoken).toBe(true);

  await Promise.all([left!.stop(), right!.stop()]);
  await client.end();
  await cluster.stop();
  rmSync(directory, { recursive: true });
}, 60_000);
