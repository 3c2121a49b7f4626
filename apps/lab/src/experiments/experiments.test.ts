import { experiments } from '.';
import type { Stacks, Target } from '../targets/stacks';
import { compare } from './compare';
import { hops } from './hops';

const at = (name: string): Target => ({ origin: `http://${name}` });

const stacks: Stacks = {
  monolith: at('monolith'),
  micro: at('gateway'),
  services: { users: at('users'), companies: at('companies'), jobs: at('jobs') },
  admin: { username: 'testadmin', password: 'password' },
  died: new Promise(() => {}),
  close: async () => {},
};

describe.each([compare, hops])('the experiment $name', (experiment) => {
  it.each([true, false])('compares only arms that run on the same operation (quick: %s)', async (quick) => {
    const { arms } = await experiment.arms(stacks);
    const cases = experiment.cases(experiment.workloads.usual, arms, quick);
    const runTogether = (...names: string[]) =>
      cases.some((one) => names.every((name) => one.arms.some((arm) => arm.name === name)));
    for (const { base, other } of [...experiment.comparisons, experiment.control]) {
      expect({ base, other, together: runTogether(base, other) }).toEqual({ base, other, together: true });
    }
  });
});

it.each(experiments)(
  'the quick blocks of $name leave a minute and a half for everything',
  async ({ settings, ...experiment }) => {
    const { blocks, blockMs, leadInMs, warmUpMs } = settings.quick;
    const arms = experiment.name === 'bare' ? bareArms : (await experiment.arms(stacks)).arms;
    const runs = experiment
      .cases(experiment.workloads.usual, arms, true)
      .reduce((sum, one) => sum + one.arms.length, 0);
    expect(runs * (blocks * (blockMs + leadInMs) + warmUpMs)).toBeLessThanOrEqual(75_000);
  },
);

const bareArms = ['bare', 'monolith', 'monolith again'].map((name) => ({
  ...at(name),
  name,
  stack: 'monolith' as const,
}));

it('hops asks the service that owns the operation, and no other', async () => {
  const { arms } = await hops.arms(stacks);
  const armsOf = (workload: string) =>
    hops
      .cases(hops.workloads.usual, arms, true)
      .find((one) => one.workload.name === workload)!
      .arms.map(({ name }) => name);
  expect(armsOf('company-list')).toEqual(['monolith', 'companies service', 'gateway', 'gateway again']);
  expect(armsOf('job-detail')).toEqual(['monolith', 'jobs service', 'gateway', 'gateway again']);
});
