import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { logInFrom } from './support/log-in-from';
import { expectProblem } from './support/problems';
import { aUser, unique } from './support/records';
import { rawRequest } from './support/raw-request';
import { capabilities } from './support/target';

const { loginFailureLimit, authRateLimit } = capabilities;

async function failToLogIn(source: string | undefined, username: string, times: number) {
  for (let failure = 0; failure < times; failure++) expectProblem(await logInFrom(source, username), 401);
}

const seconds = (header: string | undefined) => (/^\d+$/.test(header ?? '') ? Number(header) : NaN);

const withFailureLimit = loginFailureLimit ? describe : describe.skip;
const limit = loginFailureLimit ?? 0;

const sources = [...capabilities.sources];
/** An address for one test; the usual one if there is no other. */
const aSource = () => sources.shift();

withFailureLimit('failed logins', () => {
  it('are counted: one too many gets 429 and when to come back, even with the right password; others go on', async () => {
    const [{ username, password }, other] = await Promise.all([aUser(), aUser()]);
    const source = aSource();
    await failToLogIn(source, username, limit);
    const [response, right, others] = await Promise.all([
      logInFrom(source, username),
      logInFrom(source, username, password),
      logInFrom(source, other.username, other.password),
    ]);
    expectProblem(response, 429);
    expectProblem(right, 429);
    expect(others).toMatchObject({ status: 200 });
    const retryAfter = seconds(response.headers['retry-after']);
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(15 * 60);
  });

  it('up to the limit keep nobody out, and logins that succeed do not count', async () => {
    const { username, password } = await aUser();
    const source = aSource();
    await failToLogIn(source, username, limit - 1);
    const attempts = await Promise.all(Array.from({ length: 60 }, () => logInFrom(source, username, password)));
    const statuses = new Set(attempts.map(({ status }) => status));
    // A slow machine may be too busy for sixty at once, which keeps nobody out for longer than the moment.
    statuses.delete(503);
    expect([...statuses]).toEqual([200]);
  });
});

const withSources = loginFailureLimit && sources.length >= 10 ? describe : describe.skip;

withSources('failed logins from many addresses', () => {
  it('are counted for a name however it is typed', async () => {
    const end = unique('');
    const { username, password } = await aUser({ username: `Zo\u00eb${end}` });
    const source = aSource();
    await failToLogIn(source, `Zoe\u0308${end}`, limit);
    expectProblem(await logInFrom(source, username, password), 429);
  });

  it('are counted for a name that nobody has, or the limit would tell who exists', async () => {
    const [source, username] = [aSource(), unique('u')];
    await failToLogIn(source, username, limit);
    expectProblem(await logInFrom(source, username), 429);
  });

  it('all count when they come at the same time', async () => {
    const [source, { username }] = [aSource(), await aUser()];
    const attempts = await Promise.all(Array.from({ length: 3 * limit }, () => logInFrom(source, username)));
    const refused = attempts.filter(({ status }) => status === 401);
    expect(refused.length).toBeGreaterThanOrEqual(limit);
    // Waits of 1 s and 2 s may have ended before the last attempt did.
    expect(refused.length).toBeLessThanOrEqual(limit + 5);
  });

  it('do not keep out the owner of the name, who comes from elsewhere', async () => {
    const [stranger, home, { username, password }] = [aSource(), aSource(), await aUser()];
    await failToLogIn(stranger, username, limit);
    const [guess, own] = await Promise.all([logInFrom(stranger, username), logInFrom(home, username, password)]);
    expectProblem(guess, 429);
    expect(own).toMatchObject({ status: 200 });
  });

  it('make the source wait as long as it is told, and longer after each further one', async () => {
    const [source, { username, password }] = [aSource(), await aUser()];
    await failToLogIn(source, username, limit);
    const waits: number[] = [];
    for (const again of ['not the password', password]) {
      const response = await logInFrom(source, username);
      expectProblem(response, 429);
      waits.push(seconds(response.headers['retry-after']));
      // Not a pause for something to happen, but what the contract asks of a client.
      await delay(waits.at(-1)! * 1_000);
      expect((await logInFrom(source, username, again)).status).toBe(again === password ? 200 : 401);
    }
    expect(waits[1]).toBeGreaterThan(waits[0]!);
  });

  it('of one address at ten times as many names make it wait at all of them, while others go on', async () => {
    const [source, home, { username, password }] = [aSource(), aSource(), await aUser()];
    for (let round = 0; round < 10; round++) {
      const guesses = await Promise.all(Array.from({ length: limit }, () => logInFrom(source, unique('u'))));
      for (const guess of guesses) expectProblem(guess, 401);
    }
    const [there, elsewhere] = await Promise.all([
      logInFrom(source, username, password),
      logInFrom(home, username, password),
    ]);
    expectProblem(there, 429);
    expect(elsewhere).toMatchObject({ status: 200 });
  });
});

const withRateLimit = authRateLimit ? describe : describe.skip;

withRateLimit('requests to /auth from one address', () => {
  it('get 429 when there are too many in a minute, whatever they claim to come from', async () => {
    const { perMinute = 0, from: localAddress } = authRateLimit ?? {};
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const send = (request: number) =>
      rawRequest({
        method: 'POST',
        path: request % 2 ? '/auth/token' : '/auth/register',
        headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `203.0.113.${request % 256}` },
        body: '{}',
        localAddress,
        agent,
      });
    const answers = await Promise.all(Array.from({ length: perMinute }, (_, request) => send(request)));
    expect(answers.filter(({ status }) => status === 429)).toEqual([]);
    const { status, headers, text } = await send(perMinute);
    expect({ status, body: JSON.parse(text) }).toEqual({
      status: 429,
      body: { error: { message: expect.any(String), status } },
    });
    expect(seconds(headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await rawRequest({ path: '/jobs?limit=1', localAddress, agent })).status).toBe(200);
    agent.destroy();
  });
});
