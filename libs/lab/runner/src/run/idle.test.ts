import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import { watchIdle } from './idle';

afterEach(closeServers);

/** A service that shows how many requests it has served, and how many statements they caused. */
async function aService(name: string, database?: string) {
  const done = { served: 7, scraped: 0, statements: 3, polls: 0 };
  const url = await startTestServer((_, response) => {
    done.scraped += 1;
    done.polls += 1;
    response.end(`http_request_duration_seconds_count{route="/jobs/:id"} ${done.served}
http_request_duration_seconds_count{route="/metrics"} ${done.scraped}
db_statements_total{purpose="requests"} ${done.statements}
db_statements_total{purpose="background"} ${done.polls}
`);
  });
  return { done, endpoint: { name, url, ...(database !== undefined && { database }) } };
}

/** A stack of a gateway and these services. */
async function aStack(...services: Awaited<ReturnType<typeof aService>>[]) {
  const { endpoint } = await aService('gateway');
  return { name: 'micro', origin: endpoint.url, endpoints: [endpoint, ...services.map((service) => service.endpoint)] };
}

describe('the CPU time of a block', () => {
  it('leaves out processes and databases that no request has reached, whatever else they do', async () => {
    const [jobs, users] = [await aService('jobs', 'jobly_jobs'), await aService('users', 'jobly_users')];
    const idle = watchIdle(await aStack(jobs, users));
    await idle.start();
    jobs.done.served += 1;
    jobs.done.statements += 2;
    const databases = { 'PostgreSQL: jobly_jobs': 3, 'PostgreSQL: jobly_users': 4 };
    expect(await idle.without({ gateway: 1, jobs: 2, users: 5, ...databases })).toEqual({
      gateway: 1,
      jobs: 2,
      'PostgreSQL: jobly_jobs': 3,
    });
  });

  it('is that of a service without its database where it had nothing to look up', async () => {
    const users = await aService('users', 'jobly_users');
    const idle = watchIdle(await aStack(users));
    await idle.start();
    users.done.served += 1;
    expect(await idle.without({ users: 5, 'PostgreSQL: jobly_users': 4 })).toEqual({ users: 5 });
  });

  it('keeps what one of several processes of a name has done', async () => {
    const replicas = [await aService('jobs'), await aService('jobs')];
    const idle = watchIdle(await aStack(...replicas));
    await idle.start();
    replicas[0]!.done.served += 1;
    expect(await idle.without({ jobs: 2 })).toEqual({ jobs: 2 });
  });

  it('keeps the process that requests are sent to, wherever it is in the list', async () => {
    const [users, jobs] = [await aService('users'), await aService('jobs')];
    const endpoints = [users.endpoint, jobs.endpoint];
    const idle = watchIdle({ name: 'jobs alone', origin: jobs.endpoint.url, endpoints });
    await idle.start();
    expect(await idle.without({ jobs: 2, users: 5 })).toEqual({ jobs: 2 });
  });

  it('is that of all processes behind a front that may answer by itself', async () => {
    const jobs = await aService('jobs');
    const front = { name: 'nginx', url: await startTestServer((_, response) => response.writeHead(404).end()) };
    const all = { nginx: 1, jobs: 5 };
    for (const endpoints of [[front, jobs.endpoint], [jobs.endpoint]]) {
      const idle = watchIdle({ name: 'cached', origin: front.url, endpoints });
      await idle.start();
      expect(await idle.without(all)).toEqual(all);
    }
  });

  it('is that of all processes of a stack that switches between states', async () => {
    const idle = watchIdle({ ...(await aStack(await aService('users'))), before: async () => {} });
    await idle.start();
    expect(await idle.without({ users: 5 })).toEqual({ users: 5 });
  });

  it('is not made up where a process does not answer', async () => {
    const gone = { name: 'jobs', url: 'http://127.0.0.1:1' };
    const { endpoints, ...stack } = await aStack();
    await expect(watchIdle({ ...stack, endpoints: [...endpoints, gone] }).start()).rejects.toThrow();
  });
});
