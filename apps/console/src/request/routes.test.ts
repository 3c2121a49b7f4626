import { setTimeout as delay } from 'node:timers/promises';
import type { LaunchedPart } from '@jobly/stack';
import request from 'supertest';
import type { Answer, Answers, Form } from '../../api/request';
import { compose } from '../compose';
import { type FakeStack, startFakeStack } from './fake-stack.fixture';
import { fakeLauncher } from '../launcher.fixture';
import { undisturbed } from '../workspace.fixture';

const stacks: FakeStack[] = [];
afterEach(async () => {
  for (const stack of stacks.splice(0)) await stack.close();
});

const JOB = { id: 7, title: 'Tester', salary: null, equity: null };
const COMPANY = { handle: 'acme', name: 'Acme', description: '', numEmployees: null, logoUrl: null };
const LISTED = { ...JOB, companyHandle: 'acme', companyName: 'Acme' };
const TOKEN = `e30.${Buffer.from(JSON.stringify({ sub: 'testuser', iat: 1 })).toString('base64url')}.signature`;

const replies: Record<string, readonly [number, unknown]> = {
  'GET /jobs': [200, { jobs: [LISTED] }],
  'GET /companies': [200, { companies: [COMPANY] }],
  'GET /jobs/7': [200, { job: JOB }],
  'GET /users/testuser': [200, { user: { username: 'testuser' } }],
  'POST /auth/token': [200, { token: TOKEN }],
};

type Replies = Parameters<typeof startFakeStack>[1];

async function aStack(name: LaunchedPart['name'], own: Replies = () => undefined) {
  const stack = await startFakeStack(name, async (received) => (await own(received)) ?? replies[received.request]);
  stacks.push(stack);
  return { ...stack, part: { name, url: stack.url, pid: 1 } };
}

/** A console of these parts; `ask` sends what its page would. */
function consoleOf(...parts: Pick<LaunchedPart, 'name' | 'url'>[]) {
  const env = { LOG_LEVEL: 'silent', CONSOLE_PORT: 0, SEED_PASSWORD: 'open sesame' } as const;
  const app = compose(env, fakeLauncher(parts).launcher, undisturbed);
  const ask = async (operation: string, values: Record<string, string> = {}, as = 'nobody') => {
    const { body } = await request(app).post('/api/requests').send({ operation, values, as }).expect(200);
    return body as Answers;
  };
  const forms = async () => (await request(app).get('/api/forms').expect(200)).body as Form[];
  return { app, ask, forms };
}

const answerOf = ({ answers }: Answers, stack: string) => answers.find((answer) => answer.stack === stack) as Answer;

describe('the forms', () => {
  it('are one for each operation of the API, filled in with what exists at every stack', async () => {
    const monolith = await aStack('monolith', ({ request: asked }) =>
      asked === 'GET /jobs' ? [200, { jobs: [{ ...LISTED, id: 3 }, LISTED] }] : undefined,
    );
    const micro = await aStack('gateway');
    const forms = await consoleOf(monolith.part, micro.part).forms();
    expect(forms).toHaveLength(18);
    expect(forms.find(({ name }) => name === 'getJob')?.fields).toEqual([
      { name: 'id', in: 'path', kind: 'number', choices: [], required: true, value: '7' },
    ]);
  });

  it('say which fields there are, and of which kind', async () => {
    const { forms } = consoleOf();
    const fields = (await forms()).find(({ name }) => name === 'createUser')?.fields ?? [];
    expect(fields.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      'username: text',
      'password: password',
      'firstName: text',
      'lastName: text',
      'email: text',
      'isAdmin: choice',
    ]);
    expect(fields.filter(({ required }) => !required).map(({ name }) => name)).toEqual(['isAdmin']);
  });

  it('propose to delete the user who was registered last', async () => {
    const monolith = await aStack('monolith', ({ request: asked }) =>
      asked === 'POST /auth/register' ? [201, { token: TOKEN }] : undefined,
    );
    const { ask, forms } = consoleOf(monolith.part);
    await ask('register', { username: 'ada' });
    const { fields } = (await forms()).find(({ name }) => name === 'deleteUser')!;
    expect(fields[0]?.value).toBe('ada');
  });
});

