import { apply, jobDetail } from '../workload';
import { blockOf } from './block-of';
import { planBlocks, type Task } from './plan';
import type { Settings } from './settings';

const arms = [
  { name: 'monolith', origin: 'http://monolith', stack: 'monolith' },
  { name: 'micro', origin: 'http://micro', stack: 'micro' },
  { name: 'monolith again', origin: 'http://monolith', stack: 'monolith' },
] as const;

const cases = [
  { workload: jobDetail, arms: [...arms] },
  { workload: apply, arms: [...arms] },
];

const settings: Settings = {
  load: { loop: 'open', arrivals: 'poisson', rate: 100 },
  blocks: 6,
  blockMs: 50,
  leadInMs: 10,
  warmUpMs: 40,
  seed: 1,
};

const inventory = { companies: [], jobs: [1, 2, 3, 4].map((id) => ({ id, title: 'Tester' })) };

const plan = planBlocks(cases, settings, inventory);

const session = {
  ...inventory,
  accounts: Array.from({ length: plan.accounts }, (_, n) => ({ username: `u${n}`, password: 'p', token: `t${n}` })),
};

const pathsOf = (task: Task) => {
  const block = blockOf(task, session, settings.seed);
  return block.requests.map(({ path }) => path);
};

const tasksOf = (workload: string, arm: string) =>
  plan.measured.filter((task) => task.workload.name === workload && task.arm.name === arm);

describe('the plan', () => {
  it('gives every arm of every operation its blocks, mirrored within a round', () => {
    for (const { workload } of cases) {
      const tasks = plan.measured.filter((task) => task.workload === workload);
      expect(tasks).toHaveLength(18);
      const names = tasks.map(({ arm }) => arm.name);
      for (let round = 0; round < 3; round++) {
        const forth = names.slice(6 * round, 6 * round + 3);
        expect(new Set(forth).size).toBe(3);
        expect(names.slice(6 * round + 3, 6 * round + 6)).toEqual(forth.toReversed());
      }
    }
  });

  it('is the same for the same seed', () => {
    expect(planBlocks(cases, settings, inventory)).toEqual(plan);
    expect(planBlocks(cases, { ...settings, seed: 2 }, inventory)).not.toEqual(plan);
  });

  it('sends the same requests at the same times to both arms of a pair, others in the next', () => {
    const [first, second] = tasksOf('job-detail', 'monolith');
    const beside = tasksOf('job-detail', 'micro').find(({ pair }) => pair === first!.pair)!;
    const block = blockOf(first!, session, 1);
    expect(blockOf(beside, session, 1)).toEqual({ ...block, origin: 'http://micro' });
    expect(pathsOf(second!)).not.toEqual(pathsOf(first!));
  });

  it('never applies twice for the same job as the same user at one stack, warm-up included', () => {
    const everything = [...plan.warmUp, ...plan.measured].filter((task) => task.workload === apply);
    for (const stack of ['monolith', 'micro']) {
      const paths = everything.filter(({ arm }) => arm.stack === stack).flatMap(pathsOf);
      expect(new Set(paths).size).toBe(paths.length);
    }
  });

  it('applies with the same pairs at both stacks', () => {
    const monolith = tasksOf('apply', 'monolith').flatMap(pathsOf);
    const micro = tasksOf('apply', 'micro').flatMap(pathsOf);
    expect(micro.sort()).toEqual(monolith.sort());
  });
});
