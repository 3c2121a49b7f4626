import { serveDelays, STALL_EVERY_MS, STALL_MS, startServer } from '@jobly/lab/instrument';
import { responseP50, responseP99 } from '@jobly/lab/results';
import { casesOf, type PairedExperiment, repeated, repeatOf } from '@jobly/lab/runner';
import type { Workload } from '@jobly/lab/system-under-test';
import { hiddenByWaiting } from './conclude';

const CLOSED = 'closed loop';
const OPEN = 'open loop';
const AGAIN = repeatOf(OPEN);

/** The delay of an answer outside the stalls. */
const USUAL_MS = 2;

const stalls: Workload = {
  name: 'stall',
  operation: `an answer after ${USUAL_MS} ms, but for ${STALL_MS} ms every ${STALL_EVERY_MS / 1_000} s`,
  prepare: ({ count }) => ({
    requests: Array.from({ length: count }, () => ({ method: 'GET', path: `/stall/${USUAL_MS}`, expect: 200 })),
    repeatable: true,
  }),
};

const open = { loop: 'open', arrivals: 'constant', rate: 200 } as const;

/** Blocks are whole periods of the stalling server, so that each has the same share of stalls. */
const settings = { load: open, blockMs: STALL_EVERY_MS, leadInMs: 0, warmUp: 50 };

/** The reason that everything else here is measured with an open loop. */
export const coordinatedOmission: PairedExperiment = {
  kind: 'paired',
  name: 'coordinated-omission',
  question: 'What does a server that stalls look like to a loop that waits for it, and to one that does not?',
  hypothesis:
    'A tenth of all users meet a stall, so the true p99 is about 450 ms. The open loop says so; the closed one says 2 ms, because it does not ask while the server stalls.',
  stacks: 'none',
  processes: { 'delay-server': serveDelays },
  design: {
    configurations: [
      {
        name: 'one server',
        description:
          'four users who wait for each answer before they ask again, against 200 requests a second whatever happens',
      },
    ],
    settings: { full: { ...settings, launches: 1, blocks: 8 }, quick: { ...settings, launches: 1, blocks: 6 } },
    workloads: { all: [stalls], usual: { full: [stalls], quick: [stalls] } },
    comparisons: [
      { base: CLOSED, other: OPEN, as: 'difference', metric: responseP99 },
      { base: CLOSED, other: OPEN, as: 'difference', metric: responseP50 },
      { base: OPEN, other: AGAIN, as: 'ratio', metric: responseP50 },
    ],
    control: { base: OPEN, other: AGAIN, metric: responseP50 },
  },
  async arms() {
    const { origin, stop } = await startServer('delay-server');
    return {
      arms: [
        { origin, name: CLOSED, load: { loop: 'closed', concurrency: 4 } },
        { origin, name: OPEN },
        repeated({ origin, name: OPEN }),
      ],
      close: stop,
    };
  },
  cases: ({ workloads, arms, configurations }) => casesOf(workloads, configurations[0]!, () => [...arms]),
  conclude: (figures) => ({ verdict: hiddenByWaiting(figures) }),
};
