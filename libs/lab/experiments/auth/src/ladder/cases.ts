import type { Case, Ingredients } from '@jobly/lab/runner';
import { modes } from '../modes';
import { isFurther, isPlain, type Rung, rungs } from './rungs';

/** The name of the case in which a rung is compared with its base on an operation. */
export const caseNameOf = (operation: string, rung: Rung) =>
  `${operation}, ${rung.mode.name}${isFurther(rung) ? ', further' : ''}`;

/**
 * A case for each operation in each mode that has arms, and another one for the mode's further rungs. Only the first
 * operation is measured on every rung.
 */
export const casesOfLadder = ({ workloads, arms, configurations, settings, quick }: Ingredients): Case[] =>
  modes.flatMap((mode) =>
    workloads.flatMap((workload, index) => {
      const wanted = rungs.filter((rung) => rung.mode === mode && (index === 0 || isPlain(rung)));
      const together = Map.groupBy(wanted, (rung) => caseNameOf(workload.name, rung));
      return [...together].flatMap(([name, some]) => {
        const names = new Set(some.flatMap((rung) => [rung.name, rung.base]));
        const own = arms.filter((arm) => names.has(arm.name));
        if (own.length === 0) return [];
        const { blocks, blockMs, leadInMs } = settings;
        const pairs = blocks * (quick ? 1 : timesThePairs(some[0]!));
        return [{ name, workload, configuration: configurations[0]!, arms: own, blocks: { pairs, blockMs, leadInMs } }];
      });
    }),
  );

/**
 * A mode that asks nobody costs a few dozen microseconds, and two blocks of 0.4 s differ by a standard deviation of 70 µs
 * at the monolith and of 80 to 180 at the microservices, which have more processes.
 */
function timesThePairs(rung: Rung): number {
  if (isFurther(rung) || rung.mode.authMode === 'introspect') return 1;
  return rung.mode.topology === 'monolith' ? 2 : 4;
}
