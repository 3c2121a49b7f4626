import { dataSize, mixOf, USUAL_WRITES, type Workload } from '@jobly/lab/system-under-test';

/** One knob at one setting; all others stay. */
export interface Point {
  knob: Knob;
  /** Where it is on the knob's axis. */
  value: number;
  workload: Workload;
  /** Requests/s. */
  rate: number;
  /** The name of a size of data, if it is not that of the stacks. */
  data?: string;
  /** The length of its blocks, if it is not that of the others. */
  blockMs?: number;
}

export type Knob = 'rate' | 'users' | 'writes' | 'page' | 'data';

/** The knobs in words. */
export const knobs: Readonly<Record<Knob, { name: string; unit: string; of: string; scale?: 'log' }>> = {
  data: { name: 'the size of the data', unit: 'jobs', of: 'jobs', scale: 'log' },
  rate: { name: 'the load', unit: 'requests/s', of: 'requests/s' },
  users: { name: 'distinct tokens', unit: 'users', of: 'users', scale: 'log' },
  writes: { name: 'the share of writes', unit: '%', of: '% writes' },
  page: { name: 'the size of a page', unit: 'items', of: 'items on a page', scale: 'log' },
};

/** Where every knob is while another one is turned. */
export const BASE: Readonly<Record<Exclude<Knob, 'data'>, number>> = {
  rate: 150,
  users: 10,
  writes: 100 * USUAL_WRITES,
  page: 20,
};

/** With more jobs than that, two CPUs do not serve the rate of the base, because lists look at a share of all records. */
export const MOST_JOBS = 100_000;

/** What they serve easily (requests/s), in blocks long enough for a median (ms). */
const SLOWED = { rate: 10, blockMs: 4_000 };

/** As many users as the largest setting needs. */
export const MOST_USERS = 100;

export type Amount = 'full' | 'quick';

/** Pages are no larger than that of the base: of the seed's 200 jobs, a title that is searched for finds 10 to 29. */
const settings: Readonly<Record<Amount, Readonly<Record<Knob, readonly number[]>>>> = {
  full: { rate: [50, 300], users: [1, MOST_USERS], writes: [0, 5, 20, 50], page: [1, 5], data: [] },
  quick: { rate: [50], users: [MOST_USERS], writes: [0, 50], page: [1], data: [] },
};

/** Each is measured at stacks of its own. */
export const sizes: Readonly<Record<Amount, readonly string[]>> = {
  full: ['1k', '10k', '100k', '1m'],
  quick: ['100k'],
};

/** "1,000,000 jobs", "50 % writes". */
export const settingInWords = ({ knob, value }: Pick<Point, 'knob' | 'value'>): string =>
  `${value.toLocaleString('en')} ${knobs[knob].of}`;

/** The point from which one knob at a time is turned. */
export const basePoint: Point = pointAt('rate', BASE.rate);

/** The name of a point's case in which users wait for each answer. */
export const saturatedOf = ({ workload }: Pick<Point, 'workload'>): string => `${workload.name}, saturated`;

/** All points of a run. */
export const pointsOf = (amount: Amount): Point[] => [...pointsAtHome(amount), ...sizes[amount].map(pointWith)];

/** The points at the stacks of the run itself: the base, and all knobs but the data. */
export const pointsAtHome = (amount: Amount): Point[] => [
  basePoint,
  ...(Object.keys(knobs) as Knob[]).flatMap((knob) => settings[amount][knob].map((value) => pointAt(knob, value))),
];

/** The point at stacks with data of this size. */
export function pointWith(size: string): Point {
  const { jobs } = dataSize(size);
  const point = { ...pointAt('data', jobs), data: size };
  if (jobs <= MOST_JOBS) return point;
  const operation = `${point.workload.operation} at ${SLOWED.rate} requests/s`;
  // Nor do they serve a warm-up at full speed in reasonable time.
  const workload = { ...point.workload, operation, maxRate: SLOWED.rate };
  return { ...point, ...SLOWED, workload };
}

function pointAt(knob: Knob, value: number): Point {
  const at: Record<Knob, number> = { ...BASE, data: 0, [knob]: value };
  const { rate, users, writes, page } = at;
  const isBase = knob !== 'data' && value === BASE[knob];
  const name = isBase ? 'base' : `${knob}-${value}`;
  const operation = isBase ? 'the usual mix' : `the mix: ${settingInWords({ knob, value })}`;
  return { knob, value, rate, workload: mixOf({ name, operation, writes: writes / 100, page, users }) };
}
