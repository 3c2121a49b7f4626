import { allOrNone } from '@jobly/lab/instrument';
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
import { priceInWords, priceTable } from './switched/price';
import { changeMissingJob } from './switched/probe';
import { armsOf, startSwitched, switched } from './switched/stacks';

const JWKS = armName('micro', 'jwks');
const AGAIN = repeatOf(JWKS);

const steps = [...ladder, ...mistakes].map((mode) => ({ base: baseOf(mode), other: mode.name }));

/** The same processes with and without verification, and the noise of that. */
const switches = switched.map(armsOf).flatMap(({ verified, read, again }) => [
  { base: read, other: verified },
  { base: read, other: again },
]);

const CONTROL = armsOf({ topology: 'micro', authMode: 'jwks', algorithm: 'RS256' });

/** Short blocks and many of them: what is switched within a process differs by little, and so does its noise. */
const SWITCHED_BLOCKS = {
  full: { pairs: 40, blockMs: 400, leadInMs: 40 },
  quick: { pairs: 24, blockMs: 400, leadInMs: 30 },
};

/** About half of what each topology can take: many requests in a short block, and no queue. */
const PROBES_PER_SECOND = { monolith: 800, micro: 300 };

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
      ...[responseP50, cpuPerThousand].flatMap((metric) =>
        switches.map((step) => ({ ...step, as: 'difference' as const, metric })),
      ),
      { base: JWKS, other: armName('micro', 'introspect-cached'), as: 'ratio', metric: responseP50 },
      { base: JWKS, other: AGAIN, as: 'ratio', metric: responseP50 },
    ],
    // The same processes in the same state, in the many blocks that small differences need.
    control: { base: CONTROL.read, other: CONTROL.again, metric: responseP50 },
  },
  async arms({ stacks: { postgres }, signal }) {
    const { started, stop } = await allOrNone(async (keep) => {
      const running = keep(await startModes([...unguarded, ...ladder, ...mistakes], postgres!, {}, signal)).started;
      const arms = running.map(({ name, target, mistake }) => ({ ...armAt(target, name), mistake }));
      return [
        ...arms,
        repeated(arms.find(({ name }) => name === JWKS)!),
        ...keep(await startSwitched(postgres!, signal)).started,
      ];
    });
    return { arms: started, close: stop };
  },
  /**
   * Mistakes and the noise floor on the first operation; throughput on an operation that can be repeated; verification
   * alone on one that writes nothing.
   */
  cases({ workloads, arms, configurations: [configuration], quick }) {
    const named = (names: readonly string[]) => arms.filter(({ name }) => names.includes(name));
    const modes = named([...unguarded, ...ladder].map(({ name }) => name));
    const asked = [...modes, ...named([...mistakes.map(({ name }) => name), AGAIN])];
    const name = saturationCaseOf(updateJob.name, configuration!.name);
    return [
      ...casesOf(workloads, configuration!, (workload) => (workload === workloads[0] ? asked : modes)),
      { name, workload: updateJob, configuration: configuration!, arms: modes, load: saturation },
      ...switched.map((one) => ({
        name: `${changeMissingJob.name}, ${armName(one.topology, one.authMode)}`,
        workload: changeMissingJob,
        configuration: configuration!,
        arms: named(Object.values(armsOf(one))),
        load: { loop: 'open', arrivals: 'constant', rate: PROBES_PER_SECOND[one.topology] } as const,
        blocks: SWITCHED_BLOCKS[quick ? 'quick' : 'full'],
      })),
    ];
  },
  observe: lookAfterwards,
  conclude(figures) {
    const verdicts = [priceInWords(figures), priceOfAsking(figures)].filter((one) => one !== undefined);
    return {
      verdict: verdicts.length > 0 ? verdicts.join(' ') : undefined,
      tables: [priceTable(figures) ?? [], ladderTable(figures)].flat(),
    };
  },
};
