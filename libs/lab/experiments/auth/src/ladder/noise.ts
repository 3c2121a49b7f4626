import { type Figures, type Gate, repeatGate } from '@jobly/lab/results';
import { microsecondsOf } from './figures';
import { pricesIn } from './prices';
import { changeMissingJob } from './probe';

/**
 * Whether states that are measured twice differ from themselves in CPU time, which is what the ladder is read for; one
 * gate for each.
 */
export const noiseGates = (figures: Figures): Gate[] =>
  pricesIn(figures, changeMissingJob.name)
    .filter(({ rung }) => rung.repeats !== undefined)
    .map(({ rung, cpu }) => repeatGate(`CPU of ${rung.name}`, cpu.row.interval, microsecondsOf(cpu)));
