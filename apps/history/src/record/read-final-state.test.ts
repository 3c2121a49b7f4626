import type { Ask } from '../workload/request';
import { readFinalState } from './read-final-state';

const jobs = Array.from({ length: 2_000 }, (_, at) => ({ id: at, title: `t${at}`, salary: null, companyHandle: 'c' }));
const company = { handle: 'c', description: 'd' };
const user = { username: 'Zoë O', firstName: 'Zoë', applications: [7] };

/** A server with these records, which answers one path with this status. */
const serving =
  (broken?: string): Ask =>
  async (_method, path) => {
    const { pathname, searchParams } = new URL(path, 'http://x');
    const offset = Number(searchParams.get('offset'));
    const bodies: Record<string, object> = {
      '/companies': { companies: [{ ...company, name: 'left out' }] },
      '/jobs': { jobs: jobs.slice(offset, offset + 1_000) },
      '/users': { users: [{ username: user.username }] },
      '/users/Zo%C3%AB%20O': { user: { ...user, email: 'left out' } },
    };
    const status = pathname === broken ? 503 : 200;
    return { status, body: bodies[pathname], answer: String(status), isUnsent: false };
  };

test('all of it is read, however many pages there are', async () => {
  expect(await readFinalState(serving())).toEqual({ companies: [company], jobs, users: [user] });
});

test.each(['/companies', '/jobs', '/users', '/users/Zo%C3%AB%20O'])('there is none without %s', async (path) => {
  await expect(readFinalState(serving(path))).rejects.toThrow(`GET ${path}`);
});
