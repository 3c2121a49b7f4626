import {
  Agent,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
  request as httpRequest,
} from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { CONNECTIONS } from './forward';
import { aGateway, aService } from './gateway.fixture';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A gateway in front of a service with this answer. */
async function through(answer: RequestListener, given: Parameters<typeof aGateway>[1] = {}) {
  const service = await aService(answer);
  const gateway = await aGateway(service.url, given);
  stops.push(service.stop, gateway.stop);
  return { url: gateway.url, heard: service.heard };
}

const ok: RequestListener = (_request, response) => void response.end('{}');

/** Sends a request whose body, if any, the test writes itself. */
function open(url: string, method: string, headers: Record<string, string> = {}) {
  const request = httpRequest(url, { method, headers });
  const response = once(request, 'response').then(([response]) => response as IncomingMessage);
  // Rejects if the test breaks the request off, which is then intended.
  response.catch(() => {});
  return { request, response };
}

describe('a request', () => {
  it('arrives as it was sent', async () => {
    let body = '';
    const { url, heard } = await through((request, response) => {
      void text(request).then((sent) => {
        body = sent;
        response.end('{}');
      });
    });
    const sent = '{"handle":"acme","ä":"€"}';
    await fetch(`${url}/companies?a=%2Fb&a=c`, { method: 'POST', body: sent });
    expect([heard, body]).toEqual([['POST /companies?a=%2Fb&a=c'], sent]);
  });

  it('is not interpreted on the way', async () => {
    const { url, heard } = await through(ok);
    await fetch(`${url}/companies/..%2Finternal%2Fjobs%3Fx`);
    expect(heard).toEqual(['GET /companies/..%2Finternal%2Fjobs%3Fx']);
  });

  it('has the id, the address and no more from the gateway', async () => {
    let headers: IncomingMessage['headers'] = {};
    const { url } = await through((request, response) => {
      headers = request.headers;
      response.setHeader('X-Request-Id', 'of the service').end('{}');
    });
    const answer = await fetch(`${url}/jobs`, { headers: { 'X-Forwarded-For': '192.0.2.1', 'X-Request-Id': 'abc' } });
    expect(headers).toMatchObject({ 'x-request-id': 'abc', 'x-forwarded-for': '127.0.0.1' });
    expect(answer.headers.get('x-request-id')).toBe('abc');
  });

  it('says how long the gateway waits for the answer, whatever the client says', async () => {
    const heard: unknown[] = [];
    const { url } = await through(
      (request, response) => {
        heard.push(request.headersDistinct['x-remaining-time']);
        response.end('{}');
      },
      { GATEWAY_DEADLINE_MS: '700' },
    );
    await fetch(`${url}/jobs`, { headers: { 'X-Remaining-Time': '5' } });
    await fetch(`${url}/jobs`);
    expect(heard).toEqual([['700'], ['700']]);
  });

  it('says for whom a trusted proxy asks', async () => {
    const heard: unknown[] = [];
    const answer: RequestListener = (request, response) => {
      heard.push(request.headers['x-forwarded-for']);
      response.end('{}');
    };
    const { url } = await through(answer, { TRUST_PROXY: 'loopback' });
    await fetch(`${url}/jobs`, { headers: { 'X-Forwarded-For': '203.0.113.1, 192.0.2.1' } });
    await fetch(`${url}/jobs`, { headers: { 'X-Forwarded-For': 'nobody' } });
    expect(heard).toEqual(['192.0.2.1', '127.0.0.1']);
  });

  it('that names the whole URL is for the same operation', async () => {
    const { url, heard } = await through(ok);
    for (const path of ['/jobs?title=a%2Fb', '/jobs/7']) {
      const request = httpRequest(url, { path: `http://jobly.example${path}` }).end();
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      expect([response.statusCode, await text(response)]).toEqual([200, '{}']);
    }
    expect(heard).toEqual(['GET /jobs?title=a%2Fb', 'GET /jobs/7']);
  });

  it('with two tokens still has two', async () => {
    let tokens: string[] | undefined;
    const { url } = await through((request, response) => {
      tokens = request.headersDistinct.authorization;
      response.end('{}');
    });
    const { request, response } = open(`${url}/jobs`, 'GET');
    request.setHeader('Authorization', ['Bearer a', 'Bearer b']);
    request.end();
    await response;
    expect(tokens).toEqual(['Bearer a', 'Bearer b']);
  });

  it('that comes in slowly keeps no connection to the service from the others', async () => {
    const { url } = await through((request, response) => {
      request.resume().once('end', () => response.end('{}'));
    });
    const slow = Array.from(
      { length: 80 },
      () => open(`${url}/companies`, 'POST', { 'Content-Length': '100' }).request,
    );
    await Promise.all(slow.map((request) => new Promise((resolve) => request.write('{', resolve))));
    expect((await fetch(`${url}/companies`)).status).toBe(200);
    slow.forEach((request) => request.destroy());
  });

  it('with a chunked body has a length', async () => {
    let headers: IncomingMessage['headers'] = {};
    const { url } = await through((request, response) => {
      headers = request.headers;
      response.end('{}');
    });
    const { request, response } = open(`${url}/companies`, 'POST', { 'Transfer-Encoding': 'chunked' });
    request.write('{');
    request.end('}');
    await response;
    expect(headers).toMatchObject({ 'content-length': '2' });
    expect(headers).not.toHaveProperty('transfer-encoding');
  });

  it('may be answered before it has come to its end, and is not in the way of the next', async () => {
    const { url } = await through((request, response) => {
      response.writeHead(request.method === 'GET' ? 200 : 401).end();
    });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const statusOf = async (method: string, body?: string) => {
      const request = httpRequest(`${url}/companies`, { method, agent }).end(body);
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      await text(response);
      return response.statusCode;
    };
    expect(await statusOf('POST', 'x'.repeat(5_000_000))).toBe(401);
    expect(await statusOf('GET')).toBe(200);
    agent.destroy();
  });

  it('that is too long arrives too long', async () => {
    let bytes = 0;
    const { url } = await through((request, response) => {
      request.on('data', (chunk: Buffer) => (bytes += chunk.length));
      request.once('end', () => response.writeHead(413).end());
    });
    const answer = await fetch(`${url}/companies`, { method: 'POST', body: 'x'.repeat(5_000_000) });
    expect(answer.status).toBe(413);
    expect(bytes).toBeGreaterThan(100 * 1024);
  });
});

