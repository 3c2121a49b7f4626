import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import { exchange } from '../exchange';
import { findNginx } from './find-nginx';
import { type FoundNginx, nginxKinds } from './found-nginx';
import { type Nginx, startNginx } from './start-nginx';

import.meta.jest.setTimeout(30_000);

const signal = new AbortController().signal;
// A test must not fetch images.
const canContain = spawnSync('docker', ['image', 'inspect', process.env['NGINX_IMAGE'] || 'nginx:1.28']).status === 0;
const found = {
  container: canContain ? await findNginx(signal, 'container').catch(() => undefined) : undefined,
  installed: await findNginx(signal, 'installed').catch(() => undefined),
};

const hostOf = (origin: string) => new URL(origin).host;

const replica = (name: string) =>
  startTestServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(name));
  });

afterEach(closeServers);

describe.each(nginxKinds)('nginx, %s', (kind) => {
  const nginxHere = found[kind];
  // Without an nginx of this kind, there is nothing to observe.
  const test = nginxHere ? it : it.skip;
  const running: Nginx[] = [];

  async function start(replicas: string[]) {
    const nginx = await startNginx(
      nginxHere as FoundNginx,
      { replicas: replicas.map(hostOf), accessLog: true },
      signal,
    );
    running.push(nginx);
    const ask = async () => {
      const headers = { connection: 'close' };
      return (await exchange(nginx.origin, { method: 'GET', path: '/jobs/1', headers })).body;
    };
    return { nginx, ask };
  }

  afterEach(async () => {
    await Promise.all(running.splice(0).map(({ stop }) => stop()));
  });

  test('shares requests out and says who answered each of them', async () => {
    const replicas = await Promise.all(['one', 'other'].map(replica));
    const { nginx, ask } = await start(replicas);
    const mark = nginx.log.length;
    expect(new Set([await ask(), await ask()])).toEqual(new Set(['one', 'other']));

    await nginx.logged();
    const lines = nginx.log.slice(mark).filter(({ path }) => path === '/jobs/1');
    expect(lines.flatMap((line) => line.replicas).sort()).toEqual(replicas.map(hostOf).sort());
  });

  test('passes the trace context of a client on', async () => {
    const { nginx } = await start([
      await startTestServer(({ headers: { traceparent, tracestate } }, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ traceparent, tracestate }));
      }),
    ]);
    const sent = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', tracestate: 'a=1' };
    for (const method of ['GET', 'DELETE']) {
      expect((await exchange(nginx.origin, { method, path: '/jobs/1', headers: sent })).body).toEqual(sent);
    }
  });

  test('asks a replica that is named while it runs', async () => {
    const [one, other] = await Promise.all(['one', 'other'].map(replica));
    const { nginx, ask } = await start([one!]);
    expect(await ask()).toBe('one');

    nginx.setReplicas([hostOf(other!)]);
    let answer: unknown;
    for (let tries = 0; tries < 100 && answer !== 'other'; tries++) {
      await delay(50);
      answer = await ask();
    }
    expect(answer).toBe('other');
  });

  test('says as Jobly does that nobody can be asked, whatever is asked for', async () => {
    const { nginx } = await start(['http://127.0.0.1:9']);
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
      const { status, body } = await exchange(nginx.origin, { method, path: '/jobs/1' });
      expect({ method, status, body }).toEqual({
        method,
        status: 503,
        body: { error: expect.objectContaining({ status }) },
      });
    }
  });

  test('has processes whose CPU can be seen, and leaves none of them behind', async () => {
    const { nginx } = await start([await replica('one')]);
    const processes = nginx.processes();
    expect(Object.keys(processes)).toEqual(expect.arrayContaining(['nginx master', 'nginx worker']));

    await nginx.stop();
    expect(Object.values(processes).filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    await expect(exchange(nginx.origin, { method: 'GET', path: '/jobs/1' })).rejects.toThrow('does not answer');
  });

  test('is not started when the run is over', async () => {
    const before = readdirSync(tmpdir());
    const replicas = [hostOf(await replica('one'))];
    const over = AbortSignal.abort(new Error('over'));
    await expect(startNginx(nginxHere as FoundNginx, { replicas }, over)).rejects.toThrow('over');
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('jobly-lab') && !before.includes(name))).toEqual([]);
  });
});
