import { platform } from 'node:os';
import { merged } from '../statistics/histogram';
import { closeServers, startTestServer } from '../testing/server.fixture';
import { createAnswers } from './answers';
import type { LoadRequest, OpenLoopBlock } from './block';
import { runClosedLoop } from './closed-loop';
import { runOpenLoop } from './open-loop';

const get = (path: string, expect = 200): LoadRequest => ({ method: 'GET', path, expect });

const every = (count: number, gapMs: number, from = 0) =>
  Float64Array.from({ length: count }, (_, k) => from + k * gapMs);

const openBlock = (origin: string, dueTimes: Float64Array, more: Partial<OpenLoopBlock> = {}): OpenLoopBlock => ({
  loop: 'open',
  origin,
  connections: 100,
  timeoutMs: 5_000,
  dueTimes,
  requests: [...dueTimes].map((_, k) => get(`/${k}`)),
  ...more,
});

afterEach(closeServers);

describe('the open loop', () => {
  it('sends every request once, and measures those due after the lead-in', async () => {
    const asked = new Set<string>();
    const origin = await startTestServer((request, response) => {
      if (!request.url!.startsWith('/health')) asked.add(request.url!);
      response.end('hello');
    });
    const result = await runOpenLoop(openBlock(origin, every(60, 2, -40)));
    expect(asked).toEqual(new Set([...every(60, 1)].map((k) => `/${k}`)));
    expect(result).toMatchObject({ sent: 60, answered: 40, dropped: 0, failures: {}, receivedBytes: 300 });
  });

  it('goes on sending while the server stands still, and sees how long that took', async () => {
    // Nothing is answered before all requests have arrived: a loop that waits for answers would never get there.
    const waiting: (() => void)[] = [];
    const origin = await startTestServer((request, response) => {
      if (request.url!.startsWith('/health')) return void response.end();
      waiting.push(() => response.end());
      if (waiting.length === 50) waiting.forEach((answer) => answer());
    });
    const result = await runOpenLoop(openBlock(origin, every(50, 4)));
    expect(result.answered).toBe(50);
    // The median request was due some 100 ms before the last.
    expect(merged([result.response]).percentile(50)).toBeGreaterThan(90);
  });

  (platform() === 'linux' ? it : it.skip)('sends each request from the address it is to come from', async () => {
    const addresses = ['127.0.1.1', '127.0.2.1'];
    const seen = new Map<string, string>();
    const origin = await startTestServer((request, response) => {
      if (!request.url!.startsWith('/health')) seen.set(request.url!, request.socket.remoteAddress!);
      response.end();
    });
    const requests = [0, 1, 2].map((k) => ({ ...get(`/${k}`), from: addresses[k % 2] }));
    expect(await runOpenLoop(openBlock(origin, every(3, 1), { requests }))).toMatchObject({ answered: 3 });
    expect(Object.fromEntries(seen)).toEqual({ '/0': '127.0.1.1', '/1': '127.0.2.1', '/2': '127.0.1.1' });
  });

  it('lets a request wait for one of its connections, from its due time on, and is not late itself', async () => {
    const waiting: (() => void)[] = [];
    let [answered, inFlight, most] = [0, 0, 0];
    const origin = await startTestServer((request, response) => {
      if (request.url!.startsWith('/health')) return void response.end();
      most = Math.max(most, ++inFlight);
      const answer = () => {
        inFlight--;
        answered++;
        response.end();
      };
      if (answered > 0) return answer();
      waiting.push(answer);
      if (waiting.length === 3) setTimeout(() => waiting.forEach((one) => one()), 500);
    });
    const result = await runOpenLoop(openBlock(origin, every(40, 1), { connections: 3 }));
    expect(result).toMatchObject({ sent: 40, answered: 40, dropped: 0 });
    expect(most).toBe(3);
    expect(merged([result.response]).percentile(50)).toBeGreaterThan(400);
    expect(merged([result.service]).percentile(50)).toBeLessThan(400);
    expect(merged([result.scheduleError]).percentile(50)).toBeLessThan(400);
  });

  it('drops the requests that still wait for a connection long after the last was due', async () => {
    const origin = await startTestServer((request, response) => {
      if (request.url!.startsWith('/health')) response.end();
    });
    const { sent, dropped } = await runOpenLoop(openBlock(origin, every(8, 1), { connections: 1, timeoutMs: 300 }));
    expect(sent + dropped).toBe(8);
    expect(dropped).toBeGreaterThan(4);
  });

  it('takes as long as its last answer does, so that nothing is achieved by being asked', async () => {
    const origin = await startTestServer((request, response) => {
      setTimeout(() => response.end(), request.url!.startsWith('/health') ? 0 : 200);
    });
    const { measuredMs } = await runOpenLoop(openBlock(origin, every(10, 1)));
    expect(measuredMs).toBeGreaterThan(190);
  });

  it('sends method, headers and body, and counts unexpected answers by kind', async () => {
    const origin = await startTestServer(async (request, response) => {
      const body = Buffer.concat((await request.toArray()) as Buffer[]).toString();
      const understood = request.method === 'POST' && request.headers['authorization'] === 'Bearer t' && body === '{}';
      response.writeHead(understood ? 201 : 500).end();
    });
    const post = {
      method: 'POST',
      path: '/',
      headers: { authorization: 'Bearer t' },
      body: '{}',
      expect: 201,
    } as const;
    const result = await runOpenLoop(openBlock(origin, every(2, 1), { requests: [post, get('/')] }));
    expect(result).toMatchObject({ answered: 1, failures: { 'status 500': 1 } });
  });

  it('names the trouble where nobody listens, or nobody answers in time', async () => {
    const refused = await runOpenLoop(openBlock('http://127.0.0.1:1', every(3, 1)));
    expect(refused).toMatchObject({ answered: 0, failures: { ECONNREFUSED: 3 } });
    const origin = await startTestServer((request, response) => {
      if (request.url!.startsWith('/health')) response.end();
    });
    const silent = await runOpenLoop(openBlock(origin, every(2, 1), { timeoutMs: 300 }));
    expect(silent).toMatchObject({ answered: 0, failures: { UND_ERR_HEADERS_TIMEOUT: 2 } });
  });
});

