import { armName } from '@jobly/lab/runner';
import { STACKS, ttls } from './ttls';
import { cache } from './cache';

const AGAIN = 'monolith: no cache again';

const arms = [...STACKS.flatMap((stack) => ttls.map((ttl) => armName(stack, ttl.name))), AGAIN].map((name) => ({
  name,
  origin: `http://${name}`,
}));

const casesOf = (quick: boolean) => {
  const { workloads, configurations, settings } = cache.design;
  const scale = quick ? 'quick' : 'full';
  const usual = workloads.usual[scale];
  return cache.cases({ workloads: usual, arms, configurations, quick, settings: settings[scale] });
};

describe('the experiment cache', () => {
  it.each([true, false])('runs with and without a cache on everything, and beside itself (quick: %s)', (quick) => {
    const cases = casesOf(quick);
    const named = (name: string) => cases.filter((one) => one.arms.some((arm) => arm.name === name));
    for (const arm of ['monolith: no cache', 'monolith: 10 s', 'micro: no cache', 'micro: 10 s']) {
      expect(named(arm)).toHaveLength(cases.length);
    }
    expect(named(AGAIN)).toHaveLength(quick ? 1 : 2);
  });

  it.each([true, false])('gives no two cases the same name or operation (quick: %s)', (quick) => {
    const cases = casesOf(quick);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    expect(new Set(cases.map(({ workload }) => workload.operation)).size).toBe(cases.length);
  });
});
