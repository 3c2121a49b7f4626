import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import { signUpAll } from './session';

afterEach(closeServers);

const busy = { status: 503, body: { error: { message: 'The users service is unavailable', status: 503 } } };
const taken = { status: 409, body: { error: { message: 'Duplicate username: lab-x-1', status: 409 } } };
const signedUp = { status: 201, body: { token: 'of-the-sign-up' } };

/** A Jobly that answers sign-ups with these, one after the other, and then with the last; everybody can log in. */
async function jobly(...answers: { status: number; body: object }[]) {
  const asked: string[] = [];
  const origin = await startTestServer(({ url }, response) => {
    asked.push(url!);
    const next = answers.length > 1 ? answers.shift()! : answers[0]!;
    const { status, body } = url === '/auth/token' ? { status: 200, body: { token: 'of-the-log-in' } } : next;
    const later = status === 503 ? { 'retry-after': '0' } : {};
    response.writeHead(status, { 'content-type': 'application/json', ...later }).end(JSON.stringify(body));
  });
  return { origin, asked };
}

describe('a sign-up', () => {
  it('is repeated while the stack is busy', async () => {
    const { origin, asked } = await jobly(busy, busy, signedUp);
    expect(await signUpAll(origin, 'x', 1)).toMatchObject([{ username: 'lab-x-1', token: 'of-the-sign-up' }]);
    expect(asked).toHaveLength(3);
  });

  it('that came through although the stack said that it was busy becomes a log-in', async () => {
    const { origin, asked } = await jobly(busy, taken);
    expect(await signUpAll(origin, 'x', 1)).toMatchObject([{ username: 'lab-x-1', token: 'of-the-log-in' }]);
    expect(asked).toEqual(['/auth/register', '/auth/register', '/auth/token']);
  });

  it('under a name that is taken from the start is refused', async () => {
    const { origin } = await jobly(taken);
    await expect(signUpAll(origin, 'x', 1)).rejects.toMatchObject({
      name: 'Failure',
      message: `POST /auth/register at ${origin} answers 409 (Duplicate username: lab-x-1).`,
    });
  });

  it('ends in a sentence that says what to do, if the stack stays busy', async () => {
    const { origin } = await jobly(busy);
    await expect(signUpAll(origin, 'x', 1)).rejects.toMatchObject({
      name: 'Failure',
      message: `POST /auth/register at ${origin} answers 503 (The users service is unavailable): the machine is too busy, or a process of the stack is down; end what else runs on it, and run again.`,
    });
  });
});
