import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import { Agent, request } from 'undici';
import { type Line, openLine } from './line';

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
  it('leads to one process, and then to another, although connections are kept', async () => {
    const agent = new Agent({ connections: 1 });
    const ask = async () => (await request(line.url, { dispatcher: agent })).body.text();
    line.leadTo(await answering('old'));
    expect([await ask(), await ask()]).toEqual(['old', 'old']);
    const hungUp = new Promise((resolve) => agent.once('disconnect', resolve));
    line.leadTo(await answering('new'));
    await hungUp;
    expect(await ask()).toBe('new');
    await agent.close();
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
