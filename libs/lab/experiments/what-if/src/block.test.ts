import { createDurations, type Generator, type LoadRequest } from '@jobly/lab/instrument';
import type { Target } from '@jobly/lab/system-under-test';
import { measureMirrored } from './block';
import { calibrations, checks } from './plan';

const LOADS = [...calibrations, ...checks];

const request = (method: LoadRequest['method']): LoadRequest => ({ method, path: '/things', expect: 200 });

/** Answers at once; of every block, one request less fails than of the one before. */
function offering() {
  const blocks: { reads: number; count: number }[] = [];
  const run = async ({ requests }: Parameters<Generator['run']>[0]) => {
    const durations = createDurations();
    durations.record(1);
    const reading = requests.filter(({ method }) => method === 'GET').length;
    blocks.push({ reads: reading / requests.length, count: requests.length });
    const failures = { 'status 500': 2 * LOADS.length - blocks.length };
    const [response, scheduleError] = [durations.encode(), durations.encode()];
    return { result: { response, scheduleError, sent: requests.length, dropped: 0, failures, utilisation: 0.1 } };
  };
  return { blocks, generator: { run } as unknown as Generator };
}

const measuring = (generator: Generator) => ({
  ...{ generator, blockMs: 1_000, peak: 400, seed: 1, signal: new AbortController().signal },
  target: { origin: '', processes: { pids: {}, postgres: { pid: process.pid, databases: [] } } } as unknown as Target,
  requests: { all: [], reads: [request('GET')], writes: [request('PATCH')], clear: async () => {} },
});

describe('the loads of a launch', () => {
  it('come in some order and then in the reverse of it, each with its share of reads', async () => {
    const { blocks, generator } = offering();
    await measureMirrored(measuring(generator), LOADS);
    const reads = blocks.map((block) => Math.round(10 * block.reads) / 10);
    expect(reads).toEqual(reads.toReversed());
    expect(reads.toSorted()).toEqual([...LOADS, ...LOADS].map((load) => load.reads).toSorted());
  });

  it('are what both of their blocks were together, so that what changes all the while favours none', async () => {
    const { blocks, generator } = offering();
    const measured = await measureMirrored(measuring(generator), LOADS);
    expect(measured.map(({ failed }) => failed)).toEqual(LOADS.map(() => 2 * LOADS.length - 1));
    const sent = blocks.reduce((sum, { count }) => sum + count, 0);
    expect(measured.reduce((sum, { requests }) => sum + requests, 0)).toBe(sent);
  });
});
