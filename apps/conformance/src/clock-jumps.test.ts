import { randomBytes } from 'node:crypto';
import { aShiftedStack, processes } from './shifted-stack.fixture';

// The tests start PostgreSQL and four processes, which takes long on a busy machine.
import.meta.jest.setTimeout(120_000);

let stop = async () => {};
afterEach(() => stop());

/** Jumps ahead and back, of every size (s). */
const settings = [60, 0, 600, 0, 7_200, 0, -60, 0, -600, 0, -7_200, 0];

/** Which processes have noticed a jump when the others have not. */
const earlier = [['users-service'], ['companies-service'], ['gateway', 'jobs-service']] as const;

describe.each(['jwks', 'gateway'] as const)('in the mode %s', (mode) => {
  it('everything works at once when the clocks agree again after a jump, whoever noticed it first', async () => {
    const stack = await aShiftedStack(mode);
    stop = stack.stop;
    const token = await stack.logIn();
    const handle = `c-${randomBytes(4).toString('hex')}`;
    const company = { handle, name: handle, description: 'A company' };
    expect(await stack.status('POST', '/companies', token, company)).toBe(201);

    /** Reads and writes that need each service's answer to another, in its own name and on behalf of a user. */
    const statuses = () =>
      Promise.all([
        stack.status('GET', `/companies/${handle}`),
        stack.status('GET', '/jobs?limit=1'),
        stack.status('GET', '/users/testadmin', token),
        stack.status('POST', '/jobs', token, { title: 'A job', companyHandle: handle }),
      ]);

    for (const [at, seconds] of settings.entries()) {
      stack.set(earlier[at % earlier.length]!, seconds);
      await statuses();
      stack.set(processes, seconds);
      expect([seconds, ...(await statuses())]).toEqual([seconds, 200, 200, 200, 201]);
    }
  });
});
