import { cpuPerThousand, responseP50, responseP95, responseP99, throughput } from '@jobly/lab/results';
import {
  armAt,
  armName,
  asDeployed,
  casesOf,
  type PairedExperiment,
  repeated,
  repeatOf,
  saturationCaseOf,
} from '@jobly/lab/runner';
import { apply, createJob, ownProfile, updateJob } from '@jobly/lab/system-under-test';
import { lookAfterwards } from './afterwards';
import { baseOf, ladder, mistakes, unguarded } from './modes';
import { startModes } from './start-modes';
import { ladderTable } from './ladder-table';
import { priceOfAsking } from './conclude';

const JWKS = armName('micro', 'jwks');
const AGAIN = repeatOf(JWKS);

const steps = [...ladder, ...mistakes].map((mode) => ({ base: baseOf(mode), other: mode.name }));

const load = { loop: 'open', arrivals: 'constant', rate: 120 } as const;
const saturation = { loop: 'closed', concurrency: 16 } as const;

/** The cost of authenticating the caller at every hop. */
export const auth: PairedExperiment = {
  kind: 'paired',
  name: 'auth',
  question: 'What does re-authenticating cost: in time, in CPU, and in how long a deleted user goes on being let in?',
  hypothesis:
    'Checking a signature is lost in the noise of a request; asking the users service each time costs a hop; a cache gives most of that back, and gives up knowing at once.',
  stacks: 'own',
  design: {
    configurations: [asDeployed],
    settings: {
      full: { load, launches: 1, blocks: 12, blockMs: 1_000, leadInMs: 100, warmUp: 10_000 },
      quick: { load, launches: 1, blocks: 6, blockMs: 300, leadInMs: 40, warmUp: 2_000 },
    },
    workloads: {
      all: [ownProfile, apply, createJob, updateJob],
      usual: { full: [createJob, ownProfile, apply], quick: [createJob, ownProfile] },
    },
    comparisons: [
      ...[responseP50, responseP95, responseP99, cpuPerThousand].flatMap((metric) =>
        steps.map((step) => ({ ...step, as: 'difference' as const, metric })),
      ),
      ...steps.map((step) => ({ ...step, as: 'ratio' as const, metric: throughput })),
      { base: JWKS, other: armName('micro', 'introspect-cached'), as: 'ratio', metric: responseP50 },
      { base: JWKS, other: AGAIN, as: 'ratio', metric: responseP50 },
    ],
    control: { base: JWKS, other: AGAIN, metric: responseP50 },
  },
  async arms({ stacks: { postgres }, signal }) {
    const { started: running, stop } = await startModes([...unguarded, ...ladder, ...mistakes], postgres!, {}, signal);
    const arms = running.map(({ name, target, mistake }) => ({ ...armAt(target, name), mistake }));
    const again = arms.find(({ name }) => name === JWKS)!;
    return { arms: [...arms, repeated(again)], close: stop };
  },
  /** Mistakes and the noise floor on the first operation; throughput on an operation that can be repeated. */
  cases({ workloads, arms, configurations: [configuration] }) {
    const modes = arms.filter(({ name }) => [...unguarded, ...ladder].some((mode) => mode.name === name));
    const name = saturationCaseOf(updateJob.name, configuration!.name);
    return [
      ...casesOf(workloads, configuration!, (workload) => (workload === workloads[0] ? [...arms] : modes)),
      { name, workload: updateJob, configuration: configuration!, arms: modes, load: saturation },
    ];
  },
  observe: lookAfterwards,
  conclude: (figures) => ({ verdict: priceOfAsking(figures), tables: [ladderTable(figures)] }),
};