describe('a request', () => {
  it('is sent to all stacks that run, and the other way round the next time', async () => {
    const [monolith, micro] = [await aStack('monolith'), await aStack('gateway')];
    const { ask } = consoleOf(micro.part, monolith.part);
    const answers = await ask('getJob', { id: '7' });
    expect(answers).toMatchObject({ method: 'GET', path: '/jobs/7', order: ['monolith', 'micro'], areSame: true });
    expect(answers.answers.map(({ stack }) => stack)).toEqual(['monolith', 'micro']);
    expect((await ask('getJob', { id: '7' })).order).toEqual(['micro', 'monolith']);
  });

  it('comes back with its status, its body, where its time went, and what it caused', async () => {
    const monolith = await aStack('monolith');
    const answer = answerOf(await consoleOf(monolith.part).ask('getJob', { id: '7' }), 'monolith');
    expect(answer).toMatchObject({ status: 200, isCut: false, work: { statements: 2, calls: 0, bytes: 0 } });
    expect(JSON.parse(answer.lines.map(({ text }) => text).join(''))).toEqual({ job: JOB });
    expect(answer.account).toMatchObject({ name: 'monolith', total: 1, phases: { db: 0.25 } });
    expect(answer.parts.find(({ name }) => name === 'database')?.ms).toBe(0.25);
  });

  it('takes its values from the form, each in its place and of its type, without the empty ones', async () => {
    const monolith = await aStack('monolith');
    const { ask } = consoleOf(monolith.part);
    await ask('updateJob', { id: '7', title: '', salary: '5', equity: 'null' });
    await ask('listJobs', { title: 'a&b', hasEquity: 'true', limit: '' });
    const { request: asked, body } = monolith.received[0]!;
    expect([asked, body]).toEqual(['PATCH /jobs/7', { salary: 5, equity: null }]);
    expect(monolith.received.at(-1)?.request).toBe('GET /jobs?title=a%26b&hasEquity=true');
  });

  it('is the one with the median time of several, if it is a read', async () => {
    let requests = 0;
    const monolith = await aStack('monolith', async () => {
      if (++requests === 20) await delay(200);
      return [200, { job: JOB }];
    });
    const answers = await consoleOf(monolith.part).ask('getJob', { id: '7' });
    expect(answers).toMatchObject({ warmUp: 10, of: 25 });
    expect(answerOf(answers, 'monolith').clientMs).toBeLessThan(200);
    expect(answerOf(answers, 'monolith').work).toMatchObject({ statements: 2 });
  });

  it('is sent only once if it changes something', async () => {
    const monolith = await aStack('monolith');
    await consoleOf(monolith.part).ask('deleteJob', { id: '7' });
    expect(monolith.received).toHaveLength(1);
  });

  it('shows where the answers differ', async () => {
    const monolith = await aStack('monolith');
    const micro = await aStack('gateway', ({ request: asked }) =>
      asked === 'GET /jobs/7' ? [200, { job: { ...JOB, title: '<b>Baker</b>' } }] : undefined,
    );
    const answers = await consoleOf(monolith.part, micro.part).ask('getJob', { id: '7' });
    expect(answers).toMatchObject({ areSame: false, comparison: expect.stringContaining('micro in body.job.title') });
    const differing = ['monolith', 'micro'].map((stack) =>
      answerOf(answers, stack).lines.flatMap(({ text, differs }) => (differs ? [text.trim()] : [])),
    );
    expect(differing).toEqual([['"title": "Tester",'], ['"title": "<b>Baker</b>",']]);
  });

  it('may give a new job another id at each stack', async () => {
    const creating =
      (id: number): Replies =>
      ({ request: asked }) =>
        asked === 'POST /jobs' ? [201, { job: { ...JOB, id } }] : undefined;
    const [monolith, micro] = [await aStack('monolith', creating(8)), await aStack('gateway', creating(9))];
    expect(await consoleOf(monolith.part, micro.part).ask('createJob')).toMatchObject({ areSame: true });
  });

  it('cuts an answer that is very long', async () => {
    const monolith = await aStack('monolith', () => [200, 'x'.repeat(300_000)]);
    const answer = answerOf(await consoleOf(monolith.part).ask('listJobs'), 'monolith');
    expect(answer).toMatchObject({ isCut: true, bytes: 300_002 });
    expect(answer.lines.map(({ text }) => text.length)).toEqual([200_000]);
  });

  it('says that a stack does not answer, and shows the other', async () => {
    const [monolith, micro] = [await aStack('monolith'), await aStack('gateway')];
    await micro.close();
    const answers = await consoleOf(monolith.part, micro.part).ask('getJob', { id: '7' });
    expect(answers.answers[1]).toMatchObject({ stack: 'micro', unknown: expect.stringContaining('does not answer') });
    expect(answerOf(answers, 'monolith').status).toBe(200);
    expect(answers.areSame).toBeNull();
  });

  it('without a value for its path, or of no known operation, is refused', async () => {
    const { app } = consoleOf();
    const sent = (operation: string) => request(app).post('/api/requests').send({ operation, values: {}, as: 'user' });
    expect((await sent('getJob')).body).toEqual({ error: { status: 400, message: 'Fill in id' } });
    await sent('dropTables').expect(400);
  });
});

