import type { Express } from 'express';
import request from 'supertest';
import { conflict } from '@jobly/contracts';
import type { BlastRadius, Outcome } from '../../api/architecture';
import { compose } from '../compose';
import { fakeLauncher } from '../launcher.fixture';
import { undisturbed } from '../workspace.fixture';
import { fakeStack } from './fake-stack.fixture';

const env = { LOG_LEVEL: 'silent', CONSOLE_PORT: 0, SEED_PASSWORD: 'password' } as const;

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** The console in front of a monolith and of microservices, the parts of which are one stand-in each. */
async function aConsole() {
  const [monolith, micro] = [await fakeStack(), await fakeStack()];
  const launched = fakeLauncher([
    { name: 'monolith', url: monolith.url },
    { name: 'gateway', url: micro.url },
    { name: 'companies', url: micro.url },
  ]);
  const app = compose(env, launched.launcher, undisturbed);
  cleanups.push(
    () => launched.change('companies', { faults: { cut: [] } }),
    () => launched.change('gateway', { pid: process.pid, faults: { cut: [] } }),
    () => found(app, ({ isChecking }) => !isChecking),
    ...[monolith.stop, micro.stop],
  );
  return { app, monolith, micro, ...launched };
}

const post = (app: Express, path: string, body: object = {}) =>
  request(app).post(`/api/architecture/${path}`).send(body);

/** What has been found out, once that is as it is looked for. */
async function found(app: Express, isMeant: (result: BlastRadius) => boolean): Promise<BlastRadius> {
  for (;;) {
    const { body } = await post(app, 'watch');
    if (isMeant(body as BlastRadius)) return body as BlastRadius;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const outcomesIn = ({ stacks }: BlastRadius, topology: string) =>
  stacks.find((stack) => stack.topology === topology)!.outcomes as Record<string, Outcome>;

const namesOf = (outcomes: Record<string, Outcome>, is: Outcome['is']) =>
  Object.entries(outcomes).flatMap(([name, outcome]) => (outcome.is === is ? [name] : []));

describe('a check', () => {
  test('tries every operation of every stack that runs, and leaves no record behind', async () => {
    const { app, monolith } = await aConsole();
    await post(app, 'check').expect(200);
    const result = await found(app, ({ endedAt, isChecking }) => endedAt !== null && !isChecking);
    expect(result.stacks.map(({ topology }) => topology)).toEqual(['monolith', 'micro']);
    expect(namesOf(outcomesIn(result, 'monolith'), 'works')).toHaveLength(18);
    expect(namesOf(outcomesIn(result, 'micro'), 'works')).toHaveLength(18);
    const removed = monolith.asked.slice(-4);
    expect(removed).toEqual([
      'DELETE /users/console-check',
      'DELETE /users/console-check-spare',
      'DELETE /companies/console-check',
      'DELETE /companies/console-check-spare',
    ]);
  });

  test('goes on while a part fails, and says what failed and under which fault', async () => {
    const { app, micro, change, onOrder } = await aConsole();
    onOrder(async ({ do: what }) => {
      if (what === 'count') return;
      micro.failAt(what === 'freeze' ? /^\/companies/ : undefined);
      change('companies', { faults: what === 'freeze' ? { held: 'frozen', cut: [] } : { cut: [] } });
    });
    await post(app, 'order', { do: 'freeze', part: 'companies' }).expect(200);
    const result = await found(app, ({ faults, endedAt }) => faults.length > 0 && endedAt !== null);
    expect(result.faults).toEqual([{ part: 'companies', is: 'frozen', cut: [] }]);
    const failing = outcomesIn(result, 'micro');
    expect(namesOf(failing, 'fails')).toEqual([
      ...['createCompany', 'listCompanies', 'getCompany', 'updateCompany', 'deleteCompany'],
    ]);
    expect(failing['getCompany']).toMatchObject({ answer: 503 });
    expect(namesOf(outcomesIn(result, 'monolith'), 'works')).toHaveLength(18);

    await post(app, 'order', { do: 'mend-all' }).expect(200);
    const mended = await found(app, ({ faults, isChecking }) => faults.length === 0 && !isChecking);
    expect(namesOf(outcomesIn(mended, 'micro'), 'works')).toHaveLength(18);
  });

  test('says of a stack that nobody can be reached in that there is no connection', async () => {
    const { app, micro, onOrder, change } = await aConsole();
    onOrder(async ({ do: what }) => {
      if (what !== 'stop') return;
      micro.stop();
      change('gateway', { pid: null, faults: { held: 'stopped', cut: [] } });
    });
    await post(app, 'order', { do: 'stop', part: 'gateway' }).expect(200);
    const result = await found(app, ({ faults }) => faults.length > 0);
    expect(new Set(Object.values(outcomesIn(result, 'micro')).map(({ answer }) => answer))).toEqual(
      new Set(['no connection']),
    );
  });
});

describe('an order', () => {
  test('goes to the launcher, and its refusal to whoever gave it', async () => {
    const { app, orders, onOrder } = await aConsole();
    const order = { do: 'cut', part: 'gateway', to: 'companies' };
    await post(app, 'order', order).expect(200);
    expect(orders).toContainEqual(order);
    onOrder(async () => Promise.reject(conflict('The gateway does not run at the moment.')));
    const { status, body } = await post(app, 'order', order);
    expect([status, body]).toEqual([
      409,
      { error: { message: 'The gateway does not run at the moment.', status: 409 } },
    ]);
  });

  test.each([
    { do: 'delete', part: 'gateway' },
    { do: 'stop', part: 'postgres' },
    { do: 'cut', part: 'gateway' },
    { do: 'count', on: true },
    { do: 'stop', part: 'gateway', signal: 'SIGKILL' },
  ])('that is none of the console’s is refused: %j', async (order) => {
    const { app, orders } = await aConsole();
    await post(app, 'order', order).expect(400);
    expect(orders).toEqual([]);
  });

  test('of another site is refused', async () => {
    const { app, orders } = await aConsole();
    await post(app, 'order', { do: 'mend-all' }).set('Origin', 'http://evil.example').expect(403);
    expect(orders).toEqual([]);
  });
});
