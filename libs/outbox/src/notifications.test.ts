import { aSharedDatabase } from '@jobly/database/fixtures';
import { pino } from 'pino';
import { listenFor } from './notifications';

const LONG = 60_000;

const here = { channel: 'channel', log: pino({ level: 'silent' }) };

let database: Awaited<ReturnType<typeof aSharedDatabase>>;
beforeAll(async () => {
  database = await aSharedDatabase('companies-service');
}, 60_000);
let listeners: ReturnType<typeof aListener>[] = [];
afterEach(() => Promise.all(listeners.map((one) => one.stop())));
afterAll(() => database.remove(), 60_000);

const notify = (schema: string) => database.run(`NOTIFY channel, '${schema}'`);

/** Whoever listens, with one who waits. */
function aListener(options: Parameters<typeof listenFor>[0]) {
  const { waiter, stop } = listenFor(options);
  return { next: waiter(), waiter, stop };
}

/** The backends that listen. */
async function backends(): Promise<number[]> {
  const text = `SELECT pid FROM pg_stat_activity
                WHERE query = 'LISTEN channel' AND state = 'idle' AND datname = current_database()`;
  return (await database.run<{ pid: number }>(text)).map(({ pid }) => pid);
}

/** Listens for each of these schemas. */
async function listening(...schemas: string[]) {
  listeners = schemas.map((schema) => aListener({ ...here, url: `${database.url}?schema=${schema}` }));
  while ((await backends()).length !== schemas.length);
  return listeners;
}

test('A notification wakes those who listen for its schema, and not those of another in the same database', async () => {
  const [left, right] = await listening('left', 'right');
  let told = false;
  const rightIsWoken = right!.next(LONG).then(() => told);
  await notify('left');
  await left!.next(LONG);
  told = true;
  await notify('right');
  expect(await rightIsWoken).toBe(true);
});

test('A notification wakes once, and the next call waits for another', async () => {
  const [left, right] = await listening('left', 'right');
  await Promise.all([left!.next(LONG), notify('left')]);
  let told = false;
  const again = left!.next(LONG).then(() => told);
  // By then a call that did not wait would have gone on.
  await Promise.all([right!.next(LONG), notify('right')]);
  told = true;
  await notify('left');
  expect(await again).toBe(true);
});

test('A notification wakes everybody who waits, and nobody takes it away from who comes later', async () => {
  const [left] = await listening('left');
  const other = left!.waiter();
  await Promise.all([left!.next(LONG), notify('left')]);
  await other(LONG);
});

test('A notification with anything else is passed on, and wakes nobody', async () => {
  const heard: string[] = [];
  const one = aListener({ ...here, url: `${database.url}?schema=left`, hear: (payload) => heard.push(payload) });
  listeners = [one];
  while ((await backends()).length !== 1);
  await notify('something else');
  await Promise.all([one.next(LONG), notify('left')]);
  expect(heard).toEqual(['something else']);
});

test('Whoever listens does so again after the connection was cut', async () => {
  const [left] = await listening('left');
  const [before] = await backends();
  const woken = left!.next(LONG);
  await database.run('SELECT pg_terminate_backend($1)', [before]);
  while (!(await backends()).some((pid) => pid !== before));
  await notify('left');
  await woken;
});

test('Whoever cannot listen says so, and can be stopped', async () => {
  const lines: { msg: string; err?: { code: string } }[] = [];
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) });
  const { next, stop } = aListener({ ...here, url: 'postgresql://127.0.0.1:1/none', log });
  const woken = next(LONG);
  await stop();
  await woken;
  expect(lines).toMatchObject([{ msg: 'cannot listen for notifications; polling', err: { code: 'ECONNREFUSED' } }]);
});
