import { once } from 'node:events';
import { connect } from 'node:net';
import { Agent, request } from 'undici';
import { closeServers, startTestServer } from '../testing/server.fixture';
import { type Relay, startRelay } from './relay';

// Sooner than a server ends a connection that nobody uses.
import.meta.jest.setTimeout(4_000);

const answering = (text: string) => startTestServer((_request, response) => void response.end(text));

let relay: Relay;
beforeEach(async () => {
  relay = await startRelay();
});
afterEach(async () => {
  await relay.stop();
  await closeServers();
});

describe('a relay', () => {
  it('leads to one process, and then to another, and ends the connections to the first', async () => {
    const ask = async () => (await request(relay.url, { reset: true })).body.text();
    relay.leadTo(await answering('old'));
    expect(await ask()).toBe('old');
    const kept = connect(Number(new URL(relay.url).port), '127.0.0.1').on('error', () => {});
    // An answer shows that the relay has connected it.
    kept.write('GET / HTTP/1.1\r\nHost: relay\r\n\r\n');
    await once(kept, 'data');
    // Not `once`, which takes a reset for a failure.
    const ended = new Promise((resolve) => kept.once('close', resolve));
    relay.leadTo(await answering('new'));
    await ended;
    expect(await ask()).toBe('new');
  });

  it('keeps its connections where nothing changes', async () => {
    const agent = new Agent({ connections: 1 });
    let connections = 0;
    agent.on('connect', () => connections++);
    const url = await answering('same');
    for (const _ of [1, 2]) {
      relay.leadTo(url);
      await (await request(relay.url, { dispatcher: agent })).body.dump();
    }
    expect(connections).toBe(1);
    await agent.close();
  });

  it('leads nowhere at first', async () => {
    await expect(request(relay.url)).rejects.toThrow();
  });
});
