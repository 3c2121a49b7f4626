import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import { Failure, seededRandom } from '@jobly/lab/instrument';
import { clearing } from './clearing';
import type { BlockOrder } from './workload';

afterEach(closeServers);

const job = (id: number) => ({
  id,
  title: 'lab-x-1',
  salary: null,
  equity: null,
  companyHandle: 'a',
  companyName: 'A',
});

/**
 * A Jobly that has some jobs of the block `x`, and answers deletions with a status; a successful deletion removes one.
 */
async function jobly({ jobs = 0, status = 200 }: { jobs?: number; status?: number }) {
  const asked: string[] = [];
  let left = Array.from({ length: jobs }, (_, index) => job(index + 1));
  const origin = await startTestServer(({ method, url }, response) => {
    asked.push(`${method} ${url}`);
    const deletes = method === 'DELETE';
    if (deletes && status === 200) left = left.filter(({ id }) => url !== `/jobs/${id}`);
    response.writeHead(deletes ? status : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(deletes ? {} : { jobs: left }));
  });
  const admin = { username: 'a', password: 'p', token: 't' };
  const session = { accounts: [], admin, companies: [], jobs: [] };
  const order: BlockOrder = { origin, session, count: 1, random: seededRandom(1), label: 'x' };
  return { order, asked };
}

const nothing = () => ({ requests: [], repeatable: false });

const LIST = 'GET /jobs?title=lab-x-';

it('removes what bears the label, and looks whether it has gone', async () => {
  const { order, asked } = await jobly({ jobs: 2 });
  const { clear } = await clearing(['jobs'], nothing)(order);
  expect(asked).toEqual([]);
  await clear?.();
  expect([asked[0], ...asked.slice(1, 3).sort(), ...asked.slice(3)]).toEqual([
    LIST,
    'DELETE /jobs/1',
    'DELETE /jobs/2',
    LIST,
  ]);
});

it('does so when preparing fails, and says why that failed', async () => {
  const { order, asked } = await jobly({ jobs: 1, status: 500 });
  const fail = () => Promise.reject(new Failure('No room for companies.'));
  await expect(clearing(['jobs'], fail)(order)).rejects.toThrow('No room for companies.');
  expect(asked).toEqual([LIST, 'DELETE /jobs/1']);
});

it('says what could not be removed', async () => {
  const { order } = await jobly({ jobs: 1, status: 500 });
  const { clear } = await clearing(['jobs'], nothing)(order);
  await expect(clear?.()).rejects.toThrow(/^DELETE \/jobs\/1 at http.* answers 500/);
});

it('takes it that what is gone is gone, but not for ever', async () => {
  const { order } = await jobly({ jobs: 1, status: 404 });
  const { clear } = await clearing(['jobs'], nothing)(order);
  await expect(clear?.()).rejects.toThrow(/^There are still jobs at .* called lab-x-…/);
});
