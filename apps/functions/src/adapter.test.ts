import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fleet, createFleet, createFront } from '@jobly/lambda-emulator';
import request from 'supertest';

/** A server that answers what it sees of the request, and is ready when it has been asked three times. */
const SERVER = `
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
if (process.env.FAULT) {
  process.send({ failed: { reason: process.env.FAULT } });
  process.exit(1);
}
let asked = 0;
const server = createServer(async (request, response) => {
  const { method, url, headers } = request;
  if (url === '/ready') response.writeHead((asked += 1) < 3 ? 503 : 200).end();
  else if (url === '/exit') process.exit(0);
  else if (url === '/break-off') response.destroy();
  else if (url === '/bytes') response.setHeader('Content-Type', 'image/png').end(Buffer.from([0, 255]));
  else if (url === '/cookies') response.setHeader('Set-Cookie', ['a=1', 'b=2']).writeHead(204).end();
  else {
    const body = (await buffer(request)).toString('hex');
    const seen = { pid: process.pid, parent: process.ppid, asked, method, url, headers, body };
    response.setHeader('Content-Type', 'application/json').writeHead(418).end(JSON.stringify(seen));
  }
});
server.listen(0, '127.0.0.1', () => process.send({ ready: { url: 'http://127.0.0.1:' + server.address().port } }));
`;

const directory = mkdtempSync(join(tmpdir(), 'jobly-adapter-'));
writeFileSync(join(directory, 'server.mjs'), SERVER);
afterAll(() => rmSync(directory, { recursive: true }));

let fleet: Fleet;
let front: Server;
let url: string;
async function begin(env: NodeJS.ProcessEnv = {}) {
  fleet = createFleet({
    ...{ name: 'f', directory, handler: 'server.mjs', memoryMb: 128, timeoutMs: 5_000, concurrency: 1, idleMs: 60_000 },
    runtime: [process.execPath, join(import.meta.dirname, '../../../dist/apps/functions/adapter.js')],
    env: { AWS_LWA_READINESS_CHECK_PATH: '/ready', ...env },
    freezes: true,
    log: 'ignore',
  });
  front = createServer(createFront(fleet)).listen(0, '127.0.0.1');
  await once(front, 'listening');
  url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
}
afterEach(async () => {
  front.close();
  await fleet.stop();
});

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const seen = async () => (await request(url).get('/')).body as { pid: number; parent: number; asked: number };

describe('a server behind an adapter', () => {
  it('sees a request as it was, once it is ready', async () => {
    await begin();
    const { status, body } = await request(url)
      .post('/a%2Fb/?a=%20b&a=2')
      .set({ 'Content-Type': 'image/png', Cookie: 'c=1; d=2', 'X-Some': 'ä', Host: 'jobly.test' })
      .send(Buffer.from([0, 255]));
    expect(status).toBe(418);
    expect(body).toMatchObject({
      ...{ asked: 3, method: 'POST', url: '/a%2Fb/?a=%20b&a=2', body: '00ff' },
      headers: { cookie: 'c=1; d=2', 'x-some': 'ä', host: 'jobly.test', 'x-forwarded-for': '127.0.0.1' },
    });
  });

  it('answers bytes and cookies', async () => {
    await begin();
    expect((await request(url).get('/bytes').buffer()).body).toEqual(Buffer.from([0, 255]));
    expect((await request(url).get('/cookies')).headers['set-cookie']).toEqual(['a=1', 'b=2']);
  });

  it('fails its call if it breaks off, and goes on', async () => {
    const logged = import.meta.jest.spyOn(console, 'error').mockImplementation(() => {});
    await begin();
    const { pid } = await seen();
    expect((await request(url).get('/break-off')).status).toBe(502);
    expect((await seen()).pid).toBe(pid);
    expect(logged.mock.calls.join()).toContain('socket hang up');
    logged.mockRestore();
  });

  it('ends with its adapter, and the adapter with it', async () => {
    const logged = import.meta.jest.spyOn(console, 'error').mockImplementation(() => {});
    await begin();
    const first = await seen();
    expect((await request(url).get('/exit')).status).toBe(502);
    expect(logged.mock.calls.join()).toContain('Runtime.ExitError');
    const second = await seen();
    expect([isRunning(first.parent), second.pid === first.pid]).toEqual([false, false]);
    await fleet.stop();
    while (isRunning(second.pid)) await new Promise(setImmediate);
    logged.mockRestore();
  });

  it('that cannot start fails its call with what it says', async () => {
    await begin({ FAULT: 'The port is taken.' });
    const invoked = await fleet.invoke('{}');
    expect(invoked).toMatchObject({ kind: 'failed', body: expect.stringContaining('The port is taken.') });
  });
});
