import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import type { LoadRequest } from '@jobly/lab/instrument';
import { countPerRequest } from './counted';

afterEach(closeServers);

const requests = Array.from({ length: 6 }, (): LoadRequest => ({ method: 'GET', path: '/jobs/1', expect: 200 }));

/** The counters of one process. */
const noCounts = () => ({ statements: 0, databaseBytes: 0, calls: 0, httpBytes: 0, background: 0, readings: 0 });
type Counts = ReturnType<typeof noCounts>;

const metricsOf = (counts: Counts) => `# HELP db_statements_total Statements
db_statements_total{purpose="requests",process="x"} ${counts.statements}
db_statements_total{purpose="background",process="x"} ${counts.background}
db_sent_bytes_total{purpose="requests",process="x"} ${counts.databaseBytes}
db_received_bytes_total{purpose="requests",process="x"} ${2 * counts.databaseBytes}
db_received_bytes_total{purpose="background",process="x"} ${100 * counts.background}
http_request_duration_seconds_count{method="GET",route="/jobs/:id",status="200",process="x"} ${counts.calls}
http_request_duration_seconds_count{method="GET",route="/metrics",status="200",process="x"} ${counts.readings}
http_received_bytes_total{route="/jobs/:id",process="x"} ${counts.httpBytes}
http_received_bytes_total{route="/metrics",process="x"} ${500 * counts.readings}
http_sent_bytes_total{route="/jobs/:id",process="x"} ${2 * counts.httpBytes}
`;

/** A process that polls for events all the time, and does something for every request. */
async function aProcess(name: string, counts: Counts, onRequest: () => void = () => {}) {
  const url = await startTestServer((request, response) => {
    counts.background += 3;
    if (request.url === '/metrics') counts.readings += 1;
    else onRequest();
    response.end(request.url === '/metrics' ? metricsOf(counts) : '{}');
  });
  return { name, url };
}

const perRequest = (counts: Counts) => () => {
  counts.statements += 2;
  counts.databaseBytes += 10;
  counts.calls += 1;
  counts.httpBytes += 100;
};

describe('counting what a request causes', () => {
  it('leaves out what came before it, what nobody asked for, and what comes from outside', async () => {
    const counts = { ...noCounts(), statements: 1_000, calls: 50 };
    const monolith = await aProcess('monolith', counts, perRequest(counts));
    const counted = await countPerRequest({ processes: [monolith], requests, warmUp: 2 });
    expect(counted).toEqual({ statements: 2, calls: 0, bytes: 30 });
  });

  it('adds up all processes, and calls those requests that came from another one', async () => {
    const [atGateway, atJobs] = [noCounts(), noCounts()];
    const jobs = await aProcess('jobs', atJobs);
    const gateway = await aProcess('gateway', atGateway, () => {
      atGateway.calls += 1;
      atGateway.httpBytes += 10_000;
      perRequest(atJobs)();
    });
    const counted = await countPerRequest({ processes: [gateway, jobs], requests, warmUp: 2 });
    expect(counted).toEqual({ statements: 2, calls: 1, bytes: 30 + 300 });
  });

  it('counts what goes on behind the answers', async () => {
    const [atGateway, atJobs] = [noCounts(), noCounts()];
    let late = 0;
    const jobs = await aProcess('jobs', atJobs);
    const gateway = await aProcess('gateway', atGateway, () => void (late += 1));
    // Each reading at the gateway finds one more event delivered.
    const { url } = await aProcess('gateway', atGateway);
    const delivering = await startTestServer(async (request, response) => {
      if (request.url === '/metrics' && late > 0) {
        late -= 1;
        perRequest(atJobs)();
      }
      const answer = await fetch((request.url === '/metrics' ? url : gateway.url) + request.url!);
      response.end(await answer.text());
    });
    const processes = [{ name: 'gateway', url: delivering }, jobs] as const;
    const counted = await countPerRequest({ processes, requests, warmUp: 0 });
    expect(counted).toEqual({ statements: 2, calls: 1, bytes: 330 });
  });

  it('fails where requests do, and where there are no metrics', async () => {
    const nowhere = { name: 'gateway', url: await startTestServer((_, response) => response.writeHead(404).end()) };
    await expect(countPerRequest({ processes: [nowhere], requests })).rejects.toThrow('answers 404 to GET /jobs/1');
    const silent = { name: 'gateway', url: await startTestServer((_, response) => response.end('{}')) };
    await expect(countPerRequest({ processes: [silent], requests: [] })).rejects.toThrow('No request is left');
    const gone = { name: 'jobs', url: nowhere.url };
    await expect(countPerRequest({ processes: [silent, gone], requests, warmUp: 1 })).rejects.toThrow('jobs at');
  });
});
