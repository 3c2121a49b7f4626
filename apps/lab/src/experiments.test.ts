import { type Arm, createRun, type PairedExperiment } from '@jobly/lab/runner';
import type { Stacks, Target } from '@jobly/lab/system-under-test';
import { experiments } from './experiments';

const at = (name: string): Target => ({ origin: `http://${name}` });

const stacks: Stacks = {
  monolith: at('monolith'),
  micro: at('gateway'),
  services: { users: at('users'), companies: at('companies'), jobs: at('jobs') },
  admin: { username: 'testadmin', password: 'password' },
  died: new Promise(() => {}),
  close: async () => {},
};

const progress = { step: () => {}, advance: () => {}, end: () => {} };

/** The arms that it would start, or its own if it starts nothing. Some exist in only one configuration. */
async function armsOf(experiment: PairedExperiment, quick: boolean): Promise<readonly Arm[]> {
  const { comparisons, control, configurations } = experiment.design;
  if (experiment.stacks === 'any') {
    const { signal } = new AbortController();
    const scene = { stacks, run: createRun(), seed: 1, quick, flags: [], signal, progress };
    return (await experiment.arms(scene, experiment.name)).arms;
  }
  const names = new Set([...comparisons, control].flatMap(({ base, other }) => [base, other]));
  return configurations.flatMap(({ name: configuration }) =>
    [...names].map((name) => ({ name, ...at(name), configuration })),
  );
}

async function casesOf(experiment: PairedExperiment, quick: boolean) {
  const { workloads, configurations, settings } = experiment.design;
  const scale = quick ? 'quick' : 'full';
  const arms = await armsOf(experiment, quick);
  const usual = workloads.usual[scale];
  return experiment.cases({ workloads: usual, arms, configurations, quick, settings: settings[scale] });
}

const paired = experiments.flatMap((experiment) => (experiment.kind === 'paired' ? [experiment] : []));

it('the experiments have names of their own, which can be commands and folders', () => {
  const names = experiments.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

it.each(experiments.map((one) => [one.name, one] as const))('the experiment %s asks a question', (_, { question }) => {
  expect(question).toMatch(/^[A-Z].*\?$/);
});

describe.each(paired.map((experiment) => [experiment.name, experiment] as const))(
  'the experiment %s',
  (_, experiment) => {
    const { comparisons, control, optional = [], settings, workloads } = experiment.design;

    it('compares only arms that run on the same operation', async () => {
      const cases = await casesOf(experiment, false);
      const runTogether = (...names: string[]) =>
        cases.some((one) => names.every((name) => one.arms.some((arm) => arm.name === name)));
      const usual = comparisons.filter(({ base, other }) => ![base, other].some((name) => optional.includes(name)));
      for (const { base, other } of [...usual, control]) {
        expect({ base, other, together: runTogether(base, other) }).toEqual({ base, other, together: true });
      }
    });

    it.each([true, false])('runs beside itself, to see the noise (quick: %s)', async (quick) => {
      const names = (await casesOf(experiment, quick)).map(({ arms }) => arms.map(({ name }) => name));
      expect(names.some((here) => here.includes(control.base) && here.includes(control.other))).toBe(true);
    });

    it.each([true, false])('gives no two cases the same name (quick: %s)', async (quick) => {
      const names = (await casesOf(experiment, quick)).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    });

    it.each(['quick', 'full'] as const)('has whole rounds of two pairs, and enough of them (%s)', (length) => {
      expect(settings[length].blocks % 2).toBe(0);
      expect(settings[length].launches * settings[length].blocks).toBeGreaterThanOrEqual(6);
    });

    it.each(['quick', 'full'] as const)('measures what --operations can name (%s)', (length) => {
      for (const workload of workloads.usual[length]) expect(workloads.all).toContain(workload);
    });
  },
);