describe('who asks', () => {
  const bearing = (token: string) => `Bearer ${token}`;

  it('is logged in by the console, whose tokens stay with it', async () => {
    const monolith = await aStack('monolith');
    const { ask } = consoleOf(monolith.part);
    const answers = await ask('getUser', { username: 'testuser' }, 'user');
    expect(monolith.received[0]?.body).toEqual({ username: 'testuser', password: 'open sesame' });
    expect(monolith.received.at(-1)?.authorization).toBe(bearing(TOKEN));
    const loggedIn = await ask('logIn', { username: 'testuser' });
    expect(answerOf(loggedIn, 'monolith').status).toBe(200);
    expect(JSON.stringify([answers, loggedIn])).not.toMatch(/signature|sesame/);
  });

  it('is nobody where anyone may ask', async () => {
    const monolith = await aStack('monolith');
    await consoleOf(monolith.part).ask('getJob', { id: '7' }, 'user');
    expect(monolith.received.map(({ authorization }) => authorization)).not.toContain(bearing(TOKEN));
  });

  it('logs in again at a stack that has forgotten the token', async () => {
    let current = 'old.token.1';
    const monolith = await aStack('monolith', ({ request: asked, authorization }) => {
      if (asked === 'POST /auth/token') return [200, { token: current }];
      return authorization === bearing(current) ? undefined : [401, {}];
    });
    const { ask } = consoleOf(monolith.part);
    await ask('getUser', { username: 'testuser' }, 'user');
    current = 'new.token.2';
    const answers = await ask('getUser', { username: 'testuser' }, 'user');
    expect(answerOf(answers, 'monolith').status).toBe(200);
  });

  it('gets a sentence if a stack does not let the console log in', async () => {
    const monolith = await aStack('monolith', ({ request: asked }) =>
      asked === 'POST /auth/token' ? [401, {}] : undefined,
    );
    const { answers } = await consoleOf(monolith.part).ask('listUsers', {}, 'admin');
    expect(answers).toEqual([
      {
        stack: 'monolith',
        unknown:
          'testadmin cannot log in at monolith (status 401); name its password in SEED_PASSWORD and start again.',
      },
    ]);
  });
});
