import { type AddressInfo, connect } from 'node:net';
import { type IncomingMessage, createServer, request } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Invoked } from './fleet';
import { createFront } from './front';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** A front of a function that answers this; `events` are what the function was called with. */
async function aFront(invoked: Invoked | APIGatewayProxyStructuredResultV2 | string = { statusCode: 204 }) {
  const events: APIGatewayProxyEventV2[] = [];
  const answer: Invoked =
    typeof invoked === 'object' && 'kind' in invoked
      ? invoked
      : { kind: 'answered', body: JSON.stringify(invoked), pid: 1, initMs: undefined };
  const invoke = async (event: string) => {
    events.push(JSON.parse(event) as APIGatewayProxyEventV2);
    return answer;
  };
  const server = createServer(createFront({ invoke, pids: () => [], stop: async () => {} })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { events, port, url: `http://127.0.0.1:${port}` };
}

describe('a request', () => {
  it('becomes an event, with its path and query as they were sent', async () => {
    const { events, url } = await aFront();
    await fetch(`${url}/companies/a%2Fb%20c?x=1&x=%202&y`, { method: 'PUT', headers: { 'X-Some': 'a' } });
    expect(events).toMatchObject([
      {
        version: '2.0',
        rawPath: '/companies/a%2Fb%20c',
        rawQueryString: 'x=1&x=%202&y',
        queryStringParameters: { x: '1, 2', y: '' },
        headers: { 'x-some': 'a', 'x-forwarded-for': '127.0.0.1' },
        requestContext: { http: { method: 'PUT', path: '/companies/a%2Fb%20c', sourceIp: '127.0.0.1' } },
        isBase64Encoded: false,
      },
    ]);
    expect(events[0]).not.toHaveProperty('body');
  });

  it('has headers of the same name joined, cookies apart, and none that are of the connection', async () => {
    const { events, port } = await aFront();
    const socket = connect(port, '127.0.0.1');
    socket.end(
      'GET / HTTP/1.1\r\nHost: h\r\nX-A: 1\r\nX-A: 2\r\nCookie: c=1; d=2\r\nConnection: close\r\nTE: trailers\r\n\r\n',
    );
    await text(socket);
    expect(events).toMatchObject([{ headers: { host: 'h', 'x-a': '1,2' }, cookies: ['c=1', 'd=2'] }]);
    expect(Object.keys(events[0]!.headers)).not.toEqual(expect.arrayContaining(['connection']));
    expect(events[0]!.headers).not.toHaveProperty('te');
    expect(events[0]!.headers).not.toHaveProperty('cookie');
  });

  it.each([
    ['application/json', Buffer.from('{"ä":1}'), '{"ä":1}', false],
    ['application/octet-stream', Buffer.from([0, 255]), 'AP8=', true],
    ['application/json', Buffer.from([0xff]), '/w==', true],
  ])('has a body of %s as text only if it is text', async (type, sent, body, isBase64Encoded) => {
    const { events, url } = await aFront();
    await fetch(url, { method: 'POST', headers: { 'Content-Type': type }, body: sent });
    expect(events).toMatchObject([{ body, isBase64Encoded, headers: { 'content-length': String(sent.length) } }]);
  });

  it('that is longer than an event may be never reaches the function', async () => {
    const { events, url } = await aFront();
    const { status } = await fetch(url, { method: 'POST', body: Buffer.alloc(6 * 1024 * 1024 + 1) });
    expect({ status, events }).toEqual({ status: 413, events: [] });
  });

  it('that goes on for ever is refused while it does', async () => {
    const { url } = await aFront();
    const endless = request(url, { method: 'POST' }).on('error', () => {});
    endless.write(Buffer.alloc(6 * 1024 * 1024 + 1));
    const [answer] = (await once(endless, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(413);
    // A client that looks at the answer only when it has sent everything gets that far.
    await new Promise((resolve) => endless.write(Buffer.alloc(16 * 1024 * 1024), resolve));
    endless.destroy();
  });
});

describe('a result', () => {
  it('becomes an answer, with each cookie in a header of its own', async () => {
    const { url } = await aFront({ statusCode: 201, headers: { 'x-a': 'b' }, cookies: ['a=1', 'b=2'], body: 'ä' });
    const answer = await fetch(url);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-a')).toBe('b');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await answer.text()).toBe('ä');
  });

  it('in base64 becomes bytes', async () => {
    const { url } = await aFront({ statusCode: 200, body: 'AP8=', isBase64Encoded: true });
    expect([...new Uint8Array(await (await fetch(url)).arrayBuffer())]).toEqual([0, 255]);
  });

  it('without a status is the body', async () => {
    const { url } = await aFront('hello');
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([200, 'hello']);
  });

  it('of nothing is a body, too', async () => {
    const { url } = await aFront({ kind: 'answered', body: 'null', pid: 1, initMs: undefined });
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([200, 'null']);
  });

  it.each([
    'no JSON',
    '{"statusCode":null}',
    '{"statusCode":"no"}',
    '{"statusCode":101}',
    '{"statusCode":200,"headers":{"a b":"c"}}',
    '{"statusCode":200,"headers":{"a":"b\\nc"}}',
    '{"statusCode":200,"headers":{"content-length":"1"},"body":"ab"}',
    '{"statusCode":200,"cookies":["a\\nb"]}',
    '{"statusCode":200,"body":{}}',
  ])('that is no answer is a failure, and the log says so: %s', async (body) => {
    const logged = import.meta.jest.spyOn(console, 'error').mockImplementation(() => {});
    const { url } = await aFront({ kind: 'answered', body, pid: 1, initMs: undefined });
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([502, '{"Message":"Internal Server Error"}']);
    expect(logged.mock.calls.join()).toContain('no answer');
    logged.mockRestore();
  });

  it.each<[Invoked, number]>([
    [{ kind: 'failed', body: '{"errorMessage":"secret"}' }, 502],
    [{ kind: 'throttled' }, 429],
  ])('that is none says nothing of the function, and the log says why it has failed: %j', async (invoked, status) => {
    const logged = import.meta.jest.spyOn(console, 'error').mockImplementation(() => {});
    const { url } = await aFront(invoked);
    const answer = await fetch(url);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain('secret');
    expect(logged.mock.calls.join().includes('secret')).toBe(invoked.kind === 'failed');
    logged.mockRestore();
  });
});
