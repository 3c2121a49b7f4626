import { fakeLauncher } from '../launcher.fixture';
import { fakeStack } from './fake-stack.fixture';
import { createSampler } from './figures';
import { createRate } from './rates';

test('a running process has figures, and one that is down has none', async () => {
  const stack = await fakeStack();
  const { launcher, change } = fakeLauncher([
    { name: 'monolith', url: stack.url },
    { name: 'jobs', url: stack.url },
  ]);
  change('jobs', { pid: null });
  const sampler = createSampler(launcher);
  sampler.sample();
  // Something to do, so that there is something to be seen.
  for (let time = 0; time < 1e6; time++) Math.sqrt(time);
  const [monolith, jobs] = sampler.sample();
  expect(monolith!.memoryMiB).toBeGreaterThan(10);
  expect(monolith!.cpuPercent).toBeGreaterThan(0);
  expect(jobs).toEqual({ name: 'jobs', requestsPerS: null, cpuPercent: null, memoryMiB: null, health: null });
  stack.stop();
});

describe('a rate', () => {
  const aRate = () => {
    let ms = 0;
    const rate = createRate(() => ms);
    return { rate, after: (passed: number) => void (ms += passed) };
  };

  test('is what was counted in the time between', () => {
    const { rate, after } = aRate();
    expect(rate.now()).toBeNull();
    rate.counted(100);
    after(2_000);
    rate.counted(150);
    expect(rate.now()).toBe(25);
  });

  test('is not known of a process that has started anew, or says nothing any more', () => {
    const { rate, after } = aRate();
    rate.counted(100);
    after(1_000);
    rate.counted(3);
    expect(rate.now()).toBeNull();
    after(1_000);
    rate.counted(13);
    expect(rate.now()).toBe(10);
    after(3_000);
    expect(rate.now()).toBeNull();
  });
});
