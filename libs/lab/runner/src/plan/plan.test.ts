import { apply, jobDetail, logIn, ownProfile, type Session } from '@jobly/lab/system-under-test';
import { blockOf, type ReadyTask } from './block-of';
import type { Case, Configuration } from '../experiment/case';
import { planBlocks, type Task } from './plan';
import type { Settings } from '../experiment/settings';

const arms = [
  { name: 'monolith', origin: 'http://monolith', home: 'http://monolith' },
  { name: 'micro', origin: 'http://micro', home: 'http://micro' },
  { name: 'monolith again', origin: 'http://monolith', home: 'http://monolith' },
] as const;

const free: Configuration = { name: 'free', description: 'as they are' };
const confined: Configuration = { name: 'confined', description: 'on one CPU', cpus: 1 };

const caseOf = (workload: Case['workload'], more: Partial<Case> = {}): Case => {
  const configuration = more.configuration ?? free;
  return { name: `${workload.name} ${configuration.name}`, workload, arms: [...arms], configuration, ...more };
};

const cases = [caseOf(jobDetail), caseOf(apply)];

const settings: Settings = {
  load: { loop: 'open', arrivals: 'poisson', rate: 100 },
  launches: 2,
  blocks: 6,
  blockMs: 50,
  leadInMs: 10,
  warmUp: 1_000,
  seed: 1,
  precision: null,
};

const user = { username: 'u', password: 'p', token: 't' };
const session: Session = {
  companies: [],
  jobs: [1, 2, 3, 4].map((id) => ({ id, title: 'Tester' })),
  accounts: [user],
  admin: user,
};

const tasksIn = (all: readonly Case[], launch = 0) =>
  planBlocks(all, settings, launch).flatMap(({ rounds }) => rounds.flat());
const measured = tasksIn(cases);

const tasksOf = (workload: string, arm: string) =>
  measured.filter((task) => task.case.workload.name === workload && task.arm.name === arm);

const blockOfTask = (task: Task) => blockOf(task as ReadyTask, session, settings.seed, 'run');

describe('the plan', () => {
  it('gives every arm of every operation its blocks, mirrored within a round', () => {
    for (const one of cases) {
      const tasks = measured.filter((task) => task.case === one);
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
    expect(planBlocks(cases, settings, 0)).toEqual(planBlocks(cases, settings, 0));
    expect(planBlocks(cases, { ...settings, seed: 2 }, 0)).not.toEqual(planBlocks(cases, settings, 0));
  });

  it('goes on with further pairs in the next launch, in another order and with other records', () => {
    const [first, second] = [tasksIn(cases, 0), tasksIn(cases, 1)];
    expect(new Set(first.map(({ pair }) => pair))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    expect(new Set(second.map(({ pair }) => pair))).toEqual(new Set([6, 7, 8, 9, 10, 11]));
    expect(second.every(({ launch }) => launch === 1)).toBe(true);
    const order = (tasks: readonly Task[]) => tasks.map((task) => `${task.case.name} ${task.arm.name}`);
    expect(order(second)).not.toEqual(order(first));
    const labels = new Set(first.map(({ label }) => label));
    expect(second.some(({ label }) => labels.has(label))).toBe(false);
  });

  it('sends the same requests at the same times to both arms of a pair, others in the next', async () => {
    const [first, second] = tasksOf('job-detail', 'monolith');
    const beside = tasksOf('job-detail', 'micro').find(({ pair }) => pair === first!.pair)!;
    const { block } = await blockOfTask(first!);
    expect((await blockOfTask(beside)).block).toEqual({ ...block, origin: 'http://micro' });
    expect((await blockOfTask(second!)).block.requests).not.toEqual(block.requests);
  });

  it('lets requests come from any of an arm’s addresses, each from the same at every arm that has them', async () => {
    const clients = ['127.0.1.1', '127.0.2.1'];
    const [task] = tasksOf('job-detail', 'monolith');
    const beside = tasksOf('job-detail', 'micro').find(({ pair }) => pair === task!.pair)!;
    const fromOf = async (one: Task) =>
      (await blockOfTask({ ...one, durationMs: 1_000, arm: { ...one.arm, clients } })).block.requests.map(
        ({ from }) => from,
      );
    const from = await fromOf(task!);
    expect(new Set(from)).toEqual(new Set(clients));
    expect(await fromOf(beside)).toEqual(from);
  });

  it('replaces the token of every request at an arm that has others', async () => {
    const [task] = tasksOf('job-detail', 'monolith');
    const arm = { ...task!.arm, bearer: (token: string) => `${token}-of-its-own` };
    const { requests } = (await blockOfTask({ ...task!, arm, case: { ...task!.case, workload: ownProfile } })).block;
    expect(new Set(requests.map(({ headers }) => headers?.['authorization']))).toEqual(
      new Set(['Bearer t-of-its-own']),
    );
  });

  it('names what is made for a block alike at both stacks, and unlike any other block at the same one', () => {
    const labels = tasksOf('apply', 'monolith').map(({ label }) => label);
    expect(tasksOf('apply', 'micro').map(({ label }) => label)).toEqual(expect.arrayContaining(labels));
    const atMonolith = [...labels, ...tasksOf('apply', 'monolith again').map(({ label }) => label)];
    expect(new Set(atMonolith).size).toBe(12);
  });

  it('measures one configuration after the other, and what depends on an earlier load after that', () => {
    const share = { loop: 'share', arrivals: 'poisson', share: 0.5 } as const;
    const all = [caseOf(jobDetail), caseOf(jobDetail, { configuration: confined }), caseOf(apply, { load: share })];
    const stages = planBlocks(all, settings, 0);
    expect(stages.map(({ configuration, rounds }) => [configuration.name, rounds.length])).toEqual([
      ['free', 3],
      ['confined', 3],
      ['free', 3],
    ]);
    expect(stages[2]!.rounds.flat().every(({ load }) => load === share)).toBe(true);
  });

  it('gives a case blocks of its own, apart from the others', () => {
    const short = { pairs: 4, blockMs: 7, leadInMs: 1 };
    const stages = planBlocks([caseOf(jobDetail), caseOf(apply, { blocks: short })], settings, 1);
    expect(stages.map(({ rounds }) => rounds.length)).toEqual([3, 2]);
    const tasks = stages[1]!.rounds.flat();
    expect(tasks.every(({ durationMs, leadInMs }) => durationMs === 7 && leadInMs === 1)).toBe(true);
    expect(new Set(tasks.map(({ pair }) => pair))).toEqual(new Set([4, 5, 6, 7]));
  });

  it('warms every operation up once at every arm, and asks for no more than it may', () => {
    const stages = planBlocks([caseOf(logIn), caseOf(logIn, { configuration: confined })], settings, 0);
    const warmUp = stages.flatMap((stage) => stage.warmUp);
    expect(warmUp.map(({ arm }) => arm.name).toSorted()).toEqual(arms.map(({ name }) => name).toSorted());
    expect(warmUp.every(({ load }) => load.loop === 'open' && load.rate === logIn.maxRate)).toBe(true);
  });

  it('warms up arms that are in one of the cases only', () => {
    const elsewhere = { name: 'elsewhere', origin: 'http://elsewhere', home: 'http://elsewhere' };
    const both = [caseOf(jobDetail), caseOf(jobDetail, { configuration: confined, arms: [elsewhere] })];
    const [first, second] = planBlocks(both, settings, 0);
    expect(new Set(first!.warmUp.map(({ arm }) => arm))).toEqual(new Set(arms));
    expect(second!.warmUp.map(({ arm }) => arm)).toEqual([elsewhere]);
  });
});