describe('a sample of the answers', () => {
  const canonical = (_request: LoadRequest, body: string) => body.toLowerCase();
  const serve = () =>
    startTestServer((request, response) => {
      const index = Number(request.url!.slice(1));
      response.writeHead(index === 5 ? 500 : 200).end(index % 2 === 0 ? 'EVEN' : 'Even');
    });

  it('is of every so many requests, the expected answers only, and tells which say the same', async () => {
    const block = openBlock(await serve(), every(12, 1), { sample: { every: 4, first: 9 } });
    const answers = createAnswers(block);
    await runOpenLoop(block, undefined, answers);
    const found = answers.digests(canonical).sort((one, other) => one.index - other.index);
    // Of 1, 5 and 9, one failed.
    expect(found.map(({ index }) => index)).toEqual([1, 9]);
    const others = createAnswers({ ...block, sample: { every: 12, first: 2 } });
    await runOpenLoop(block, undefined, others);
    expect(others.digests(canonical)[0]!.digest).toBe(found[0]!.digest);
    expect(others.digests((_request, body) => body)[0]!.digest).not.toBe(answers.digests((_, body) => body)[0]!.digest);
  });

  it('is taken of a closed loop, too, and of nothing unless it is asked for', async () => {
    const origin = await serve();
    const block = {
      loop: 'closed',
      origin,
      connections: 2,
      timeoutMs: 5_000,
      leadInMs: 0,
      durationMs: 60_000,
    } as const;
    const requests = [get('/0'), get('/1'), get('/2'), get('/3')];
    const sampled = createAnswers({ requests, sample: { every: 2, first: 1 } });
    await runClosedLoop({ ...block, requests, repeat: false }, undefined, sampled);
    expect(new Set(sampled.digests(canonical).map(({ index }) => index))).toEqual(new Set([1, 3]));
    const unsampled = createAnswers({ requests });
    await runClosedLoop({ ...block, requests, repeat: false }, undefined, unsampled);
    expect(unsampled.digests(canonical)).toEqual([]);
  });
});

describe('the closed loop', () => {
  it('keeps exactly as many requests under way as it is told', async () => {
    let inFlight = 0;
    let most = 0;
    const origin = await startTestServer((request, response) => {
      if (request.url!.startsWith('/health')) return void response.end();
      most = Math.max(most, ++inFlight);
      setImmediate(() => {
        inFlight--;
        response.end();
      });
    });
    const block = {
      loop: 'closed',
      origin,
      connections: 7,
      timeoutMs: 5_000,
      leadInMs: 50,
      durationMs: 200,
      repeat: true,
    } as const;
    const result = await runClosedLoop({ ...block, requests: [get('/a'), get('/b')] });
    expect(most).toBeLessThanOrEqual(7);
    expect(result.answered).toBeGreaterThan(7);
    expect(result.sent).toBeGreaterThan(result.answered);
    expect(result.failures).toEqual({});
  });

  it('ends before its time when its requests are used up and cannot be repeated', async () => {
    const asked: string[] = [];
    const origin = await startTestServer((request, response) => {
      if (!request.url!.startsWith('/health')) asked.push(request.url!);
      response.end();
    });
    const block = {
      loop: 'closed',
      origin,
      connections: 2,
      timeoutMs: 5_000,
      leadInMs: 0,
      durationMs: 60_000,
    } as const;
    const result = await runClosedLoop({ ...block, requests: [get('/a'), get('/b'), get('/c')], repeat: false });
    expect(asked.sort()).toEqual(['/a', '/b', '/c']);
    expect(result).toMatchObject({ sent: 3, answered: 3 });
  });
});
