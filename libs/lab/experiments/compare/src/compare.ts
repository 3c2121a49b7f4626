import { Failure } from '@jobly/lab/instrument';
import { cpuPerThousand, responseP50, responseP95, responseP99 } from '@jobly/lab/results';
import {
  type Arm,
  armAt,
  asDeployed,
  casesOf,
  equalCpu,
  type PairedExperiment,
  repeatOf,
  type Scene,
  withTwin,
} from '@jobly/lab/runner';
import { allWorkloads, mix, startSoa, usualWorkloads, type Workload } from '@jobly/lab/system-under-test';
import { STACKS, isAsked } from './chosen';
import { explainStacks } from './explain-stacks';

const AGAIN = repeatOf('monolith');

/** By name: with --writes, the mix is another one. */
const isAmong = (some: readonly Workload[], { name }: Workload) => some.some((one) => one.name === name);

const betweenStacks = { base: 'monolith', other: 'micro', as: 'ratio' } as const;
/** What the first cut costs, and the second. */
const cuts = [
  { base: 'monolith', other: 'soa', as: 'ratio' },
  { base: 'soa', other: 'micro', as: 'ratio' },
] as const;

/** The question that the whole repository is about. */
export const compare: PairedExperiment = {
  kind: 'paired',
  name: 'compare',
  question:
    'How much slower is an operation in the microservices than in the monolith, and how much more CPU does it take?',
  hypothesis:
    'Every operation pays one hop through the gateway; those that ask a neighbour pay a second one, and CPU time about doubles.',
  stacks: 'any',
  flags: { 'stacks <names>': `${STACKS}; or monolith,micro, which is the default` },
  assertFlags: isAsked,
  design: {
    configurations: [asDeployed, equalCpu],
    settings: {
      full: {
        load: { loop: 'open', arrivals: 'poisson', rate: 150 },
        launches: 5,
        blocks: 2,
        blockMs: 1_000,
        leadInMs: 100,
        warmUp: 10_000,
      },
      quick: {
        load: { loop: 'open', arrivals: 'poisson', rate: 200 },
        launches: 4,
        blocks: 2,
        blockMs: 720,
        leadInMs: 80,
        warmUp: 10_000,
      },
    },
    workloads: { all: allWorkloads, usual: { full: allWorkloads, quick: usualWorkloads } },
    comparisons: [
      { ...betweenStacks, metric: responseP50 },
      { ...betweenStacks, metric: responseP95 },
      { ...betweenStacks, metric: responseP99 },
      { ...betweenStacks, metric: cpuPerThousand },
      ...cuts.flatMap((cut) => [
        { ...cut, metric: responseP50 },
        { ...cut, metric: cpuPerThousand },
      ]),
      { base: 'monolith', other: AGAIN, as: 'ratio', metric: responseP50 },
    ],
    optional: ['soa'],
    control: { base: 'monolith', other: AGAIN, metric: responseP50 },
  },
  async arms(scene) {
    const { arms, close } = await withTwin('monolith', scene);
    const between = await soaIn(scene);
    return {
      arms: [arms[0], ...between.arms, armAt(scene.stacks.micro, 'micro'), arms[1]],
      async close() {
        await Promise.all([close?.(), between.close?.()]);
      },
    };
  },
  /**
   * The twin runs on the usual operations, as far as they are measured: on a single one, the noise of its few blocks
   * would pass for that of launches. Some operations get equal CPUs; in a quick run only the mix does.
   */
  cases({ workloads, arms, configurations: [first, ...others], quick }) {
    const busy = workloads.filter(({ maxRate }) => maxRate === undefined);
    const usual = busy.filter((workload) => isAmong(usualWorkloads, workload));
    const controlled = usual.length > 0 ? usual : [busy[0] ?? workloads[0]];
    const stacks = arms.filter(({ name }) => name !== AGAIN);
    const some = quick ? [mix] : usualWorkloads;
    const chosen = workloads.filter((one) => isAmong(some, one));
    const equal = chosen.length > 0 ? chosen : workloads;
    return [
      ...casesOf(workloads, first!, (workload) => (controlled.includes(workload) ? [...arms] : stacks)),
      ...others.flatMap((configuration) => casesOf(equal, configuration, () => stacks)),
    ];
  },
  observe: explainStacks,
};

/** The topology between the two, if it is asked for. */
async function soaIn({ stacks, flags, signal }: Scene): Promise<{ arms: Arm[]; close?: () => Promise<void> }> {
  if (!isAsked(flags)) return { arms: [] };
  const { postgres, data } = stacks;
  if (!postgres) throw new Failure('The lab starts soa itself: leave out --monolith and --micro.');
  const { target, stop } = await startSoa({ postgres, ...(data && { data }) }, signal);
  return { arms: [armAt(target, 'soa')], close: stop };
}
