import { once } from 'node:events';
import { connect } from 'node:net';
import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import { Agent, request } from 'undici';
import { type Line, openLine } from './line';

// Sooner than a server ends a connection that nobody uses.
import.meta.jest.setTimeout(4_000);

const answering = (text: string) => startTestServer((_request, response) => void response.end(text));

let line: Line;
beforeEach(async () => {
  line = await openLine();
});
afterEach(async () => {
  await line.close();
  await closeServers();
});

describe('a line', () => {
  it('leads to one process, and then to another, and ends the connections to the first', async () => {
    const ask = async () => (await request(line.url, { reset: true })).body.text();
    line.leadTo(await answering('old'));
    expect(await ask()).toBe('old');
    const kept = connect(Number(new URL(line.url).port), '127.0.0.1');
    // An answer shows that the line has connected it.
    kept.write('GET / HTTP/1.1\r\nHost: line\r\n\r\n');
    await once(kept, 'data');
    const ended = once(kept, 'close');
    line.leadTo(await answering('new'));
    await ended;
    expect(await ask()).toBe('new');
  });

  it('keeps its connections where nothing changes', async () => {
    const agent = new Agent({ connections: 1 });
    let connections = 0;
    agent.on('connect', () => connections++);
    const url = await answering('same');
    for (const _ of [1, 2]) {
      line.leadTo(url);
      await (await request(line.url, { dispatcher: agent })).body.dump();
    }
    expect(connections).toBe(1);
    await agent.close();
  });

  it('leads nowhere at first', async () => {
    await expect(request(line.url)).rejects.toThrow();
  });
});
