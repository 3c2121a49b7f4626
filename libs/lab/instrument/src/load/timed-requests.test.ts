import { closeServers, startTestServer } from '../testing/server.fixture';
import { sendAll } from './timed-requests';

afterEach(closeServers);

const signal = new AbortController().signal;
const read = (dueMs: number) => ({ dueMs, request: { method: 'GET', path: '/jobs/1', expect: 200 } as const });

describe('the traffic of a change', () => {
  it('has a connection and an id for every request', async () => {
    const sockets = new Set<unknown>();
    const ids: unknown[] = [];
    const origin = await startTestServer((request, response) => {
      sockets.add(request.socket);
      ids.push(request.headers['x-request-id']);
      response.end();
    });
    const observed = await sendAll(origin, [0, 5, 10, 15].map(read), [], { label: 'test', signal });
    expect(sockets.size).toBe(4);
    expect(ids).toEqual(observed.map(({ requestId }) => requestId));
    expect(observed.map(({ dueMs, failure }) => [dueMs, failure])).toEqual(
      [0, 5, 10, 15].map((due) => [due, undefined]),
    );
  });

  it('goes on while things happen, and says what became of each request', async () => {
    let status = 200;
    const origin = await startTestServer((_, response) => void response.writeHead(status).end());
    const fail = { dueMs: 200, act: () => (status = 503) };
    const observed = await sendAll(origin, [read(0), read(400)], [fail], { label: 'test', signal });
    expect(observed.map(({ failure }) => failure)).toEqual([undefined, 'status 503']);
  });

  it('ends when the run does', async () => {
    const run = new AbortController();
    const origin = await startTestServer((_, response) => void response.end());
    const over = { dueMs: 0, act: () => run.abort(new Error('over')) };
    const sent = sendAll(origin, [read(60_000)], [over], { label: 'test', signal: run.signal });
    await expect(sent).rejects.toThrow('over');
  });
});
