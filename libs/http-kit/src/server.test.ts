import { once } from 'node:events';
import { type IncomingMessage, Agent, get } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { StartError, unauthorized } from '@jobly/contracts';
import express from 'express';
import { anAdmission, anApp, anOperation } from './app.fixture';
import { route } from './routes';
import { type Listening, listen } from './server';

const open: Listening[] = [];
afterEach(() => Promise.all(open.splice(0).map(({ drain }) => drain(0))));

async function listening(app: express.Express = express(), { port = 0, isPublic = true } = {}) {
  const { url, drain } = await listen(app, {
    host: '127.0.0.1',
    port,
    portVariable: 'JOBS_PORT',
    admission: anAdmission(),
    isPublic,
  });
  open.push({ url, drain });
  return { url, drain, port: Number(new URL(url).port) };
}

/** The answer to these bytes, until the server closes the connection. */
async function answerTo(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}

describe('listening', () => {
  it('says where', async () => {
    const { url, port } = await listening(anApp([]));
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it.each([
    ['::1', '[::1]'],
    ['::', '[::1]'],
    ['0.0.0.0', '127.0.0.1'],
    ['localhost', 'localhost'],
  ])('on %s says where one can open it', async (host, name) => {
    const { url, drain } = await listen(anApp([]), {
      host,
      port: 0,
      portVariable: 'JOBS_PORT',
      admission: anAdmission(),
      isPublic: true,
    });
    open.push({ url, drain });
    expect(new URL(url).hostname).toBe(name);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it('on a taken port is refused in a sentence that names the variable', async () => {
    const { port } = await listening();
    const refusal = listening(express(), { port });
    await expect(refusal).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken; set JOBS_PORT to another one.`);
    await expect(refusal).rejects.toBeInstanceOf(StartError);
  });

  it('on an address that is not ours is refused in a sentence, too', async () => {
    const refusal = listen(express(), {
      host: '192.0.2.1',
      port: 3013,
      portVariable: 'JOBS_PORT',
      admission: anAdmission(),
      isPublic: true,
    });
    await expect(refusal).rejects.toThrow(
      'Port 3013 on 192.0.2.1 cannot be listened on (EADDRNOTAVAIL); set JOBS_PORT to another one.',
    );
  });
});

describe('what is no HTTP', () => {
  it.each([
    ['nonsense\r\n\r\n', 400, 'Bad Request'],
    ['GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n', 400, 'Bad Request'],
    [`GET / HTTP/1.1\r\nX: ${'x'.repeat(200_000)}\r\n\r\n`, 431, 'Request Header Fields Too Large'],
  ])('is refused in the shape of the contract: %.30p', async (bytes, status, message) => {
    const { port } = await listening(anApp([]));
    const [head = '', body = ''] = (await answerTo(port, bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} ${message}\r\n`));
    expect(head).toMatch(/^Content-Type: application\/json; charset=utf-8\r?$/m);
    expect(head).toMatch(/^X-Request-Id: [\da-f-]{36}\r?$/m);
    expect(head).toMatch(/^Connection: close\r?$/m);
    expect(JSON.parse(body)).toEqual({ error: { message, status } });
  });

  it('holds no connection, also if its client never closes it', async () => {
    const { port } = await listening(anApp([]));
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.write('nonsense\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1.1 400/);
    const writing = setInterval(() => socket.write('and more'), 50);
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    clearInterval(writing);
    expect(['ECONNRESET', 'EPIPE']).toContain(error.code);
  });

  it('does not keep others from being served', async () => {
    const { port, url } = await listening(anApp([]));
    await answerTo(port, 'nonsense\r\n\r\n');
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });
});

describe('a request that Node would refuse by itself', () => {
  const statusAndBody = async (head: string) => {
    const { port } = await listening(anApp([route(anOperation(), async () => ({ found: true }))]));
    const socket = connect(port, '127.0.0.1');
    socket.write(`GET /things HTTP/1.1\r\nConnection: close\r\n${head}\r\n`);
    const [, status, body] = /^HTTP\/1\.1 (\d+)[^]*\r\n\r\n([^]*)$/.exec(await text(socket))!;
    return [Number(status), JSON.parse(body!) as unknown];
  };

  it('for want of a Host gets an error in the shape of the contract', async () => {
    expect(await statusAndBody('')).toEqual([400, { error: { message: 'The Host header is missing', status: 400 } }]);
  });

  it('for an unknown expectation is answered like one without', async () => {
    expect(await statusAndBody('Host: a\r\nExpect: something-else\r\n')).toEqual([200, { found: true }]);
  });
});

describe('a token that is far too long', () => {
  it('is an invalid one', async () => {
    const guard = () => Promise.reject(unauthorized());
    const { url } = await listening(anApp([route(anOperation(), async () => ({}))], { guard }));
    const headers = { Authorization: `Bearer ${'x'.repeat(20_000)}` };
    expect((await fetch(`${url}/things`, { headers })).status).toBe(401);
  });
});

describe('headers that a client may just send', () => {
  it('may be longer by what a gateway adds, where only a gateway asks', async () => {
    const most = { 'X-Most': 'x'.repeat(128 * 1024 - 200) };
    const added = { 'X-Request-Id': 'r'.repeat(128), 'X-Forwarded-For': '192.0.2.1' };
    const statusAt = async (isPublic: boolean, headers: Record<string, string>) => {
      const { port } = await listening(anApp([]), { isPublic });
      const request = get({ port, host: '127.0.0.1', path: '/health/live', headers, agent: false });
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    };
    expect(await statusAt(true, most)).toBe(200);
    expect(await statusAt(true, { ...most, ...added })).toBe(431);
    expect(await statusAt(false, { ...most, ...added })).toBe(200);
  });
});

/** More than the sockets' buffers hold. */
const LONG = 20_000_000;

describe('draining', () => {
  /** Sends a request over a keep-alive connection. */
  const ask = (url: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { agent: new Agent({ keepAlive: true }) }, resolve).on('error', reject);
    });

  /** A server whose GET /slow is answered when the test allows it. */
  async function slowServer() {
    const reached = Promise.withResolvers<undefined>();
    const released = Promise.withResolvers<undefined>();
    const app = express();
    app.get('/slow', async (_request, response) => {
      reached.resolve(undefined);
      await released.promise;
      response.send('done');
    });
    app.get('/quick', (_request, response) => void response.send('done'));
    app.get('/long', (_request, response) => void response.send('x'.repeat(LONG)));
    return { ...(await listening(app)), reached: reached.promise, release: released.resolve };
  }

  /** Resolves once nobody listens there any more. */
  async function closed(url: string): Promise<void> {
    for (;;) {
      try {
        await text(await ask(url));
      } catch {
        return;
      }
    }
  }

  it('waits for what is under way, however long that takes', async () => {
    const { drain, url, reached, release } = await slowServer();
    const answer = ask(`${url}/slow`);
    await reached;
    const drained = drain(10);
    await closed(`${url}/quick`);
    release(undefined);
    expect(await text(await answer)).toBe('done');
    await drained;
  });

  it('goes on answering at first, and tells everyone to go elsewhere', async () => {
    const { drain, url, reached, release } = await slowServer();
    const before = ask(`${url}/slow`);
    await reached;
    const drained = drain(200);
    const during = await ask(`${url}/quick`);
    release(undefined);
    for (const { statusCode, headers } of [await before, during]) {
      expect([statusCode, headers.connection]).toEqual([200, 'close']);
    }
    await drained;
    await expect(ask(`${url}/quick`)).rejects.toThrow('ECONNREFUSED');
  });

  it('sends what is written to the end, also to those who read slowly', async () => {
    const { drain, url } = await slowServer();
    const answer = await ask(`${url}/long`);
    const drained = drain(0);
    await closed(`${url}/quick`);
    expect(await text(answer)).toHaveLength(LONG);
    await drained;
  });

  it('does not wait for connections over which nothing is under way', async () => {
    const { drain, url, port } = await slowServer();
    await text(await ask(`${url}/quick`));
    const neverUsed = connect(port, '127.0.0.1');
    await once(neverUsed, 'connect');
    const neverUsedClosed = once(neverUsed, 'close');
    await drain(0);
    expect(await neverUsedClosed).toEqual([false]);
    await expect(ask(`${url}/quick`)).rejects.toThrow('ECONNREFUSED');
  });
});

describe('a request whose client has gone', () => {
  it('is not handled any more', async () => {
    const asked = Promise.withResolvers<undefined>();
    const letIn = Promise.withResolvers<undefined>();
    const handled: string[] = [];
    const handle = route(anOperation(), async () => void handled.push('handled'));
    const guard = async () => {
      asked.resolve(undefined);
      await letIn.promise;
      return undefined;
    };
    const { port } = await listening(anApp([handle], { guard }));
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /things HTTP/1.1\r\nHost: a\r\n\r\n');
    await asked.promise;
    socket.destroy();
    // Another connection is served after the end of the first has been noticed.
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
    letIn.resolve(undefined);
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
    expect(handled).toEqual([]);
  });

  it('is not begun if that is seen just after it has come, as by a process that stood still', async () => {
    const handled: string[] = [];
    const handle = route(anOperation({ method: 'post' }), async () => void handled.push('handled'));
    const { port } = await listening(anApp([handle]));
    const socket = connect(port, '127.0.0.1').resume();
    socket.end('POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n');
    await once(socket, 'close');
    expect(handled).toEqual([]);
  });
});
