import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import { needsSeen } from './needs';
import { asked } from './operations';
import type { People } from './people';

afterEach(closeServers);

const account = { username: 'ada', password: 'secret', token: 'a-token' };
const people: People = { admin: account, user: account, handle: 'acme', growing: 'grows', jobId: 7 };

/** A stack whose operations on jobs reach a part, and which reaches another one now and then for its own purposes. */
async function aStack() {
  const jobs = { attempts: 0 };
  const outbox = { attempts: 0 };
  let requests = 0;
  const origin = await startTestServer((request, response) => {
    requests += 1;
    if (request.url!.startsWith('/jobs')) jobs.attempts += 1;
    if (requests % 3 === 0) outbox.attempts += 1;
    const { expect: status } = asked
      .map((one) => one.request(people))
      .find(({ method, path }) => method === request.method && path === request.url)!;
    response.writeHead(status).end();
  });
  const parts = [
    { name: 'jobs', relay: jobs },
    { name: 'outbox', relay: outbox },
  ];
  return { origin, parts };
}

describe('what an operation needs', () => {
  it('is what each of its requests reaches, and not what is reached now and then', async () => {
    const { origin, parts } = await aStack();
    const needs = await needsSeen(origin, parts, people);
    expect(needs.get('GET /jobs/:id')).toEqual(new Set(['jobs']));
    expect(needs.get('GET /companies')).toEqual(new Set());
    expect(needs.size).toBe(asked.length);
  });

  it('is not taken from a stack that is not well', async () => {
    const origin = await startTestServer((_request, response) => void response.writeHead(503).end());
    await expect(needsSeen(origin, [], people)).rejects.toThrow('answers 503 to GET /companies while all is well');
  });
});
