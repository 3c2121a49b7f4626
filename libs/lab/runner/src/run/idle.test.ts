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

const gateway = { name: 'gateway', url: 'http://127.0.0.1:1' };

describe('the CPU time of a block', () => {
  it('leaves out processes and databases that no request has reached, whatever else they do', async () => {
    const [jobs, users] = [await aService('jobs', 'jobly_jobs'), await aService('users', 'jobly_users')];
    const endpoints = [gateway, jobs.endpoint, users.endpoint];
    const idle = watchIdle({ name: 'micro', origin: gateway.url, endpoints });
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

  it('is that of a service without its database where it was asked nothing that it had to look up', async () => {
    const users = await aService('users', 'jobly_users');
    const idle = watchIdle({ name: 'micro', origin: gateway.url, endpoints: [gateway, users.endpoint] });
    await idle.start();
    users.done.served += 1;
    expect(await idle.without({ users: 5, 'PostgreSQL: jobly_users': 4 })).toEqual({ users: 5 });
  });

  it('is that of all processes where the origin is one of several, or nobody can be asked', async () => {
    const jobs = await aService('jobs');
    const silent = { name: 'users', url: await startTestServer((_, response) => response.writeHead(404).end()) };
    const idle = watchIdle({ name: 'jobs alone', origin: jobs.endpoint.url, endpoints: [silent, jobs.endpoint] });
    await idle.start();
    expect(await idle.without({ jobs: 2, users: 5 })).toEqual({ jobs: 2, users: 5 });
  });

  it('is that of all processes of a stack that switches between states', async () => {
    const users = await aService('users');
    const endpoints = [gateway, users.endpoint];
    const idle = watchIdle({ name: 'only read', origin: gateway.url, endpoints, before: async () => {} });
    await idle.start();
    expect(await idle.without({ users: 5 })).toEqual({ users: 5 });
  });
});
