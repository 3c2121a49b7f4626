import { cpuPerThousand, responseP50, responseP95, responseP99 } from '../analysis/metrics';
import { allWorkloads, jobDetail, usualWorkloads } from '../workload';
import type { Experiment } from './experiment';

const AGAIN = 'monolith again';

const betweenStacks = { base: 'monolith', other: 'micro', as: 'ratio' } as const;

/** The question the whole repository is about. */
export const compare: Experiment = {
  name: 'compare',
  question:
    'How much slower is an operation in the microservices than in the monolith, and how much more CPU does it take?',
  hypothesis:
    'Every operation pays one hop through the gateway; those that ask a neighbour pay a second one, and CPU time about doubles.',
  configuration:
    'as deployed: one process against four, both over the same PostgreSQL server, each with 15 connections in all',
  ownStacks: false,
  settings: {
    full: {
      load: { loop: 'open', arrivals: 'poisson', rate: 200 },
      blocks: 12,
      blockMs: 2_000,
      leadInMs: 200,
      warmUpMs: 2_000,
    },
    quick: {
      load: { loop: 'open', arrivals: 'poisson', rate: 250 },
      blocks: 8,
      blockMs: 520,
      leadInMs: 80,
      warmUpMs: 800,
    },
  },
  workloads: { all: allWorkloads, usual: usualWorkloads },
  arms: ({ monolith, micro }) => ({
    arms: [
      { ...monolith, name: 'monolith', stack: 'monolith' },
      { ...micro, name: 'micro', stack: 'micro' },
      { ...monolith, name: AGAIN, stack: 'monolith' },
    ],
  }),
  /** In a quick run, which has 90 s, the monolith is held against itself on one operation only. */
  cases(workloads, arms, quick) {
    const controlled = workloads.includes(jobDetail) ? [jobDetail] : workloads.slice(0, 1);
    const stacks = arms.filter(({ name }) => name !== AGAIN);
    return workloads.map((workload) => ({
      workload,
      arms: quick && !controlled.includes(workload) ? stacks : [...arms],
    }));
  },
  comparisons: [
    { ...betweenStacks, metric: responseP50 },
    { ...betweenStacks, metric: responseP95 },
    { ...betweenStacks, metric: responseP99 },
    { ...betweenStacks, metric: cpuPerThousand },
    { base: 'monolith', other: AGAIN, as: 'ratio', metric: responseP50 },
  ],
  control: { base: 'monolith', other: AGAIN, metric: responseP50 },
};
