import type { Evidence } from '@jobly/lab/report';

/** How the lecture measures a claim: an experiment in its quick form. */
export interface Measuring {
  experiment: string;
  flags: readonly string[];
  /** How often the stacks are started, where that is less than in a quick run, to make room for the others. */
  launches?: number;
  /** How long it takes (minutes), on the two CPUs of the committed runs. */
  minutes: number;
  evidence: Evidence;
}

/** A claim of the lecture; `docs/lessons` has a page of the same name for each. */
export interface Lesson {
  name: string;
  claim: string;
  /** Undefined if the lecture leaves it to its page. */
  measuring: Measuring | undefined;
}

/** Counts the code, and what both stacks do for each operation. */
const complexity = (evidence: Evidence): Measuring => ({
  ...{ experiment: 'complexity', flags: ['running'], minutes: 0.6, evidence },
});

/** In the order of the lecture. */
export const lessons: readonly Lesson[] = [
  {
    name: 're-authentication',
    claim: 'Re-authenticating costs: every service has to find out who is calling.',
    measuring: { experiment: 'auth', flags: [], launches: 2, minutes: 1.8, evidence: { table: 'ladder' } },
  },
  {
    name: 'complexity',
    claim: 'Complexity moves from inside the application to the interfaces between applications.',
    measuring: complexity({ table: 'structure' }),
  },
  {
    name: 'sharing-data',
    claim: 'Sharing data costs: what was a join becomes a call, or a copy that is late.',
    measuring: {
      experiment: 'sharing',
      flags: [],
      launches: 2,
      minutes: 3.3,
      evidence: {
        picture: 'tradeoff-what-it-costs-to-show-changes-soon-get-jobs-id',
      },
    },
  },
  {
    name: 'faults',
    claim: 'A fault is not a failure: a part may deviate, and the service goes on.',
    measuring: { experiment: 'faults', flags: [], minutes: 4, evidence: { table: 'blast-radius-micro' } },
  },
  {
    name: 'nines',
    claim: 'Availability is promised in nines, and parts in series multiply them away.',
    measuring: complexity({ table: 'availability' }),
  },
  {
    name: 'load-balancing',
    claim: 'A load balancer asks only servers that are up, and how it chooses matters when one is slow.',
    measuring: {
      experiment: 'balance',
      flags: [],
      minutes: 5.5,
      evidence: { picture: 'percentiles-get-jobs-id-three-monoliths' },
    },
  },
  {
    name: 'caching',
    claim: 'A cache takes load from the origin, and the price is stale answers.',
    measuring: {
      experiment: 'cache',
      flags: [],
      minutes: 2.3,
      evidence: { picture: 'tradeoff-what-it-costs-to-see-changes-soon' },
    },
  },
  {
    name: 'indexing',
    claim: 'An index makes a look-up logarithmic, and every write pays for it.',
    measuring: { experiment: 'index', flags: [], minutes: 1.8, evidence: { picture: 'plot-a-look-up-by-name' } },
  },
  {
    name: 'scale-up',
    claim: 'A bigger machine serves more without a change to the software, until a process cannot use it.',
    measuring: { experiment: 'vertical', flags: [], minutes: 4.2, evidence: { picture: 'plot-what-a-cpu-buys' } },
  },
  {
    name: 'scale-out',
    claim: 'More machines serve more, if the software allows it.',
    measuring: { experiment: 'horizontal', flags: [], minutes: 3, evidence: { picture: 'plot-what-replicas-serve' } },
  },
  {
    name: 'elastic',
    claim: 'An elastic system scales by itself when the load rises, and is late by what a start takes.',
    measuring: {
      experiment: 'elastic',
      flags: [],
      minutes: 2.7,
      evidence: { picture: 'timeline-monolith-follows-a-step' },
    },
  },
  {
    name: 'deployments',
    claim: 'A deployment may be as real as bare metal or as virtual as a function.',
    measuring: undefined,
  },
];

/** What measures a claim alone, as well as a quick run does. */
export const commandOf = ({ experiment, flags }: Measuring) =>
  `npm run lab -- ${[experiment, '--quick', ...flags.map((flag) => `--${flag}`)].join(' ')}`;
