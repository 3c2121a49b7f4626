import { closeServers, startTestServer } from '../testing/server.fixture';
import type { ClosedLoopBlock } from './block';
import { runClosedLoop } from './closed-loop';
import { closedRate } from './closed-rate';
import type { Generator } from './generator-process';

/** In this process. */
const generator: Generator = {
  pid: process.pid,
  run: async (block) => ({ result: await runClosedLoop(block as ClosedLoopBlock), answers: [] }),
  stop: () => Promise.resolve(),
};

afterEach(closeServers);

describe('the rate of a closed loop', () => {
  it('is of those who are served; the share of the others is told', async () => {
    let asked = 0;
    const origin = await startTestServer((request, response) => {
      if (!request.url!.startsWith('/health')) asked += 1;
      response.writeHead(asked % 4 === 0 ? 503 : 200).end();
    });
    const request = { method: 'GET', path: '/', expect: 200 } as const;
    const loop = { origin, request, connections: 1, timeoutMs: 1_000, durationMs: 300 };
    const { lost, sent, perSecond } = await closedRate(generator, loop, new AbortController().signal);
    expect(Math.abs(lost - 1 / 4)).toBeLessThanOrEqual(1 / sent);
    expect(perSecond).toBeGreaterThan(0);
  });
});
