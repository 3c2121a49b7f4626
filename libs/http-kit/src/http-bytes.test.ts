import { once } from 'node:events';
import { connect } from 'node:net';
import { anAdmission, anApp, anOperation } from './app.fixture';
import { route } from './routes';
import { listen } from './server';

const routes = ['/things', '/others'].map((path) => route(anOperation({ path }), async () => ({ at: path })));

/** A server, one connection to it, and the byte counts of both. */
async function aConnection() {
  const { url, drain } = await listen(anApp(routes), {
    host: '127.0.0.1',
    port: 0,
    portVariable: 'JOBS_PORT',
    admission: anAdmission(),
    isPublic: true,
  });
  const socket = connect(Number(new URL(url).port), '127.0.0.1').setEncoding('latin1');
  return {
    /** Sends the bytes; returns the answer, which comes in one piece. */
    async send(bytes: string): Promise<string> {
      socket.write(bytes);
      const [answer] = (await once(socket, 'data')) as [string];
      return answer;
    },
    async counted(path: string) {
      const text = await (await fetch(`${url}/metrics`)).text();
      const of = (name: string) =>
        Number(new RegExp(`^http_${name}_bytes_total{route="${path}",.*} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
      return { received: of('received'), sent: of('sent') };
    },
    async close() {
      socket.destroy();
      await drain(0);
    },
  };
}

const get = (path: string, header = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${header}\r\n`;

describe('the bytes of a route', () => {
  it('are those on the wire, headers included, request by request on a connection that is kept', async () => {
    const { send, counted, close } = await aConnection();
    const asked = [get('/things'), get('/things', `X-Long: ${'x'.repeat(500)}\r\n`)];
    const answers = [await send(asked[0]!), await send(asked[1]!)];
    expect(await counted('/things')).toEqual({ received: asked.join('').length, sent: answers.join('').length });

    const other = get('/others');
    const answer = await send(other);
    expect(await counted('/others')).toEqual({ received: other.length, sent: answer.length });
    expect(await counted('/things')).toEqual({ received: asked.join('').length, sent: answers.join('').length });
    await close();
  });

  it('are kept from those of health checks and of reading the metrics', async () => {
    const { send, counted, close } = await aConnection();
    await send(get('/health/live'));
    await counted('/things');
    expect(await counted('/things')).toEqual({ received: 0, sent: 0 });
    expect((await counted('/health/live')).received).toBe(get('/health/live').length);
    expect((await counted('/metrics')).received).toBeGreaterThan(0);
    await close();
  });

  it('include the body of a request', async () => {
    const { send, counted, close } = await aConnection();
    const body = JSON.stringify({});
    const post = `POST /things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n${body}`;
    await send(post);
    expect((await counted('/things')).received).toBe(post.length);
    await close();
  });
});
