import { cpuPerThousand, throughput } from '@jobly/lab/results';
import { armAt, casesOf, type PairedExperiment, repeated, repeatOf } from '@jobly/lab/runner';
import { companyDetail, jobDetail } from '@jobly/lab/system-under-test';
import { processes } from './servers/processes';
import { startLayers } from './servers/start-layers';

const AGAIN = repeatOf('monolith');

const saturation = { load: { loop: 'closed', concurrency: 32 }, leadInMs: 200 } as const;
const workloads = [companyDetail, jobDetail];

/** The cost of the framework, the validation and the modules, against the fastest server that the platform can run. */
export const bare: PairedExperiment = {
  kind: 'paired',
  name: 'bare',
  question:
    'How many requests/s does the monolith serve beside a bare node:http + pg server that runs the same statements?',
  hypothesis: 'At least half as many.',
  stacks: 'own',
  processes,
  design: {
    configurations: [
      {
        name: 'one process each',
        description: 'one process each, the same database, 15 connections each, both at saturation',
      },
    ],
    settings: {
      full: { ...saturation, launches: 1, blocks: 12, blockMs: 3_000, warmUp: 10_000 },
      quick: { ...saturation, launches: 1, blocks: 8, blockMs: 1_000, warmUp: 10_000 },
    },
    workloads: { all: workloads, usual: { full: workloads, quick: workloads } },
    comparisons: [
      { base: 'bare', other: 'monolith', as: 'ratio', metric: throughput },
      { base: 'bare', other: 'monolith', as: 'ratio', metric: cpuPerThousand },
      { base: 'monolith', other: AGAIN, as: 'ratio', metric: throughput },
    ],
    control: { base: 'monolith', other: AGAIN, metric: throughput },
  },
  async arms({ stacks }) {
    const { started, stop } = await startLayers(stacks);
    return {
      arms: [
        { ...started.bare, name: 'bare', home: stacks.monolith.origin },
        armAt(stacks.monolith, 'monolith'),
        repeated(armAt(stacks.monolith, 'monolith')),
      ],
      close: stop,
    };
  },
  cases: ({ workloads, arms, configurations, quick }) =>
    casesOf(workloads, configurations[0]!, (workload) =>
      quick && workload !== workloads[0] ? arms.filter(({ name }) => name !== AGAIN) : [...arms],
    ),
};
