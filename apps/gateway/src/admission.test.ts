import type { RequestListener } from 'node:http';
import { aGateway, aService } from './gateway.fixture';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const ok: RequestListener = (_request, response) => void response.end('{}');

/** A gateway in front of a jobs service that hangs, and of others that do not; `jobs` has been asked so often. */
async function withJobsHanging(given: Parameters<typeof aGateway>[1] = {}) {
  const hanging = await aService(() => {});
  const others = await aService(ok);
  const gateway = await aGateway(others.url, { JOBS_URL: hanging.url, ...given });
  stops.push(hanging.stop, others.stop, gateway.stop);
  return { url: gateway.url, jobs: hanging.heard };
}

const settled = () => new Promise(setImmediate);

describe('a service that hangs', () => {
  it('has only so many requests on their way to it; the rest get a 503 before the deadline', async () => {
    const { url, jobs } = await withJobsHanging({ GATEWAY_DEADLINE_MS: '60000' });
    const leaving = new AbortController();
    const statuses: number[] = [];
    const asked = Array.from({ length: 200 }, () =>
      fetch(`${url}/jobs`, { signal: leaving.signal }).then(
        ({ status }) => statuses.push(status),
        () => {},
      ),
    );
    while (statuses.length < 200 - 64) await settled();
    expect(new Set(statuses)).toEqual(new Set([503]));
    expect(jobs.length).toBeLessThanOrEqual(64);
    leaving.abort();
    await Promise.all(asked);
  });

  it('holds up nobody who asks another', async () => {
    const { url, jobs } = await withJobsHanging({ GATEWAY_DEADLINE_MS: '2000' });
    const held = Array.from({ length: 300 }, () => fetch(`${url}/jobs`));
    while (jobs.length < 16) await settled();
    expect((await fetch(`${url}/companies`)).status).toBe(200);
    expect(new Set((await Promise.all(held)).map(({ status }) => status))).toEqual(new Set([503]));
  });

  it('has places again once those who asked have gone', async () => {
    const { url, jobs } = await withJobsHanging({ GATEWAY_DEADLINE_MS: '60000' });
    for (let round = 1; round <= 8; round += 1) {
      const leaving = new AbortController();
      const held = Array.from({ length: 16 }, () => fetch(`${url}/jobs`, { signal: leaving.signal }).catch(() => {}));
      while (jobs.length < 16 * round) await settled();
      leaving.abort();
      await Promise.all(held);
    }
    expect(jobs).toHaveLength(128);
  });
});
