import type { Figures, Gate } from '@jobly/lab/results';
import { microsecondsOf } from './figures';
import { pricesIn } from './prices';
import { changeMissingJob } from './probe';

/** An interval at 95 % misses the truth in one of twenty cases; one that is half as wide again in one of a hundred. */
const ALLOWANCE = 1.5;

/**
 * Whether states that are measured twice differ from themselves in CPU time, which is what the ladder is read for; one
 * gate for each.
 */
export const noiseGates = (figures: Figures): Gate[] =>
  pricesIn(figures, changeMissingJob.name).flatMap(({ rung, cpu }): Gate[] => {
    if (rung.repeats === undefined) return [];
    const { estimate, low, high } = cpu.row.interval;
    return [
      {
        name: `CPU of ${rung.name}`,
        figure: microsecondsOf(cpu),
        limit: 'an interval, half as wide again, that includes 0',
        passed: Math.abs(estimate) <= (ALLOWANCE * (high - low)) / 2,
      },
    ];
  });
