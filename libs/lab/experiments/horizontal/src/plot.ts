import type { Observations } from '@jobly/lab/runner';
import type { Found } from './laws';
import { PATH, type Plan, QUOTA } from './plan';

type Plot = Required<Observations>['plots'][number];

/** What they serve over their number, a line for every way. */
export const scalingPlot = (found: readonly Found[], { launches }: Plan): Plot => ({
  title: 'What replicas serve',
  note: `GET ${PATH} in a closed loop; every replicated process has ${QUOTA} CPUs. With the 95 % interval over ${launches} launches; where replicas did not get that, because the machine had no more, nothing is drawn.`,
  x: { name: 'replicas', unit: '' },
  y: { name: 'served', unit: '/s' },
  lines: found.map(({ way, counts }) => ({
    name: way,
    points: counts
      .filter(({ isStarved }) => !isStarved)
      .map(({ replicas, rate: { estimate, low, high } }) => ({ x: replicas, y: estimate, low, high })),
  })),
});
