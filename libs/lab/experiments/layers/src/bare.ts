import { allOrNone } from '@jobly/lab/instrument';
import { cpuPerThousand, inGeneral, throughput } from '@jobly/lab/results';
import { armAt, casesOf, equalCpu, type PairedExperiment, repeatOf, withTwin } from '@jobly/lab/runner';
import { companyDetail, jobDetail } from '@jobly/lab/system-under-test';
import { FLOOR, floorInWords, STACKS } from './floor';
import { processes } from './servers/processes';
import { startLayers } from './servers/start-layers';
import { startSplit } from './servers/start-split';

const AGAIN = repeatOf('monolith');

const saturation = { load: { loop: 'closed', concurrency: 32 }, leadInMs: 200 } as const;
const workloads = [companyDetail, jobDetail];

/** The arms of the first configuration; those of the second are the ones that are split, and what they are split from. */
const IN_ONE_PIECE = [FLOOR.base, STACKS.base, AGAIN];

/**
 * The cost of the framework, the validation and the modules, against the fastest server that the platform can run; and
 * what it costs that server to be split as the microservices are.
 */
export const bare: PairedExperiment = {
  kind: 'paired',
  name: 'bare',
  question:
    'How many requests/s does the monolith serve beside a bare node:http + pg server that runs the same statements, and what is left of either on one CPU when it is split?',
  hypothesis:
    'At least half as many; and the bare server loses as large a part as the monolith does, because most of it is HTTP.',
  stacks: 'own',
  processes,
  design: {
    configurations: [
      {
        name: 'one process each',
        description: 'one process each, the same database, 15 connections each, both at saturation',
      },
      equalCpu,
    ],
    settings: {
      full: { ...saturation, launches: 5, blocks: 4, blockMs: 2_000, warmUp: 10_000 },
      quick: { ...saturation, launches: 4, blocks: 2, blockMs: 1_000, warmUp: 5_000 },
    },
    workloads: { all: workloads, usual: { full: workloads, quick: workloads } },
    comparisons: [
      { base: 'bare', other: 'monolith', as: 'ratio', metric: throughput },
      { base: 'bare', other: 'monolith', as: 'ratio', metric: cpuPerThousand },
      ...[FLOOR, STACKS].flatMap((arms) =>
        [throughput, cpuPerThousand].map((metric) => ({ ...arms, as: 'ratio' as const, metric })),
      ),
      { base: 'monolith', other: AGAIN, as: 'ratio', metric: throughput },
    ],
    control: { base: 'monolith', other: AGAIN, metric: throughput },
  },
  async arms(scene) {
    const { stacks } = scene;
    const home = stacks.monolith.origin;
    const { started, stop } = await allOrNone(async (keep) => {
      const { arms: monoliths, close } = await withTwin('monolith', scene);
      keep({ stop: async () => close?.() });
      const { bare } = keep(await startLayers(stacks)).started;
      const { started: split } = keep(await startSplit(stacks));
      return [
        { ...bare, name: FLOOR.base, home },
        ...monoliths,
        // Its databases are those of the microservices, and so are its users.
        { ...split, name: FLOOR.other, home: stacks.micro.origin },
        armAt(stacks.micro, STACKS.other),
      ];
    });
    return { arms: started, close: stop };
  },
  /** The split bare server knows one operation. */
  cases({ workloads, arms, configurations: [separate, shared] }) {
    const whole = casesOf(workloads, separate!, () => arms.filter(({ name }) => IN_ONE_PIECE.includes(name)));
    if (!shared) return whole;
    return [
      ...whole,
      ...casesOf(
        workloads.filter((workload) => workload === jobDetail),
        shared,
        () => arms.filter(({ name }) => name !== AGAIN),
      ),
    ];
  },
  conclude: (figures) => ({ verdict: [inGeneral(figures), floorInWords(figures) ?? []].flat().join(' ') }),
};
