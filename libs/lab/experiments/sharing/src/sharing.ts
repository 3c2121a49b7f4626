import { cpuPerThousand, serviceP50, throughput } from '@jobly/lab/results';
import {
  armAt,
  casesOf,
  equalCpu,
  type PairedExperiment,
  repeated,
  repeatOf,
  saturationCaseOf,
} from '@jobly/lab/runner';
import { companyDetail, createJob, jobDetail, jobList, mix } from '@jobly/lab/system-under-test';
import { lookAfterwards } from './afterwards';
import { ladderTable } from './ladder-table';
import { stalenessGates } from './staleness-gate';
import { startWays } from './start-ways';
import { MONOLITH, others, usualOf, type Way, ways } from './ways';
import { pricesInWords } from './words';

/**
 * Another launch of it, over databases of its own, as the ways are: the stack that is warm soonest. A quick run has no
 * time to warm it and repeats the blocks of the first one; all intervals are over launches all the same.
 */
const TWIN: Way = { ...MONOLITH, name: repeatOf(MONOLITH.name) };

/** One request at a time: nothing queues, and a small difference is seen in few blocks. */
const load = { loop: 'closed', concurrency: 1 } as const;

/** As in `throughput`; in fewer and longer blocks, because these queue. */
const saturation = {
  load: { loop: 'closed', concurrency: 32 },
  blocks: {
    full: { pairs: 4, blockMs: 1_000, leadInMs: 200 },
    quick: { pairs: 2, blockMs: 600, leadInMs: 150 },
  },
} as const;

/** Those that are compared with the monolith, too. */
const split = ways.filter(({ topology }) => topology === 'micro');

/** What it costs to show a neighbour's data, and how old that may be, in each way of sharing it. */
export const sharing: PairedExperiment = {
  kind: 'paired',
  name: 'sharing',
  question: 'What does it cost to show data of another module, in time, CPU and calls, and how old may it be?',
  hypothesis:
    'A join saves the monolith a statement and little time; a cache saves the microservices the call that makes a read expensive, and shows changes late; a write that refers to something costs the same in every way.',
  stacks: 'own',
  // Those of the measured ways, and of the ways that are observed afterwards.
  furtherDatabases: 2 * ways.length + 1,
  design: {
    configurations: [
      equalCpu,
      { name: 'all CPUs', description: 'the processes of each stack and one PostgreSQL server, on all CPUs' },
    ],
    settings: {
      full: { load, launches: 5, blocks: 10, blockMs: 500, leadInMs: 50, warmUp: 10_000 },
      quick: { load, launches: 3, blocks: 4, blockMs: 300, leadInMs: 50, warmUp: 2_000 },
    },
    workloads: {
      all: [jobDetail, jobList, companyDetail, createJob, mix],
      usual: { full: [jobDetail, jobList, companyDetail, createJob, mix], quick: [jobDetail] },
    },
    comparisons: [
      ...[serviceP50, cpuPerThousand].flatMap((metric) =>
        others.map((way) => ({
          base: usualOf(way.topology).name,
          other: way.name,
          as: 'difference' as const,
          metric,
        })),
      ),
      ...others.map((way) => ({
        base: usualOf(way.topology).name,
        other: way.name,
        as: 'ratio' as const,
        metric: throughput,
      })),
      ...split.map((way) => ({ base: MONOLITH.name, other: way.name, as: 'ratio' as const, metric: throughput })),
      { base: MONOLITH.name, other: TWIN.name, as: 'difference', metric: serviceP50 },
    ],
    control: { base: MONOLITH.name, other: TWIN.name, metric: serviceP50 },
  },
  async arms({ stacks, signal, quick }) {
    const starting = quick ? ways : [...ways, TWIN];
    const { started, stop } = await startWays(starting, stacks.postgres!, { databases: 'measured_' }, signal);
    const arms = started.map(({ way, target }) => ({
      ...armAt(target, way.name),
      ...(way === TWIN && { repeats: MONOLITH.name }),
    }));
    const monolith = arms.find(({ name }) => name === MONOLITH.name)!;
    return { arms: quick ? [...arms, repeated(monolith)] : arms, close: stop };
  },
  /**
   * Requests one at a time; and, if CPUs can be shared out, as many as one CPU can serve, of what is not limited to fewer.
   * Both on that CPU, so that every stack has to become warm only once.
   */
  cases({ workloads, arms, configurations: [usual], quick }) {
    const operations = workloads.filter((workload) => !workload.mix);
    const single = casesOf(operations, usual!, () => [...arms]);
    if (usual!.cpus === undefined) return single;
    const saturated = workloads.filter(({ maxRate }) => maxRate === undefined);
    return [
      ...single,
      ...saturated.map((workload) => ({
        name: saturationCaseOf(workload.name, usual!.name),
        workload,
        configuration: usual!,
        arms: arms.filter(({ repeats }) => repeats === undefined),
        load: saturation.load,
        blocks: saturation.blocks[quick ? 'quick' : 'full'],
      })),
    ];
  },
  observe: lookAfterwards,
  check: stalenessGates,
  conclude: (figures) => ({ verdict: pricesInWords(figures), tables: [ladderTable(figures) ?? []].flat() }),
};
