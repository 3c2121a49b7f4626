import { cpuPerThousand, responseP50, responseP95 } from '@jobly/lab/results';
import { asDeployed, casesOf, type PairedExperiment, repeatOf, withTwin } from '@jobly/lab/runner';
import { allWorkloads, jobDetail } from '@jobly/lab/system-under-test';
import { noiseFloor } from './conclude';

const AGAIN = repeatOf('monolith');

const withItself = { base: 'monolith', other: AGAIN, as: 'ratio' } as const;

const load = { loop: 'open', arrivals: 'constant', rate: 400 } as const;

/** The noise floor: every difference found here is noise, because both arms are the same stack. */
export const aa: PairedExperiment = {
  kind: 'paired',
  name: 'aa',
  question: 'How small a difference can this machine see: what does the monolith look like beside itself?',
  hypothesis: 'No detectable difference, with an interval of p50 of at most ±2 % (quick: ±4 %).',
  stacks: 'any',
  design: {
    configurations: [asDeployed],
    settings: {
      full: { load, launches: 5, blocks: 10, blockMs: 1_500, leadInMs: 100, warmUp: 10_000 },
      quick: { load, launches: 4, blocks: 6, blockMs: 900, leadInMs: 100, warmUp: 10_000 },
    },
    workloads: { all: allWorkloads, usual: { full: [jobDetail], quick: [jobDetail] } },
    comparisons: [
      { ...withItself, metric: responseP50 },
      { ...withItself, metric: responseP95 },
      { ...withItself, metric: cpuPerThousand },
    ],
    control: { base: 'monolith', other: AGAIN, metric: responseP50 },
  },
  arms: (scene) => withTwin('monolith', scene),
  cases: ({ workloads, arms, configurations }) => casesOf(workloads, configurations[0]!, () => [...arms]),
  conclude: (figures) => ({ verdict: noiseFloor(figures) }),
};
