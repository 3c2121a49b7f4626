import { merged, type Percentile } from '@jobly/lab/instrument';
import type { MeasuredBlock } from '../measured';

/** A figure of one block. */
export interface Metric {
  name: string;
  unit: string;
  /** The only kind of loop for which it is meaningful. */
  loop?: 'open' | 'closed';
  /** Whether it is no more than a bound where the generator is busy. */
  generatorBound?: true;
  /** Null if a block is too small, or the figure is not available. */
  of: (block: MeasuredBlock) => number | null;
}

const responseTime = (percentile: Percentile): Metric => ({
  name: `response p${percentile}`,
  unit: 'ms',
  loop: 'open',
  of: ({ result }) => merged([result.response]).percentile(percentile),
});

export const responseP50 = responseTime(50);
export const responseP95 = responseTime(95);
export const responseP99 = responseTime(99);

/** The time of a request from its sending on, where the next is sent when it is answered: nobody queues. */
export const serviceP50: Metric = {
  name: 'service p50',
  unit: 'ms',
  loop: 'closed',
  of: ({ result }) => merged([result.service]).percentile(50),
};

export const throughput: Metric = {
  name: 'throughput',
  unit: 'requests/s',
  loop: 'closed',
  generatorBound: true,
  of: ({ result }) => (result.answered / result.measuredMs) * 1_000,
};

/** The figure that a noisy machine cannot spoil. */
export const cpuPerThousand: Metric = {
  name: 'CPU per 1,000 requests',
  unit: 'ms',
  of: ({ result, cpuMs }) => (cpuMs === null || result.sent === 0 ? null : (totalOf(cpuMs) / result.sent) * 1_000),
};

/** All processes together. */
export const totalOf = (byProcess: Record<string, number>) =>
  Object.values(byProcess).reduce((sum, amount) => sum + amount, 0);
