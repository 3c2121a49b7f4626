import { responseP50, responseP95, responseP99 } from '@jobly/lab/results';
import { casesOf, type PairedExperiment, repeated, repeatOf } from '@jobly/lab/runner';
import { jobDetail } from '@jobly/lab/system-under-test';
import { lookAfterwards } from './afterwards';
import { startBalanced } from './balanced-arms';
import { HELD_BACK_MS, LOAD as load } from './slow-replica';
import { ROUND_ROBIN, usualWays, ways } from './ways';
import { slowDeadAndNew } from './conclude';

const AGAIN = repeatOf(ROUND_ROBIN.name);

const SLOW = `one of them with ${HELD_BACK_MS} ms more to do for each request, one after the other`;

/** A load balancer with replicas that are not alike, and with replicas that come and go. */
export const balance: PairedExperiment = {
  kind: 'paired',
  name: 'balance',
  question:
    'What does each way of balancing make of one slow replica among three, and what do users notice when one dies and one is added?',
  hypothesis:
    'Round robin and IP hash give the slow replica its third and users its queue; least connections goes around it. A replica that dies costs reads nothing but a moment, and a new one has its share within seconds.',
  stacks: 'own',
  nginx: true,
  design: {
    configurations: [
      {
        name: 'three monoliths',
        description: `nginx in front of three monoliths over one database, 5 connections each; ${SLOW}`,
      },
      {
        name: 'three gateways',
        description: `nginx in front of three gateways to one set of services, which have 15 connections in all; ${SLOW}`,
      },
    ],
    settings: {
      // Long enough for a thousand requests, which p99 needs, and for the two hundred of p95.
      full: { load, launches: 1, blocks: 6, blockMs: 4_200, leadInMs: 200, warmUp: 10_000 },
      quick: { load, launches: 1, blocks: 6, blockMs: 850, leadInMs: 50, warmUp: 3_000 },
    },
    workloads: { all: [jobDetail], usual: { full: [jobDetail], quick: [jobDetail] } },
    comparisons: [
      ...[responseP50, responseP95, responseP99].flatMap((metric) =>
        ways
          .filter((way) => way !== ROUND_ROBIN)
          .map(({ name }) => ({ base: ROUND_ROBIN.name, other: name, as: 'ratio' as const, metric })),
      ),
      { base: ROUND_ROBIN.name, other: AGAIN, as: 'ratio', metric: responseP50 },
    ],
    control: { base: ROUND_ROBIN.name, other: AGAIN, metric: responseP50 },
  },
  async arms({ stacks, run, signal }) {
    const { started: arms, stop } = await startBalanced(stacks, run, signal);
    const again = arms.find(({ name }) => name === ROUND_ROBIN.name)!;
    return { arms: [...arms, repeated(again)], close: stop };
  },
  cases({ workloads, arms, configurations, quick }) {
    const names = [...(quick ? usualWays : ways).map(({ name }) => name), AGAIN];
    return configurations.flatMap((one) =>
      casesOf(workloads, one, () =>
        arms.filter(({ name, configuration }) => names.includes(name) && configuration === one.name),
      ),
    );
  },
  observe: lookAfterwards,
  conclude: (figures) => ({ verdict: slowDeadAndNew(figures) }),
};
