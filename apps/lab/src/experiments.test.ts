import { aa } from '@jobly/lab/experiments/aa';
import { compare } from '@jobly/lab/experiments/compare';
import { throughput } from '@jobly/lab/experiments/throughput';
import { describeMachine, type Experiment } from '@jobly/lab/runner';
import type { Stacks, Target } from '@jobly/lab/system-under-test';

const at = (name: string): Target => ({ origin: `http://${name}` });

const stacks: Stacks = {
  monolith: at('monolith'),
  micro: at('gateway'),
  services: { users: at('users'), companies: at('companies'), jobs: at('jobs') },
  admin: { username: 'testadmin', password: 'password' },
  died: new Promise(() => {}),
  close: async () => {},
};

const run = { id: 'tests', startedAt: new Date(0), machine: describeMachine() };

async function casesOf(experiment: Extract<Experiment, { stacks: 'any' | 'own' }>, quick: boolean) {
  const { arms } = await experiment.arms(stacks, run, new AbortController().signal);
  const { workloads, configurations } = experiment;
  return experiment.cases({ workloads: workloads.usual[quick ? 'quick' : 'full'], arms, configurations, quick });
}

describe.each([
  ['compare', compare],
  ['throughput', throughput],
  ['aa', aa],
])('the experiment %s', (_, experiment) => {
  if (experiment.stacks === 'none') return;

  it.each([true, false])('compares only arms that run on the same operation (quick: %s)', async (quick) => {
    const cases = await casesOf(experiment, quick);
    const runTogether = (...names: string[]) =>
      cases.some((one) => names.every((name) => one.arms.some((arm) => arm.name === name)));
    for (const { base, other } of [...experiment.comparisons, experiment.control]) {
      expect({ base, other, together: runTogether(base, other) }).toEqual({ base, other, together: true });
    }
  });

  it.each([true, false])('gives no two cases the same name (quick: %s)', async (quick) => {
    const names = (await casesOf(experiment, quick)).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
