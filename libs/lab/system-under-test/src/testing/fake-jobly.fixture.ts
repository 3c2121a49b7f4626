import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The deviations of one fake from another. */
export interface Fault {
  /** Replaces the job's title, at GET /jobs/:id. */
  title?: string;
  /** For every request to GET /companies. */
  status?: number;
  /** The id of every job that is created. */
  newJobId?: number;
}

export interface FakeJobly {
  origin: string;
  /** Performs an action once after this many more requests. */
  after: (requests: number, act: () => void) => void;
  /** From now on, its jobs are empty. */
  hollow: () => void;
  close: () => Promise<void>;
}

const company = { handle: 'acme', name: 'Acme Tools', description: 'Anvils', numEmployees: 3, logoUrl: null };
const jobsOf = (title: string) => [1, 2, 3].map((id) => ({ id, title, salary: null, equity: null }));

/** The parts of Jobly that the lab requests, in memory: it can stand in for either stack. */
export async function startFakeJobly({
  title = 'Anvil tester',
  status = 200,
  newJobId = 4,
}: Fault = {}): Promise<FakeJobly> {
  const users = new Set(['testadmin']);
  let isHollow = false;
  let awaited = { requests: Infinity, act: () => {} };

  const answer = async (request: IncomingMessage): Promise<[number, unknown]> => {
    const [path = ''] = request.url!.split('?');
    if (path.startsWith('/auth/')) {
      const username = /"username":"([^"]*)"/.exec(await textOf(request))?.[1] ?? '';
      if (path === '/auth/register') users.add(username);
      return users.has(username) ? [path === '/auth/register' ? 201 : 200, { token: `${username}.token` }] : [401, {}];
    }
    if (path === '/companies') return [status, { companies: [company] }];
    if (path === '/jobs' && request.method === 'POST') {
      const isRefused = (await textOf(request)).includes('"no-such-company"');
      return isRefused ? [400, {}] : [201, { job: { id: newJobId } }];
    }
    if (path === '/jobs') {
      return [
        200,
        { jobs: jobsOf('Anvil tester').map((job) => ({ ...job, companyHandle: 'acme', companyName: company.name })) },
      ];
    }
    if (/^\/jobs\/[123]$/.test(path)) {
      return [200, { job: isHollow ? {} : { ...jobsOf(title)[0], company } }];
    }
    return [200, {}];
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    if (--awaited.requests === 0) awaited.act();
    const [code, body] = await answer(request);
    response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    after(requests, act) {
      awaited = { requests, act };
    },
    hollow() {
      isHollow = true;
    },
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks = await request.toArray();
  return Buffer.concat(chunks as Buffer[]).toString();
}