describe('an answer', () => {
  it('reaches the client as it was given', async () => {
    const { url } = await through((_request, response) => {
      response.writeHead(401, { 'WWW-Authenticate': 'Bearer', 'Content-Type': 'application/json' }).end('{"error":1}');
    });
    const answer = await fetch(`${url}/jobs/7`);
    expect([answer.status, await answer.text()]).toEqual([401, '{"error":1}']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.headers.get('content-type')).toBe('application/json');
  });

  it('is passed on while it is still being given', async () => {
    const read = Promise.withResolvers<undefined>();
    const { url } = await through((_request, response) => {
      response.write('first');
      void read.promise.then(() => response.end('last'));
    });
    const { request, response } = open(`${url}/jobs`, 'GET');
    request.end();
    const [first] = (await once((await response).setEncoding('utf8'), 'data')) as [string];
    expect(first).toBe('first');
    read.resolve(undefined);
    expect(await text(await response)).toBe('last');
  });

  it('that a client does not read keeps no connection to the service from the others', async () => {
    const { url, heard } = await through((_request, response) => void response.end('x'.repeat(600_000)));
    const { hostname, port } = new URL(url);
    const deaf = connect(Number(port), hostname)
      .pause()
      .on('error', () => {});
    deaf.write('GET /jobs HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(100));
    while (heard.length < 64) await new Promise(setImmediate);
    expect(await (await fetch(`${url}/jobs`)).text()).toHaveLength(600_000);
    deaf.destroy();
  });

  it('to HEAD has a length and no body', async () => {
    const { url, heard } = await through((_request, response) => void response.setHeader('Content-Length', 42).end());
    const answer = await fetch(`${url}/jobs`, { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, '42', '']);
    expect(heard).toEqual(['HEAD /jobs']);
  });

  it.each([{ 'Content-Length': '100' }, {}])('that breaks off is not passed for a whole one: %p', async (headers) => {
    const { url, heard } = await through((_request, response) => {
      response.writeHead(200, headers).write('{"jobs":[', () => response.destroy());
    });
    const answer = await fetch(`${url}/jobs`);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
    expect(heard).toHaveLength(1);
  });
});

const expectUnknown = async (answer: Response) => {
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([504, null]);
  expect(await answer.json()).toEqual({
    error: { message: 'The jobs service did not answer; what was asked may have been done all the same', status: 504 },
  });
};

describe('a service that does not answer', () => {
  const expectUnavailable = async (answer: Response) => {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await answer.json()).toEqual({
      error: { message: 'The jobs service is unavailable at the moment; please try again', status: 503 },
    });
  };

  it('because it is not there is a 503', async () => {
    const service = await aService(ok);
    await service.stop();
    const { url, stop } = await aGateway(service.url);
    stops.push(stop);
    await expectUnavailable(await fetch(`${url}/jobs`));
    await expectUnavailable(await fetch(`${url}/jobs`, { method: 'POST', body: '{}' }));
  });

  it('because it hangs is a 503, and is asked only once', async () => {
    const { url, heard } = await through(() => {}, { GATEWAY_DEADLINE_MS: '100' });
    await expectUnavailable(await fetch(`${url}/jobs`));
    expect(heard).toHaveLength(1);
  });

  it('is a 503 for those, too, who still wait for a connection to it when their time is up', async () => {
    const { url, heard } = await through(() => {}, { GATEWAY_DEADLINE_MS: '500' });
    await Promise.all(Array.from({ length: 150 }, async () => expectUnavailable(await fetch(`${url}/jobs`))));
    // At most one for each connection: nobody had to wait for others to finish.
    expect(heard.length).toBeLessThan(150);
  });

  it.each(['POST', 'PATCH', 'DELETE'])('is a 504 for those who write: %s', async (method) => {
    const { url, heard } = await through(() => {}, { GATEWAY_DEADLINE_MS: '100' });
    await expectUnknown(await fetch(`${url}${method === 'POST' ? '/jobs' : '/jobs/7'}`, { method, body: '{}' }));
    expect(heard).toHaveLength(1);
  });

  it('to the end is given up in the middle of its answer', async () => {
    const { url } = await through((_request, response) => void response.write('{"jobs":['), {
      GATEWAY_DEADLINE_MS: '300',
    });
    const answer = await fetch(`${url}/jobs`);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  it('does not take the others off the air', async () => {
    const service = await aService(ok);
    await service.stop();
    const other = await aService(ok);
    const { url, stop } = await aGateway(other.url, { JOBS_URL: service.url });
    stops.push(other.stop, stop);
    await expectUnavailable(await fetch(`${url}/jobs`));
    expect((await fetch(`${url}/companies`)).status).toBe(200);
  });
});

describe('a connection lost just as it is used again', () => {
  /** A service that answers one request a connection and hangs up at the next. */
  const hangingUp = async () => {
    const seen = new WeakSet();
    return through((request, response) => {
      if (seen.has(request.socket)) request.socket.destroy();
      else response.end('{}');
      seen.add(request.socket);
    });
  };

  it('is not noticed by those who only read', async () => {
    const { url, heard } = await hangingUp();
    expect((await fetch(`${url}/jobs`)).status).toBe(200);
    expect((await fetch(`${url}/jobs/7`)).status).toBe(200);
    expect(heard).toEqual(['GET /jobs', 'GET /jobs/7', 'GET /jobs/7']);
  });

  it.each(['POST', 'PATCH', 'DELETE'])('is told to those who write, for it may have been done: %s', async (method) => {
    const { url, heard } = await hangingUp();
    const path = method === 'POST' ? '/jobs' : '/jobs/7';
    await fetch(`${url}/jobs`);
    await expectUnknown(await fetch(`${url}${path}`, { method }));
    expect(heard).toHaveLength(2);
  });

  it('is not tried for ever', async () => {
    const { url, heard } = await through((request) => void request.socket.destroy());
    expect((await fetch(`${url}/jobs`)).status).toBe(503);
    expect(heard).toHaveLength(2);
  });

  it('is not tried again for everybody where all are lost', async () => {
    const { url, heard } = await through((request) => void request.socket.destroy());
    const reads = 300;
    for (let read = 0; read < reads; read += 1) await fetch(`${url}/jobs`);
    expect(heard.length).toBeGreaterThan(reads + CONNECTIONS);
    expect(heard.length).toBeLessThanOrEqual(1.1 * reads + CONNECTIONS);
  });
});

describe('a client that goes away', () => {
  /** A service that reports its requests and whether they were aborted before their end, and answers with `begin`. */
  async function deserted(begin: (response: ServerResponse) => void) {
    const asked = Promise.withResolvers<undefined>();
    const letGo = Promise.withResolvers<{ finished: boolean }>();
    const { url } = await through((request, response) => {
      request.resume().once('error', () => {});
      response.once('close', () => letGo.resolve({ finished: response.writableFinished }));
      begin(response);
      asked.resolve(undefined);
    });
    return { url, asked: asked.promise, letGo: letGo.promise };
  }

  it('before the answer takes the request to the service along', async () => {
    const { url, asked, letGo } = await deserted(() => {});
    const { request } = open(`${url}/jobs`, 'GET');
    request.end();
    await asked;
    request.destroy();
    expect(await letGo).toEqual({ finished: false });
  });

  it('during the answer does so, too', async () => {
    const { url, letGo } = await deserted((response) => void response.write('begun'));
    const { request, response } = open(`${url}/jobs`, 'GET');
    request.end();
    await once(await response, 'readable');
    request.destroy();
    expect(await letGo).toEqual({ finished: false });
  });

  it('during its own request asks nothing', async () => {
    const { url, heard } = await through(ok);
    const { request } = open(`${url}/companies`, 'POST', { 'Content-Length': '100' });
    await new Promise((resolve) => request.write('{', resolve));
    request.destroy();
    expect((await fetch(`${url}/jobs`)).status).toBe(200);
    expect(heard).toEqual(['GET /jobs']);
  });
});
