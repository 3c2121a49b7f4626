import { aGateway, aService } from './gateway.fixture';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** The Server-Timing header of a gateway in front of a service that sends its own. */
async function timingThrough(given: Parameters<typeof aGateway>[1]) {
  const service = await aService((_request, response) => {
    response.writeHead(200, { 'Server-Timing': 'jobs;dur=2.9, jobs.db;dur=0.5' }).end('{}');
  });
  const gateway = await aGateway(service.url, given);
  stops.push(service.stop, gateway.stop);
  // The second answer comes on the connection that the first request has opened.
  await (await fetch(`${gateway.url}/jobs/7`)).text();
  return (await fetch(`${gateway.url}/jobs/7`)).headers.get('server-timing');
}

describe('where the time of an answer went', () => {
  it('is said by the gateway with what the service says below', async () => {
    expect(await timingThrough({ SERVER_TIMING: 'true' })).toMatch(
      /^gateway;dur=[\d.]+, gateway\.downstream;dur=[\d.]+, gateway\.jobs;dur=2\.9, gateway\.jobs\.db;dur=0\.5$/,
    );
  });

  it('is nothing for the public unless the gateway is told to say it, even if the service does', async () => {
    expect(await timingThrough({})).toBeNull();
  });
});
