import { cpuPerThousand, responseP50, responseP95, throughput } from '@jobly/lab/results';
import {
  type Arm,
  armAt,
  type Arms,
  asDeployed,
  type Case,
  type PairedExperiment,
  repeated,
  repeatOf,
  type Scene,
  withTwin,
} from '@jobly/lab/runner';
import { seededSize } from '@jobly/lab/system-under-test';
import { largestChange } from './conclude';
import { knobPlots } from './plots';
import {
  BASE,
  basePoint,
  MOST_USERS,
  type Point,
  pointsAtHome,
  pointsOf,
  pointWith,
  saturatedOf,
  sizes,
} from './points';
import { startOnData } from './start-on-data';
import { pointsTable } from './table';

const AGAIN = repeatOf('monolith');

/** The group of the points at the stacks of the run itself. */
const HOME = 'home';

const betweenStacks = { base: 'monolith', other: 'micro', as: 'ratio' } as const;

const usual = { loop: 'open', arrivals: 'poisson', rate: BASE.rate } as const;

/** Users who wait for each answer, enough of them to keep both stacks busy. */
const saturating = { loop: 'closed', concurrency: 16 } as const;

/** Pairs of the base in a single launch: they alone tell how precise the control is. */
const CONTROL_PAIRS = 14;

/** The monolith and what it is held against: over several launches its twin, in a single one itself. */
async function controlled(scene: Scene): Promise<Pick<Arms, 'close'> & { arms: [Arm, Arm] }> {
  if (!scene.quick) return withTwin('monolith', scene);
  const monolith = armAt(scene.stacks.monolith, 'monolith');
  return { arms: [monolith, repeated(monolith)] };
}

/** One property of the load at a time, and what it does to the ratio between the stacks. */
export const load: PairedExperiment = {
  kind: 'paired',
  name: 'load',
  question: 'How does the ratio between the stacks depend on load, users, writes, pages and the size of the data?',
  hypothesis:
    'The more work PostgreSQL has with a request, in large data or on large pages, the closer are the stacks: a hop costs the same everywhere.',
  stacks: 'own',
  design: {
    configurations: [asDeployed],
    settings: {
      full: { load: usual, launches: 3, blocks: 2, blockMs: 1_200, leadInMs: 100, warmUp: 5_000 },
      // One launch, since two know little of launches: Student's interval over two is as wide as any ratio.
      quick: { load: usual, launches: 1, blocks: 6, blockMs: 700, leadInMs: 80, warmUp: 1_500 },
    },
    workloads: { all: [basePoint.workload], usual: { full: [basePoint.workload], quick: [basePoint.workload] } },
    comparisons: [
      { ...betweenStacks, metric: responseP50 },
      { ...betweenStacks, metric: responseP95 },
      { ...betweenStacks, metric: cpuPerThousand },
      { ...betweenStacks, metric: throughput },
      { base: 'monolith', other: AGAIN, as: 'ratio', metric: responseP50 },
    ],
    control: { base: 'monolith', other: AGAIN, metric: responseP50 },
  },
  groups: { full: [HOME, ...sizes.full], quick: [HOME, ...sizes.quick] },
  async arms(scene, group) {
    if (group !== HOME) return startOnData(scene, group);
    const { arms, close } = await controlled(scene);
    return { arms: [arms[0], armAt(scene.stacks.micro, 'micro'), arms[1]], accounts: MOST_USERS, close };
  },
  /** The control runs at the base; closed loops only where the data differ, because they take long. */
  cases({ arms, data, configurations: [configuration], quick, settings: { blockMs, leadInMs } }) {
    const stacks = arms.filter(({ name }) => name !== AGAIN);
    const caseOf = (point: Point, more: Partial<Case>): Case => ({
      ...{ name: point.workload.name, workload: point.workload, configuration: configuration!, arms: stacks },
      ...(point.rate !== BASE.rate && { load: { ...usual, rate: point.rate } }),
      ...more,
    });
    const saturated = (point: Point) => caseOf(point, { name: saturatedOf(point), load: saturating });
    if (data) {
      const point = pointWith(data.name);
      const { blockMs } = point;
      return [caseOf(point, blockMs ? { blocks: { pairs: 2, blockMs, leadInMs: 0 } } : {}), saturated(point)];
    }
    const [, ...turned] = pointsAtHome(quick ? 'quick' : 'full');
    const base = caseOf(basePoint, {
      arms: [...arms],
      ...(quick && { blocks: { pairs: CONTROL_PAIRS, blockMs, leadInMs } }),
    });
    return [base, saturated(basePoint), ...turned.map((point) => caseOf(point, {}))];
  },
  observe: ({ blocks, seed, quick, stacks: { data = seededSize } }) =>
    Promise.resolve({ plots: knobPlots(blocks, pointsOf(quick ? 'quick' : 'full'), data.jobs, seed) }),
  conclude: (figures) => ({ verdict: largestChange(figures), tables: [pointsTable(figures)] }),
};
