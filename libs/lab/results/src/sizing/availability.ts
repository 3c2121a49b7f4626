import type { Operation, StackCoefficients } from './coefficients';
import type { LoadedPart } from './load';
import type { Scenario } from './scenario';

/** The share of requests that are answered, and the same of the operations that need most and fewest parts. */
export interface Availability {
  estimate: number;
  low: number;
  high: number;
}

/**
 * Parts that are all needed are in series, replicas are in parallel, and all fail independently of each other (Trivedi,
 * "Probability and Statistics with Reliability, Queuing, and Computer Science Applications", ch. 1).
 */
export function availabilityOf(
  { operations }: StackCoefficients,
  load: readonly LoadedPart[],
  { available, reads }: Scenario,
): Availability {
  const each = operations.map((one) => ({
    weight: one.share * (one.kind === 'reads' ? reads : 1 - reads),
    is: ofOperation(one, load, available),
  }));
  const asked = each.filter(({ weight }) => weight > 0);
  return {
    estimate: asked.reduce((sum, { weight, is }) => sum + weight * is, 0),
    low: Math.min(...asked.map(({ is }) => is)),
    high: Math.max(...asked.map(({ is }) => is)),
  };
}

const ofOperation = ({ needs }: Operation, load: readonly LoadedPart[], available: number) =>
  load.reduce(
    (all, { part, replicas }) => (needs.includes(part.name) ? all * (1 - (1 - available) ** replicas) : all),
    1,
  );

/** 0.999 has three; a few more if there are many. */
export const ninesIn = (share: number) => -Math.log10(1 - share);
