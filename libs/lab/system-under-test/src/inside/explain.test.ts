import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import { Failure, type LoadRequest } from '@jobly/lab/instrument';
import { explain } from './explain';

afterEach(closeServers);

const get = (path: string): LoadRequest => ({ method: 'GET', path, expect: 200 });

/** A server that logs its requests, and reports a total of 1 ms, of which 0.25 ms for the database. */
async function anArm(name: string, log: string[], headers: Record<string, string> = {}) {
  const timing = { 'server-timing': `${name};dur=1, ${name}.db;dur=0.25` };
  const origin = await startTestServer((request, response) => {
    log.push(`${name} ${request.url}`);
    response.writeHead(request.url === '/gone' ? 404 : 200, { ...timing, ...headers }).end('{}');
  });
  return { name, origin, requests: [get('/1'), get('/2')] };
}

describe('explaining where the time of requests goes', () => {
  it('asks each arm by turns, one request at a time, taking them round and round', async () => {
    const log: string[] = [];
    const arms = [await anArm('monolith', log), await anArm('micro', log)];
    await explain({ operation: 'GET /:n', arms, samples: 2, warmUp: 1 });
    expect(log).toEqual(['monolith /1', 'micro /1', 'micro /2', 'monolith /2', 'monolith /1', 'micro /1']);
  });

  it('gives every arm the same parts, which add up to what its client waited', async () => {
    const arms = [await anArm('monolith', []), await anArm('gateway', [])];
    const waterfall = await explain({ operation: 'GET /:n', arms, samples: 8, warmUp: 0 });
    expect(waterfall.operation).toBe('GET /:n');
    expect(waterfall.arms.map(({ arm }) => arm)).toEqual(['monolith', 'gateway']);
    const [monolith, gateway] = waterfall.arms.map(({ parts }) => new Map(parts.map(({ name, ms }) => [name, ms])));
    expect([...monolith!.keys()]).toEqual([...gateway!.keys()]);
    expect([monolith!.get('database'), monolith!.get('application'), monolith!.get('gateway')]).toEqual([
      0.25, 0.75, 0,
    ]);
    expect([gateway!.get('database'), gateway!.get('application'), gateway!.get('gateway')]).toEqual([0.25, 0, 0.75]);
  });

  it('means the middle half of what the clients waited', async () => {
    const arm = await anArm('monolith', []);
    // Two clock readings per request: the client times are 1, 9, 3, 4, …, of which 3 and 4 are the middle half.
    const readings = [0, 1, 100, 109, 200, 203, 300, 304];
    import.meta.jest.spyOn(performance, 'now').mockImplementation(() => readings.shift() ?? 400);
    const { arms } = await explain({ operation: 'GET /:n', arms: [arm], samples: 4, warmUp: 0 });
    import.meta.jest.restoreAllMocks();
    expect(arms[0]!.parts.reduce((sum, { ms }) => sum + ms, 0)).toBe(3.5);
  });

  it('fails where an answer is not the expected one, or says nothing of its time', async () => {
    const arm = await anArm('monolith', []);
    const other = await anArm('micro', [], { 'server-timing': '' });
    const asking = (...arms: (typeof arm)[]) => explain({ operation: 'GET /:n', arms, samples: 1, warmUp: 0 });
    await expect(asking({ ...arm, requests: [get('/gone')] })).rejects.toThrow('monolith answers 404 to GET /gone');
    await expect(asking(arm, other)).rejects.toThrow(Failure);
    await closeServers();
    await expect(asking(arm)).rejects.toThrow('monolith does not answer GET /1');
  });

  it('stops when it is told to', async () => {
    const interruption = new AbortController();
    interruption.abort(new Error('interrupted'));
    const log: string[] = [];
    const { signal } = interruption;
    await expect(explain({ operation: '', arms: [await anArm('monolith', log)], signal })).rejects.toThrow(
      'interrupted',
    );
    expect(log).toEqual([]);
  });
});
