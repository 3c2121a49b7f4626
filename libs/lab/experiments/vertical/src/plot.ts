import type { Observations } from '@jobly/lab/runner';
import type { Limited } from './capacities';
import { deployments } from './deployments';
import { LIMIT_MS, PATH, type Plan } from './plan';

type Plot = Required<Observations>['plots'][number];

/** The highest rate over the limit, a line for every deployment: it rises, and where it stops to is seen. */
export const ratesPlot = (limited: readonly Limited[], { launches }: Plan): Plot => ({
  title: 'What a CPU buys',
  note: `The highest rate of GET ${PATH} with p99 ≤ ${LIMIT_MS} ms. With a bootstrap interval over ${launches} launches; a rate that is not between two that were offered is left out.`,
  x: { name: 'the limit that all processes share', unit: 'CPUs' },
  y: { name: 'the highest rate', unit: '/s' },
  lines: deployments.map(({ name }) => ({
    name,
    points: limited
      .filter(({ deployment }) => deployment === name)
      .flatMap(({ cpus, highest }) =>
        !highest || highest.bound || highest.low === null || highest.high === null
          ? []
          : [{ x: cpus, y: highest.estimate, low: highest.low, high: highest.high }],
      ),
  })),
});
