import type { RequestListener } from 'node:http';
import { aGateway, aService } from './gateway.fixture';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const ok: RequestListener = (_request, response) => void response.end('{}');

/** A gateway in front of a service with two replicas, whose name resolves to both. */
async function beforeTwo(answer = ok) {
  const addresses = ['127.0.0.2', '127.0.0.3'] as const;
  const first = await aService(answer, { host: addresses[0] });
  const port = Number(new URL(first.url).port);
  const second = await aService(answer, { host: addresses[1], port });
  const gateway = await aGateway(`http://jobs.internal:${port}`, {}, async () => [...addresses]);
  stops.push(first.stop, second.stop, gateway.stop);
  return { first, second, url: gateway.url };
}

/** Sends requests continuously, `many` at a time, until `isEnough`; returns the statuses of the answers. */
async function askOn(url: string, many: number, isEnough: () => boolean): Promise<Set<number>> {
  const statuses = new Set<number>();
  const askOneByOne = async () => {
    while (!isEnough()) {
      const answer = await fetch(`${url}/jobs`);
      await answer.arrayBuffer();
      statuses.add(answer.status);
    }
  };
  await Promise.all(Array.from({ length: many }, askOneByOne));
  return statuses;
}

// Only Linux accepts all of 127.0.0.0/8.
(process.platform === 'linux' ? describe : describe.skip)('a service with two replicas', () => {
  it('answers through both', async () => {
    const { first, second, url } = await beforeTwo();
    for (let i = 0; i < 10; i += 1) expect((await fetch(`${url}/jobs`)).status).toBe(200);
    expect([first.heard.length, second.heard.length]).toEqual([5, 5]);
  });

  it('answers all who read while one of them is killed', async () => {
    const { first, second, url } = await beforeTwo();
    let atKill = Infinity;
    const statuses = askOn(url, 20, () => second.heard.length > atKill + 200);
    while (first.heard.length < 100) await new Promise(setImmediate);
    await first.stop();
    atKill = second.heard.length;
    expect(await statuses).toEqual(new Set([200]));
  });

  it('writes at the other where one is not there, and never twice what was sent', async () => {
    const { first, second, url } = await beforeTwo((request, response) => {
      if (request.url === '/jobs') response.end('{}');
      else request.socket.destroy();
    });
    const statusOf = async (method: string, path: string) => (await fetch(url + path, { method })).status;
    await first.stop();
    for (let i = 0; i < 4; i += 1) expect(await statusOf('POST', '/jobs')).toBe(200);
    const before = second.heard.length;
    expect(await statusOf('DELETE', '/jobs/7')).toBe(504);
    expect(second.heard.slice(before)).toEqual(['DELETE /jobs/7']);
  });
});
