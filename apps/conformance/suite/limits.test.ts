import { Agent } from 'node:http';
import { api } from './support/api';
import { expectProblem } from './support/problems';
import { aUser, unique } from './support/records';
import { rawRequest } from './support/raw-request';
import { capabilities } from './support/target';

const { loginFailureLimit, authRateLimit } = capabilities;

const logIn = (username: string, password = 'not the password') => api.post('/auth/token').send({ username, password });

async function failToLogIn(username: string, times: number) {
  for (let failure = 0; failure < times; failure++) expectProblem(await logIn(username), 401);
}

const seconds = (header: string | undefined) => (/^\d+$/.test(header ?? '') ? Number(header) : NaN);

const withFailureLimit = loginFailureLimit ? describe : describe.skip;

withFailureLimit('failed logins', () => {
  const limit = loginFailureLimit ?? 0;

  it('are counted: one too many gets 429 and when to come back, even with the right password; others go on', async () => {
    const [{ username, password }, other] = await Promise.all([aUser(), aUser()]);
    await failToLogIn(username, limit);
    const response = await logIn(username);
    expectProblem(response, 429);
    expectProblem(await logIn(username, password), 429);
    expect(await logIn(other.username, other.password)).toMatchObject({ status: 200 });
    const retryAfter = seconds(response.headers['retry-after']);
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(15 * 60);
  });

  it('are counted for a name however it is typed', async () => {
    const end = unique('');
    const { username, password } = await aUser({ username: `Zo\u00eb${end}` });
    await failToLogIn(`Zoe\u0308${end}`, limit);
    expectProblem(await logIn(username, password), 429);
  });

  it('are counted for a name that nobody has, or the limit would tell who exists', async () => {
    const username = unique('u');
    await failToLogIn(username, limit);
    expectProblem(await logIn(username), 429);
  });

  it('up to the limit keep nobody out, and logins that succeed do not count', async () => {
    const { username, password } = await aUser();
    await failToLogIn(username, limit - 1);
    for (const attempt of ['first', 'second', 'third']) {
      expect({ attempt, status: (await logIn(username, password)).status }).toEqual({ attempt, status: 200 });
    }
  });

  it('all count when they come at the same time', async () => {
    const { username } = await aUser();
    const attempts = await Promise.all(Array.from({ length: limit + 3 }, () => logIn(username)));
    const refused = attempts.filter(({ status }) => status === 401);
    expect(refused.length).toBeLessThanOrEqual(limit);
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
