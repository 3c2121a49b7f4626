import { type Interval, differenceOf, quantileInterval, ratioOf } from '@jobly/lab/instrument';
import { type Explained, PARTS, meanParts } from '@jobly/lab/system-under-test';
import type { Longer, Times } from '../../../api/request';
import type { Series } from './send-series';

/** Neighbouring requests of a series are analysed as a block: what disturbs one of them, disturbs some. */
const BLOCK = 20;

/** The figures of each stack. */
export const timesOf = (all: readonly Series[]): Times[] =>
  all.map(({ stack, times }) => ({
    ...{ stack, n: times.length },
    median: medianOf(times),
    p95: quantileInterval(times, 0.95),
  }));

/**
 * The median, with an interval from the medians of blocks: requests that follow each other take alike long, so that
 * order statistics would promise too much. With a correlation of 0.8 from one to the next, 95 % meant 60 % for those,
 * and 92 % for blocks (400 simulated series).
 */
function medianOf(times: readonly number[]): Interval {
  const estimate = median(times);
  const { low, high } = ratioOf(blocksOf(times).map((block) => ({ base: 1, other: median(block), launch: 1 })));
  return { estimate, low: Math.min(low, estimate), high: Math.max(high, estimate) };
}

/**
 * How much longer the others take than the first, block beside block. All of it is within one launch of the stacks, and
 * nothing is known of another.
 */
export function longerOf([base, ...others]: readonly Series[]): Longer[] {
  if (!base) return [];
  return others.map((other) => {
    const ratio = ratioOf(pairs(blocksOf(base.times).map(median), blocksOf(other.times).map(median)));
    const [baseParts, otherParts] = [base, other].map(partsOfBlocks) as [PartMs[], PartMs[]];
    const isKnown = baseParts.length > 0 && baseParts.length === otherParts.length;
    const added = (ms: (block: PartMs) => number) => differenceOf(pairs(baseParts.map(ms), otherParts.map(ms)));
    return {
      ...{ stack: other.stack, base: base.stack, ratio },
      added: isKnown ? added(total) : undefined,
      parts: isKnown ? PARTS.map((name, at) => ({ name, added: added((block) => block[at]!) })) : [],
    };
  });
}

/** The means of the parts, in their order (ms). */
type PartMs = readonly number[];

const total = (block: PartMs) => block.reduce((sum, ms) => sum + ms, 0);

const partsOfBlocks = ({ explained, times }: Series): PartMs[] =>
  explained.length < times.length
    ? []
    : blocksOf<Explained>(explained).map((block) => meanParts(block).map(({ ms }) => ms));

const blocksOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.floor(items.length / BLOCK) }, (_, at) => items.slice(at * BLOCK, (at + 1) * BLOCK));

const median = (block: readonly number[]) => quantileInterval(block, 0.5).estimate;

const pairs = (base: readonly number[], other: readonly number[]) =>
  base.map((value, at) => ({ base: value, other: other[at]!, launch: 1 }));
