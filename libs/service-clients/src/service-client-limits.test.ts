import type { ServerResponse } from 'node:http';
import { internalOperations } from '@jobly/contracts';
import request from 'supertest';
import { aNeighbour, json } from './neighbour.fixture';
import { publishedKeys } from './published-keys';
import { serviceClient } from './service-client';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  import.meta.jest.restoreAllMocks();
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function asking(answer: (response: ServerResponse, count: number) => void, deadline = 30_000) {
  const { url, heard, stop } = await aNeighbour(answer);
  stops.push(stop);
  const client = serviceClient({ name: 'jobs', url, token: () => 'a-token', deadline });
  const ask = () => client(internalOperations.jobExists, { params: { id: 7 } });
  return { ask, tell: () => client(internalOperations.jobsDeleted, { body: told }), heard, stop, url };
}

const yes = json({ exists: true });
const told = { eventId: '0197a5f0-6b1e-7c3a-9d2e-5f4a3b2c1d0e', jobIds: [7] };
const no = { error: { message: 'No', status: 500 } };

describe('why there was no answer', () => {
  it('is said: it was a status', async () => {
    const { ask } = await asking(json(no, 500));
    await expect(ask()).rejects.toMatchObject({
      cause: { name: 'StatusError', message: 'answered 500', status: 500, body: JSON.stringify(no) },
    });
  });

  it('is said: nobody was there', async () => {
    const { ask, stop } = await asking(yes);
    await stop();
    await expect(ask()).rejects.toMatchObject({
      cause: { name: 'NetworkError', message: 'could not be reached', cause: expect.anything() },
    });
  });

  it('is said: it took too long, which is not tried again', async () => {
    const { ask, heard } = await asking(() => {}, 500);
    await expect(ask()).rejects.toMatchObject({
      cause: { name: 'TimeoutError', message: 'did not answer in time', cause: expect.anything() },
    });
    expect(heard).toHaveLength(1);
  });

  it('is said of the published keys, too', async () => {
    const { url } = await asking(json(no, 503));
    await expect(publishedKeys(url, 1_000)()).rejects.toMatchObject({ name: 'StatusError', status: 503 });
  });
});

describe('what is sent', () => {
  it('is JSON where there is a body, and says nothing of one where there is none', async () => {
    const { ask, tell, heard } = await asking((response, count) =>
      count === 1 ? yes(response) : void response.writeHead(204).end(),
    );
    await ask();
    await tell();
    expect(heard.map(({ body }) => body)).toEqual(['', JSON.stringify(told)]);
    expect(heard[0]!.headers).not.toHaveProperty('content-type');
    expect(heard[1]!.headers).toMatchObject({ 'content-type': 'application/json' });
  });
});

describe('a neighbour that is slow', () => {
  it('is asked 64 questions at the same time at most', async () => {
    const open: ServerResponse[] = [];
    const { ask, heard, url } = await asking((response) =>
      response.req.url === '/later' ? void response.end() : void open.push(response),
    );
    const asked = Array.from({ length: 70 }, () => ask());
    while (heard.length < 64) await new Promise(setImmediate);
    // A further request beside the 64 would arrive before this one, which is sent later over a connection of its own.
    await request(url).get('/later');
    const arrived = heard.length;
    while (open.length > 0 || heard.length < 71) {
      for (const response of open.splice(0)) yes(response);
      await new Promise(setImmediate);
    }
    expect(await Promise.all(asked)).toEqual(asked.map(() => ({ exists: true })));
    expect(arrived).toBe(64 + 1);
  });
});

describe('a neighbour that was left alone', () => {
  it('is left alone for half a second, and no less', async () => {
    let now = 1_000;
    import.meta.jest.spyOn(performance, 'now').mockImplementation(() => now);
    const { ask, heard } = await asking(json(no, 500));
    await Promise.allSettled(Array.from({ length: 10 }, () => ask()));
    const before = heard.length;
    now += 499;
    await expect(ask()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(heard).toHaveLength(before);
    now += 1;
    await expect(ask()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(heard.length).toBeGreaterThan(before);
  });

  it.each([60, 600, 7_200].flatMap((size) => [size, -size]))(
    'is left alone for as long when the wall clock jumps by %p s',
    async (jump) => {
      let [wall, steady] = [Date.now(), 1_000];
      import.meta.jest.spyOn(Date, 'now').mockImplementation(() => wall);
      import.meta.jest.spyOn(performance, 'now').mockImplementation(() => steady);
      const { ask, heard } = await asking(json(no, 500));
      await Promise.allSettled(Array.from({ length: 10 }, () => ask()));
      const before = heard.length;
      wall += jump * 1_000;
      steady += 499;
      await expect(ask()).rejects.toMatchObject({ kind: 'unavailable' });
      expect(heard).toHaveLength(before);
      steady += 1;
      await expect(ask()).rejects.toMatchObject({ kind: 'unavailable' });
      expect(heard.length).toBeGreaterThan(before);
    },
  );

  it('is then tried by one, and the others are refused at once', async () => {
    let now = 1_000;
    import.meta.jest.spyOn(performance, 'now').mockImplementation(() => now);
    const tried: ServerResponse[] = [];
    let isDown = true;
    const { ask } = await asking((response) => (isDown ? json(no, 500)(response) : void tried.push(response)));
    await Promise.allSettled(Array.from({ length: 10 }, () => ask()));
    isDown = false;
    now += 500;
    const first = ask();
    while (tried.length === 0) await new Promise(setImmediate);
    await expect(ask()).rejects.toMatchObject({ kind: 'unavailable' });
    yes(tried[0]!);
    expect(await first).toEqual({ exists: true });
    const next = ask();
    while (tried.length === 1) await new Promise(setImmediate);
    yes(tried[1]!);
    expect(await next).toEqual({ exists: true });
  });

  it('is asked until then, failures with a success among them being no row of ten', async () => {
    let isDown = true;
    const { ask, heard } = await asking((response) => (isDown ? json(no, 500) : yes)(response));
    const fail = async (times: number) => {
      for (let i = 0; i < times; i += 1) await ask().catch(() => {});
    };
    await fail(9);
    isDown = false;
    await ask();
    isDown = true;
    await fail(8);
    const before = heard.length;
    await fail(1);
    expect(heard.length).toBeGreaterThan(before);
  });
});

describe('a neighbour that fails now and then', () => {
  it('is asked again only so often: a tenth more than it would be anyway, and as many as connections at once', async () => {
    // Every third attempt goes well, so that no circuit breaker opens.
    const { ask, heard } = await asking((response, count) => (count % 3 === 0 ? yes : json(no, 500))(response));
    const questions = 1_000;
    for (let question = 0; question < questions; question++) await ask().catch(() => {});
    expect(heard.length).toBeGreaterThan(questions + 64);
    expect(heard.length).toBeLessThanOrEqual(1.1 * questions + 64);
  });
});
